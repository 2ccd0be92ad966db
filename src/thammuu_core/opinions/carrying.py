"""Opinions on one version carried to a later one: what still stands, what moved, what was changed, taken in or went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thammuu_core.anchors import Fate, Version, Whereabouts, anchor, resolve
from thammuu_core.opinions.edits import edit_of
from thammuu_core.opinions.identity import said
from thammuu_core.opinions.model import Confidence, Opinion, Reply, Target
from thammuu_core.papers import BODY
from thammuu_core.redlines import Edit, PositionMap


@dataclass(frozen=True, slots=True)
class CarriedOpinion:
    """An opinion with its place in a later version; without a place when that is gone."""

    opinion: Opinion
    whereabouts: Whereabouts | None
    """None for an opinion on the whole draft."""
    taken_in: bool = False
    """The later version already reads as the opinion asks."""


def carry(
    opinions: Sequence[Opinion], earlier: Version, map: PositionMap | None, later: Version
) -> tuple[CarriedOpinion, ...]:
    """Each opinion in the later version, in the same order; the map is that of the main story.

    A place whose words changed is one for a person to look at; words that stand elsewhere are still those words.
    """
    return tuple(_carried(one, earlier, map, later) for one in opinions)


def carry_reply(reply: Reply, earlier: Version, map: PositionMap | None, later: Version) -> Reply:
    """A reply to an earlier version as one to the later; its checks and evidence are those of its own version."""
    carried = carry(reply.opinions, earlier, map, later)
    return replace(reply, opinions=tuple(one.opinion for one in carried), base_version=later.sha256)


def _carried(opinion: Opinion, earlier: Version, map: PositionMap | None, later: Version) -> CarriedOpinion:
    place = opinion.target
    if place.start is None or place.end is None:
        return CarriedOpinion(opinion, None)
    way = map if place.story == BODY else None
    found = resolve(anchor(earlier, place.start, place.end, place.story), later, way)
    edit = edit_of(earlier.words(place.story), opinion)
    taken_in = edit is not None and _taken_in(edit, found, later.words(place.story), way)
    if found.start is None or found.end is None:
        lost = Target(where=place.where, quote=place.quote, confidence=Confidence.CHECK, story=place.story)
        return CarriedOpinion(replace(opinion, target=lost), found, taken_in)
    landing = (
        None if place.to is None else resolve(anchor(earlier, place.to, place.to, place.story), later, way)
    )
    return CarriedOpinion(replace(opinion, target=_target(place, found, landing, later)), found, taken_in)


def _target(place: Target, found: Whereabouts, landing: Whereabouts | None, later: Version) -> Target:
    start, end = found.start or 0, found.end or 0
    lost = found.fate is Fate.CHANGED or (landing is not None and landing.start is None)
    return replace(
        place,
        start=start,
        end=end,
        to=None if landing is None else landing.start,
        provision=later.at(start) if place.story == BODY else None,
        where=later.where(start) if place.story == BODY else place.where,
        quote=later.words(place.story)[start:end],
        confidence=Confidence.CHECK if lost else place.confidence,
    )


def _taken_in(edit: Edit, found: Whereabouts, text: str, map: PositionMap | None) -> bool:
    """Whether what the change asks for stands at its place: its new words, or nothing where words were to go."""
    if edit.to is not None:
        return found.fate is Fate.MOVED
    if not edit.new:
        return found.fate is Fate.GONE
    if map is None or found.start is None or found.end is None:
        return False
    start, end = map.at(edit.start, after=False), map.at(edit.end)
    return start < end and said(text[start:end]) == said(edit.new) != said(edit.old)
