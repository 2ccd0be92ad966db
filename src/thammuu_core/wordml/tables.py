"""A Word table as rows of real cells on a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from thammuu_core.papers import Block, Cell, Row, Table
from thammuu_core.papers.model import paragraphs
from thammuu_core.wordml.inline import Surroundings
from thammuu_core.wordml.names import DEL, OFF, PPR, SDT_PROPERTIES, TBL, TC, TR, VAL, P, w
from thammuu_core.wordml.styles import PLAIN, Style, lines

_CELL = w("tcPr")
_NOT_DRAWN = frozenset(("nil", "none"))
_SIDES = ("top", "bottom", "left", "right", "start", "end")
_WIDEST = 1 << 10
"""Word itself stops at 63 columns; a larger number in a file is a mistake or an attack."""


@dataclass(slots=True)
class _Draft:
    """A cell while the rows below may still be merged into it."""

    column: int
    columns: int
    blocks: tuple[Block, ...]
    rows: int = 1


@dataclass(slots=True)
class _Grid:
    """Rows as they are read; `open` holds, by column, the cell that a merge from above would continue."""

    rows: list[tuple[bool, list[_Draft]]] = field(default_factory=list)
    open: dict[int, _Draft] = field(default_factory=dict)
    ruled: int = 0
    cells: int = 0


def read_table(
    element: etree._Element,
    read: Callable[[etree._Element, Style], tuple[Block, ...]],
    surroundings: Surroundings,
) -> Table:
    """The table, its cells read by `read` in reading order so that automatic numbers count on through it."""
    style = _style(element, surroundings)
    outer = style.borders | lines(element.find(f"{w('tblPr')}/{w('tblBorders')}"))
    grid = _Grid()
    for row in _inside(element, TR):
        properties = row.find(w("trPr"))
        if properties is not None and properties.find(DEL) is not None:
            surroundings.tally["revisions"] += 1
            continue
        _read_row(row, properties, grid, lambda cell: read(cell, style), outer)
    rows = tuple(
        Row(tuple(Cell(c.blocks, c.column, c.columns, c.rows) for c in cells), head)
        for head, cells in grid.rows
    )
    return Table(rows, bordered=grid.ruled * 2 >= grid.cells > 0)


def _read_row(
    row: etree._Element,
    properties: etree._Element | None,
    grid: _Grid,
    read: Callable[[etree._Element], tuple[Block, ...]],
    outer: dict[str, str],
) -> None:
    column = _size(properties, "gridBefore", 0)
    drafts: list[_Draft] = []
    for cell in _inside(row, TC):
        settings = cell.find(_CELL)
        if settings is not None and settings.find(w("cellDel")) is not None:
            continue
        columns = _size(settings, "gridSpan", 1)
        blocks = read(cell)
        grid.cells += 1
        grid.ruled += _ruled(settings, outer)
        above = grid.open.get(column) if _merge(settings, "vMerge") == "continue" else None
        left = drafts[-1] if drafts and _merge(settings, "hMerge") == "continue" else None
        if left is not None:
            left.columns += columns
            left.blocks += _worded(blocks)
        elif above is not None:
            above.rows += 1
            above.blocks += _worded(blocks)
        else:
            draft = _Draft(column, columns, blocks)
            drafts.append(draft)
            grid.open[column] = draft
        column = min(column + columns, _WIDEST)
    grid.rows.append((_is_header(properties), drafts))


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, those inside content controls included."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif isinstance(child.tag, str) and len(child) and child.tag not in (P, TBL, PPR, SDT_PROPERTIES):
            yield from _inside(child, wanted)


def _style(element: etree._Element, surroundings: Surroundings) -> Style:
    found = element.find(f"{w('tblPr')}/{w('tblStyle')}")
    return PLAIN if found is None else surroundings.styles.style(found.get(VAL))


def _ruled(settings: etree._Element | None, outer: dict[str, str]) -> bool:
    """Whether lines are drawn on at least two sides of a cell; a single one only underlines a name."""
    own = lines(settings.find(w("tcBorders"))) if settings is not None else {}
    drawn = {side for side, kind in own.items() if kind not in _NOT_DRAWN and side in _SIDES}
    inherited = {
        side for side, kind in outer.items() if kind not in _NOT_DRAWN and own.get(side) not in _NOT_DRAWN
    }
    blank = sum(own.get(side) in _NOT_DRAWN for side in _SIDES)
    return len(drawn | inherited) >= 2 and blank < 3


def _worded(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """What a merged-away cell still holds, if it holds words: Word hides them, we do not lose them."""
    return blocks if any(paragraph.text.strip() for paragraph in paragraphs(blocks)) else ()


def _merge(settings: etree._Element | None, name: str) -> str | None:
    """`restart`, `continue` (also for a mark without a value), or None for a cell that is not merged so."""
    found = None if settings is None else settings.find(w(name))
    return None if found is None else found.get(VAL, "continue")


def _size(settings: etree._Element | None, name: str, usual: int) -> int:
    found = None if settings is None else settings.find(w(name))
    try:
        return usual if found is None else max(usual, min(int(found.get(VAL, "")), _WIDEST))
    except ValueError:
        return usual


def _is_header(properties: etree._Element | None) -> bool:
    found = None if properties is None else properties.find(w("tblHeader"))
    return found is not None and found.get(VAL) not in OFF
