"""Pieces of which the grammar's regular expressions are made."""

from __future__ import annotations

UPPER = "A-ZĐ" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
"""Capital letters, for a class: a range such as À-Ỹ would take in small ones."""
END = r"(?![^\W_])"
"""No letter or digit follows."""
START = r"(?<![^\W_])"


def one_of(*lines: str) -> str:
    """Any of the words, parted by commas; the longest is tried first, and a blank is any white space."""
    words = sorted((word.strip() for line in lines for word in line.split(",")), key=len, reverse=True)
    return "|".join(word.replace(" ", r"\s{1,2}") for word in words if word)
