"""Why a file is not mended."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Malformed, Refusal


class OnlyWord(Refusal):
    """Form can be mended where it is said: in a Word file."""

    code: ClassVar[str] = "formats.only_word"

    def __init__(self) -> None:
        super().__init__(
            "Chỉ sửa được thể thức của tệp Word (.docx). Hãy mở tệp bằng Word, chọn Lưu thành .docx rồi sửa lại."
        )


class Damaged(Malformed):
    """Of a file that can only be read in part nobody can say that no word of it changed."""

    code: ClassVar[str] = "formats.damaged"

    def __init__(self, part: str) -> None:
        super().__init__(
            f"Phần {part} của tệp bị hỏng nên không sửa thể thức được. Hãy mở tệp bằng Word, kiểm tra lời văn và lưu lại rồi sửa."
        )
