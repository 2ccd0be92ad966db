"""Typeface and colour: in the text, in its styles, in the document's defaults."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from thammuu_core.wordml.archive import Archive
from thammuu_core.wordml.names import DRAWING, RPR, VAL, w
from thammuu_core.wordml.order import drop

_FONT = "Times New Roman"
_FACES = ("ascii", "hAnsi", "eastAsia", "cs")
_LATIN = ("ascii", "hAnsi")


def mend_typeface(archive: Archive, name: str) -> None:
    """Where letters are set in that font they are set in Times New Roman; fonts of pictures are not asked for."""
    theme = _theme_names(archive, name)
    for fonts in _settings(archive, "rFonts"):
        said = {fonts.get(w(face)) for face in _LATIN}
        themed = {fonts.get(w(f"{face}Theme")) for face in _LATIN}
        if name in said or themed & theme:
            drop(fonts, *(f"{face}Theme" for face in _FACES), "cstheme")
            for face in _FACES:
                fonts.set(w(face), _FONT)


def mend_colour(archive: Archive, colour: str) -> None:
    """Letters of that colour are black."""
    for setting in _settings(archive, "color"):
        if str(setting.get(VAL)).upper() == colour:
            setting.set(VAL, "000000")
            drop(setting, "themeColor", "themeTint", "themeShade")


def _settings(archive: Archive, name: str) -> Iterator[etree._Element]:
    for part in (*archive.words, archive.styles):
        root = archive.root(part)
        if root is not None:
            for properties in root.iter(RPR):
                yield from properties.iterchildren(w(name))


def _theme_names(archive: Archive, name: str) -> set[str | None]:
    """Names by which the theme calls that font: `minorHAnsi`."""
    root = archive.root(f"{archive.main.rpartition('/')[0]}/theme/theme1.xml")
    if root is None:
        return set()
    found: set[str | None] = set()
    for kind in ("major", "minor"):
        latin = root.find(f".//{{{DRAWING}}}{kind}Font/{{{DRAWING}}}latin")
        if latin is not None and latin.get("typeface") == name:
            found |= {f"{kind}HAnsi", f"{kind}Ascii"}
    return found
