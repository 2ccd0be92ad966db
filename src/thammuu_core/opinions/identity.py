"""When two opinions say the same: the normal form of what is proposed, and the id of a row made of it (ADR 0036)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate

from thammuu_core.anchors import Version
from thammuu_core.opinions.edits import edit_of
from thammuu_core.opinions.model import Operation, Opinion, Reply
from thammuu_core.papers import BODY
from thammuu_core.redlines import Edit
from thammuu_core.redlines.canon import key
from thammuu_core.redlines.normal_form import normal
from thammuu_core.text import plain

_WORD = re.compile(r"\w+")
_FINAL = ".,;:"
_levelled = lru_cache(maxsize=8192)(key)
_BETWEEN = "\x1f"
"""No text that was read holds it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What an opinion says, without who says it: all that rows are made of and compared by."""

    id: str
    """Hash of the version and of all that is below, places in solid offsets."""
    story: str
    operation: Operation
    """Of a change, what it comes to: taking words away by replacing them by nothing is `DELETE`."""
    start: int | None
    end: int | None
    """Solid offsets: blanks are not counted. None for the whole draft."""
    to: int | None
    """Where a move lands, solid."""
    provision: str | None
    wording: str
    """What is to stand there, or else what is said of it, as one of them wrote it."""
    edit: Edit | None
    """In the offsets of the version; None for what is no change word for word."""


class Solid:
    """A text with one way to write each word and without blanks; paragraph marks stay.

    Offsets into it do not depend on how blanks fell, so a split that ate a blank equals one that left it.
    """

    def __init__(self, text: str) -> None:
        levelled = key(text)
        levelled = levelled if len(levelled) == len(text) else plain(text)
        self.text = levelled.replace(" ", "")
        self.before = list(accumulate(map(" ".__ne__, levelled), initial=0))
        """Number of solid characters before each offset of the text."""

    def normal(self, edit: Edit) -> Edit:
        """The smallest change that does the same, in solid offsets."""
        start, end = self.before[edit.start], self.before[edit.end]
        new = _levelled(edit.new).replace(" ", "") if edit.new else ""
        if not new:
            start, end = self._whole_lines(start, end)
        to = None if edit.to is None else self.before[edit.to]
        return normal(self.text, Edit(start, end, self.text[start:end], new, to))

    def _whole_lines(self, start: int, end: int) -> tuple[int, int]:
        """A paragraph all of whose words go, goes itself."""
        text = self.text
        if start == end or text[end - 1] == "\n" or (start and text[start - 1] != "\n"):
            return start, end
        if end == len(text):
            return max(0, start - 1), end
        return start, end + (text[end] == "\n")


def said(text: str) -> str:
    """The words of a text in small letters, marks kept, in one spelling, without punctuation."""
    return " ".join(_WORD.findall(_levelled(text).casefold())) if text else ""


def stating(base: Version) -> Callable[[Reply, Opinion], Stated]:
    """A function that says what an opinion on this version states; the version is levelled once for all of them."""
    text = lru_cache(maxsize=None)(base.words)
    solid = lru_cache(maxsize=None)(lambda story: Solid(text(story)))

    def state(reply: Reply, opinion: Opinion) -> Stated:
        version = reply.base_version or base.sha256
        if version != base.sha256:
            return _unplaced(version, opinion)
        story = opinion.target.story
        edit = edit_of(text(story), opinion)
        about = _about(reply, opinion)
        if edit is not None:
            changed = _changed(base, story, solid(story), edit)
            if changed:
                return changed
        return _spoken(base, solid(story), opinion, state(reply, about).id if about else "")

    return state


def _about(reply: Reply, opinion: Opinion) -> Opinion | None:
    """The change that a comment speaks of; never a comment, so that nothing speaks of itself."""
    if opinion.about is None or not 0 <= opinion.about < len(reply.opinions):
        return None
    other = reply.opinions[opinion.about]
    return None if other.about is not None else other


def _changed(base: Version, story: str, solid: Solid, edit: Edit) -> Stated | None:
    """What a change states; None for one of blanks only, which no solid text shows."""
    small = solid.normal(edit)
    if small.start == small.end and not small.new:
        return None
    words = small.new.casefold().strip(_FINAL) or small.new
    identity = _hash(base.sha256, story, "change", small.start, small.end, small.to, words)
    provision = base.at(edit.start) if story == BODY else None
    operation = _comes_to(small)
    return Stated(identity, story, operation, small.start, small.end, small.to, provision, edit.new, edit)


def _comes_to(small: Edit) -> Operation:
    if small.to is not None:
        return Operation.MOVE
    if not small.new:
        return Operation.DELETE
    return Operation.INSERT if small.start == small.end else Operation.REPLACE


def _spoken(base: Version, solid: Solid, opinion: Opinion, about: str) -> Stated:
    """What words about a place state: the same only as the same words on the same place, or on the same change."""
    place = opinion.target
    length = len(solid.before) - 1
    start = None if place.start is None else solid.before[min(place.start, length)]
    end = start if place.end is None or start is None else max(start, solid.before[min(place.end, length)])
    provision = place.provision
    if provision is None and place.start is not None and place.story == BODY:
        provision = base.at(place.start)
    wording = opinion.new or opinion.text
    proposed = (said(opinion.old), bool(opinion.new), said(wording))
    identity = _hash(base.sha256, place.story, opinion.operation, start, end, about, *proposed)
    return Stated(identity, place.story, opinion.operation, start, end, None, provision, wording, None)


def _unplaced(version: str, opinion: Opinion) -> Stated:
    """Of a reply that speaks of another version: its offsets mean nothing here."""
    place, wording = opinion.target, opinion.new or opinion.text
    identity = _hash(
        version, place.story, opinion.operation, place.start, place.end, said(opinion.old), said(wording)
    )
    return Stated(identity, place.story, opinion.operation, None, None, None, None, wording, None)


def _hash(*parts: object) -> str:
    return sha256(_BETWEEN.join(map(str, parts)).encode()).hexdigest()[:20]
