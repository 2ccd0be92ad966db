"""Labels that count: Roman numerals, and the letters of points in the Vietnamese alphabet."""

from __future__ import annotations

import re

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of điểm in order: after d comes đ; no f, j, w, z, and none with a hat (ă, â, ê, ô, ơ, ư)."""

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """The Roman numeral of 1 to 3999.

    >>> roman(14)
    'XIV'
    """
    if not 1 <= number <= 3999:
        raise ValueError(number)
    written = ""
    for value, letters in _VALUES:
        count, number = divmod(number, value)
        written += letters * count
    return written


def read_roman(numeral: str) -> int | None:
    """The number that a Roman numeral in capitals says; None when it is not one in its regular form."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    total, rest = 0, numeral
    for value, letters in _VALUES:
        while rest.startswith(letters):
            total, rest = total + value, rest[len(letters) :]
    return total


def point_letter(position: int) -> str:
    """The letter of the point at that position, 1 the first; raises ValueError beyond y.

    >>> [point_letter(position) for position in (4, 5, 6)]
    ['d', 'đ', 'e']
    """
    if not 1 <= position <= len(POINT_LETTERS):
        raise ValueError(position)
    return POINT_LETTERS[position - 1]


def point_position(letter: str) -> int | None:
    """The position of a point's letter, 1 the first, None for what is no point's letter (f, ă, aa)."""
    found = POINT_LETTERS.find(letter) if len(letter) == 1 else -1
    return found + 1 if found >= 0 else None
