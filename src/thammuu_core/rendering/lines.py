"""The lines of the form that are made of several values: number and symbol, place and date, recipients."""

from __future__ import annotations

from thammuu_core.rendering.model import Document, Head, Urgency
from thammuu_core.text import roman

BLANK = "\u00a0" * 6
"""Left for the pen."""
_FEBRUARY = 2
URGENCY = {Urgency.URGENT: "KHẨN", Urgency.VERY_URGENT: "THƯỢNG KHẨN", Urgency.EXPRESS: "HỎA TỐC"}
"""As stamped (III.2)."""


def number_line(head: Head) -> str:
    """ "Số: 05/BC-SKHCN"; a number below ten has a zero before it (Phụ lục I, II.3)."""
    number = head.number.rjust(2, "0") if head.number.isdecimal() else head.number
    return f"Số: {number or BLANK}/{head.symbol}"


def date_line(head: Head) -> str:
    """ "Bắc Giang, ngày 06 tháng 7 năm 2021"; empty where the form has none."""
    day = _day(head)
    return f"{head.place}, {day}" if day and head.place else day


def _day(head: Head) -> str:
    """A zero before days below ten and months 1 and 2 (II.4)."""
    if head.day is None:
        return f"ngày {BLANK} tháng {BLANK} năm {BLANK}" if head.undated else ""
    day = BLANK if head.open_day else f"{head.day:%d}"
    month = f"{head.day:%m}" if head.day.month <= _FEBRUARY else str(head.day.month)
    return f"ngày {day} tháng {month} năm {head.day.year}"


def guidance(document: Document) -> str:
    """ "(Kèm theo Kế hoạch số 12/KH-SKHCN ngày … của …)": under the title of what belongs to a document (III.1)."""
    head, kind = document.head, document.kind or "Công văn"
    number = number_line(head).removeprefix("Số: ")
    told = (
        kind.capitalize() if kind.isupper() else kind,
        f"số {number}" if head.numbered else "",
        _day(head),
        f"của {' '.join(head.agency.split())}",
    )
    return f"(Kèm theo {' '.join(filter(None, told))})"


def annex_label(place: int, count: int) -> str:
    """ "Phụ lục", with several "Phụ lục II"; `place` from 1 (III.1)."""
    return "Phụ lục" if count == 1 else f"Phụ lục {roman(place)}"


def recipient_lines(document: Document) -> tuple[str, ...]:
    """Each with its dash, a semicolon between, a full stop after the last (II.9)."""
    *others, last = document.recipients or ("",)
    return tuple(f"- {name};" for name in others) + ((f"- {last}.",) if last else ())


def addressee_lines(document: Document) -> tuple[str, ...]:
    """One on the line of "Kính gửi:", several each on a line of its own (II.9)."""
    if len(document.addressees) < 2:
        return tuple(f"Kính gửi: {name}" for name in document.addressees)
    *others, last = document.addressees
    return ("Kính gửi:", *(f"- {name};" for name in others), f"- {last}.")


def letter_subject(document: Document) -> str:
    """ "V/v …" of a công văn; empty for a document that has a kind."""
    return f"V/v {document.subject}" if document.subject and not document.kind else ""
