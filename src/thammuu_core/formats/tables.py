"""Tables of the text.

Practice of drafting: the decree says nothing of tables but where they lie across.
"""

from __future__ import annotations

from collections.abc import Iterator

from thammuu_core.formats.mends import TableHead
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import spots
from thammuu_core.papers import Table

_ROWS = 25
_LETTERS = 3500
"""A table of so many rows or letters surely goes over a page."""


@rule("BA-01")
def table_head(checked: Checked) -> Iterator[Hit]:
    """A ruled table over several pages repeats its head; one that has no head row is left alone."""
    for index, block in enumerate(checked.paper.body.blocks):
        if not isinstance(block, Table) or not block.bordered or any(row.header for row in block.rows):
            continue
        if _is_long(block) and _has_head(block):
            at = next(
                (spot for spot in spots(checked.paper.body) if spot.block == index and spot.filled), None
            )
            yield Hit(
                f"Bảng {len(block.rows)} dòng chưa đặt lặp lại dòng tiêu đề ở trang sau (Layout, Repeat Header Rows).",
                at,
                mend=TableHead(at) if at else None,
            )


def _is_long(table: Table) -> bool:
    return (
        len(table.rows) >= _ROWS
        or sum(len(cell.text) for row in table.rows for cell in row.cells) >= _LETTERS
    )


def _has_head(table: Table) -> bool:
    """Whether every cell of the first row names its column."""
    first = table.rows[0].cells if table.rows else ()
    return len(first) >= 3 and all(0 < len(cell.text.strip()) <= 60 for cell in first)
