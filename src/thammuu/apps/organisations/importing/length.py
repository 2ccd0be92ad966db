"""Whether a workbook is short enough to be read at once, told by looking at its bytes before it is read cell by cell."""

from __future__ import annotations

import io
import re
import zipfile
from typing import ClassVar

from thammuu_core.errors import Refusal
from thammuu_core.intake.archives import check_xlsx

MOST_ROWS = 5_000
"""Of one sheet; as many as `thammuu_core.sheets` reads."""
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_VALUES = (b"<v>", b"<v ", b"<is>", b"<f>", b"<f ")


class TooManyRows(Refusal):
    """One sheet holds more rows than are read."""

    code: ClassVar[str] = "organisations.too_many_rows"

    def __init__(self, rows: int) -> None:
        there, most = (f"{count:,}".replace(",", ".") for count in (rows, MOST_ROWS))
        super().__init__(
            f"Tệp có trang dài {there} dòng, mỗi trang chỉ nhận {most} dòng. "
            "Hãy tách thành nhiều tệp rồi đưa lên lần lượt."
        )


def refuse_too_long(data: bytes) -> None:
    """Raises TooManyRows, or the gate's own refusal: a second's work, where reading all of it would take a minute."""
    check_xlsx(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in filter(_SHEET.fullmatch, archive.namelist()):
            if (rows := _rows(archive.read(name))) > MOST_ROWS:
                raise TooManyRows(rows)


def _rows(part: bytes) -> int:
    """Rows in which something stands; formatting alone stretches a sheet to a million rows."""
    return sum(any(mark in row for mark in _VALUES) for row in part.split(b"<row")[1:])
