"""Paper, margins, page number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from thammuu_core.formats.mends import Margin
from thammuu_core.wordml.archive import Archive
from thammuu_core.wordml.names import P, R, w
from thammuu_core.wordml.order import of_paragraph, of_run, put

_A4 = ("11906", "16838")
_TWIPS = 1440 / 25.4
_PAGE = re.compile(r"^\s*PAGE\b")
_SECTION = w("sectPr")


def mend_paper(archive: Archive) -> None:
    """A4, upright or across as it was."""
    for section in _sections(archive):
        size = put(section, "pgSz")
        across = _is_across(section)
        for name, length in zip(("w", "h"), reversed(_A4) if across else _A4, strict=True):
            size.set(w(name), length)


def mend_margin(archive: Archive, mend: Margin) -> None:
    """The margin of upright pages that is too narrow or too wide, to the nearest that is allowed."""
    for section in _sections(archive):
        margins = section.find(w("pgMar"))
        if margins is None or _is_across(section):
            continue
        try:
            millimetres = abs(float(margins.get(w(mend.side), ""))) / _TWIPS
        except ValueError:
            continue
        if not mend.least - 0.1 <= millimetres <= mend.most + 0.1:
            nearest = min(max(millimetres, mend.least), mend.most)
            margins.set(w(mend.side), f"{round(nearest * _TWIPS)}")


def mend_page_number(archive: Archive) -> None:
    """In the middle, of 13 points, upright; hidden on the first page of the document."""
    for name in archive.words:
        root = archive.root(name)
        if root is None or name == archive.main:
            continue
        for paragraph in root.iter(P):
            if _shows_page(paragraph):
                put(of_paragraph(paragraph), "jc", "center")
                for run in paragraph.iter(R):
                    _upright(of_run(run))
    first = next(_sections(archive), None)
    if first is not None:
        put(first, "titlePg")


def _upright(properties: etree._Element) -> None:
    for name in ("i", "iCs"):
        put(properties, name, "0")
    for name in ("sz", "szCs"):
        put(properties, name, "26")


def _shows_page(paragraph: etree._Element) -> bool:
    simple = (field.get(w("instr"), "") for field in paragraph.iter(w("fldSimple")))
    typed = "".join(code.text or "" for code in paragraph.iter(w("instrText")))
    return bool(_PAGE.match(typed)) or any(_PAGE.match(code) for code in simple)


def _sections(archive: Archive) -> Iterator[etree._Element]:
    root = archive.root(archive.main)
    return iter(()) if root is None else root.iter(_SECTION)


def _is_across(section: etree._Element) -> bool:
    size = section.find(w("pgSz"))
    return size is not None and size.get(w("orient")) == "landscape"
