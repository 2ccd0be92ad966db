"""Comments: their words, their threads, and the places they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree

from thammuu_core.wordml.names import OFF, PARA_ID, WORD_2012, P, w
from thammuu_core.wordml.numbering import Numbering
from thammuu_core.wordml.parts import Parts
from thammuu_core.wordml.revisions.model import Remark
from thammuu_core.wordml.revisions.pieces import Anchored, Strand
from thammuu_core.wordml.revisions.places import Places
from thammuu_core.wordml.revisions.shared import Shared
from thammuu_core.wordml.revisions.views import View
from thammuu_core.wordml.revisions.walking import Walk

_ID = w("id")
_PARA, _PARENT, _DONE = (f"{{{WORD_2012}}}{name}" for name in ("paraId", "paraIdParent", "done"))


@dataclass(frozen=True, slots=True)
class Where:
    """The story a comment is about, and its offsets in both texts."""

    story: str
    original: tuple[int, int]
    accepted: tuple[int, int]


@dataclass(slots=True)
class _Ends:
    """What the file says of the place of one comment in one story: numbers of pieces."""

    kinds: dict[str, int] = field(default_factory=dict)

    def span(self) -> tuple[int, int]:
        """The pieces from the first to before the last; a range that lacks an end reaches to the reference."""
        start = self.kinds.get("start", self.kinds.get("reference", self.kinds.get("end", 0)))
        end = self.kinds.get("end", self.kinds.get("reference", start))
        return start, max(start, end)


def places_of(original: View, accepted: View) -> dict[str, Where]:
    """Where the comments of one story belong, by their ids."""
    strand = accepted.strand
    if not strand.anchors:
        return {}
    old, new = Places(original), Places(accepted)
    found: dict[str, _Ends] = {}
    for anchor in strand.anchors:
        _note_down(found.setdefault(anchor.comment, _Ends()).kinds, anchor)
    return {
        comment: Where(strand.name, _span(old, *ends.span()), _span(new, *ends.span()))
        for comment, ends in found.items()
    }


def remarks(parts: Parts, shared: Shared, where: dict[str, Where]) -> Iterator[Remark]:
    """All comments of the file in its order, those without a place included."""
    root = parts.linked("comments")
    comments = [] if root is None else list(root.iterfind(w("comment")))
    if root is None or not comments:
        return
    threads = _threads(parts, comments)
    part = parts.name_of("comments")
    for at, comment in enumerate(comments):
        identity = comment.get(_ID, "")
        place = where.get(identity)
        parent, resolved = threads[at]
        yield Remark(
            identity,
            shared.hands.hand(comment),
            _words(Strand(f"comment:{identity}", part, root, comment), shared),
            place.story if place else None,
            place.original if place else None,
            place.accepted if place else None,
            None if parent is None else comments[parent].get(_ID, ""),
            resolved,
        )


def _note_down(kinds: dict[str, int], anchor: Anchored) -> None:
    """A range begins where it is first said to begin, and ends where it is last said to end."""
    if anchor.kind == "end":
        kinds["end"] = anchor.at
    else:
        kinds.setdefault(anchor.kind, anchor.at)


def _span(places: Places, start: int, end: int) -> tuple[int, int]:
    first, last = places.start(start), places.end(end)
    return first, max(first, last)


def _words(strand: Strand, shared: Shared) -> str:
    """The words of a comment, its own changes accepted, then those of text boxes in it."""
    walk = Walk(strand, shared)
    text = View(walk.through(), Numbering(None), original=False).story.text
    boxes = (
        _words(Strand(strand.name, strand.part, strand.root, box), shared)
        for box, anchor in walk.boxes
        if anchor.deleted is None
    )
    return "\n".join(chain([text], boxes))


def _threads(parts: Parts, comments: list[etree._Element]) -> list[tuple[int | None, bool]]:
    """For each comment, which it answers and whether it is resolved; an answer to itself or to nothing is none."""
    root = parts.linked("commentsExtended")
    owners = {
        paragraph.get(PARA_ID, ""): at
        for at, comment in enumerate(comments)
        for paragraph in comment.iter(P)
        if paragraph.get(PARA_ID)
    }
    found: list[tuple[int | None, bool]] = [(None, False)] * len(comments)
    for entry in () if root is None else root:
        at = owners.get(entry.get(_PARA, ""))
        if at is not None:
            parent = owners.get(entry.get(_PARENT, ""))
            found[at] = (None if parent == at else parent, entry.get(_DONE, "0") not in OFF)
    return found
