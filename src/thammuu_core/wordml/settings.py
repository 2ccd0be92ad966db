"""Properties of one paragraph as written on it, and what they make of it together with its style."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from thammuu_core.wordml.names import DEL, MOVE_FROM, PPR, RPR, VAL, w
from thammuu_core.wordml.numbering import Numbering
from thammuu_core.wordml.styles import Style

_STYLE, _ALIGN, _NUMBER, _OUTLINE = w("pStyle"), w("jc"), w("numPr"), w("outlineLvl")
_NUMBER_ID, _LEVEL = w("numId"), w("ilvl")
_LEVELS = frozenset("012345678")


@dataclass(slots=True)
class Settings:
    """What the `w:pPr` of a paragraph says, as far as anybody here needs it."""

    style: str | None = None
    align: str | None = None
    outline: str | None = None
    number: str | None = None
    level: str | None = None
    mark: etree._Element | None = None
    """Properties of its mark: the `w:rPr` of a mark that came, went or has a look of its own."""

    @property
    def joined(self) -> bool:
        """Its mark is deleted: it flows into the next paragraph."""
        return self.mark is not None and any(self.mark.find(gone) is not None for gone in (DEL, MOVE_FROM))

    def heading(self, style: Style) -> int | None:
        """Outline level, 1 the outermost; None for body text."""
        if self.outline is None:
            return style.outline
        outline = _digit(self.outline)
        return None if outline is None else outline + 1

    def place(self, style: Style, numbering: Numbering) -> tuple[str | None, int]:
        """The list and the level in which the paragraph stands, by its own settings or by its style."""
        number = self.number or style.number
        if number is None or number == "0":
            return None, 0
        level = _digit(self.level)
        if level is None and self.number is None:
            level = numbering.level_of_style(number, style.id)
            level = style.level if level is None else level
        return number, level or 0


def settings_of(element: etree._Element) -> Settings:
    """The settings of a `w:p`."""
    settings = Settings()
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
            _list(settings, child)
        elif tag == RPR:
            settings.mark = child
    return settings


def _list(settings: Settings, element: etree._Element) -> None:
    for part in element:
        if part.tag == _NUMBER_ID:
            settings.number = part.get(VAL)
        elif part.tag == _LEVEL:
            settings.level = part.get(VAL)


def _digit(text: str | None) -> int | None:
    """A level from 0 to 8; None for anything else, 9 (body text) included."""
    return int(text) if text is not None and text in _LEVELS else None
