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
from thammuu_core.wordml.forms import Forms, List, settled
from thammuu_core.wordml.inline import Inline, Surroundings, chosen
from thammuu_core.wordml.lines import assembled
from thammuu_core.wordml.names import (
    ALTERNATE,
    DEL,
    MOVE_FROM,
    PARA_ID,
    SDT,
    SDT_CONTENT,
    SDT_PROPERTIES,
    TBL,
    VAL,
    P,
    w,
)
from thammuu_core.wordml.numbering import Labels, Numbering
from thammuu_core.wordml.settings import Settings, settings_of
from thammuu_core.wordml.styles import ALIGNMENTS, PLAIN, Style
from thammuu_core.wordml.tables import read_table

_ELSEWHERE = frozenset((w("altChunk"), w("subDoc")))
_LEFT_OUT = frozenset((DEL, MOVE_FROM, SDT_PROPERTIES, w("sectPr")))


@dataclass(slots=True)
class _Draft:
    """A paragraph taken in, before its label is counted."""

    element: etree._Element
    settings: Settings
    style: Style
    inline: Inline


class Blocks:
    """Reads one story; labels count from its beginning."""

    def __init__(self, surroundings: Surroundings, numbering: Numbering, forms: Forms | None = None) -> None:
        self._surroundings = surroundings
        self._forms = forms
        self._numbering = numbering
        self._labels = Labels(numbering)
        self._control: str | None = None

    def read(self, parent: etree._Element, table: Style = PLAIN) -> tuple[Block, ...]:
        """All blocks of a body, a cell, a note or a text box."""
        found: list[Block] = []
        held: _Draft | None = None
        for child in self._children(parent):
            if child.tag == TBL:
                found += self._left_hanging(held)
                found.append(read_table(child, self.read, self._surroundings))
                held = None
                continue
            draft = self._draft(child, table)
            if held is not None:
                draft.inline.follow(held.inline)
            held = draft if draft.settings.joined else None
            if held is None:
                found += self._paragraphs(draft, table)
            if self._forms is not None:
                self._forms.sections.end(child, len(found))
        found += self._left_hanging(held)
        return tuple(found) if self._forms is None else settled(found)

    def _left_hanging(self, held: _Draft | None) -> list[Paragraph]:
        """A paragraph with a deleted mark and none after it to flow into; nothing if all of it is deleted."""
        return self._paragraphs(held) if held is not None and any(held.inline.lines) else []

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
            elif tag in _ELSEWHERE:
                self._surroundings.tally["chunks"] += 1
            elif isinstance(tag, str) and len(child) and tag not in _LEFT_OUT:
                yield from self._children(child)

    def _draft(self, element: etree._Element, table: Style) -> _Draft:
        settings = settings_of(element)
        style = self._surroundings.styles.paragraph(settings.style)
        inline = Inline(self._surroundings, table, style)
        inline.walk(element)
        return _Draft(element, settings, style, inline)

    def _paragraphs(self, draft: _Draft, table: Style = PLAIN) -> list[Paragraph]:
        settings, style = draft.settings, draft.style
        number, level = settings.place(style, self._numbering)
        label, depth = self._label(number, level)
        heading = settings.heading(style)
        align = ALIGNMENTS.get(settings.align) if settings.align else style.align
        mark = self._mark(draft)
        made = []
        for line in draft.inline.lines:
            text, runs = assembled(line)
            made.append(Paragraph(text, label, depth, style.name, heading, align, runs, None, None, mark))
            label, depth, mark = "", None, None
        if self._forms is None:
            return made
        listed = None if number is None else List(number, level, direct=settings.number is not None)
        return self._forms.of(draft.element, table, style, listed, made)

    def _label(self, number: str | None, level: int) -> tuple[str, int | None]:
        label = self._labels.label(number, level) if number is not None else ""
        return (label, level) if label else ("", None)

    def _mark(self, draft: _Draft) -> str | None:
        control, self._control = self._control, None
        if control:
            return f"control:{control}"
        if draft.inline.bookmark:
            return f"bookmark:{draft.inline.bookmark}"
        identity = draft.element.get(PARA_ID)
        return f"para:{identity}" if identity else None


def _tag(control: etree._Element) -> str | None:
    found = control.find(f"{SDT_PROPERTIES}/{w('tag')}")
    return None if found is None else found.get(VAL)
