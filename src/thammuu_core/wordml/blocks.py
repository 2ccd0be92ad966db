"""Paragraphs and tables of one story, in document order.

A line break inside a paragraph (Shift+Enter, as in "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC") begins a new `Paragraph` of the
same style without a label: what a reader sees as two lines is two lines for everyone after us, and no line feed ever
stands inside a paragraph's text. A paragraph whose mark is deleted flows into the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from thammuu_core.papers import Block, Paragraph
from thammuu_core.wordml.inline import Inline, Surroundings, chosen
from thammuu_core.wordml.lines import assembled
from thammuu_core.wordml.names import (
    ALTERNATE,
    DEL,
    MOVE_FROM,
    PARA_ID,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SDT_PROPERTIES,
    TBL,
    VAL,
    P,
    w,
)
from thammuu_core.wordml.numbering import Labels, Numbering
from thammuu_core.wordml.styles import ALIGNMENTS, PLAIN, Style
from thammuu_core.wordml.tables import read_table

_STYLE, _ALIGN, _NUMBER, _OUTLINE = w("pStyle"), w("jc"), w("numPr"), w("outlineLvl")
_NUMBER_ID, _LEVEL = w("numId"), w("ilvl")
_LEFT_OUT = frozenset((DEL, MOVE_FROM, SDT_PROPERTIES, w("sectPr")))


@dataclass(slots=True)
class _Settings:
    """Properties of one paragraph as written on it."""

    style: str | None = None
    align: str | None = None
    outline: str | None = None
    number: str | None = None
    level: str | None = None
    joined: bool = False
    """Its mark is deleted: it flows into the next paragraph."""


class Blocks:
    """Reads one story; labels count from its beginning."""

    def __init__(self, surroundings: Surroundings, numbering: Numbering) -> None:
        self._surroundings = surroundings
        self._numbering = numbering
        self._labels = Labels(numbering)
        self._control: str | None = None

    def read(self, parent: etree._Element, table: Style = PLAIN) -> tuple[Block, ...]:
        """All blocks of a body, a cell, a note or a text box."""
        found: list[Block] = []
        held: tuple[etree._Element, _Settings, Inline] | None = None
        for child in self._children(parent):
            if child.tag == TBL:
                if held is not None:
                    found += self._left_hanging(held, table)
                held = None
                found.append(read_table(child, self.read, self._surroundings))
                continue
            settings = _settings(child)
            inline = self._inline(child, settings, table)
            if held is not None:
                inline.lines[:1] = [*held[2].lines[:-1], held[2].lines[-1] + inline.lines[0]]
            held = (child, settings, inline) if settings.joined else None
            if held is None:
                found += self._paragraphs(child, settings, inline)
        if held is not None:
            found += self._left_hanging(held, table) or ([] if found else [Paragraph("")])
        return tuple(found)

    def _left_hanging(self, held: tuple[etree._Element, _Settings, Inline], table: Style) -> list[Paragraph]:
        """A paragraph with a deleted mark and none after it to flow into; nothing if all of it is deleted."""
        return self._paragraphs(*held) if any(held[2].lines) else []

    def _children(self, parent: etree._Element) -> Iterator[etree._Element]:
        """Paragraphs and tables, those inside content controls and other wrappers included."""
        for child in parent:
            tag = child.tag
            if tag in (P, TBL):
                yield child
            elif tag == SDT:
                self._control = _tag(child) or self._control
                for content in child.iterchildren(SDT_CONTENT):
                    yield from self._children(content)
            elif tag == ALTERNATE:
                yield from self._children(chosen(child))
            elif tag == w("altChunk"):
                self._surroundings.tally["chunks"] += 1
            elif isinstance(tag, str) and len(child) and tag not in _LEFT_OUT:
                yield from self._children(child)

    def _inline(self, element: etree._Element, settings: _Settings, table: Style) -> Inline:
        inline = Inline(self._surroundings, table, self._surroundings.styles.paragraph(settings.style))
        inline.walk(element)
        return inline

    def _paragraphs(self, element: etree._Element, settings: _Settings, inline: Inline) -> list[Paragraph]:
        style = self._surroundings.styles.paragraph(settings.style)
        label, depth = self._label(settings, style)
        heading = style.outline
        if settings.outline is not None:
            heading = int(settings.outline) + 1 if settings.outline in "012345678" else None
        align = ALIGNMENTS.get(settings.align) if settings.align else style.align
        mark = self._mark(element, inline)
        made = []
        for line in inline.lines:
            text, runs = assembled(line)
            made.append(Paragraph(text, label, depth, style.name, heading, align, runs, None, None, mark))
            label, depth, mark = "", None, None
        return made

    def _label(self, settings: _Settings, style: Style) -> tuple[str, int | None]:
        number = settings.number or style.number
        if number is None or number == "0":
            return "", None
        level = _digit(settings.level)
        if level is None and settings.number is None:
            level = self._numbering.level_of_style(number, style.id)
            level = style.level if level is None else level
        label = self._labels.label(number, level or 0)
        return (label, level or 0) if label else ("", None)

    def _mark(self, element: etree._Element, inline: Inline) -> str | None:
        control, self._control = self._control, None
        if control:
            return f"control:{control}"
        if inline.bookmark:
            return f"bookmark:{inline.bookmark}"
        identity = element.get(PARA_ID)
        return f"para:{identity}" if identity else None


def _settings(element: etree._Element) -> _Settings:
    settings = _Settings()
    if not len(element) or element[0].tag != PPR:
        return settings
    for child in element[0]:
        tag = child.tag
        if tag == _STYLE:
            settings.style = child.get(VAL)
        elif tag == _ALIGN:
            settings.align = child.get(VAL)
        elif tag == _OUTLINE:
            settings.outline = child.get(VAL)
        elif tag == _NUMBER:
            for part in child:
                if part.tag == _NUMBER_ID:
                    settings.number = part.get(VAL)
                elif part.tag == _LEVEL:
                    settings.level = part.get(VAL)
        elif tag == RPR:
            settings.joined = child.find(DEL) is not None or child.find(MOVE_FROM) is not None
    return settings


def _tag(control: etree._Element) -> str | None:
    found = control.find(f"{SDT_PROPERTIES}/{w('tag')}")
    return None if found is None else found.get(VAL)


def _digit(text: str | None) -> int | None:
    return int(text) if text and text in "012345678" else None
