"""A document whose open changes are accepted, in its own XML: what new changes are then written into.

The result reads, letter for letter, as the reader had read the document with its changes open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lxml import etree

from thammuu_core.wordml.inline import chosen
from thammuu_core.wordml.names import (
    ALTERNATE,
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SDT_PROPERTIES,
    TBL,
    TC,
    TR,
    P,
    w,
)

_FORMER = tuple(
    w(f"{kind}Change") for kind in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr")
)
_RANGES = tuple(
    w(f"{kind}Range{end}")
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_IN_PROPERTIES = (RPR, w("trPr"), w("tcPr"), w("numPr"))
_CELL_CAME, _CELL_WENT = w("cellIns"), w("cellDel")
_MARKS = (*_FORMER, *_RANGES, w("numberingChange"), w("cellMerge"), _CELL_CAME)
_ASIDE = frozenset((TBL, SDT_PROPERTIES, PPR, w("sectPr")))


def has_changes(root: etree._Element) -> bool:
    """Whether anything below the element is open."""
    return next(root.iter(*_MARKS, INS, DEL, MOVE_FROM, MOVE_TO, _CELL_WENT), None) is not None


def accept(root: etree._Element) -> None:
    """Accept every change below the element, in place."""
    _drop(list(root.iter(*_MARKS)))
    _drop([row for row in root.iter(TR) if row.find(f"{w('trPr')}/{DEL}") is not None])
    _drop([cell for cell in root.iter(TC) if cell.find(f"{w('tcPr')}/{_CELL_WENT}") is not None])
    joined = [paragraph for paragraph in root.iter(P) if _is_joined(paragraph)]
    for wrapper in list(root.iter(DEL, MOVE_FROM)):
        if not _is_mark(wrapper):
            _drop([wrapper])
    for wrapper in list(root.iter(INS, MOVE_TO)):
        _drop([wrapper]) if _is_mark(wrapper) else _unwrap(wrapper)
    for paragraph in joined:
        _join(paragraph)
    _drop([mark for mark in root.iter(DEL, MOVE_FROM) if _is_mark(mark)])


def _is_mark(element: etree._Element) -> bool:
    """Whether it says something of a paragraph mark, a row or a number rather than holding runs."""
    parent = element.getparent()
    return parent is not None and parent.tag in _IN_PROPERTIES


def _is_joined(paragraph: etree._Element) -> bool:
    properties = paragraph.find(f"{PPR}/{RPR}")
    return properties is not None and any(properties.find(tag) is not None for tag in (DEL, MOVE_FROM))


def _drop(elements: Iterable[etree._Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _unwrap(wrapper: etree._Element) -> None:
    parent = wrapper.getparent()
    if parent is None:
        return
    place = parent.index(wrapper)
    parent[place : place + 1] = list(wrapper)


def _join(paragraph: etree._Element) -> None:
    """A paragraph whose mark is deleted flows into the next one; before a table it stays if it holds anything."""
    following = _following(paragraph)
    content = [child for child in paragraph if child.tag != PPR]
    if following is not None:
        place = 1 if len(following) and following[0].tag == PPR else 0
        following[place:place] = content
    parent = paragraph.getparent()
    if parent is None or (following is None and (content or _is_needed(paragraph))):
        return
    parent.remove(paragraph)


def _following(paragraph: etree._Element) -> etree._Element | None:
    """The next paragraph of the same cell, note or body if no table stands between, as the reader goes on."""
    home = paragraph.getparent()
    while home is not None and home.tag in (SDT_CONTENT, SDT):
        home = home.getparent()
    if home is None:
        return None
    for block, after in pairwise(_blocks(home)):
        if block is paragraph:
            return after if after.tag == P else None
    return None


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in (P, TBL):
            yield child
        elif child.tag == ALTERNATE:
            yield from _blocks(chosen(child))
        elif isinstance(child.tag, str) and len(child) and child.tag not in _ASIDE:
            yield from _blocks(child)


def _is_needed(paragraph: etree._Element) -> bool:
    """A cell without a paragraph is a damaged file."""
    parent = paragraph.getparent()
    return parent is not None and parent.tag == TC and len(parent.findall(P)) == 1
