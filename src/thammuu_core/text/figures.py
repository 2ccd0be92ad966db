"""Numbers as Vietnamese papers write them: a dot between thousands, a comma before the fraction."""

from __future__ import annotations

import re
from decimal import Decimal

FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?(?:\.\d{1,2}(?!\d))?"
"""A number in a text, for a larger expression."""
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")


def read_figure(written: str) -> Decimal | None:
    """The number; None for what is none. A dot before exactly three digits parts thousands, any other a fraction.

    >>> read_figure("2.989,5"), read_figure("1.000"), read_figure("7.5"), read_figure("7,125"), read_figure("-3")
    (Decimal('2989.5'), Decimal('1000'), Decimal('7.5'), Decimal('7.125'), Decimal('-3'))
    """
    words = "".join(written.split())
    sign, bare = (-1, words[1:]) if words[:1] in ("-", "−") else (1, words)
    if _GROUPED.fullmatch(bare):
        return sign * Decimal(bare.replace(".", "").replace(",", "."))
    return sign * Decimal(bare.replace(",", ".")) if bare.isascii() and _PLAIN.fullmatch(bare) else None


def figure(value: Decimal) -> str:
    """As a paper writes it; `read_figure` reads it back.

    >>> figure(Decimal("2989.50")), figure(Decimal("-7")), figure(Decimal("1E+3"))
    ('2.989,5', '-7', '1.000')
    """
    whole, _, rest = f"{value:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")
