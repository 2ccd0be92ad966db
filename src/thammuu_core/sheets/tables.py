"""Tables of a paper as sheets."""

from __future__ import annotations

from thammuu_core.papers import Paper, Paragraph, Table
from thammuu_core.papers import Row as PaperRow
from thammuu_core.sheets.model import Cell, Row, Sheet
from thammuu_core.sheets.texts import tidy

_Grid = dict[tuple[int, int], Cell]


def sheets_of(paper: Paper) -> tuple[Sheet, ...]:
    """Every table of the main story, each with the paragraphs over it."""
    found: list[Sheet] = []
    above: list[str] = []
    for block in paper.body.blocks:
        if isinstance(block, Paragraph):
            above += [words] if (words := tidy(f"{block.label} {block.text}")) else []
        else:
            found.append(Sheet(f"Bảng {len(found) + 1}", _rows(block), above=tuple(above)))
            above = []
    return tuple(found)


def _rows(table: Table) -> tuple[Row, ...]:
    grid: _Grid = {}
    for index, row in enumerate(table.rows):
        _lay(grid, index, row)
    width = max((column for _, column in grid), default=-1) + 1
    return tuple(
        Row(index + 1, tuple(grid.get((index, column)) or _empty(index, column) for column in range(width)))
        for index in range(len(table.rows))
    )


def _lay(grid: _Grid, index: int, row: PaperRow) -> None:
    """Put a row's cells where they belong; what a merged cell covers repeats it."""
    for cell in row.cells:
        text = tidy(cell.text)
        for down in range(cell.rows):
            for right in range(cell.columns):
                place = (index + down, cell.column + right)
                grid.setdefault(place, Cell(text, _address(*place), spanned=bool(down or right)))


def _empty(row: int, column: int) -> Cell:
    return Cell("", _address(row, column))


def _address(row: int, column: int) -> str:
    return f"dòng {row + 1}, cột {column + 1}"
