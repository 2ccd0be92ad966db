"""A comparison told by provisions: which are new, gone, moved, renumbered, changed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from thammuu_core.provisions import Outline, Provision
from thammuu_core.redlines.canon import canonical
from thammuu_core.redlines.model import Comparison


@dataclass(frozen=True, slots=True)
class Summary:
    """Ids of provisions, in order of their document; pairs are (old id, new id). One pair may stand in several places."""

    added: tuple[str, ...]
    """Of the new outline."""
    removed: tuple[str, ...]
    """Of the old outline."""
    moved: tuple[tuple[str, str], ...]
    renumbered: tuple[tuple[str, str], ...]
    """The label is another, be it typed or automatic."""
    changed: tuple[tuple[str, str], ...]
    """The own words are others, the label aside."""
    pairs: tuple[tuple[str, str], ...]
    """Every old provision that is still there, with what it is now."""


@dataclass(frozen=True, slots=True)
class _Place:
    node: Provision
    start: int
    end: int


def summary(comparison: Comparison, old: Outline, new: Outline) -> Summary:
    """The comparison of two main stories, read with the outlines of their documents."""
    olds = tuple(_places(old, len(comparison.old.text)))
    news = tuple(_places(new, len(comparison.new.text)))
    pairs = _paired(comparison, olds, news)
    went = {one.node.id for one, _ in pairs}
    came = {other.node.id for _, other in pairs}
    away = [(edit.start, edit.end) for edit in comparison.edits if edit.to is not None]
    return Summary(
        added=tuple(place.node.id for place in news if place.node.id not in came and place.node.text.strip()),
        removed=tuple(
            place.node.id for place in olds if place.node.id not in went and place.node.text.strip()
        ),
        moved=_ids(p for p in pairs if any(a <= p[0].start < b for a, b in away)),
        renumbered=_ids(p for p in pairs if p[0].node.label != p[1].node.label),
        changed=_ids(p for p in pairs if _changed(p[0].node, p[1].node)),
        pairs=_ids(iter(pairs)),
    )


def _ids(pairs: Iterator[tuple[_Place, _Place]]) -> tuple[tuple[str, str], ...]:
    return tuple((one.node.id, other.node.id) for one, other in pairs)


def _places(outline: Outline, length: int) -> Iterator[_Place]:
    """Provisions with a text of their own in the main story, which comes first."""
    inside = takewhile(lambda line: line[1] <= length, outline.lines())
    return (_Place(node, start, start + len(node.text)) for node, start in inside)


_Pairs = list[tuple[_Place, _Place]]


def _paired(comparison: Comparison, olds: tuple[_Place, ...], news: tuple[_Place, ...]) -> _Pairs:
    """Each old provision with the new one to which most of its words went; each new one once, to the greatest giver."""
    starts = [place.start for place in news]
    shares: Counter[tuple[int, int]] = Counter()
    segments = iter(comparison.map.segments)
    segment = next(segments, None)
    for index, place in enumerate(olds):
        while segment is not None and segment.start < place.end:
            low, high = max(segment.start, place.start), min(segment.end, place.end)
            if low < high and segment.new_start < segment.new_end:
                at = low + segment.shift if segment.same else segment.new_start
                weight = 2 * (high - low) if segment.same else 1
                shares[index, bisect_right(starts, at) - 1] += weight
            if segment.end > place.end:
                break
            segment = next(segments, None)
    made: dict[int, int] = {}
    taken: set[int] = set()
    for (one, other), _ in shares.most_common():
        if one not in made and other not in taken and other >= 0:
            made[one] = other
            taken.add(other)
    return [(olds[one], news[made[one]]) for one in sorted(made)]


def _changed(one: Provision, other: Provision) -> bool:
    return canonical(one.text[one.words :]) != canonical(other.text[other.words :])
