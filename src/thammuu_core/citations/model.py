"""What a citation is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of another document, or of the document itself, in a text.

    Values that were not said stand as None; a mention that shares its kind, date or issuer with a list
    ("Quyết định số 1/QĐ-A và số 2/QĐ-A ngày … của …") has them distributed.
    """

    start: int
    end: int
    """Offsets in the text searched; `text[start:end]` is the mention as written, kind word to subject."""
    kind: str | None
    """Name of the kind: "Quyết định"."""
    symbol: str | None
    """Number and symbol in normal form: "1322/QĐ-TTg"; None for a law cited by name."""
    name: str | None
    """"Luật Đầu tư công năm 2019" for a document cited by name."""
    date: date | None
    issuer: str | None
    subject: str | None
    """Trích yếu as written."""
    pinpoint: str | None = None
    """"khoản 2 Điều 7" as written, when one stands before the document."""
    date_as_written: str | None = None
