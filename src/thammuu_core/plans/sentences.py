"""Where sentences and their clauses begin and end; points inside dates, numbers and abbreviations do not end any."""

from __future__ import annotations

import re

# A full stop ends a sentence when a capital, a dash or the end follows; "TP. Hà Nội" and "KT. CHỦ TỊCH" go on.
_SENTENCE = re.compile(
    r"(?=[.!?\n])(?:(?<!\b[A-ZĐ])(?<!\bTP)(?<!\bTS)(?<!\bThS)(?<!\bKT)(?<!\bTM)(?<!\bTL)[.!?]+[”\"»)]*(?=\s+[A-ZĐÀ-Ỹ“\"(\-+•]|\s*$|\s*\n)|\n)"
)
_CLAUSE = re.compile(r";|\n")

Span = tuple[int, int]


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text`, each from its first to after its last letter, closing mark included."""
    return _cut(text, _SENTENCE, 0, len(text))


def clauses(text: str, within: Span) -> tuple[Span, ...]:
    """The parts of one sentence between semicolons, those in brackets or quotes left whole."""
    return _cut(text, _CLAUSE, *within)


def _cut(text: str, mark: re.Pattern[str], start: int, end: int) -> tuple[Span, ...]:
    spans, at = [], start
    for match in mark.finditer(text, start, end):
        if _open(text, at, match.start()):
            continue
        spans.append(_trimmed(text, at, match.end()))
        at = match.end()
    spans.append(_trimmed(text, at, end))
    return tuple((a, b) for a, b in spans if a < b)


def _open(text: str, start: int, end: int) -> bool:
    """A bracket or quote opened in this stretch is still open, and not for so long that it was forgotten."""
    opening = max(text.rfind("(", start, end), text.rfind("“", start, end))
    closing = max(text.rfind(")", start, end), text.rfind("”", start, end))
    return opening > closing and end - opening < 400


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
