"""What in a version the paths lead to that letters give, read as freely as letters are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from thammuu_core.opinions.sentences.counting import COUNTED, nth
from thammuu_core.opinions.sentences.model import Path, Step
from thammuu_core.opinions.sentences.nouns import BEGUN
from thammuu_core.opinions.sentences.paragraphs import begun_with, paragraphs
from thammuu_core.opinions.sentences.places import Found, Places, name, names, number_of
from thammuu_core.opinions.sentences.verifying import exact
from thammuu_core.provisions import Level, Provision
from thammuu_core.text import fold_keep

_FITS: dict[str, dict[Level, int]] = {
    "dieu": {Level.ARTICLE: 0},
    "khoan": {Level.ARABIC: 0, Level.DECIMAL: 1, Level.LETTER: 2, Level.ROMAN: 3},
    "diem": {Level.LETTER: 0, Level.ARABIC: 1, Level.DECIMAL: 1, Level.ROMAN: 3},
    "tiet": {Level.DECIMAL: 0, Level.LETTER: 1, Level.ARABIC: 1, Level.DASH: 2},
    "muc": {
        Level.ROMAN: 0, Level.SECTION: 0, Level.ARABIC: 1, Level.DECIMAL: 1, Level.UPPER: 1, Level.LETTER: 2, Level.PART: 2,
        Level.ROW: 2, Level.SUBSECTION: 2,
    },
    "tieu muc": {Level.SUBSECTION: 0, Level.ARABIC: 1, Level.DECIMAL: 1},
    "phan": {Level.PART: 0, Level.ROMAN: 1, Level.UPPER: 1, Level.CHAPTER: 3},
    "chuong": {Level.CHAPTER: 0, Level.PART: 3},
}  # fmt: skip
_ROWS = {Level.ROW: 0, Level.ARABIC: 2, Level.DECIMAL: 2}
_ANY = {Level.ARABIC: 1, Level.ROW: 1, Level.DECIMAL: 1, Level.ROMAN: 2, Level.LETTER: 2, Level.UPPER: 2}
_ANNEXES = ("phu luc", "phu luc so", "bieu", "phu bieu", "mau", "bieu mau", "mau so", "bieu so", "bang")
_FIGURE = re.compile(r"\d+(?:\.\d+)+")
_MOST = 64
_INWARD = frozenset({"dieu", "khoan", "diem", "chuong", "phan"})
"""What a dotted label goes on to is a level below these: "Điều 8.3" is khoản 3."""
_APART = 3
"""What it costs to look in an attachment."""


def resolve(places: Places, path: Path) -> tuple[Found, ...]:
    """What a path leads to, the best first; a path not there gives what its beginning leads to."""
    steps = tuple(path)
    for length in range(len(steps), 0, -1):
        found = sorted(_candidates(places, steps[:length]), key=lambda one: (one.cost, one.start))
        missing = steps[length:]
        if not found and length == len(steps) and (lines := _figured(places, steps)):
            return lines
        if not found and length == len(steps) and steps[-1].noun in ("dieu", "khoan", "diem", "muc"):
            found, missing = _before(places, steps), steps[-1:]
        if found:
            return tuple(
                Found(one.provision, one.start, one.end, not missing, missing, one.cost) for one in found
            )
    return ()


def _figured(places: Places, steps: Path) -> tuple[Found, ...]:
    """A line that begins with a figure which is no label of the draft: "khoản 200.000 Điều 3"."""
    if not _FIGURE.fullmatch(steps[-1].label):
        return ()
    around = [(one.start, one.end) for one in _candidates(places, steps[:-1])] if len(steps) > 1 else None
    return begun_with(places, steps[-1].label, around)


def _before(places: Places, steps: Path) -> list[Found]:
    """What a provision that is not there would follow: 16 for "Điều 16a", 7 for "khoản 8" where seven are."""
    label = re.fullmatch(r"(\d{1,4})([a-zđ]?)\d?", steps[-1].label.lower())
    point = steps[-1].label.lower()
    if label:
        earlier = label[1] if label[2] else str(int(label[1]) - 1)
    elif len(point) == 1 and point in _ALPHABET[1:]:
        earlier = _ALPHABET[_ALPHABET.index(point) - 1]
    else:
        return []
    return sorted(
        _candidates(places, (*steps[:-1], Step(steps[-1].noun, earlier))),
        key=lambda one: (one.cost, one.start),
    )


_ALPHABET = "abcdđeghiklmnopqrstuvxy"


def _candidates(places: Places, steps: Path) -> list[Found]:
    annex = next((step for step in steps if step.noun in _ANNEXES), None)
    inside = _annex(places, annex) if annex else None
    if annex and inside is None:
        return []
    rest = tuple(step for step in steps if step is not annex)
    if inside is not None and not rest:
        _, start, end = places.annexes[inside - 1]
        return [Found(places.version.at(start) or "", start, end)]
    counted = [step for step in rest if step.noun in COUNTED]
    named = tuple(step for step in rest if step.noun not in COUNTED)
    if not named:
        return []
    found = [one for one in _named(places, named) if inside is None or places.part[one.provision] == inside]
    for step in reversed(counted):
        found = [deeper for one in found for deeper in nth(places, one, step)]
    return found


def _annex(places: Places, step: Step) -> int | None:
    """Which attachment is meant, from 1: one called so by its word, by its number in either numerals."""
    word = step.noun.removesuffix(" so")
    numbered = [
        (number, fold_keep(label))
        for number, (label, _, _) in enumerate(places.annexes, 1)
        if _numbered_alike(label, step.label)
    ]
    called = [number for number, label in numbered if label.startswith(word)]
    others = [number for number, _ in numbered] if word == "phu luc" or not called else []
    return next(iter((*called, *others)), None)


def _numbered_alike(label: str, wanted: str) -> bool:
    tail = label.split()[-1] if label.split() else ""
    number = number_of(wanted)
    return name(tail) == name(wanted) or (number is not None and number_of(tail) == number)


def _named(places: Places, steps: Path) -> list[Found]:
    best: dict[str, Found] = {}
    for flat in _splits(steps):
        for identity in (*places.labelled.get(name(flat[-1].label), ()), *_also(places, flat[-1])):
            cost = _cost(places.lines[identity], flat)
            if cost is None:
                continue
            cost += _APART * (places.part[identity] > 0)
            if identity not in best or cost < best[identity].cost:
                start, end = places.version.spans[identity]
                best[identity] = Found(identity, start, end, cost=cost)
    return list(best.values())


def _also(places: Places, step: Step) -> tuple[str, ...]:
    """Parts and chapters are numbered in either numerals."""
    number = number_of(step.label) if step.noun in ("phan", "chuong") else None
    if number is None:
        return ()
    return tuple(
        identity for name, ids in places.labelled.items() if number_of(name) == number for identity in ids
    )


def _splits(steps: Path) -> Iterator[Path]:
    """A dotted label may be one label or several: "III.2.3" as III, 2, 3, as III, 2.3, as it stands."""
    options: list[Path] = [()]
    for step in steps:
        parts = step.label.split(".")
        ways = [
            tuple(
                Step(step.noun if a == 0 or step.noun not in _INWARD else "", ".".join(parts[a:b]))
                for a, b in zip((0, *cuts), (*cuts, len(parts)), strict=True)
            )
            for size in range(len(parts))
            for cuts in combinations(range(1, len(parts)), size)
        ]
        options = [(*option, *way) for option in options for way in ways][:_MOST]
    return iter(options)


def _cost(line: Sequence[Provision], steps: Path) -> int | None:
    """How freely the steps are read on this line of provisions; None where they do not lead down it."""
    node = line[-1]
    fit = _fit(steps[-1].noun, node.level)
    if fit is None or not _same(node, steps[-1]):
        return None
    cost, position = fit, len(line) - 2
    for step in reversed(steps[:-1]):
        skipped = 0
        while position >= 0 and not (
            _same(line[position], step) and _fit(step.noun, line[position].level) is not None
        ):
            skipped += line[position].label not in ("", "-")
            position -= 1
        if position < 0:
            return None
        cost += 2 * skipped + (_fit(step.noun, line[position].level) or 0)
        position -= 1
    return cost + 2 * sum(1 for above in line[: position + 1] if above.label and above.level not in _GROUPING)


_GROUPING = frozenset({Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION})
"""Articles count on through these, so that nobody names them."""


def _same(node: Provision, step: Step) -> bool:
    if not node.label:
        return False
    wanted = name(step.label)
    if wanted in names(node):
        return True
    return (
        step.noun in ("phan", "chuong")
        and number_of(node.label) is not None
        and number_of(node.label) == number_of(step.label)
    )


def _fit(noun: str, level: Level) -> int | None:
    if noun in _FITS:
        return _FITS[noun].get(level)
    return (_ROWS if noun in ("stt", "so thu tu", "thu tu", "tt", "dong", "dong so", "hang") else _ANY).get(
        level
    )


@dataclass(frozen=True, slots=True)
class Settled:
    """Where a path leads when all that the sentence says is heard."""

    found: tuple[Found, ...] = ()
    sure: bool = True
    """False where another place bears the same labels, and nothing tells them apart."""
    several: bool = False
    """Too many places bear the labels for any to be meant."""


def settle(places: Places, path: Path, words: str, said: str) -> Settled:
    """The places of a path; where several fit, those that hold the words, then the attachment that is called by name.

    `said` is what stands around the path, folded: "điều 3 quy chế". A regulation attached to a decision has articles
    of the same numbers as the decision.
    """
    if path and path[-1].noun in BEGUN.values():
        return _begun(places, path, words)
    found = resolve(places, path)
    if len(found) < 2:
        return Settled(found)
    holding = [one for one in found if words and not one.missing and exact(places, words, one.start, one.end)]
    if holding and len(holding) < len(found):
        return Settled(_equals(holding))
    parts = {places.part.get(one.provision, 0): one for one in reversed(found)}
    called = next((number for number in sorted(parts) if number and _called(places, number, said)), None)
    part = called if called is not None else places.part.get(found[0].provision, 0)
    best = _equals([one for one in found if places.part.get(one.provision, 0) == part])
    if len(best) > 1 and not _beside_each_other(places, best):
        return Settled(several=True)
    rivals = [one for number, one in parts.items() if number != part and one.cost <= best[0].cost + _APART]
    return Settled(best, sure=called is not None or not rivals)


def _begun(places: Places, path: Path, words: str) -> Settled:
    """A paragraph by its first words, within what the path names around it."""
    around = [(one.start, one.end) for one in resolve(places, path[:-1]) if not one.missing]
    sentence = path[-1].noun == BEGUN["cau"]
    found, sure = paragraphs(places, path[-1].label, words, around, sentence=sentence)
    return Settled(found, sure=sure)


def _equals(found: Sequence[Found]) -> tuple[Found, ...]:
    least = min(one.cost for one in found)
    return tuple(one for one in found if one.cost == least)


def _called(places: Places, number: int, said: str) -> bool:
    label = fold_keep(places.annexes[number - 1][0]) if number <= len(places.annexes) else ""
    return len(label) > 3 and label in said


def _beside_each_other(places: Places, found: Sequence[Found]) -> bool:
    """One number given twice under one provision: both are meant."""
    return len({tuple(node.id for node in places.lines.get(one.provision, ())[:-1]) for one in found}) == 1
