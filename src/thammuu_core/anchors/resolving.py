"""Where an anchor is in a later version: by the map first, by its words second, and what became of it.

The map knows what went where, so that words which were really deleted are said to be gone and not found at another
place where they always stood. Maps compose: v1 → v3 is `first.then(second)`; nothing is searched anew from v1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thammuu_core.anchors.anchoring import anchor as make_anchor
from thammuu_core.anchors.model import Anchor, Fate, Whereabouts
from thammuu_core.anchors.quoting import belongs, between, closed, exactly, is_short, nearly
from thammuu_core.anchors.version import Version
from thammuu_core.papers import BODY
from thammuu_core.redlines import Edit, PositionMap, applied
from thammuu_core.redlines.canon import canonical


@dataclass(frozen=True, slots=True)
class Carried:
    """An anchor in a later version; `anchor` is the new one, None when it is gone."""

    was: Anchor
    whereabouts: Whereabouts
    anchor: Anchor | None


def carried(text: str, edits: Iterable[Edit]) -> tuple[str, PositionMap]:
    """The text of the next version, made by the changes that were accepted, and the map to it: exact by construction."""
    made = tuple(edits)
    return applied(text, made), PositionMap.of(text, made)


def carry(anchors: Iterable[Anchor], map: PositionMap | None, version: Version) -> tuple[Carried, ...]:
    """Each anchor in the later version, in the same order; the map is that of the main story."""
    return tuple(
        _carried(one, resolve(one, version, map if one.story == BODY else None), version) for one in anchors
    )


def _carried(was: Anchor, found: Whereabouts, version: Version) -> Carried:
    if found.start is None or found.end is None:
        return Carried(was, found, None)
    return Carried(was, found, make_anchor(version, found.start, found.end, was.story))


def resolve(anchor: Anchor, version: Version, map: PositionMap | None = None) -> Whereabouts:
    """Where the anchor is in this version; `map` leads to it from the version in which the anchor was made."""
    text = version.words(anchor.story)
    if map is None or not map.segments:
        return _by_quote(anchor, version, text)
    if anchor.start == anchor.end:
        return _point(anchor, map)
    start, end, whole = map.span(anchor.start, anchor.end)
    if whole and _same(text[start:end], anchor.exact):
        return Whereabouts(Fate.MOVED if _out_of_order(map, anchor.start) else Fate.KEPT, start, end)
    if start < end:
        return Whereabouts(Fate.CHANGED, start, end)
    return _in_new_text(anchor, text, map) or Whereabouts(Fate.GONE)


def _same(now: str, was: str) -> bool:
    return now == was or canonical(now) == canonical(was)


def _point(anchor: Anchor, map: PositionMap) -> Whereabouts:
    """A point stays while the words on one of its sides do; it goes with words that went on both."""
    sides = [map.segments[map.index(offset)] for offset in (anchor.start - 1, anchor.start)]
    start, end, _ = map.span(anchor.start, anchor.start)
    if any(side.same for side in sides):
        moved = all(_out_of_order(map, side.start) for side in sides if side.same)
        return Whereabouts(Fate.MOVED if moved else Fate.KEPT, start, end)
    written = any(side.new_start < side.new_end for side in sides)
    return Whereabouts(Fate.CHANGED, start, end) if written else Whereabouts(Fate.GONE)


def _out_of_order(map: PositionMap, offset: int) -> bool:
    """Whether the words at this offset changed places with others: most of the text before them now stands behind."""
    mine = map.segments[map.index(offset)]
    before = sum(
        s.end - s.start for s in map.segments if s.start < mine.start and s.new_start > mine.new_start
    )
    behind = sum(
        s.end - s.start for s in map.segments if s.start > mine.start and s.new_start < mine.new_start
    )
    return max(before, behind) > mine.end - mine.start


def _in_new_text(anchor: Anchor, text: str, map: PositionMap) -> Whereabouts | None:
    """Words that left their place and stand where no old words came from: moved, though the map did not see it."""
    for start, end in _new_places(map, len(text)):
        at = text.find(anchor.exact, start, end) if anchor.exact.strip() else -1
        if at >= 0 and (not is_short(anchor) or belongs(anchor, text, at)):
            return Whereabouts(Fate.MOVED, at, at + len(anchor.exact), "quote")
    return None


def _new_places(map: PositionMap, length: int) -> Iterator[tuple[int, int]]:
    """Stretches of the new text to which no unchanged words were carried, in order."""
    position = 0
    for start, end in sorted((s.new_start, s.new_end) for s in map.segments if s.same):
        if position < start:
            yield position, start
        position = max(position, end)
    if position < length:
        yield position, length


def _by_quote(anchor: Anchor, version: Version, text: str) -> Whereabouts:
    """Without a map: the words with their context; near their old place first."""
    if anchor.start == anchor.end:
        point = between(anchor, text, anchor.start)
        return Whereabouts(Fate.GONE if point is None else Fate.KEPT, point, point, "quote")
    if closed(anchor, text):
        return Whereabouts(Fate.GONE, by="quote")
    place = exactly(anchor, text, anchor.start)
    if place is not None:
        stays = belongs(anchor, text, place[0]) or version.where(place[0]) == anchor.path
        return Whereabouts(Fate.KEPT if stays else Fate.MOVED, *place, "quote")
    place = nearly(anchor, text, anchor.start)
    if place is None or place[0] == place[1]:
        return Whereabouts(Fate.GONE, by="quote")
    same = _same(text[place[0] : place[1]], anchor.exact)
    return Whereabouts(Fate.KEPT if same else Fate.CHANGED, *place, "quote")
