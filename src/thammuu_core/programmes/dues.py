"""When an item falls due: dates, serial numbers, bare months and quarters, words; what cannot be a time is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.model import When, WhenKind
from thammuu_core.plans.times.finding import TimeContext, read_time
from thammuu_core.programmes.columns import Column
from thammuu_core.programmes.model import UNDATED
from thammuu_core.sheets import Cell
from thammuu_core.text import fold
from thammuu_core.text.first_letter import capital_first

_EPOCH = date(1899, 12, 30)
"""Day nought of Excel's serial numbers."""
_SERIALS = range(36_526, 73_051)
"""2000 to 2099."""
_SHORT_YEAR = re.compile(r"(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*)(\d\d)(?!\d)")
_MONTHS, _QUARTERS = range(1, 13), range(1, 5)
_ROMAN = re.compile(r"(?:i{1,3}|iv)")


@dataclass(frozen=True, slots=True)
class Due:
    """The times of one item, and what is doubtful in them."""

    when: When = UNDATED
    also: tuple[When, ...] = ()
    problems: tuple[Problem, ...] = ()
    bodies: tuple[str, ...] = ()
    """To whom, where the heads of the columns say it."""


def read_due(cell: Cell, column: Column, year: int | None, place: str) -> Due:
    """The times in one cell."""
    if cell.day is not None:
        return _of_day(cell, cell.day, year, place)
    words = _worded(cell, column)
    if words is None and (serial := _serial(cell)) is not None:
        return _of_serial(cell, serial, place)
    return _of_words(words or cell.text, cell.text, year, place)


def read_marks(marked: Sequence[str], year: int | None) -> When:
    """The span of the months or quarters that a row crosses."""
    times = [time.when for head in marked for time in read_time(head, TimeContext(year))]
    days = [day for when in times for day in (when.start, when.end) if day]
    words = " - ".join(dict.fromkeys((marked[0], marked[-1])))
    if not days:
        return When(words, WhenKind.UNDATED)
    return When(words, WhenKind.PERIOD, min(days), max(days))


def by_group(group: str, year: int | None) -> When:
    """The time that the heading over an item gives it."""
    times = read_time(group, TimeContext(year))
    dated = next((time.when for time in times if time.when.end), None)
    return dated or When(group, WhenKind.UNDATED)


def _of_day(cell: Cell, day: date, year: int | None, place: str) -> Due:
    if cell.month_only:
        first = day.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return Due(When(cell.text, WhenKind.PERIOD, first, last))
    if cell.without_year and year is not None and day.year != year:
        try:
            meant = day.replace(year=year)
        except ValueError:
            return Due(When(cell.text, WhenKind.UNDATED), problems=(_unread(cell.text, place),))
        words = f"ô hiện ngày {day:%d/%m} không có năm, Excel giữ năm {day.year}; đã hiểu là {meant:%d/%m/%Y}. Hãy kiểm tra."
        problem = Problem("programmes.year_of_typing", Severity.WARNING, capital_first(words), place)
        return Due(When(f"{meant:%d/%m/%Y}", WhenKind.DEADLINE, None, meant), problems=(problem,))
    return Due(
        When(cell.text, WhenKind.DEADLINE, None, day), problems=_other_year(day, year, cell.text, place)
    )


def _worded(cell: Cell, column: Column) -> str | None:
    """A bare "6" or "III" under "Tháng" or "Quý" means that month or quarter; a short year is written out."""
    text, head = cell.text.strip(" ."), fold(column.head)
    bare = text.isdecimal() or bool(_ROMAN.fullmatch(text.lower()))
    if bare and "quy" in head.split() and "thang" not in head.split() and _is_quarter(text):
        return f"quý {text}"
    if text.isdecimal() and int(text) in _MONTHS and ("thang" in head.split() or "quy" not in head.split()):
        return f"tháng {text}"
    if _SHORT_YEAR.search(text):
        return _SHORT_YEAR.sub(r"\g<1>20\2", text)
    return None if _serial(cell) is not None else cell.text


def _is_quarter(text: str) -> bool:
    return not text.isdecimal() or int(text) in _QUARTERS


def _serial(cell: Cell) -> int | None:
    text = cell.text.strip()
    number = (
        int(cell.number)
        if cell.number is not None
        else int(text)
        if text.isdecimal() and len(text) == 5
        else None
    )
    return number if number in _SERIALS else None


def _of_serial(cell: Cell, serial: int, place: str) -> Due:
    day = _EPOCH + timedelta(days=serial)
    words = f"Ô ghi số {cell.text}, là số ngày của Excel; đã hiểu là ngày {day:%d/%m/%Y}. Hãy kiểm tra."
    problem = Problem("programmes.serial_day", Severity.WARNING, words, place)
    return Due(When(f"{day:%d/%m/%Y}", WhenKind.DEADLINE, None, day), problems=(problem,))


def _of_words(words: str, written: str, year: int | None, place: str) -> Due:
    times = [time.when for time in read_time(words, TimeContext(year, completion=True))]
    if not times:
        return Due()
    first, *others = times
    when = replace(first, as_written=written) if words != written else first
    if year is None and when.end is None and _dated_in_some_year(words):
        return Due(when, tuple(others), (_no_year(written, place),))
    if when.kind is WhenKind.CONDITIONAL and any(sign.isdecimal() for sign in words):
        return Due(replace(when, kind=WhenKind.UNDATED), problems=(_unread(written, place),))
    if when.end is None:
        problem = Problem(
            "programmes.no_day",
            Severity.NOTE,
            f"Thời hạn “{written}” không có ngày cụ thể. Hãy ghi hạn trình khi lập hồ sơ.",
            place,
        )
        return Due(when, tuple(others), (problem,))
    return Due(when, tuple(others), _other_year(when.end, year, written, place))


def _dated_in_some_year(words: str) -> bool:
    """Only the year is missing."""
    return any(time.when.end for time in read_time(words, TimeContext(_EPOCH.year, completion=True)))


def _unread(words: str, place: str) -> Problem:
    return Problem(
        "programmes.time_unread",
        Severity.ERROR,
        f"Không đọc được thời hạn “{words}”. Hãy sửa lại ô này, hoặc ghi hạn theo dạng dd/mm/yyyy.",
        place,
    )


def _no_year(words: str, place: str) -> Problem:
    return Problem(
        "programmes.year_unknown",
        Severity.ERROR,
        f"Thời hạn “{words}” không có năm. Hãy chọn năm của chương trình.",
        place,
    )


def _other_year(day: date, year: int | None, words: str, place: str) -> tuple[Problem, ...]:
    if year is None or day.year == year:
        return ()
    message = f"Thời hạn “{words}” là năm {day.year}, khác năm {year} của chương trình. Hãy kiểm tra."
    return (Problem("programmes.other_year", Severity.WARNING, message, place),)
