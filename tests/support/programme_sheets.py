"""Programmes as workbooks, in a few lines: `workbook({"CTCT": [["TT", "Nội dung"], [1, "Đề án A"]]})` are the bytes of an .xlsx."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook

Lines = Sequence[Sequence[Any]]


def workbook(
    sheets: Mapping[str, Lines],
    *,
    merged: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    hidden_sheets: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
) -> bytes:
    """An .xlsx; merged areas, hidden rows and number formats are those of the first sheet."""
    book = Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
        sheet.sheet_state = "hidden" if name in hidden_sheets else "visible"
    first = book.worksheets[0]
    for area in merged:
        first.merge_cells(area)
    for row in hidden_rows:
        first.row_dimensions[row].hidden = True
    for address, shown in (formats or {}).items():
        first[address].number_format = shown
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


PROGRAMME = workbook(
    {
        "CTCT 2021": [
            ["ỦY BAN NHÂN DÂN TỈNH"],
            ["CHƯƠNG TRÌNH CÔNG TÁC NĂM 2021"],
            ["(Kèm theo Quyết định số 1199/QĐ-UBND ngày 24/12/2020)"],
            ["TT", "Tên đề án, nội dung", "Cơ quan thực hiện", None, "Thời gian trình", "Cấp trình", "Căn cứ", "Ghi chú"],
            [None, None, "Chủ trì", "Phối hợp", None, None, None, None],
            ["I", "LĨNH VỰC KHOA HỌC"],
            [1, "Kế hoạch nâng cao năng suất và chất lượng giai đoạn 2021-2025", "Sở Khoa học và Công nghệ",
             "Sở Tài chính; Sở Công Thương", "Tháng 8", "UBND tỉnh", "Quyết định số 1322/QĐ-TTg", None],
            [2, "Đề án phát triển tài sản trí tuệ", "Sở Khoa học và Công nghệ", None, "Trước 20/6", "UBND tỉnh", None, "Chuyển từ 2020"],
            ["II", "LĨNH VỰC TÀI CHÍNH"],
            [3, "Quy định phân cấp nguồn thu", "Sở Tài chính", None, date(2021, 10, 15), "HĐND tỉnh", None, None],
            [4, "Phương án sắp xếp nhà, đất", "Sở Tài chính", "Các sở, ngành", "Quý IV", "UBND tỉnh", None, None],
        ]
    },
    merged=("A1:H1", "A2:H2", "A3:H3", "C4:D4", "A4:A5", "B4:B5", "E4:E5"),
)  # fmt: skip
"""A programme as a province prints it: two rows of heads, fields in Roman numerals, times of every kind."""
