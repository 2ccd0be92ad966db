"""The body of a letter: passages under their headings, and rows of the tables in which opinions stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.model import Opinion, Origin, Source, Unplaced
from thammuu_core.opinions.prose.emphasis import without_struck
from thammuu_core.opinions.prose.model import Passage
from thammuu_core.opinions.prose.passages import Headings, passages
from thammuu_core.opinions.sheets import opinions_of
from thammuu_core.opinions.tables import TableRow, table_rows
from thammuu_core.papers import BODY, Block, Paper, Paragraph, Row, Story, Table
from thammuu_core.papers.model import paragraphs
from thammuu_core.sheets import Sheet, sheets_of

PlacedRow: TypeAlias = tuple[TableRow, tuple[str, ...], int | None]
"""A row with the headings over its table, and its page."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a letter says, in running words and in rows, and the lines of its tables that are form."""

    passages: tuple[Passage, ...]
    rows: tuple[PlacedRow, ...]
    form: tuple[str, ...]


def body(blocks: Sequence[Block], struck: Iterable[str]) -> Body:
    """Take the body apart; `struck` names the looks of words that are to go (see `prose.emphasis`)."""
    looks = tuple(struck)
    headings = Headings()
    spoken: list[Passage] = []
    found: list[PlacedRow] = []
    form: list[str] = []
    parted = [(key, list(group)) for key, group in groupby(blocks, _speaks_in_rows)]
    for index, (tabular, group) in enumerate(parted):
        if not tabular:
            lines = paragraphs(tuple(group))
            spoken += passages(lines, headings, looks, goes_on=index + 1 < len(parted))
            continue
        for table in group:
            sheet = _sheet(table, looks)
            own = table_rows(sheet)
            found += [(row, headings.under_headings(), _page(table)) for row in own]
            form += _heads(sheet, own)
    return Body(tuple(spoken), tuple(found), tuple(form))


def opinions_of_rows(
    rows: Iterable[PlacedRow], version: Version, agency: str
) -> tuple[list[Opinion | Unplaced], list[str]]:
    """What the rows ask for; a row in which nobody says anything is form."""
    said: list[Opinion | Unplaced] = []
    silent: list[str] = []
    for row, context, page in rows:
        own = opinions_of(row, version, context, agency)
        said += [_on_page(one, page) for one in own]
        silent += [] if own else [row.words]
    return said, silent


def _on_page(one: Opinion | Unplaced, page: int | None) -> Opinion | Unplaced:
    if isinstance(one, Unplaced):
        return replace(one, page=one.page or page)
    return replace(one, origin=Origin.ROW, source=Source(one.source.words, one.source.page or page))


def _speaks_in_rows(block: Block) -> bool:
    return isinstance(block, Table) and bool(table_rows(_sheet(block, ())))


def _sheet(table: Block, looks: Sequence[str]) -> Sheet:
    """The table as a sheet of what its cells would read like without the words that are to go."""
    return sheets_of(Paper("", (Story(BODY, (_cleared(table, looks),)),)))[0]


def _cleared(block: Block, looks: Sequence[str]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=without_struck(block, looks), runs=())
    return Table(
        tuple(
            Row(
                tuple(
                    replace(cell, blocks=tuple(_cleared(each, looks) for each in cell.blocks))
                    for cell in row.cells
                )
            )
            for row in block.rows
        ),
        block.bordered,
        block.page,
    )


def _page(block: Block) -> int | None:
    return next((each.page for each in paragraphs((block,)) if each.page), block.page)


def _heads(sheet: Sheet, rows: Sequence[TableRow]) -> list[str]:
    """The cells over and between the rows: heads of columns, numbers of columns, headings across."""
    numbers = {row.number for row in rows}
    return [cell.text for row in sheet.rows if row.number not in numbers for cell in row.filled]
