"""What became, or would become, of a workbook: kept as JSON, shown on a page, handed out as an .xlsx."""

from __future__ import annotations

import io
from dataclasses import asdict, dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from thammuu.apps.organisations.importing.checking import Checked
from thammuu.apps.organisations.importing.columns import CONTACTS, sheets
from thammuu.apps.organisations.importing.reading import Refused

_MOST_REFUSED = 10_000
"""More than that is one fault repeated: a column that holds something else."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One sheet in numbers."""

    sheet: str
    new: int
    changed: int
    same: int
    refused_rows: int


@dataclass(frozen=True, slots=True)
class Report:
    """Numbers by sheet, and every refused cell."""

    tallies: tuple[Tally, ...]
    refused: tuple[Refused, ...]
    refused_total: int
    """More than `refused` holds when there were too many to keep."""

    @property
    def writes(self) -> int:
        """Rows that letting it in would add or change."""
        return sum(one.new + one.changed for one in self.tallies)


def report_of(checked: Checked) -> Report:
    """The report on a checked workbook."""
    tallies = []
    for sheet in sheets():
        rows = {one.row for one in checked.refused if one.sheet == sheet and one.row}
        changed = len(checked.changed) if sheet == CONTACTS else 0
        tally = Tally(sheet, len(checked.new.get(sheet, ())), changed, checked.same.get(sheet, 0), len(rows))
        if any((tally.new, tally.changed, tally.same, tally.refused_rows)):
            tallies.append(tally)
    return Report(tuple(tallies), tuple(checked.refused[:_MOST_REFUSED]), len(checked.refused))


def to_json(report: Report) -> dict[str, Any]:
    """As it is kept."""
    return asdict(report)


def from_json(kept: dict[str, Any]) -> Report:
    """As it was kept."""
    return Report(
        tuple(Tally(**one) for one in kept["tallies"]),
        tuple(Refused(**one) for one in kept["refused"]),
        kept["refused_total"],
    )


def to_xlsx(report: Report) -> bytes:
    """Every refused cell in a row of its own, to be worked through beside the workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Ô bị từ chối"
    sheet.append(["Trang", "Ô", "Đang ghi", "Phải là"])
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E7EEF5")
    for one in report.refused:
        sheet.append([one.sheet, one.cell, _plain(one.there), one.must])
    for letter, width in zip("ABCD", (18, 10, 40, 70), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment, cell.data_type = Alignment(wrap_text=True, vertical="top"), "s"
    sheet.freeze_panes = "A2"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _plain(there: str) -> str:
    """Text that no spreadsheet takes for a formula, without signs that XML cannot hold."""
    return "".join(letter for letter in there if letter >= " " or letter == "\n")[:1000]
