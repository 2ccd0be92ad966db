"""The provisions of a version by the paths that letters give them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.sentences.model import Path, Step
from thammuu_core.opinions.sentences.nouns import ORDINALS
from thammuu_core.opinions.sentences.reading import small
from thammuu_core.provisions import Level, Provision
from thammuu_core.text import fold_keep, read_roman

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
_COUNTED = ("gach dau dong", "dau gach", "dau gach ngang", "gach ngang", "dau cong", "doan", "cau", "y")
_ANNEXES = ("phu luc", "phu luc so", "bieu", "phu bieu", "mau", "bieu mau", "mau so", "bieu so", "bang")
_MOST = 64


@dataclass(frozen=True, slots=True)
class Found:
    """What a path leads to."""

    provision: str
    start: int
    end: int
    whole: bool = True
    """False where only the beginning of the path is in the version: `missing` is what is not."""
    missing: Path = ()
    cost: int = 0
    """How freely the path was read; the least is the best."""
    stretch: bool = False
    """Lines that are no provision of their own: meant as they stand."""


@dataclass(frozen=True, slots=True)
class Places:
    """The path index of one version; build it with `index`."""

    version: Version
    small: str
    """The text as words are sought in it; offsets are its own."""
    lines: dict[str, tuple[Provision, ...]]
    """Each provision with those above it, the outermost first."""
    labelled: dict[str, tuple[str, ...]]
    """Ids by their label, levelled."""
    part: dict[str, int]
    """Which attachment a provision stands in; 0 is the document itself."""
    annexes: tuple[tuple[str, int, int], ...]
    """Label, start and end of each attachment."""
    title: tuple[int, int] | None
    bases: tuple[tuple[int, int], ...]
    """The lines "Căn cứ …"."""
    recipients: tuple[int, int] | None

    headings: dict[str, tuple[tuple[str, str], ...]]
    """First two words of a heading, folded, to headings and ids, the longest first."""

    def heading_at(self, folded: str, start: int) -> str | None:
        """The provision whose heading stands at this offset of a folded text, to its last word."""
        first = " ".join(folded[start : start + 60].split()[:2])
        for heading, identity in self.headings.get(first, ()):
            end = start + len(heading)
            if folded.startswith(heading, start) and not folded[end : end + 1].isalnum():
                return identity
        return None

    def resolve(self, path: Path) -> tuple[Found, ...]:
        """What a path leads to, the best first; a path not there gives what its beginning leads to."""
        return _resolve(self, path)


class _ByIdentity:
    """A version as a key: two versions are the same when they are one object."""

    def __init__(self, version: Version) -> None:
        self.version = version

    def __hash__(self) -> int:
        return id(self.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.version is self.version


def index(version: Version) -> Places:
    """The index of a version; made once for each."""
    return _made(_ByIdentity(version))


@lru_cache(maxsize=8)
def _made(key: _ByIdentity) -> Places:
    version = key.version
    outline = version.outline
    lines: dict[str, tuple[Provision, ...]] = {}
    part: dict[str, int] = {}
    tops = [(0, (*outline.front, *outline.body, *outline.back))]
    tops += [(number, (*each.front, *each.provisions)) for number, each in enumerate(outline.attachments, 1)]
    for number, nodes in tops:
        for node in nodes:
            for below, above in _walk(node, ()):
                if below.id in version.spans:
                    lines[below.id], part[below.id] = (*above, below), number
    labelled: dict[str, list[str]] = defaultdict(list)
    for identity, line in lines.items():
        for name in _names(line[-1]):
            labelled[name].append(identity)
    return Places(
        version, small(version.text), lines, {name: tuple(ids) for name, ids in labelled.items()}, part,
        tuple(_annexes(version)), _title(version), tuple(_bases(version)), _recipients(version), _headings(lines),
    )  # fmt: skip


def _walk(node: Provision, above: tuple[Provision, ...]) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    yield node, above
    for child in node.children:
        yield from _walk(child, (*above, node))


def _headings(lines: dict[str, tuple[Provision, ...]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """A heading that two provisions bear names neither."""
    found: dict[str, list[str]] = defaultdict(list)
    for identity, line in lines.items():
        words = fold_keep(line[-1].heading or "").strip(" .:;,").split()
        if 2 <= len(words) <= 24:
            found[" ".join(words)].append(identity)
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for heading in sorted(found, key=len, reverse=True):
        if len(found[heading]) == 1:
            table[" ".join(heading.split()[:2])].append((heading, found[heading][0]))
    return {first: tuple(each) for first, each in table.items()}


def found_at(places: Places, start: int, end: int) -> Found:
    """The stretch of the draft, with the provision in which it begins."""
    return Found(places.version.at(start) or "", start, end, stretch=True)


def _names(node: Provision) -> Iterator[str]:
    if node.label and node.label != "-":
        yield from dict.fromkeys((_name(node.label), *(_name(last) for last in node.label.split(".")[-1:])))


@lru_cache(maxsize=4096)
def _name(label: str) -> str:
    """One spelling of a label: "01" and "1", "thứ hai" and "2"; đ is not d."""
    lowered = label.strip(" .)(").lower()
    word = fold_keep(lowered).removeprefix("thu ").strip()
    if word in ORDINALS and len(word) > 1:
        return ORDINALS[word]
    return lowered.lstrip("0") or "0" if lowered.isdigit() else lowered


def _annexes(version: Version) -> Iterator[tuple[str, int, int]]:
    for each in version.outline.attachments:
        spans = [
            version.spans[node.id] for node in (*each.front, *each.provisions) if node.id in version.spans
        ]
        if spans:
            yield each.label, min(start for start, _ in spans), max(end for _, end in spans)


def _title(version: Version) -> tuple[int, int] | None:
    """The subject below the name of the kind; the lines of the front that stand in no table."""
    spans = [
        version.spans[node.id]
        for node in version.outline.front
        if node.level is Level.TEXT and node.text.strip()
    ]
    spans = [span for span in spans if span[1] > span[0]]
    if not spans:
        return None
    return (spans[1][0], spans[-1][1]) if len(spans) > 1 else spans[0]


def _bases(version: Version) -> Iterator[tuple[int, int]]:
    for node in version.outline.body:
        if (
            node.level is Level.TEXT
            and fold_keep(node.text.lstrip())[:6] == "can cu"
            and node.id in version.spans
        ):
            yield version.spans[node.id]


def _recipients(version: Version) -> tuple[int, int] | None:
    """ "Nơi nhận" and the dashes that follow it."""
    found: tuple[int, int] | None = None
    for node in (below for top in version.outline.back for below in top.walk()):
        folded = fold_keep(node.text).lstrip()
        if node.id in version.spans and (folded.startswith("noi nhan") or (found and folded.startswith("-"))):
            start, end = version.spans[node.id]
            found = (found[0] if found else start, end)
        elif found:
            break
    return found


# -- resolving ---------------------------------------------------------------------------------


def _resolve(places: Places, path: Path) -> tuple[Found, ...]:
    steps = tuple(path)
    for length in range(len(steps), 0, -1):
        found = sorted(_candidates(places, steps[:length]), key=lambda one: (one.cost, one.start))
        missing = steps[length:]
        if not found and length == len(steps) and steps[-1].noun in ("dieu", "khoan", "diem", "muc"):
            found, missing = _before(places, steps), steps[-1:]
        if found:
            return tuple(
                Found(one.provision, one.start, one.end, not missing, missing, one.cost) for one in found
            )
    return ()


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
    counted = [step for step in rest if step.noun in _COUNTED]
    named = tuple(step for step in rest if step.noun not in _COUNTED)
    if not named:
        return []
    found = [one for one in _named(places, named) if inside is None or places.part[one.provision] == inside]
    for step in reversed(counted):
        found = [deeper for one in found for deeper in _nth(places, one, step)]
    return found


def _annex(places: Places, step: Step) -> int | None:
    """Which attachment is meant, from 1: by its number, said in either numerals, or the n-th of the annexes."""
    wanted = _number(step.label)
    for number, (label, _, _) in enumerate(places.annexes, 1):
        tail = label.split()[-1] if label.split() else ""
        if _name(tail) == _name(step.label) or (wanted and _number(tail) == wanted):
            return number
    return None


def _number(label: str) -> int | None:
    if label.isdigit():
        return int(label)
    word = ORDINALS.get(fold_keep(label.lower()).removeprefix("thu ").strip())
    return int(word) if word else read_roman(label.upper())


def _named(places: Places, steps: Path) -> list[Found]:
    best: dict[str, Found] = {}
    for flat in _splits(steps):
        for identity in (*places.labelled.get(_name(flat[-1].label), ()), *_also(places, flat[-1])):
            cost = _cost(places.lines[identity], flat)
            if cost is None:
                continue
            cost += 3 * (places.part[identity] > 0)
            if identity not in best or cost < best[identity].cost:
                start, end = places.version.spans[identity]
                best[identity] = Found(identity, start, end, cost=cost)
    return list(best.values())


def _also(places: Places, step: Step) -> tuple[str, ...]:
    """Parts and chapters are numbered in either numerals."""
    number = _number(step.label) if step.noun in ("phan", "chuong") else None
    if number is None:
        return ()
    return tuple(
        identity for name, ids in places.labelled.items() if _number(name) == number for identity in ids
    )


def _splits(steps: Path) -> Iterator[Path]:
    """A dotted label may be one label or several: "III.2.3" as III, 2, 3, as III, 2.3, as it stands."""
    options: list[Path] = [()]
    for step in steps:
        parts = step.label.split(".")
        ways = [
            tuple(
                Step(step.noun, ".".join(parts[a:b]))
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
    wanted = _name(step.label)
    if wanted in _names(node):
        return True
    return (
        step.noun in ("phan", "chuong")
        and _number(node.label) is not None
        and _number(node.label) == _number(step.label)
    )


def _fit(noun: str, level: Level) -> int | None:
    if noun in _FITS:
        return _FITS[noun].get(level)
    return (_ROWS if noun in ("stt", "so thu tu", "thu tu", "tt", "dong", "dong so", "hang") else _ANY).get(
        level
    )


def _nth(places: Places, one: Found, step: Step) -> list[Found]:
    """The n-th dash or paragraph below a provision; the provision itself where there is none such."""
    node = places.version.nodes[one.provision]
    if step.noun in ("doan", "cau", "y"):
        below = (
            [node, *(child for child in node.children if child.level is Level.TEXT)]
            if step.noun == "doan"
            else []
        )
    else:
        below = [child for child in node.walk() if child.level in (Level.DASH, Level.PLUS)]
    number = int(step.label) if step.label.lstrip("-").isdigit() else 0
    chosen = below[number - 1 if number > 0 else number] if number and abs(number) <= len(below) else None
    if chosen is None or chosen.id not in places.version.spans:
        return [one]
    start, end = places.version.spans[chosen.id]
    end = start + len(chosen.text) if chosen is node else end
    return [Found(chosen.id, start, end, cost=one.cost)]
