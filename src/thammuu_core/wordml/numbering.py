"""Automatic numbering: the labels a reader sees before paragraphs, counted over one story.

Lists (`w:num`) that share a definition (`w:abstractNum`) share its counters; a list that overrides a start restarts
them when it is first used. Source: ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from thammuu_core.wordml.looks import understood, written
from thammuu_core.wordml.names import ALTERNATE, CHOICE, FALLBACK, OFF, PPR, RPR, VAL, w
from thammuu_core.wordml.numerals import numeral
from thammuu_core.wordml.symbols import bullet

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    """With %1 … %9 for the numbers of the levels: "%1.%2."."""
    restart: int | None = None
    """Restarts after this level (from 1) or one above it; 0 never; None after any level above."""
    legal: bool = False
    """All numbers of the label in decimal."""
    font: str | None = None
    style: str | None = None
    """Paragraph style tied to this level."""


@dataclass(frozen=True, slots=True)
class List:
    """One `w:num`: its definition, its levels with its own overrides, and the starts it overrides."""

    definition: str
    levels: tuple[Level, ...]
    """All nine."""
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, each understood when a paragraph first asks for it."""

    def __init__(self, root: etree._Element | None) -> None:
        self._definitions: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._lists: dict[str, List | None] = {}
        if root is not None:
            self._definitions = {
                element.get(w("abstractNumId"), ""): element for element in root.iterfind(w("abstractNum"))
            }
            self._numbers = {element.get(w("numId"), ""): element for element in root.iterfind(w("num"))}

    def __getitem__(self, number: str) -> List | None:
        if number not in self._lists:
            self._lists[number] = self._understood(number)
        return self._lists[number]

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of a list to which a paragraph style is tied, if it is."""
        found = self[number]
        return (
            next((at for at, level in enumerate(found.levels) if level.style == style), None)
            if found
            else None
        )

    def paragraph_properties(self, number: str, level: int) -> etree._Element | None:
        """The `w:pPr` that a level of a list gives to its paragraphs: their indents."""
        element = self._numbers.get(number)
        key = None if element is None else _value(element, "abstractNumId")
        if element is None or key is None or key not in self._definitions:
            return None
        overrides = (own for own in element.iterfind(f"{w('lvlOverride')}/{w('lvl')}") if _at(own, level))
        levels = (own for own in self._definitions[self._linked(key)].iterfind(w("lvl")) if _at(own, level))
        found = next(overrides, None)
        found = next(levels, None) if found is None else found
        return None if found is None else found.find(PPR)

    def _understood(self, number: str) -> List | None:
        element = self._numbers.get(number)
        key = None if element is None else _value(element, "abstractNumId")
        if element is None or key is None or key not in self._definitions:
            return None
        key = self._linked(key)
        return _list(key, self._definitions[key], element)

    def _linked(self, key: str) -> str:
        """The definition that a definition borrows through a list style; itself when it borrows none."""
        style = _value(self._definitions[key], "numStyleLink")
        links = (
            other for other, element in self._definitions.items() if _value(element, "styleLink") == style
        )
        return next(links, key) if style else key


class Labels:
    """Counts through one story; `label` must be asked once a paragraph, in document order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of this list and level; empty when the list does not exist."""
        found = self._numbering[number]
        if found is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(found.definition, [None] * _LEVELS)
        if level in found.starts and (number, level) not in self._begun:
            self._begun.add((number, level))
            counts[level] = None
        for higher in range(level):
            if counts[higher] is None:  # A level left out counts as used: after "1.1" comes "2".
                counts[higher] = found.levels[higher].start
        before = counts[level]
        counts[level] = found.levels[level].start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            if counts[deeper] is not None:
                restart = found.levels[deeper].restart
                if restart is None or level < restart:
                    counts[deeper] = None
        return _shown(found, level, counts)


def _shown(found: List, level: int, counts: list[int | None]) -> str:
    own = found.levels[level]
    if own.form == "bullet":
        return bullet(own.pattern, own.font)

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = found.levels[at]
        count = counts[at]
        form = "decimal" if own.legal and other.form != "none" else other.form
        return numeral(other.start if count is None else count, form)

    return _PLACE.sub(number, own.pattern).strip()


def _list(key: str, definition: etree._Element, element: etree._Element) -> List:
    levels = {
        at: _level(item)
        for item in definition.iterfind(w("lvl"))
        if (at := _number(item.get(w("ilvl")))) is not None
    }
    starts = {}
    for override in element.iterfind(w("lvlOverride")):
        at = _number(override.get(w("ilvl")))
        if at is None:
            continue
        own = override.find(w("lvl"))
        if own is not None:
            levels[at] = _level(own)
        start = _number(_value(override, "startOverride"))
        if start is not None:
            starts[at] = start
            levels[at] = replace(levels.get(at, Level()), start=start)
    return List(key, tuple(levels.get(at, Level()) for at in range(_LEVELS)), starts)


def _level(element: etree._Element) -> Level:
    properties = element.find(RPR)
    legal = element.find(w("isLgl"))
    font = understood(written(properties), {}).get("font") if properties is not None else None
    return Level(
        start=_number(_value(element, "start")) or 0 if element.find(w("start")) is not None else 0,
        form=_form(element),
        pattern=_value(element, "lvlText") or "",
        restart=_number(_value(element, "lvlRestart")),
        legal=legal is not None and legal.get(VAL) not in OFF,
        font=str(font) if font else None,
        style=_value(element, "pStyle"),
    )


def _at(element: etree._Element, level: int) -> bool:
    return _number(element.get(w("ilvl"))) == level


def _form(element: etree._Element) -> str:
    """The number format; newer forms come with an older one to fall back on."""
    plain = _value(element, "numFmt")
    if plain is not None:
        return plain
    for way in (CHOICE, FALLBACK):
        found = element.find(f"{ALTERNATE}/{way}/{w('numFmt')}")
        if found is not None and found.get(VAL) != "custom":
            return found.get(VAL, "decimal")
    return "decimal"


def _value(parent: etree._Element, name: str) -> str | None:
    found = parent.find(w(name))
    return None if found is None else found.get(VAL)


def _number(text: str | None) -> int | None:
    try:
        return int(text or "")
    except ValueError:
        return None
