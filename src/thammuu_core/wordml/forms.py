"""How paragraphs stand: indents, spacing, lines, each layer of the file put over the one before.

The layers, weakest first: document defaults, table style, paragraph style with the styles it is based on, direct
settings. The indents of a list come right under the settings that put the paragraph into it: under the style when the
style does, under the direct ones when they do. Source: ECMA-376 part 1, 17.3.1 and 17.7.2, and what Word does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from lxml import etree

from thammuu_core.papers import Block, Form, LineRule, Paragraph
from thammuu_core.wordml.drawn import drawn_line, typed_line
from thammuu_core.wordml.names import OFF, PPR, TC, VAL, P, w
from thammuu_core.wordml.numbering import Numbering
from thammuu_core.wordml.sections import Sections
from thammuu_core.wordml.styles import ALIGNMENTS, Style, Styles
from thammuu_core.wordml.units import as_millimetres, millimetres, points

Settings: TypeAlias = dict[str, str]
"""Settings of one layer or of several, by element and attribute: `ind.left`, `spacing.line`, `keepNext`."""

_NUMBER = w("numPr")
_ELEMENTS = frozenset(map(w, ("ind", "spacing", "jc", "keepNext", "keepLines", "contextualSpacing")))
_BORDER = w("pBdr")
_SAME = {
    "ind.start": "ind.left",
    "ind.end": "ind.right",
    "ind.startChars": "ind.leftChars",
    "ind.endChars": "ind.rightChars",
}
_EITHER = (("ind.firstLine", "ind.hanging"), ("ind.firstLineChars", "ind.hangingChars"))
_AUTOMATIC = 14.0
"""Points that Word leaves where the space is automatic."""
_LINE = 12.0
"""Points of a line of the grid, in which `beforeLines` counts."""
_SIDES = 3.8
"""Millimetres that the two sides of a cell usually keep free."""
_RULES = {"exact": LineRule.EXACT, "atLeast": LineRule.AT_LEAST}


@dataclass(frozen=True, slots=True)
class List:
    """The list a paragraph stands in, and whether its own settings put it there or its style."""

    number: str
    level: int
    direct: bool


class Forms:
    """Measures of the paragraphs of one document; each combination of styles and lists is layered once."""

    def __init__(self, styles: Styles, numbering: Numbering, sections: Sections) -> None:
        self._styles = styles
        self._numbering = numbering
        self.sections = sections
        self._bases: dict[tuple[str, str, List | None], Settings] = {}
        self._places: dict[etree._Element, dict[etree._Element, int]] = {}

    def of(
        self,
        element: etree._Element,
        table: Style,
        style: Style,
        numbered: List | None,
        made: list[Paragraph],
    ) -> list[Paragraph]:
        """The paragraphs that were made of one `w:p`, one a line, with their forms and effective alignment."""
        own = element[0] if len(element) and element[0].tag == PPR else None
        settings = dict(self._base(table, style, numbered))
        _lay(settings, _settings(own))
        size = next((run.size for paragraph in made for run in paragraph.runs), None)
        form = _form(settings, size)
        align = ALIGNMENTS.get(settings.get("jc", ""))
        place = self._place(element)
        lines = [
            replace(
                paragraph,
                form=replace(_line_of(form, paragraph, at, len(made)), source=(place, at)),
                align=paragraph.align or align,
            )
            for at, paragraph in enumerate(made)
        ]
        return [*lines[:-1], self._underlined(lines[-1], element, own)]

    def _underlined(self, last: Paragraph, element: etree._Element, own: etree._Element | None) -> Paragraph:
        """The last line, which carries what is drawn under the whole."""
        drawn, border = drawn_line(element), _has_border_below(own)
        if last.form is None or (drawn is None and not border):
            return last
        form = replace(
            last.form,
            drawn_line=last.form.drawn_line if drawn is None else drawn,
            border_below=self._width(element, last.form) if border else None,
        )
        return replace(last, form=form)

    def _place(self, element: etree._Element) -> int:
        """Which `w:p` of its part it is; the paragraphs of a part are counted once."""
        root = element.getroottree().getroot()
        if root not in self._places:
            self._places[root] = {found: place for place, found in enumerate(root.iter(P))}
        return self._places[root][element]

    def _base(self, table: Style, style: Style, numbered: List | None) -> Settings:
        key = (table.id, style.id, numbered)
        found = self._bases.get(key)
        if found is None:
            found = self._bases[key] = self._layered(table, style, numbered)
        return found

    def _layered(self, table: Style, style: Style, numbered: List | None) -> Settings:
        merged: Settings = {}
        listed = self._of_list(numbered)
        _lay(merged, _settings(self._styles.paragraph_defaults))
        for layer in reversed(self._styles.chain(table.id)):
            _lay(merged, _settings(layer.find(PPR)))
        for layer in reversed(self._styles.chain(style.id)):
            properties = layer.find(PPR)
            if listed and properties is not None and properties.find(_NUMBER) is not None:
                _lay(merged, listed)
            _lay(merged, _settings(properties))
        if listed and numbered is not None and numbered.direct:
            _lay(merged, listed)
        return merged

    def _of_list(self, numbered: List | None) -> Settings:
        if numbered is None:
            return {}
        return _settings(self._numbering.paragraph_properties(numbered.number, numbered.level))

    def _width(self, element: etree._Element, form: Form) -> float:
        """Millimetres between the indents of a paragraph."""
        width = _cell_width(element)
        width = self.sections.text_width() if width is None else width
        return round(max(0.0, width - form.left - form.right), 1)


def settled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks of a story or a cell, with no space between neighbours of one style that ask for none."""
    found = list(blocks)
    for at, (above, below) in enumerate(pairwise(found)):
        if not (isinstance(above, Paragraph) and isinstance(below, Paragraph)) or above.style != below.style:
            continue
        if above.form is not None and above.form.contextual and above.form.after:
            found[at] = replace(above, form=replace(above.form, after=0.0))
        if below.form is not None and below.form.contextual and below.form.before:
            found[at + 1] = replace(below, form=replace(below.form, before=0.0))
    return tuple(found)


def _settings(properties: etree._Element | None) -> Settings:
    found: Settings = {}
    for child in () if properties is None else properties:
        if child.tag not in _ELEMENTS:
            continue
        name = etree.QName(child).localname
        for attribute, value in child.attrib.items():
            key = f"{name}.{etree.QName(attribute).localname}"
            found[name if key == f"{name}.val" else _SAME.get(key, key)] = str(value)
        if not child.attrib:
            found[name] = "1"
    return found


def _lay(merged: Settings, over: Settings) -> None:
    """Put a layer over those before; a first line that hangs takes the place of one that is indented."""
    for pair in _EITHER:
        for one, other in (pair, pair[::-1]):
            if one in over and other not in over:
                merged.pop(other, None)
    merged.update(over)


def _form(settings: Settings, size: float | None) -> Form:
    multiple = settings.get("spacing.lineRule", "auto") not in _RULES
    line = points(settings.get("spacing.line"))
    return Form(
        first=round(_indent(settings, "firstLine", size) - _indent(settings, "hanging", size), 2),
        left=_indent(settings, "left", size),
        right=_indent(settings, "right", size),
        before=_space(settings, "before"),
        after=_space(settings, "after"),
        line=(1.0 if line is None else round(line / _LINE, 3)) if multiple else line or 0.0,
        line_rule=_RULES.get(settings.get("spacing.lineRule", "auto"), LineRule.MULTIPLE),
        keep_next=_is_on(settings, "keepNext"),
        keep_lines=_is_on(settings, "keepLines"),
        contextual=_is_on(settings, "contextualSpacing"),
    )


def _indent(settings: Settings, side: str, size: float | None) -> float:
    """Millimetres; a width in hundredths of letters is what counts where no other is written beside it."""
    written = millimetres(settings.get(f"ind.{side}"))
    letters = points(settings.get(f"ind.{side}Chars"), "pt")
    if not written and letters and size:
        return as_millimetres(letters / 100 * size)
    return written or 0.0


def _space(settings: Settings, side: str) -> float:
    if _is_on(settings, f"spacing.{side}Autospacing"):
        return _AUTOMATIC
    lines = points(settings.get(f"spacing.{side}Lines"), "pt")
    if lines:
        return round(lines / 100 * _LINE, 2)
    return points(settings.get(f"spacing.{side}")) or 0.0


def _is_on(settings: Settings, name: str) -> bool:
    return settings.get(name, "0") not in OFF


def _line_of(form: Form, paragraph: Paragraph, at: int, count: int) -> Form:
    """The form of one line of a paragraph broken by hand: only the first is indented, spaces are around the whole."""
    size = next((run.size for run in paragraph.runs), None)
    return replace(
        form,
        first=form.first if at == 0 else 0.0,
        before=form.before if at == 0 else 0.0,
        after=form.after if at == count - 1 else 0.0,
        drawn_line=typed_line(paragraph.text, size),
    )


def _has_border_below(properties: etree._Element | None) -> bool:
    bottom = None if properties is None else properties.find(f"{_BORDER}/{w('bottom')}")
    return bottom is not None and bottom.get(VAL, "nil") not in ("nil", "none")


def _cell_width(element: etree._Element) -> float | None:
    """Millimetres that the cell around a paragraph leaves to its text; None outside tables or when it is not told."""
    cell = next(element.iterancestors(TC), None)
    width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is None or width.get(w("type"), "dxa") != "dxa":
        return None
    found = millimetres(width.get(w("w")))
    return None if found is None else max(0.0, found - _SIDES)
