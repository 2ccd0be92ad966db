"""Looks that carry meaning: words struck through are to go, and so are those in a look that the letter says is to go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from thammuu_core.opinions.prose.phrases import small
from thammuu_core.papers import Paragraph, Run

STRIKE = "strike"
_LOOKS = {
    "in đậm": "bold",
    "chữ đậm": "bold",
    "in nghiêng": "italic",
    "chữ nghiêng": "italic",
    "gạch chân": "underline",
    "gạch dưới": "underline",
    "gạch ngang": STRIKE,
}
_STATED = re.compile(
    rf"\b(?:phần|chữ|nội dung|từ|cụm từ|chỗ)\b[^.;,]{{0,30}}(?P<look>{'|'.join(_LOOKS)})[^.;,]{{0,40}}\b(?:bỏ|lược bỏ|xóa|xoá|cắt)\b"
)
"""How a letter says so: "phần in nghiêng là nội dung đề nghị bỏ"."""


def struck_looks(texts: Iterable[str]) -> tuple[str, ...]:
    """The looks that mean "to go" in a letter with these texts: struck through, and what it states."""
    stated = [_LOOKS[found["look"]] for text in texts for found in _STATED.finditer(small(text))]
    return tuple(dict.fromkeys((STRIKE, *stated)))


def struck(runs: Iterable[Run], looks: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The stretches in one of the looks."""
    return tuple((run.start, run.end) for run in runs if any(getattr(run, look) for look in looks))


def without_struck(paragraph: Paragraph, looks: Sequence[str]) -> str:
    """The words that stay, single blanks where others went; all of them where nothing would stay."""
    return remaining(paragraph.text, 0, len(paragraph.text), struck(paragraph.runs, looks))


def remaining(text: str, start: int, end: int, gone: Iterable[tuple[int, int]]) -> str:
    """`text[start:end]` without what is gone."""
    stretches = [(max(a, start), min(b, end)) for a, b in gone if a < end and b > start]
    if not stretches:
        return text[start:end]
    pieces, at = [], start
    for a, b in stretches:
        pieces.append(text[at:a])
        at = b
    left = re.sub(r"[ \u00a0]{2,}", " ", "".join([*pieces, text[at:end]])).strip()
    return left if any(map(str.isalnum, left)) else text[start:end]
