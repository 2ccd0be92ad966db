"""A copy of a version, read: what was changed in it with tracking on and off, and what its comments say.

Both reading ways are always taken, for people switch tracking off half way: the tracked changes themselves, and the
comparison of the version with what the copy was before them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thammuu_core.anchors import Version
from thammuu_core.opinions.fields import Fields
from thammuu_core.opinions.joining import Change, Way, joined
from thammuu_core.opinions.model import (
    Answer,
    Confidence,
    Marks,
    Operation,
    Opinion,
    Origin,
    Source,
    Target,
    Unplaced,
)
from thammuu_core.opinions.moving import with_moves
from thammuu_core.opinions.pairing import Pair, paired
from thammuu_core.papers import BODY, Story
from thammuu_core.redlines import Edit, compare, tracked
from thammuu_core.redlines.conserving import holds
from thammuu_core.wordml.revisions.model import Hand, Remark, Revised, Token


@dataclass(frozen=True, slots=True)
class CopyRead:
    """What a copy says."""

    opinions: tuple[Opinion, ...]
    unplaced: tuple[Unplaced, ...]
    kinds: tuple[str, ...]
    authors: tuple[str, ...]
    """Who changed and commented, most first."""
    marks: Marks
    computed: Mapping[str, Sequence[Edit]]
    """By story, what changed without anybody's doing: results of fields."""


def read_copy(version: Version, copy: Revised) -> CopyRead:
    """Every change and comment of a copy of this version, story by story, changes in order of the text."""
    reader = _Reader(version, copy)
    for pair in paired(version.paper.stories, copy.stories):
        reader.changes(pair)
    spoken, unplaced = reader.remarks()
    return CopyRead(
        (*reader.opinions, *spoken),
        tuple(unplaced),
        reader.kinds(),
        reader.authors(),
        reader.marks(),
        reader.computed,
    )


class _Reader:
    """One copy being read."""

    def __init__(self, version: Version, copy: Revised) -> None:
        self._version, self._copy = version, copy
        self._pairs: dict[str, tuple[Pair, Way]] = {}
        """By name of the copy's story."""
        self.opinions: list[Opinion] = []
        self.computed: dict[str, list[Edit]] = {}
        self._found = self._lost = 0

    def changes(self, pair: Pair) -> None:
        """Take in what was changed in one story."""
        text = pair.sent.text
        edits = compare(pair.sent, pair.returned.original).edits
        way = Way(text, pair.returned.original.text, [Change(edit, silent=True) for edit in edits])
        fields = Fields(pair.returned.tokens)
        silent = [
            Change(edit, silent=True, computed=fields.hold(way, index)) for index, edit in enumerate(edits)
        ]
        own = [Change(one.edit, one.hands, computed=one.computed) for one in tracked(pair.returned)]
        self._pairs[pair.returned.name] = (pair, way)
        found = self._together(pair, text, silent, own, way) if own else silent
        self._found += len(silent) + len(own)
        self.computed[pair.sent.name] = [change.edit for change in found if change.computed]
        self.opinions += [
            self._opinion(pair.sent.name, text, change) for change in found if not change.computed
        ]

    def _together(
        self, pair: Pair, text: str, silent: Sequence[Change], own: Sequence[Change], way: Way
    ) -> list[Change]:
        """Both rounds as one set that gives what the copy reads like; the last resort is to compare the whole."""
        found = joined(silent, own, way)
        accepted = pair.returned.accepted
        for told in (with_moves(found, text), found):
            if _keeps(told, pair.sent, accepted):
                return told
        whole = [_signed(edit, found) for edit in compare(pair.sent, accepted).edits]
        self._lost += 0 if _keeps(whole, pair.sent, accepted) else len(silent) + len(own)
        return whole

    def _opinion(self, story: str, text: str, change: Change) -> Opinion:
        edit = change.edit
        old = text[edit.start : edit.end]
        hand = change.hands[0] if change.hands else Hand("")
        return Opinion(
            Origin.REVISION if change.hands else Origin.SILENT,
            _operation(old, edit),
            self._target(story, edit.start, edit.end, old, edit.to),
            old,
            edit.new,
            author=", ".join(dict.fromkeys(hand.author for hand in change.hands if hand.author)),
            date=hand.date,
        )

    def _target(self, story: str, start: int, end: int, quote: str, to: int | None = None) -> Target:
        at = self._version.at(start) if story == BODY else None
        where = self._version.where(start) if story == BODY else ""
        return Target(start, end, to, at, where, quote, Confidence.EXACT, story)

    # -------------------------------------------------------------------------------------------- remarks
    def remarks(self) -> tuple[list[Opinion], list[Unplaced]]:
        """The comments, each with the answers to it; those on no place of the version apart."""
        ids = {remark.id for remark in self._copy.remarks}
        answers: dict[str, list[Remark]] = {}
        heads = []
        for remark in self._copy.remarks:
            if remark.parent is not None and remark.parent in ids:
                answers.setdefault(remark.parent, []).append(remark)
            else:
                heads.append(remark)
        opinions, unplaced = [], []
        for remark in heads:
            thread = tuple(_answers(remark.id, answers))
            opinion = self._remark(remark, thread)
            if opinion is not None:
                opinions.append(opinion)
            else:
                unplaced.append(Unplaced(_all_words(remark, thread), _ORPHAN))
        return opinions, unplaced

    def _remark(self, remark: Remark, thread: tuple[Answer, ...]) -> Opinion | None:
        found = self._pairs.get(remark.story or "")
        if found is None or remark.original is None:
            return None
        pair, way = found
        start, end = way.span(*remark.original)
        quote = pair.sent.text[start:end]
        return Opinion(
            Origin.COMMENT,
            Operation.QUESTION if remark.text.rstrip().endswith("?") else Operation.COMMENT,
            self._target(pair.sent.name, start, end, quote),
            text=remark.text,
            author=remark.hand.author,
            date=remark.hand.date,
            about=self._about(pair.sent.name, start, end),
            thread=thread,
            resolved=remark.resolved,
            source=Source(remark.text),
        )

    def _about(self, story: str, start: int, end: int) -> int | None:
        """The change that a comment stands on: one that makes up at least half of the words commented on."""
        best: tuple[int, int] | None = None
        for index, opinion in enumerate(self.opinions):
            place = opinion.target
            if place.story != story or place.start is None or place.end is None:
                continue
            shared = min(end, place.end) - max(start, place.start)
            inside = (
                place.start == place.end and start <= place.start <= end and end - start <= len(opinion.new)
            )
            if (shared > 0 and 2 * shared >= end - start) or inside:
                best = max(best or (0, 0), (max(shared, 0), -index))
        return None if best is None else -best[1]

    # ---------------------------------------------------------------------------------------------- whole
    def marks(self) -> Marks:
        """Changes and comments found, and how many of them are in what was read."""
        total = self._found + len(self._copy.remarks)
        return Marks(total, total - self._lost)

    def kinds(self) -> tuple[str, ...]:
        """What was found in it: tracked, silent, comments; unchanged when nothing was."""
        origins = {opinion.origin for opinion in self.opinions}
        found = (
            *(["tracked"] if Origin.REVISION in origins else []),
            *(["silent"] if Origin.SILENT in origins else []),
            *(["comments"] if self._copy.remarks else []),
        )
        return found or ("unchanged",)

    def authors(self) -> tuple[str, ...]:
        """The hands that changed and commented, most first; by name among equals."""
        hands = (
            *(hand for story in self._copy.stories for token in story.tokens for hand in _hands(token)),
            *(remark.hand.author for remark in self._copy.remarks),
        )
        counted = Counter(filter(None, hands))
        return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


_ORPHAN = "Bình luận không gắn với chỗ nào trong văn bản; hãy mở tệp xem ý kiến nói về phần nào."


def _hands(token: Token) -> Iterator[str]:
    for hand in (token.inserted, token.deleted):
        if hand is not None:
            yield hand.author


def _operation(old: str, edit: Edit) -> Operation:
    if edit.to is not None:
        return Operation.MOVE
    if not old:
        return Operation.INSERT
    return Operation.REPLACE if edit.new else Operation.DELETE


def _keeps(changes: Iterable[Change], sent: Story, accepted: Story) -> bool:
    """Whether the changes, made on the version, give what the copy reads like with all accepted."""
    return holds([change.edit for change in changes], sent, accepted)


def _signed(edit: Edit, found: Sequence[Change]) -> Change:
    """A change of the whole comparison with the hands of the changes that stand where it stands."""
    near = [one for one in found if one.edit.start <= edit.end and edit.start <= one.edit.end]
    hands = tuple(dict.fromkeys(hand for one in near for hand in one.hands))
    return Change(edit, hands, silent=not hands or any(one.silent for one in near))


def _answers(head: str, answers: Mapping[str, Sequence[Remark]]) -> Iterator[Answer]:
    """The answers to a comment and the answers to these, in order."""
    for answer in answers.get(head, ()):
        yield Answer(answer.hand.author, answer.hand.date, answer.text)
        yield from _answers(answer.id, answers)


def _all_words(remark: Remark, thread: Sequence[Answer]) -> str:
    return "\n".join(filter(None, [remark.text, *(answer.text for answer in thread)]))
