"""Địa danh và thời gian ban hành.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from thammuu_core.errors import Severity
from thammuu_core.formats.fronts import DATE
from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot
from thammuu_core.text import fold_keep


def _found(spot: Spot | None) -> re.Match[str] | None:
    return DATE.search(fold_keep(spot.text)) if spot else None


@rule("TT-131")
def place(checked: Checked) -> Iterator[Hit]:
    """A place, then a comma."""
    spot, found = checked.elements.date, _found(checked.elements.date)
    if spot is None or found is None:
        return
    before = spot.text[: found.start()].strip()
    if not any(map(str.isalpha, before)):
        yield Hit("Trước “ngày” chưa có địa danh; ghi tên đơn vị hành chính nơi cơ quan đóng trụ sở.", spot)
    elif not before.endswith(","):
        yield Hit(f"Sau địa danh “{before}” thiếu dấu phẩy.", spot)


@rule("TT-132")
def date_words(checked: Checked) -> Iterator[Hit]:
    """ "ngày … tháng … năm …", a day that exists; blank only before issue."""
    spot, found = checked.elements.date, _found(checked.elements.date)
    if spot is None or found is None:
        return
    parts = found.group("day", "month", "year")
    if not any(parts) and any(map(str.isdigit, found[0])):
        yield Hit(f"Thời gian ghi {quoted(spot)}; phải ghi “ngày … tháng … năm …”.", spot)
        return
    if not all(parts) and checked.issued:
        yield Hit(f"Văn bản ban hành ghi {quoted(spot)}, còn để trống; điền đủ ngày, tháng, năm.", spot)
    day, month, year = (int(part) if part else None for part in parts)
    if not _exists(day, month, year):
        yield Hit(f"Ngày ghi {quoted(spot)} không có thật; sửa lại.", spot)
    elif day and month and year and checked.today and date(year, month, day) > checked.today:
        yield Hit(f"Ngày ghi {quoted(spot)} chưa tới; kiểm tra lại.", spot, at_most=Severity.WARNING)


def _exists(day: int | None, month: int | None, year: int | None) -> bool:
    """Whether the parts that are written can be those of a day."""
    try:
        date(year or 2024, month or 1, day or 1)
    except ValueError:
        return False
    return year is None or year >= 1945


@rule("TT-133")
def date_zero(checked: Checked) -> Iterator[Hit]:
    """A zero before days below ten and before the months 1 and 2 only."""
    spot, found = checked.elements.date, _found(checked.elements.date)
    if spot is None or found is None:
        return
    day, month = found["day"], found["month"]
    if day and re.fullmatch(r"[1-9]", day):
        yield Hit(f"Ghi “ngày {day}”; ngày nhỏ hơn 10 ghi “ngày 0{day}”.", spot)
    if month in ("1", "2"):
        yield Hit(f"Ghi “tháng {month}”; tháng 1 và tháng 2 ghi “tháng 0{month}”.", spot)
    elif month and re.fullmatch(r"0[3-9]", month):
        yield Hit(f"Ghi “tháng {month}”; từ tháng 3 không thêm số 0: “tháng {month[1]}”.", spot)


@rule("TT-134")
def date_look(checked: Checked) -> Iterator[Hit]:
    """Small letters, 13 to 14, italic."""
    if spot := checked.elements.date:
        yield from looks(
            [spot], Look((13, 14), bold=False, italic=True, capitals=False), "Địa danh, thời gian"
        )
