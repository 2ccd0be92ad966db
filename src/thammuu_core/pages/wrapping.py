"""Sentences that a mail program or a converter broke to fit a width, put together again.

A small letter begins no paragraph. Where a file has many such breaks, it was broken at one width throughout, and a line
that its next word would have made too wide was broken there too, whatever letter that word begins with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_SENTENCE_ENDS = (".", ";", ":", "!", "?", "…", "”", '"', "|", "-", "/")
_NEVER_LAST = frozenset(
    (
        "của", "và", "các", "những", "về", "tại", "theo", "cho", "với", "là", "điểm", "từ", "đến", "do", "bởi", "trong", "trên", "hoặc",
    )
)  # fmt: skip
_BEFORE_NUMBER = frozenset(("ngày", "tháng", "năm", "số", "điều", "khoản"))
"""Words that end no line before a number, though "6 tháng đầu năm" may end a title."""
_LABEL = re.compile(
    r"[a-zđ0-9]{1,3}[).]|[a-zđ0-9]{1,3}/(?!\d)|(?:\d{1,3}\.)+\d*[ )]|\(?[IVXLC\d]{1,6}[).]|\(?[a-zđ]\)|[-+*•–—|#]"
)
_OPENING = re.compile(r"(?:Điều|Chương|Mục|Phần|Phụ lục|PHỤ LỤC|Căn cứ|Kính gửi|Nơi nhận|Số)\b|[A-ZĐ]{1,4}\.")
"""Words that begin a paragraph of an official document."""
_COLUMNS = re.compile(r"\S {3,}\S")
"""Words set apart by spaces, as in a header typed in two columns."""
_ENOUGH = 5
"""Broken sentences from which a file counts as broken at one width."""


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines with broken sentences on one line again; `lines` are stripped, blank ones part paragraphs for certain."""
    width = _width(lines)
    joined: list[list[str]] = []
    for at, line in enumerate(lines):
        if at and _continues(lines[at - 1], line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [" ".join(parts) for parts in joined]


def _width(lines: Sequence[str]) -> int | None:
    """The width at which the file was broken: that of nearly all lines whose sentence goes on with a small letter."""
    broken = sorted(len(before) for before, line in pairwise(lines) if _goes_on(before, line))
    return broken[len(broken) * 19 // 20] if len(broken) >= _ENOUGH else None


def _continues(before: str, line: str, width: int | None) -> bool:
    return _goes_on(before, line) or (width is not None and _was_full(before, line, width))


def _goes_on(before: str, line: str) -> bool:
    """A small letter, unless it is a label ("a)") or follows a title in capitals ("QUYẾT ĐỊNH" over "về việc …");
    or any letter after a word that ends no sentence.
    """
    if not _may_go_on(before, line):
        return False
    last = before.rpartition(" ")[2]
    return (
        line[0].islower()
        or (line[0].isalnum() and last in _NEVER_LAST)
        or (line[0].isdigit() and last in _BEFORE_NUMBER)
    )


def _was_full(before: str, line: str, width: int) -> bool:
    """Whether the first word of a line had no room on the line before, and nothing says that a paragraph begins."""
    if not _may_go_on(before, line) or _OPENING.match(line) or line.isupper():
        return False
    return len(before) + 1 + len(line.split(" ", 1)[0]) > width >= len(before) > width // 2


def _may_go_on(before: str, line: str) -> bool:
    if not before or not line or before.endswith(_SENTENCE_ENDS) or before.isupper() or _LABEL.match(line):
        return False
    return not (_COLUMNS.search(before) or _COLUMNS.search(line))
