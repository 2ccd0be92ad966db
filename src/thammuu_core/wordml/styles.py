"""Styles of a document, each resolved through the styles it is based on."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from thammuu_core.wordml.looks import Look, Properties, Written, layered, understood, written
from thammuu_core.wordml.names import DRAWING, PPR, RPR, VAL, w

ALIGNMENTS = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "both", "distribute": "both", "mediumKashida": "both", "highKashida": "both", "lowKashida": "both",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """One style with everything it inherits."""

    id: str = ""
    name: str | None = None
    run: Properties = field(default_factory=dict)
    align: str | None = None
    outline: int | None = None
    """Outline level from 1; None for body text."""
    number: str | None = None
    """Identity of the list (`w:numId`) that its paragraphs belong to."""
    level: int | None = None
    borders: dict[str, str] = field(default_factory=dict)
    """Of a table style: side to kind of line."""


PLAIN = Style()


class Styles:
    """The styles of one document; without `styles.xml` everything is plain."""

    def __init__(self, root: etree._Element | None, theme: etree._Element | None) -> None:
        self._theme = _theme_fonts(theme)
        self._looks: dict[tuple[str, str, Written], Look] = {}
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str | None, Style] = {}
        self._defaults: Properties = {}
        self._default = ""
        self.paragraph_defaults: etree._Element | None = None
        """The `w:pPr` under all styles."""
        for element in () if root is None else root:
            self._register(element)

    def style(self, identity: str | None) -> Style:
        """A style by its id, with what it inherits; plain when there is none."""
        found = self._resolved.get(identity)
        if found is None:
            found = self._resolved[identity] = self._resolve(identity)
        return found

    def paragraph(self, identity: str | None) -> Style:
        """The style of a paragraph: the one named, else the document's default."""
        return self.style(identity if identity in self._elements else self._default)

    def look(self, table: Style, paragraph: Style, direct: Written) -> Look:
        """Effective formatting of a run with these direct properties in such a paragraph of such a table."""
        key = (table.id, paragraph.id, direct)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._effective(table, paragraph, direct)
        return found

    def _effective(self, table: Style, paragraph: Style, direct: Written) -> Look:
        named = next((value for tag, value in direct if tag == w("rStyle")), None)
        styles = (table.run, paragraph.run, self.style(named).run if named else {})
        return layered(self._defaults, styles, understood(direct, self._theme))

    def _register(self, element: etree._Element) -> None:
        if element.tag == w("style"):
            identity = element.get(w("styleId"), "")
            self._elements.setdefault(identity, element)
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
                self._default = self._default or identity
        elif element.tag == w("docDefaults"):
            properties = element.find(f"{w('rPrDefault')}/{RPR}")
            if properties is not None:
                self._defaults = understood(written(properties), self._theme)
            self.paragraph_defaults = element.find(f"{w('pPrDefault')}/{PPR}")

    def _resolve(self, identity: str | None) -> Style:
        chain = self.chain(identity)
        if not chain:
            return PLAIN
        run: Properties = {}
        borders: dict[str, str] = {}
        for element in reversed(chain):
            properties = element.find(RPR)
            if properties is not None:
                run.update(understood(written(properties), self._theme))
            borders.update(lines(element.find(f"{w('tblPr')}/{w('tblBorders')}")))
        outline = _number(_nearest(chain, "outlineLvl"))
        return Style(
            id=identity or "",
            name=_value(chain[0], "name"),
            run=run,
            align=ALIGNMENTS.get(_nearest(chain, "jc") or ""),
            outline=outline + 1 if outline is not None and 0 <= outline < 9 else None,
            number=_nearest(chain, "numPr", "numId"),
            level=_number(_nearest(chain, "numPr", "ilvl")),
            borders=borders,
        )

    def chain(self, identity: str | None) -> list[etree._Element]:
        """The elements of a style and of those it is based on, the nearest first."""
        chain: list[etree._Element] = []
        seen = set()
        while identity in self._elements and identity not in seen:
            seen.add(identity)
            chain.append(self._elements[identity])
            identity = _value(chain[-1], "basedOn")
        return chain


def lines(borders: etree._Element | None) -> dict[str, str]:
    """Sides of a border element and their kinds of line: `{"top": "single", "insideV": "nil"}`."""
    if borders is None:
        return {}
    return {
        etree.QName(side).localname: side.get(VAL, "none") for side in borders if isinstance(side.tag, str)
    }


def _nearest(chain: list[etree._Element], *path: str) -> str | None:
    """The value of a paragraph property in the nearest style that sets it."""
    way = "/".join((PPR, *map(w, path)))
    for element in chain:
        found = element.find(way)
        if found is not None:
            return found.get(VAL)
    return None


def _value(parent: etree._Element, name: str) -> str | None:
    found = parent.find(w(name))
    return None if found is None else found.get(VAL)


def _number(text: str | None) -> int | None:
    try:
        return int(text or "")
    except ValueError:
        return None


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """Names by which run properties call the theme's fonts, and the fonts they stand for."""
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for kind in ("major", "minor"):
        latin = theme.find(f".//{{{DRAWING}}}{kind}Font/{{{DRAWING}}}latin")
        name = None if latin is None else latin.get("typeface")
        if name:
            fonts |= {f"{kind}HAnsi": name, f"{kind}Ascii": name}
    return fonts
