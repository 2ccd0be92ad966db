"""The lines of the form that are made of several values: number and symbol, place and date, recipients."""

from __future__ import annotations

from thammuu_core.rendering.model import Document, Head

BLANK = "\u00a0" * 6
"""Left for the pen."""
_FEBRUARY = 2


def number_line(head: Head) -> str:
    """ "Số: 05/BC-SKHCN"; a number below ten has a zero before it (Phụ lục I, II.3)."""
    number = head.number.rjust(2, "0") if head.number.isdecimal() else head.number
    return f"Số: {number or BLANK}/{head.symbol}"


def date_line(head: Head) -> str:
    """ "Bắc Giang, ngày 06 tháng 7 năm 2021": a zero before days below ten and months 1 and 2 (II.4)."""
    day = BLANK if head.open_day else f"{head.day:%d}"
    month = f"{head.day:%m}" if head.day.month <= _FEBRUARY else str(head.day.month)
    return f"{head.place}, ngày {day} tháng {month} năm {head.day.year}".removeprefix(", ")


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
    return "" if document.kind else f"V/v {document.subject}"
