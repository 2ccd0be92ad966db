"""Where the sentences of a letter end: not in quotes, abbreviations, numbers, dates, or brackets."""

from __future__ import annotations

import re
from bisect import bisect_left

from thammuu_core.text.letters import CAPITALS

Span = tuple[int, int]

_PAIRS = {"“": "”", "«": "»", "‘": "’", "„": "”"}
_LONG = 4_000
"""Characters after which an opened quotation is taken for one that nobody closed."""
_SHORTENED = re.compile(
    r"(?<!\w)(?:TP|Tp|TX|Tx|TT|TS|Ths|ThS|PGS|GS|BS|KT|TM|TL|TUQ|Q|P|H|St|No|tr|Tr|vv|v\.v|NĐ|QĐ|CV|ĐT|ĐC|Đ/c|đ/c|stt|STT)$"
)
"""What a full stop after it shortens; the sentence goes on."""
_LABEL = re.compile(
    r"\W*(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,5}|[A-ZĐ]|[a-zđ]|(?:Điều|Chương|Mục|Phần)\s+\w{1,5})$"
)
"""What a full stop after it only numbers, at the beginning of a sentence."""
_STOP = re.compile(r"[.!?…]+(?:/\.)?|/\./?|\n")
_NEXT = re.compile(rf"\s+[{CAPITALS}“\"«‘(\-–+•\d]|\s*$|\n")
_CLOSERS = '”"»’)]'
_REST = re.compile(r"\s*\Z")
_NEAR, _WIDE = 16, 300
"""Characters looked at around a full stop: a letter without any sign must not be gone through at each of its stops."""
_DEEPEST = 8
"""Quotations within quotations; more are marks that nobody closed."""


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text`, each from its first to after its last character that is not blank."""
    quoted = quotations(text)
    spans, at = [], 0
    for found in _STOP.finditer(text):
        end = _after_closers(text, found.end(), quoted)
        if not _numbers(text, at, found.start()) and _ends(text, found, end, quoted):
            spans.append((at, end))
            at = end
    spans.append((at, len(text)))
    return tuple(span for start, end in spans if (span := _trimmed(text, start, end))[0] < span[1])


def quotations(text: str) -> tuple[Span, ...]:
    """The outermost quotations, marks included."""
    spans, at = [], 0
    while at < len(text):
        end = _closed(text, at)
        if end is None:
            at += 1
            continue
        spans.append((at, end))
        at = end
    return tuple(spans)


def unquoted(text: str) -> str:
    """The text with quotations blanked out, offsets kept."""
    for start, end in quotations(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _closed(text: str, at: int) -> int | None:
    """After the mark that closes the quotation opened at `at`."""
    mark = text[at]
    if mark in _PAIRS:
        return _matching(text, at, mark, _PAIRS[mark])
    if mark != '"' or (at and text[at - 1].isalnum()):
        return None
    found = text.find('"', at + 1, at + _LONG)
    return found + 1 if found > 0 else None


def _matching(text: str, at: int, opening: str, closing: str) -> int | None:
    depth = 0
    for place in range(at, min(len(text), at + _LONG) if closing in text[at : at + _LONG] else at):
        if text[place] == opening:
            depth += 1
            if depth > _DEEPEST:
                break
        elif text[place] == closing:
            if closing == "’" and text[place + 1 : place + 2].isalpha():
                continue
            depth -= 1
        if not depth:
            return place + 1
    return _matching_flat(text, at, closing)


def _matching_flat(text: str, at: int, closing: str) -> int | None:
    found = text.find(closing, at + 1, at + _LONG)
    return found + 1 if found > 0 else None


def _after_closers(text: str, end: int, quoted: tuple[Span, ...]) -> int:
    """After the marks that close a quotation or a bracket right behind a full stop."""
    while (
        end < len(text)
        and text[end] in _CLOSERS
        and (text[end] in ")]" or _last_before(quoted, end)[1] == end + 1)
    ):
        end += 1
    return end


def _last_before(quoted: tuple[Span, ...], place: int) -> Span:
    """The last quotation that begins before this place."""
    found = bisect_left(quoted, (place,)) - 1
    return quoted[found] if found >= 0 else (0, 0)


def _numbers(text: str, at: int, stop: int) -> bool:
    """A label at the beginning of the sentence, or of a wording that it gives after a colon."""
    start = max(at, text.rfind(":", at, stop) + 1)
    return text[stop] == "." and stop - start < 24 and bool(_LABEL.match(text[start:stop]))


def _ends(text: str, found: re.Match[str], end: int, quoted: tuple[Span, ...]) -> bool:
    at = found.start()
    if end < _last_before(quoted, at)[1]:
        return False
    if found[0] == "\n":
        return not text[max(0, at - _WIDE) : at].rstrip().endswith(":")
    if not _NEXT.match(text, end) or (found[0] == "." and _SHORTENED.search(text[max(0, at - _NEAR) : at])):
        return _REST.match(text, end) is not None
    if found[0].startswith(("…", "...")) and text[end : end + _NEAR].lstrip()[:1].islower():
        return False
    return not _in_brackets(text, found.start())


def _in_brackets(text: str, at: int) -> bool:
    opened = max(text.rfind("(", max(0, at - _WIDE), at), 0)
    return text[opened : opened + 1] == "(" and ")" not in text[opened:at] and ")" in text[at : at + 300]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
