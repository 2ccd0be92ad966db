"""From an Excel file that somebody sent to sheets that can be read: recognised, let through the gate, not secret."""

from __future__ import annotations

from thammuu_core.intake import extents
from thammuu_core.intake.archives import check_xlsx
from thammuu_core.intake.extents import Extent
from thammuu_core.intake.recognition import Format, recognise
from thammuu_core.intake.refusals import UnknownFormat
from thammuu_core.intake.secrecy import refuse_if_secret
from thammuu_core.pages.decoding import decoded
from thammuu_core.papers import BODY, Paper, Paragraph, Story
from thammuu_core.sheets import Sheet, read_heads, read_separated, read_xlsx

_HEAD_ROWS = 25


def read_workbook(data: bytes, name: str = "") -> tuple[Sheet, ...]:
    """The sheets of a workbook sent by anyone, empty ones too. Raises `errors.Told` with what the sender should do."""
    _admit(data, name, extents.WHOLE)
    sheets = read_xlsx(data)
    for sheet in sheets:
        refuse_if_secret(_head(sheet))
    return sheets


def read_list(data: bytes, name: str = "") -> tuple[Sheet, ...]:
    """The sheets of a list sent by anyone, a workbook or a .csv file. Raises `errors.Told`."""
    if recognise(data, name) is not Format.TEXT:
        return read_workbook(data, name)
    sheet = read_separated(decoded(data))
    refuse_if_secret(_head(sheet))
    return (sheet,)


def look_at_workbook(data: bytes, name: str = "") -> None:
    """Let a workbook pass that is kept and not read, unless its head is marked secret. Raises `errors.Told`."""
    _admit(data, name, extents.HEAD)
    for sheet in read_heads(data, _HEAD_ROWS):
        refuse_if_secret(_head(sheet))


def _admit(data: bytes, name: str, most: Extent) -> None:
    if recognise(data, name) is not Format.DOCX:  # both are packages of the same make
        raise UnknownFormat("không phải bảng tính Excel (.xlsx)")
    check_xlsx(data)
    extents.refuse_too_spread(data, most)


def _head(sheet: Sheet) -> Paper:
    """The top of a sheet, where a stamp of secrecy stands."""
    lines = [Paragraph(cell.text) for row in sheet.rows[:_HEAD_ROWS] for cell in row.filled]
    return Paper("xlsx", (Story(BODY, tuple(lines)),))
