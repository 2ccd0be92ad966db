"""Roman numbers of headings that recognition misreads: II as H, III as HI or II, which tilts a whole outline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from thammuu_core.pages.model import Sheet, Word
from thammuu_core.pages.rows import Row, rows

_STROKES = re.compile(r"[IHl|]{1,4}[.,]|L[.,]")
_GUESSED = 0.5
"""Confidence of a number that was put right by those before it."""


def repaired(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """The sheets with the numbers I to III of headings, in capitals or bold, read by their strokes and their order."""
    last = 0
    for sheet in sheets:
        right: dict[Word, Word] = {}
        for row in rows(sheet.words, sheet.number) if sheet.recognised else ():
            if _is_heading(row):
                first = row.words[0]
                last = _value(first.text, last)
                if first.text != (number := "I" * last + "."):
                    sure = min(first.confidence or 0.0, _GUESSED)
                    right[first] = replace(first, text=number, confidence=sure)
        yield replace(sheet, words=tuple(right.get(word, word) for word in sheet.words)) if right else sheet


def _is_heading(row: Row) -> bool:
    rest = "".join(word.text for word in row.words[1:])
    shown = rest.isupper() or (row.bold and rest[:1].isupper())
    return len(rest) > 3 and shown and bool(_STROKES.fullmatch(row.words[0].text))


def _value(text: str, last: int) -> int:
    """Strokes counted, H as two. A second II is III: of three strokes recognition often loses one."""
    strokes = len(text) - 1 + text.count("H")
    return 3 if strokes == last == 2 else min(strokes, 3)
