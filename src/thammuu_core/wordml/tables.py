"""A Word table as rows of real cells on a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from thammuu_core.papers import Block, Cell, Row, Table
from thammuu_core.papers.model import paragraphs
from thammuu_core.wordml.inline import Surroundings, chosen
from thammuu_core.wordml.names import (
    ALTERNATE,
    DEL,
    MOVE_FROM,
    OFF,
    PPR,
    SDT_PROPERTIES,
    TBL,
    TC,
    TR,
    VAL,
    P,
    w,
)
from thammuu_core.wordml.styles import PLAIN, Style, lines

_CELL, _SPAN, _DOWN, _ACROSS = w("tcPr"), w("gridSpan"), w("vMerge"), w("hMerge")
_BORDERS, _DELETED = w("tcBorders"), w("cellDel")
_NEITHER = frozenset(
    (DEL, MOVE_FROM, P, TBL, PPR, SDT_PROPERTIES, w("tblPr"), w("tblGrid"), w("trPr"), w("tblPrEx"), _CELL)
)
_NOT_DRAWN = frozenset(("nil", "none"))
_SIDES = ("top", "bottom", "left", "right", "start", "end")
WIDEST = 1 << 10
"""Word itself stops at 63 columns; a larger number in a file is a mistake or an attack."""


@dataclass(slots=True)
class DraftCell:
    """A cell while the rows below may still be merged into it."""

    column: int
    columns: int
    blocks: tuple[Block, ...]
    rows: int = 1


@dataclass(slots=True)
class CellSettings:
    """Properties of one cell as written on it; a merge is `restart` or `continue`."""

    columns: int = 1
    down: str | None = None
    across: str | None = None
    deleted: bool = False
    borders: dict[str, str] | None = None


class Grid:
    """Rows as they are read; `open` holds, by column, the cell that a merge from above would continue."""

    def __init__(self, outer: dict[str, str]) -> None:
        self.rows: list[tuple[bool, list[DraftCell]]] = []
        self.open: dict[int, DraftCell] = {}
        self.outer = outer
        self.usual = _ruled({}, outer)
        self.ruled = self.cells = 0

    def place(
        self, drafts: list[DraftCell], column: int, settings: CellSettings, blocks: tuple[Block, ...]
    ) -> DraftCell | None:
        """Put a cell into its row, or into the cell that it continues; the cell that has its blocks now, if any."""
        self.cells += 1
        self.ruled += self.usual if settings.borders is None else _ruled(settings.borders, self.outer)
        above = self.open.get(column) if settings.down == "continue" else None
        left = drafts[-1] if drafts and settings.across == "continue" else None
        if left is not None:
            left.columns += settings.columns
        elif above is not None:
            above.rows += 1
        else:
            self.open[column] = DraftCell(column, settings.columns, blocks)
            drafts.append(self.open[column])
            return self.open[column]
        into = above if left is None else left
        if into is None or not _says_something(blocks):
            return None
        into.blocks += blocks
        return into

    def finished(self) -> tuple[Row, ...]:
        """The rows with their cells."""
        return tuple(
            [
                Row(tuple([Cell(c.blocks, c.column, c.columns, c.rows) for c in cells]), head)
                for head, cells in self.rows
            ]
        )


def read_table(
    element: etree._Element,
    read: Callable[[etree._Element, Style], tuple[Block, ...]],
    surroundings: Surroundings,
) -> Table:
    """The table, its cells read by `read` in reading order so that automatic numbers count on through it."""
    style = _style(element, surroundings)
    grid = Grid(style.borders | lines(element.find(f"{w('tblPr')}/{w('tblBorders')}")))
    for row in _inside(element, TR):
        properties = row.find(w("trPr"))
        if properties is not None and properties.find(DEL) is not None:
            surroundings.tally["revisions"] += 1
            continue
        drafts: list[DraftCell] = []
        column = grid_size(None if properties is None else properties.find(w("gridBefore")), 0)
        for cell in _inside(row, TC):
            settings = cell_settings(cell)
            if not settings.deleted:
                grid.place(drafts, column, settings, read(cell, style))
                column = min(column + settings.columns, WIDEST)
        grid.rows.append((is_header(properties), drafts))
    return Table(grid.finished(), bordered=grid.ruled * 2 >= grid.cells > 0)


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, those inside content controls included."""
    for child in parent:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag == ALTERNATE:
            yield from _inside(chosen(child), wanted)
        elif isinstance(tag, str) and len(child) and tag not in _NEITHER:
            yield from _inside(child, wanted)


def _style(element: etree._Element, surroundings: Surroundings) -> Style:
    found = element.find(f"{w('tblPr')}/{w('tblStyle')}")
    return PLAIN if found is None else surroundings.styles.style(found.get(VAL))


def cell_settings(cell: etree._Element) -> CellSettings:
    """The settings of a `w:tc`."""
    settings = CellSettings()
    for child in () if not len(cell) or cell[0].tag != _CELL else cell[0]:
        tag = child.tag
        if tag == _SPAN:
            settings.columns = grid_size(child, 1)
        elif tag == _DOWN:
            settings.down = child.get(VAL, "continue")
        elif tag == _ACROSS:
            settings.across = child.get(VAL, "continue")
        elif tag == _BORDERS:
            settings.borders = lines(child)
        elif tag == _DELETED:
            settings.deleted = True
    return settings


def _ruled(own: dict[str, str], outer: dict[str, str]) -> bool:
    """Whether lines are drawn on at least two sides of a cell; a single one only underlines a name."""
    drawn = {side for side, kind in own.items() if kind not in _NOT_DRAWN and side in _SIDES}
    inherited = {
        side for side, kind in outer.items() if kind not in _NOT_DRAWN and own.get(side) not in _NOT_DRAWN
    }
    blank = sum(own.get(side) in _NOT_DRAWN for side in _SIDES)
    return len(drawn | inherited) >= 2 and blank < 3


def _says_something(blocks: tuple[Block, ...]) -> bool:
    """Whether a merged-away cell still holds words: Word hides them, we do not lose them."""
    return any(paragraph.text.strip() for paragraph in paragraphs(blocks))


def grid_size(setting: etree._Element | None, usual: int) -> int:
    """A number of columns as written, within reason."""
    try:
        return usual if setting is None else max(usual, min(int(setting.get(VAL, "")), WIDEST))
    except ValueError:
        return usual


def is_header(properties: etree._Element | None) -> bool:
    """Whether a row repeats on each page, by its `w:trPr`."""
    found = None if properties is None else properties.find(w("tblHeader"))
    return found is not None and found.get(VAL) not in OFF
