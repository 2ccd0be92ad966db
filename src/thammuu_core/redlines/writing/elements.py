"""The elements of which changes are made: runs with words, and what says of them who put them in or took them out."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from thammuu_core.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, RPR, R, T, w
from thammuu_core.wordml.order import of_paragraph, of_run, put

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_GONE = {T: w("delText"), w("instrText"): w("delInstrText")}
_OF_A_CHANGE = (INS, DEL, MOVE_FROM, MOVE_TO, w("rPrChange"))
_OF_ITS_PLACE = (w("sectPr"), w("pPrChange"))
_FONT = "Times New Roman"
_OLD_FONTS = (".vn", "vni", "symbol", "wingdings", "webdings")
"""Fonts that draw other letters than are written; a font named so by a theme is not known to anybody."""


_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(words: str) -> str:
    """The words without what XML cannot hold; no reader would have shown it."""
    return _UNWRITABLE.sub("", words)


@dataclass(slots=True)
class Numbers:
    """Ids of changes and comments, each once in the file."""

    last: int = 0

    def next(self) -> str:
        """A number nobody has."""
        self.last += 1
        return str(self.last)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who makes a change and when; puts it on elements."""

    author: str
    date: str
    numbers: Numbers = field(compare=False)

    def on(self, element: etree._Element) -> etree._Element:
        """The element with id, author and date."""
        element.set(w("id"), self.numbers.next())
        element.set(w("author"), writable(self.author))
        if self.date:
            element.set(w("date"), self.date)
        return element

    def new(self, tag: str) -> etree._Element:
        """An element of its own."""
        return self.on(etree.Element(tag))

    def mark(self, paragraph: etree._Element, kind: str) -> None:
        """Say of a paragraph's mark that it came or went: `ins`, `del`, `moveFrom`, `moveTo`."""
        self.on(put(put(of_paragraph(paragraph), "rPr"), kind))

    def wrap(self, runs: Sequence[etree._Element], tag: str) -> etree._Element:
        """Runs that stand side by side, in a wrapper in their place."""
        wrapper = self.new(tag)
        runs[0].addprevious(wrapper)
        wrapper.extend(runs)
        if tag == DEL:
            for element in [child for each in runs for child in each if child.tag in _GONE]:
                element.tag = _GONE[element.tag]
        return wrapper


def run(words: str, look: etree._Element | None) -> etree._Element:
    """A run that shows the words; `look` is the `w:rPr` of the words beside it."""
    made = etree.Element(R)
    if look is not None and len(plain := plain_look(look)):
        made.append(plain)
    for number, part in enumerate(writable(words).split("\t")):
        if number:
            etree.SubElement(made, w("tab"))
        if part:
            text(made, part)
    return made


def text(parent: etree._Element, words: str) -> None:
    """A `w:t` whose spaces stay."""
    element = etree.SubElement(parent, T)
    element.text = words
    if words != words.strip() or "  " in words:
        element.set(SPACE, "preserve")


def plain_look(look: etree._Element) -> etree._Element:
    """A copy that says nothing of changes, and names no font in which other letters would be seen than are written."""
    made = copy.deepcopy(look)
    made.tail = None
    for child in [child for child in made if child.tag in _OF_A_CHANGE]:
        made.remove(child)
    for fonts in made.findall(w("rFonts")):
        if is_odd(fonts):
            fonts.attrib.clear()
            _set_font(fonts)
    return made


def is_odd(fonts: etree._Element) -> bool:
    """Whether a `w:rFonts` names a font in which other letters are seen than are written."""
    return any(str(name).casefold().startswith(_OLD_FONTS) for name in fonts.attrib.values())


def name_font(new: etree._Element) -> None:
    """Let a run name its font, whatever its style says."""
    fonts = put(of_run(new), "rFonts")
    if w("ascii") not in fonts.attrib:
        _set_font(fonts)


def _set_font(fonts: etree._Element) -> None:
    for side in ("ascii", "hAnsi", "cs"):
        fonts.set(w(side), _FONT)


def paragraph(model: etree._Element | None) -> etree._Element:
    """An empty paragraph set as `model`, a `w:p` or a `w:pPr`, without what belongs to that one's place."""
    made = etree.Element(w("p"))
    settings = model.find(PPR) if model is not None and model.tag != PPR else model
    if settings is None:
        return made
    settings = copy.deepcopy(settings)
    settings.tail = None
    for child in [child for child in settings if child.tag in _OF_ITS_PLACE]:
        settings.remove(child)
    look = settings.find(RPR)
    if look is not None:
        settings.replace(look, plain_look(look))
    made.append(settings)
    return made


def together(runs: Iterable[etree._Element]) -> list[list[etree._Element]]:
    """Runs grouped as they stand side by side."""
    groups: list[list[etree._Element]] = []
    for element in runs:
        if groups and groups[-1][-1].getnext() is element:
            groups[-1].append(element)
        else:
            groups.append([element])
    return groups
