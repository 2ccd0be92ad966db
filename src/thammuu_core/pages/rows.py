"""Words that stand on one line, from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median

from thammuu_core.pages.model import Word

_SAME_LINE = 0.4
"""Ems by which baselines of one line differ at most: recognised words stand unevenly."""
_MARKED_LINE = 0.6
"""The same beside small letters: marks of notes, indices."""
_MARK = 4
"""Letters of a mark or an index at most."""
_LABEL = re.compile(
    r"(?:[IVXL]{1,6}|\d{1,3}|[a-zđ]{1,2})[.)/]|\d{1,2}(?:\.\d{1,2}){1,4}\.?|[-–—+*•●○▪■§o]|(?:[a-zđ]|\d{1,2})\.\d{1,2}\)"
)
_DIVISION = re.compile(r"(?:Điều|Chương|Mục|Phần|Phụ lục|Tiểu mục|PHỤ LỤC|CHƯƠNG|PHẦN|MỤC) (?:\d|[IVX]+\b)")
_TIGHT_LABEL = re.compile(r"(?:[IVX]{1,5}|\d{1,2})\.[^\W\d]|[a-zđ]\)\w|[-–+•][^\W\d]")
_NOTE_MARK = re.compile(r"[(\[]?(?:\d{1,3}|\*{1,3})[)\]]?")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of words; never empty."""

    words: tuple[Word, ...]
    page: int

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(word.x1 for word in self.words)

    @property
    def centre(self) -> float:
        """Middle between the edges."""
        return (self.x0 + self.x1) / 2

    @property
    def size(self) -> float:
        """Size of most of its letters."""
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        return max(weights, key=lambda size: weights[size])

    @property
    def baseline(self) -> float:
        """Where most of its words stand."""
        standing = [word.baseline for word in self.words if not word.raised]
        return median(standing or [word.baseline for word in self.words])

    @property
    def text(self) -> str:
        """Its words as read."""
        return "".join(f"{'' if word.glued else ' '}{word.text}" for word in self.words).strip()

    @property
    def bold(self) -> bool:
        """Every word is bold."""
        return all(word.bold for word in self.words)

    @property
    def labelled(self) -> bool:
        """Begins with a number, a letter or a dash as items of a list do, or with the name of a division."""
        text = self.text
        first, _, rest = text.partition(" ")
        return bool(_TIGHT_LABEL.match(text) or _DIVISION.match(text) or (rest and _LABEL.fullmatch(first)))

    @property
    def after_label(self) -> float | None:
        """Left edge of the words after its label; None without a label that stands apart."""
        if len(self.words) > 1 and _LABEL.fullmatch(self.words[0].text):
            return self.words[1].x0
        return None


def rows(words: Iterable[Word], page: int) -> list[Row]:
    """Words grouped to lines, from the top."""
    grouped: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.x0)):
        last = grouped[-1] if grouped else []
        if last and _same_line(last[0], word):
            last.append(word)
        else:
            grouped.append([word])
    return [_row(group, page) for group in grouped]


def _same_line(first: Word, word: Word) -> bool:
    small, large = sorted((first, word), key=lambda each: each.size)
    marks = small.size < 0.8 * large.size and len(small.text) <= _MARK
    return word.baseline - first.baseline <= (_MARKED_LINE if marks else _SAME_LINE) * large.size


def _row(group: list[Word], page: int) -> Row:
    """Glued pieces keep their order: sorting by place would part a mark from its word where boxes overlap."""
    row = Row(tuple(sorted(group, key=lambda word: word.x0)), page)
    size = row.size
    lowest = max(word.baseline for word in group)
    marked = tuple(
        replace(word, raised=True)
        if word.size < 0.8 * size and lowest - word.baseline > 0.12 * size and _NOTE_MARK.fullmatch(word.text)
        else word
        for word in row.words
    )
    return Row(marked, page)
