"""Why a file is not mended."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Refusal


class OnlyWord(Refusal):
    """Form can be mended where it is said: in a Word file."""

    code: ClassVar[str] = "formats.only_word"

    def __init__(self) -> None:
        super().__init__(
            "Chỉ sửa được thể thức của tệp Word (.docx). Hãy mở tệp bằng Word, chọn Lưu thành .docx rồi sửa lại."
        )
