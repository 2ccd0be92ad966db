"""Tables that run on over the end of a page, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thammuu_core.papers import Block, Cell, Paragraph, Row, Table

_HEADER_ROWS = 3
"""Rows at most that a table repeats on each page."""


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each table that follows one of the same columns, on the next page, joined to it."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Table) and isinstance(last, Table) and _continues(last, block):
            found[-1] = _join(last, block)
        else:
            found.append(block)
    return found


def _continues(last: Table, table: Table) -> bool:
    return (
        last.bordered
        and table.bordered
        and _last_page(last) is not None
        and table.page == (_last_page(last) or 0) + 1
        and _width(last) == _width(table)
    )


def _width(table: Table) -> int:
    return max(cell.column + cell.columns for row in table.rows for cell in row.cells)


def _last_page(table: Table) -> int | None:
    """Page of its last words."""
    pages = [
        block.page
        for row in table.rows
        for cell in row.cells
        for block in cell.blocks
        if isinstance(block, Paragraph) and block.page is not None
    ]
    return max(pages, default=table.page)


def _join(last: Table, table: Table) -> Table:
    repeated = _repeated(last, table)
    head = tuple(replace(row, header=row.header or at < repeated) for at, row in enumerate(last.rows))
    rest = table.rows[repeated:]
    if rest and _runs_on(head, rest[0]):
        head, rest = (*head[:-1], _merged(head[-1], rest[0])), rest[1:]
    return replace(last, rows=(*head, *rest))


def _repeated(last: Table, table: Table) -> int:
    """How many rows at the top of the second are those at the top of the first."""
    count = 0
    for first, second in zip(last.rows[:_HEADER_ROWS], table.rows, strict=False):
        if _words(first) != _words(second):
            break
        count += 1
    return count


def _words(row: Row) -> list[str]:
    return [" ".join(cell.text.split()) for cell in row.cells]


def _runs_on(rows: Sequence[Row], below: Row) -> bool:
    """The row was cut by the end of the page: it has no number where all others have, or its sentences go on."""
    above = rows[-1]
    if len(above.cells) != len(below.cells) or below.cells[0].text.strip():
        return False
    pairs = [pair for pair in zip(above.cells, below.cells, strict=True) if pair[1].text.strip()]
    going = [_goes_on(*pair) for pair in pairs]
    if above.cells[0].text.strip() and all(first.text.strip() for first, _ in pairs):
        return any(going) or (len(rows) > _HEADER_ROWS and all(row.cells[0].text.strip() for row in rows))
    return bool(going) and all(going)


def _goes_on(above: Cell, below: Cell) -> bool:
    """The sentence of the upper cell goes on in the lower one."""
    after = below.text.lstrip()
    return _unfinished(above) and (
        after[:1].islower() or after[:1] == "(" or above.text.strip() in ("-", "+")
    )


def _unfinished(cell: Cell) -> bool:
    return bool(cell.text.strip()) and cell.text.rstrip()[-1] not in ".;:"


def _merged(above: Row, below: Row) -> Row:
    return replace(above, cells=tuple(map(_merged_cell, above.cells, below.cells)))


def _merged_cell(above: Cell, below: Cell) -> Cell:
    if not below.text.strip():
        return above
    first, *rest = below.blocks
    last = above.blocks[-1]
    if _unfinished(above) and isinstance(first, Paragraph) and isinstance(last, Paragraph):
        return replace(above, blocks=(*above.blocks[:-1], _sentence(last, first), *rest))
    kept = tuple(block for block in above.blocks if not isinstance(block, Paragraph) or block.text)
    return replace(above, blocks=(*kept, *below.blocks))


def _sentence(last: Paragraph, first: Paragraph) -> Paragraph:
    shift = len(last.text) + 1
    moved = tuple(replace(run, start=run.start + shift, end=run.end + shift) for run in first.runs)
    return replace(last, text=f"{last.text} {first.text}", runs=(*last.runs, *moved))
