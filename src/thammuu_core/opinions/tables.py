"""Tables of opinions, from workbooks and from documents: which column says what, and each row as one value.

Every office draws its own table; columns are known by the words of their heads (`columns.tsv`), never by their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from thammuu_core.sheets import Cell, Row, Sheet
from thammuu_core.text import fold_keep
from thammuu_core.text.tables import rows, words

_HEAD_LENGTH = 120
"""Characters of the longest head of a column."""
_FEW = 2
"""Columns that must be known before a row is a head."""


class Column(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    PLACE = "place"
    DRAFT = "draft"
    OPINION = "opinion"
    PROPOSAL = "proposal"
    REASON = "reason"
    AGENCY = "agency"
    ANSWER = "answer"
    """What the drafting unit says to it, in a table that went round."""
    NOTE = "note"
    OTHER = "other"


_SPEAKING = frozenset((Column.OPINION, Column.PROPOSAL))
_STANDING = frozenset((Column.PLACE, Column.DRAFT, Column.AGENCY))
"""Columns whose merged cells hold for every row beside them."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table of opinions; a column that the table has not is empty."""

    number: int
    """Of the row, counted as the file's own program does."""
    where: str
    """Where a person finds it: "Bảng 2, dòng 7"."""
    cells: Mapping[Column, str]
    context: tuple[str, ...] = ()
    """Rows that run across the table over it: "II. Về Điều 5", outermost first."""

    def __getitem__(self, column: Column) -> str:
        return self.cells.get(column, "")

    @property
    def words(self) -> str:
        """All that the row says, a line a cell."""
        return "\n".join(filter(None, self.cells.values()))


def table_rows(sheet: Sheet) -> tuple[TableRow, ...]:
    """The rows under the head of a table of opinions, empty when it is none; a head that comes again is passed over."""
    head = next((index for index, row in enumerate(sheet.rows) if _is_head(row)), None)
    if head is None:
        return ()
    columns = _columns(sheet.rows[head])
    start = head + 1
    if start < len(sheet.rows) and _goes_on(sheet.rows[head], sheet.rows[start]):
        columns = _refined(columns, _columns(sheet.rows[start]))
        start += 1
    return tuple(_filled(sheet, sheet.rows[head], sheet.rows[start:], columns))


def above_table(sheet: Sheet) -> tuple[str, ...]:
    """What stands over the rows: title, agency, date, at last the heads of the columns; lines in order."""
    head = next((index for index, row in enumerate(sheet.rows) if _is_head(row)), None)
    if head is None:
        return sheet.above
    below = head + 1 < len(sheet.rows) and _goes_on(sheet.rows[head], sheet.rows[head + 1])
    rows = sheet.rows[: head + 1 + below]
    return (*sheet.above, *(cell.text for row in rows for cell in row.filled))


def _filled(sheet: Sheet, head: Row, body: Sequence[Row], columns: Sequence[Column]) -> Iterator[TableRow]:
    context: tuple[str, ...] = ()
    place = ""
    for row in body:
        own = row.filled
        if not own or _counts(own) or [cell.text for cell in own] == [cell.text for cell in head.filled]:
            continue
        across = _across(row, columns)
        if across:
            context = (*context[-1:], across) if context and _deeper(context[-1], across) else (across,)
            place = ""
            continue
        cells = _cells(row, columns)
        goes_on = not (cells.get(Column.NUMBER) or cells.get(Column.PLACE) or cells.get(Column.DRAFT))
        place = place if goes_on else cells.get(Column.PLACE, "")
        if any(text for column, text in cells.items() if column is not Column.NUMBER):
            over = (*context, place) if goes_on and place else context
            yield TableRow(row.number, sheet.place_of(row), cells, over)


def _cells(row: Row, columns: Sequence[Column]) -> dict[Column, str]:
    """The words of a row by column; two columns of one kind stand under each other."""
    found: dict[Column, list[str]] = {}
    seen: set[tuple[Column, str]] = set()
    for cell, column in zip(row.cells, columns, strict=False):
        if not cell.text or (cell.spanned and column not in _STANDING) or (column, cell.text) in seen:
            continue
        seen.add((column, cell.text))
        found.setdefault(column, []).append(cell.text)
    return {column: "\n".join(texts) for column, texts in found.items()}


def _across(row: Row, columns: Sequence[Column]) -> str:
    """The words of a row that is a heading: one text alone, be it merged over the columns or beside a number."""
    own = row.filled
    texts = [cell for cell in own if not _is_number(cell, row, columns)] or list(own)
    if len(texts) != 1:
        return ""
    only = texts[0]
    wide = sum(cell.text == only.text for cell in row.cells) > 1
    index = row.cells.index(only)
    column = columns[index] if index < len(columns) else Column.OTHER
    speaks = column in _SPEAKING or column is Column.DRAFT or len(only.text) > _HEAD_LENGTH
    return " ".join(cell.text for cell in own) if wide or not speaks else ""


def _is_number(cell: Cell, row: Row, columns: Sequence[Column]) -> bool:
    index = row.cells.index(cell)
    return index < len(columns) and columns[index] is Column.NUMBER


def _deeper(outer: str, inner: str) -> bool:
    """A heading in small letters stands under one in capitals or with a Roman number."""
    return _rank(inner) > _rank(outer)


def _rank(heading: str) -> int:
    first = heading.split(maxsplit=1)[0].strip(".)") if heading.split() else ""
    if heading.isupper() or (first and set(first) <= set("IVXLC")) or (len(first) == 1 and first.isupper()):
        return 0
    return 1


def _is_head(row: Row) -> bool:
    """Nearly all of its cells name columns, and one of them opinions."""
    own = [_column(cell.text) for cell in row.filled]
    known = {column for column in own if column is not Column.OTHER}
    few = len(known - {Column.NUMBER}) >= _FEW and bool(known & _SPEAKING)
    return few and 2 * own.count(Column.OTHER) <= len(own)


def _goes_on(head: Row, row: Row) -> bool:
    """A second line of a head, under cells that are merged in the first."""
    above = [cell.text for cell in head.cells]
    repeated = len(above) - len(dict.fromkeys(filter(None, above)))
    known = {column for column in _columns(row) if column is not Column.OTHER}
    return (
        bool(repeated) and len(known) >= _FEW and all(len(cell.text) <= _HEAD_LENGTH for cell in row.filled)
    )


def _refined(columns: Sequence[Column], below: Sequence[Column]) -> list[Column]:
    return [under if under is not Column.OTHER else over for over, under in zip(columns, below, strict=False)]


def _counts(cells: Sequence[Cell]) -> bool:
    """The row "(1) (2) (3)" under a head."""
    numbers = [cell.text.strip("()[]") for cell in cells]
    return len(numbers) > _FEW and numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _columns(row: Row) -> list[Column]:
    return [_column(cell.text) for cell in row.cells]


def _column(head: str) -> Column:
    """What the head of a column says; of two words in it the longer decides, then the later."""
    folded = " ".join(fold_keep(head).replace("/", ", ").replace(" ,", ",").split()).strip(" .:()")
    if not folded or len(head) > _HEAD_LENGTH:
        return Column.OTHER
    padded = f" {folded} "
    best = (0, Column.OTHER)
    for word, column in _heads():
        if len(word) > best[0] and any(f"{a}{word}{b}" in padded for a in " (" for b in " ,:;()."):
            best = (len(word), column)
    return best[1]


@cache
def _heads() -> tuple[tuple[str, Column], ...]:
    return tuple(
        (word, Column(row["column"]))
        for row in rows("thammuu_core.opinions", "columns.tsv")
        for word in words(row["words"])
    )
