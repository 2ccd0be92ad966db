"""An empty workbook for the register: one sheet for each list, headings, an example row, and a page that explains."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from thammuu.apps.organisations.importing.columns import Column, Known, sheets
from thammuu.apps.organisations.models import AgencyKind, Role

_HEAD = PatternFill("solid", fgColor="12324F")
_NEEDED = PatternFill("solid", fgColor="1D4A73")
_GUIDE = "Hướng dẫn"
_CHOICES = {"kind": AgencyKind, "role": Role}
_ROWS = 5_000


def template(known: Known | None = None, title: str = "Nhập danh bạ từ Excel") -> bytes:
    """The workbook as .xlsx; every column is text, so that Excel changes neither days nor telephone numbers.

    `known`: the columns of another register.
    """
    book, known = Workbook(), known or sheets()
    _explain(book.active, known, title)
    for name, columns in known.items():
        _lay_out(book.create_sheet(name), columns)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _lay_out(sheet: Any, columns: tuple[Column, ...]) -> None:
    for index, column in enumerate(columns, start=1):
        head = sheet.cell(1, index, column.header + (" *" if column.required else ""))
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = _NEEDED if column.required else _HEAD
        head.alignment = Alignment(vertical="center")
        if column.explanation:
            head.comment = Comment(column.explanation, "Tham mưu", width=260, height=90)
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = max(14, min(40, len(column.example) + 4))
        sheet.column_dimensions[letter].number_format = "@"
        if labels := _labels(column):
            _offer(sheet, letter, labels)
    sheet.row_dimensions[1].height = 22
    sheet.freeze_panes = "A2"


def _offer(sheet: Any, letter: str, labels: list[str]) -> None:
    """A list to choose from; Excel parts its items by commas, so labels that hold one are left to the page."""
    if any("," in label for label in labels):
        return
    offered = DataValidation("list", formula1=f'"{",".join(labels)}"', allow_blank=True)
    sheet.add_data_validation(offered)
    offered.add(f"{letter}2:{letter}{_ROWS}")


def _explain(sheet: Any, known: Known, title: str) -> None:
    sheet.title = _GUIDE
    sheet.append([title])
    sheet["A1"].font = Font(bold=True, size=14)
    for words in _WORDS:
        sheet.append([words])
    sheet.append([])
    sheet.append(["Trang", "Cột", "Bắt buộc", "Ví dụ", "Giải thích"])
    for cell in sheet[sheet.max_row]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
    for name, columns in known.items():
        for column in columns:
            needed = "có" if column.required else ""
            sheet.append([name, column.header, needed, column.example, _explained(column)])
    for letter, width in zip("ABCDE", (18, 22, 10, 32, 80), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=len(_WORDS) + 4):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _explained(column: Column) -> str:
    if not (labels := _labels(column)):
        return column.explanation
    return " ".join(filter(None, (f"Một trong: {'; '.join(labels)}.", column.explanation)))


def _labels(column: Column) -> list[str]:
    """What may be chosen, in words; empty where anything may be written."""
    if column.kind in _CHOICES:
        return [str(label) for label in _CHOICES[column.kind].labels]
    return [said for _, said in column.choices]


_WORDS = (
    "Điền vào các trang bên cạnh; trang không dùng để trống hoặc xóa đi. Thứ tự cột tùy ý, tên cột giữ nguyên.",
    "Ngày ghi dd/mm/yyyy. Không gộp ô, không dùng công thức. Mỗi trang không quá 5.000 dòng.",
    "Dòng đã có được giữ nguyên, nên đưa lại cùng một tệp không làm thay đổi gì.",
    "Chưa có gì được ghi cho đến khi bạn xem kết quả kiểm tra và bấm ghi.",
)
