"""More changes or comments in one file than people make: refused before they are read, for reading them takes minutes."""

from __future__ import annotations

import io
import zipfile
from typing import ClassVar

from thammuu_core.errors import Refusal
from thammuu_core.wordml import UNREADABLE

MOST_COMMENTS, MOST_CHANGES = 10_000, 40_000
"""A copy of a hundred pages on which every second word was changed has some 30,000 marks of change."""
_STORIES = ("document", "footnotes", "endnotes")


class TooManyMarks(Refusal):
    """No person wrote so much into one copy."""

    code: ClassVar[str] = "opinions.too_many_marks"

    def __init__(self, count: int, what: str) -> None:
        super().__init__(
            f"Tệp có {count} {what}, nhiều hơn mức một người có thể ghi. Hãy mở tệp bằng Word, xóa những mục thừa, lưu "
            "lại rồi đưa vào lại."
        )


def refuse_crowd(data: bytes) -> None:
    """Let a Word file pass whose marks can be read in seconds. Raises TooManyMarks; the gate ran before."""
    comments = changes = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.lower() in {f"word/{story}.xml" for story in _STORIES}:
                    words = archive.read(name)
                    comments += words.count(b"commentReference")
                    changes += words.count(b":ins ") + words.count(b":del ")
    except UNREADABLE:
        return  # the reader tells what is wrong with it
    if comments > MOST_COMMENTS:
        raise TooManyMarks(comments, "bình luận")
    if changes > MOST_CHANGES:
        raise TooManyMarks(changes, "vết sửa")
