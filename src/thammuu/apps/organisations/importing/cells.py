"""What stands in a cell, as a value of its column's kind; or what must stand there instead. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from thammuu.apps.organisations.importing.columns import Column
from thammuu.apps.organisations.models import AgencyKind, Role
from thammuu_core.sheets import Cell
from thammuu_core.text import fold

Value = str | date | None

_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
_PHONE = re.compile(r"\+?[\d\s().-]{8,25}")
_USERNAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{1,149}")
_YEARS = range(1900, 2101)
_LONGEST = {"abbreviation": 50, "place": 200, "title": 200, "full_name": 200, "symbol": 100, "kind": 100}
_LONGEST |= {"subject": 2_000, "source": 2_000, "replaced_by": 1_000, "amended_by": 1_000}
_LONG = 300


class Fault(Exception):
    """The cell holds something else; `must` says in Vietnamese what it must hold."""

    def __init__(self, must: str) -> None:
        self.must = must
        super().__init__(must)


def value_of(cell: Cell, column: Column) -> Value:
    """The value; empty text for an empty cell that may be empty. Raises Fault."""
    if cell.formula:
        raise Fault("giá trị, không phải công thức: chép ô, rồi dán bằng Paste Values")
    if cell.spanned:
        raise Fault("ô riêng của dòng này: hãy bỏ gộp ô (Unmerge Cells) rồi ghi vào từng dòng")
    if not cell.text:
        if column.required:
            raise Fault("được điền, không để trống")
        return None if column.kind == "day" else ""
    return _READERS[column.kind](cell, column)


def _text(cell: Cell, column: Column) -> str:
    words = " ".join(cell.text.split())
    if cell.day is not None:
        raise Fault(f"chữ ({column.header.lower()}), không phải ngày")
    if not any(letter.isalpha() for letter in words):
        raise Fault(f"chữ ({column.header.lower()})")
    if len(words) > (longest := _LONGEST.get(column.key, _LONG)):
        raise Fault(f"không quá {longest} ký tự")
    return words


def _day(cell: Cell, _: Column) -> date:
    if cell.month_only or cell.without_year:
        raise Fault("đủ ngày, tháng, năm, ví dụ 01/07/2025")
    if cell.day is not None:
        return _plausible(cell.day)
    if (found := _DAY.fullmatch(cell.text)) is None:
        raise Fault("ngày dạng dd/mm/yyyy, ví dụ 01/07/2025")
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        return _plausible(date(int(year), int(month), int(day)))
    except ValueError as error:
        raise Fault("ngày có thật trên lịch, dạng dd/mm/yyyy") from error


def _plausible(day: date) -> date:
    if day.year not in _YEARS:
        raise Fault("ngày có năm từ 1900 đến 2100")
    return day


def _email(cell: Cell, _: Column) -> str:
    if not _is_email(cell.text) or len(cell.text) > 254:
        raise Fault("một địa chỉ thư điện tử, ví dụ lan.nt@bacninh.example")
    return cell.text


def _is_email(text: str) -> bool:
    """Whether a server could be handed it; forms hold their fields to the same."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _phone(cell: Cell, _: Column) -> str:
    text = cell.text
    if cell.number is not None and text.isdigit():
        text = f"0{text}"  # Excel takes the leading zero of a number away, and no Vietnamese number is without one
    if not _PHONE.fullmatch(text) or not 8 <= sum(letter.isdigit() for letter in text) <= 15:
        raise Fault("một số điện thoại, ví dụ 0204 3855 555")
    return text


def _username(cell: Cell, _: Column) -> str:
    if not _USERNAME.fullmatch(cell.text):
        raise Fault("tên đăng nhập viết liền, không dấu, ví dụ lan.nt")
    return cell.text.lower()


def _chosen(cell: Cell, column: Column) -> str:
    """One of the column's own choices."""
    return _choice(list(column.choices))(cell, column)


def _choice(choices: list[tuple[str, str]]) -> Callable[[Cell, Column], str]:
    by_words = {fold(words): value for value, words in choices}
    may_be = "; ".join(words for _, words in choices)

    def choose(cell: Cell, _: Column) -> str:
        if (value := by_words.get(fold(cell.text))) is None:
            raise Fault(f"một trong: {may_be}")
        return value

    return choose


_READERS: dict[str, Callable[[Cell, Column], Value]] = {
    "text": _text,
    "day": _day,
    "email": _email,
    "phone": _phone,
    "username": _username,
    "kind": _choice(AgencyKind.choices),
    "role": _choice(Role.choices),
    "choice": _chosen,
}
