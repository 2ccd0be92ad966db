"""Automatic numbering: the lists of the two schemes of the decree, and the letters of points that Word lacks.

Word counts letters in the Latin alphabet. A list of points therefore runs from a to d as Word counts, and goes on with
lists of its own: "đ" is a list of that one label, "e", "g" to "i" and so on begin where the Latin alphabet has them. The
label is automatic everywhere, and Word, LibreOffice and our own reader show the same (docs/adr/0031).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from thammuu_core.rendering.counting import Counter, letters
from thammuu_core.rendering.model import Level
from thammuu_core.rendering.normal import BELOW
from thammuu_core.rendering.word.names import PROVISION, style_id
from thammuu_core.rendering.word.xml import element, root, value
from thammuu_core.text.numerals import POINT_LETTERS


class List(IntEnum):
    """A definition of a list; its value is its number and that of the first list made of it."""

    PARTS = 1
    CHAPTERS = 2
    ARTICLES = 3
    ROMANS = 4
    MARKS = 5


_LEVELS = {
    List.PARTS: (Level.PART,),
    List.CHAPTERS: (Level.CHAPTER, Level.SECTION, Level.SUBSECTION),
    List.ARTICLES: (Level.ARTICLE, Level.CLAUSE, Level.POINT),
    List.ROMANS: (Level.ROMAN, Level.CLAUSE, Level.POINT),
    List.MARKS: (Level.DASH, Level.PLUS),
}
_SHOWN = {
    Level.PART: ("upperRoman", "Phần %{}"),
    Level.CHAPTER: ("upperRoman", "Chương %{}"),
    Level.SECTION: ("decimal", "Mục %{}"),
    Level.SUBSECTION: ("decimal", "Tiểu mục %{}"),
    Level.ARTICLE: ("decimal", "Điều %{}."),
    Level.ROMAN: ("upperRoman", "%{}."),
    Level.CLAUSE: ("decimal", "%{}."),
    Level.POINT: ("lowerLetter", "%{})"),
    Level.DASH: ("bullet", "-"),
    Level.PLUS: ("bullet", "+"),
}
"""How Word counts and what it shows, `{}` the place in the list from 1."""
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def list_of(level: Level, *, in_articles: bool) -> tuple[List, int]:
    """The list of a provision, and its level there; clauses and points stand under articles or under "I."."""
    found = [list_ for list_, levels in _LEVELS.items() if level in levels]
    list_ = found[0] if len(found) == 1 or in_articles else found[-1]
    return list_, _LEVELS[list_].index(level)


class Numbering:
    """Gives each provision the list that shows its number, and at last the part `numbering.xml`."""

    def __init__(self) -> None:
        self._made: list[str] = [_number(list_.value, list_) for list_ in List]
        self._current: dict[List, int] = {list_: list_.value for list_ in List}
        self._counts: dict[List, list[int]] = {list_: [0] * len(levels) for list_, levels in _LEVELS.items()}
        self._letter: tuple[int, str] = (0, "")
        self._counter = Counter()
        self._in_articles = False

    def restart(self) -> None:
        """An annex or another document begins: everything is counted from one again."""
        self._counter, self._in_articles = Counter(), False
        for list_, levels in _LEVELS.items():
            if list_ is not List.MARKS and any(self._counts[list_]):
                self._counts[list_] = [-1] * len(levels)

    def next(self, level: Level) -> tuple[int, int]:
        """The number of the list and the level in it for the next provision."""
        number = self._counter.next(level)
        if level in (Level.ARTICLE, Level.ROMAN):
            self._in_articles = level is Level.ARTICLE
        list_, at = list_of(level, in_articles=self._in_articles)
        if list_ is List.MARKS:
            return list_.value, at
        if not self._counts_on(list_, at, number):
            self._begin(list_, at, number)
        shown = self._current[list_]
        if level is Level.POINT:
            shown = self._point(list_, at, number)
        return shown, at

    def part(self) -> bytes:
        """The part `numbering.xml`."""
        return root("numbering", *(_definition(list_) for list_ in List), *self._made)

    def _counts_on(self, list_: List, at: int, number: int) -> bool:
        """Whether Word by itself comes to that number; only where all programs agree that it does."""
        counts = self._counts[list_]
        if counts[at] < 0 or (not counts[at] and any(counts[at + 1 :])):
            return False
        counts[at] += 1
        counts[at + 1 :] = [0 if count > 0 else count for count in counts[at + 1 :]]
        return counts[at] == number

    def _begin(self, list_: List, at: int, number: int) -> None:
        """A list of the same definition that begins with that number, and anew at every level below."""
        deeper = range(at + 1, len(_LEVELS[list_]))
        starts = element("lvlOverride", value("startOverride", number), ilvl=at)
        below = (element("lvlOverride", value("startOverride", 1), ilvl=level) for level in deeper)
        self._current[list_] = self._add(list_, starts, *below)
        self._counts[list_][at:] = [number, *(0 for _ in deeper)]

    def _point(self, list_: List, at: int, number: int) -> int:
        """The list that shows the letter of a point: the common one up to "d", then one for each run of letters."""
        letter = letters(number)
        if number <= POINT_LETTERS.index("d") + 1:
            return self._current[list_]
        place, before = self._letter
        latin = _LATIN.find(letter) + 1 if len(letter) == 1 else 0
        if not latin:
            override = element(
                "lvlOverride",
                value("startOverride", 1),
                _level(at, Level.POINT, ("none", f"{letter})")),
                ilvl=at,
            )
            place = self._add(list_, override)
        elif _LATIN.find(before) + 2 != latin:
            place = self._add(list_, element("lvlOverride", value("startOverride", latin), ilvl=at))
        self._letter = place, letter
        return place

    def _add(self, list_: List, *overrides: str) -> int:
        place = len(self._made) + 1
        self._made.append(_number(place, list_, *overrides))
        return place


def _number(place: int, list_: List, *overrides: str) -> str:
    return element("num", value("abstractNumId", list_.value), *overrides, numId=place)


def _definition(list_: List) -> str:
    levels = (
        _level(
            at,
            level,
            _SHOWN[level],
            style=PROVISION.get(level, "") if list_of(level, in_articles=False)[0] is list_ else "",
        )
        for at, level in enumerate(_LEVELS[list_])
    )
    return element("abstractNum", value("multiLevelType", "multilevel"), *levels, abstractNumId=list_.value)


def _level(at: int, level: Level, shown: tuple[str, str], style: str = "") -> str:
    form, pattern = shown
    return element("lvl", *_inside(at, level, form, pattern, style), ilvl=at)


def _inside(at: int, level: Level, form: str, pattern: str, style: str) -> Iterator[str]:
    """In the order of the schema; `style` is the one whose paragraphs are counted here by themselves."""
    yield value("start", 1)
    yield value("numFmt", form)
    if style:
        yield value("pStyle", style_id(style))
    yield value("suff", "nothing" if level in BELOW else "space")
    yield value("lvlText", pattern.format(at + 1))
    yield value("lvlJc", "left")
    if level is Level.ARTICLE:
        yield element("rPr", "<w:b/>")


def level_of(definition: str, at: int) -> Level | None:
    """What a paragraph is, from the number of its list's definition and its level there."""
    levels = _LEVELS[List(int(definition))] if definition in {str(list_.value) for list_ in List} else ()
    return levels[at] if 0 <= at < len(levels) else None
