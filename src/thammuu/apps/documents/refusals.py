"""Why bringing or confirming can be refused."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from thammuu_core.errors import Refusal


class SameFile(Refusal):
    """The agency holds this very file already; `documents` are the earlier ones, the newest first."""

    code: ClassVar[str] = "documents.same_file"

    def __init__(self, documents: tuple[UUID, ...]) -> None:
        self.documents = documents
        super().__init__(
            "Tệp này đã được đưa vào hệ thống. Hãy mở văn bản đã có, hoặc chọn đọc lại nếu thật sự cần."
        )


class ConfirmedMeanwhile(Refusal):
    """Nothing is left to confirm."""

    code: ClassVar[str] = "documents.nothing_to_confirm"

    def __init__(self) -> None:
        super().__init__(
            "Không còn giá trị nào cần xác nhận ở mục này. Hãy tải lại trang để xem bản hiện tại."
        )


class EndsBeforeStart(Refusal):
    """A time cannot end before it begins."""

    code: ClassVar[str] = "documents.ends_before_start"

    def __init__(self) -> None:
        super().__init__("Ngày kết thúc trước ngày bắt đầu. Hãy kiểm tra lại hai ngày.")


class TextMissing(Refusal):
    """A step must say what is to be done."""

    code: ClassVar[str] = "documents.text_missing"

    def __init__(self) -> None:
        super().__init__("Cần ghi nội dung của bước.")


class NowhereToJoin(Refusal):
    """A step is joined into another one that stands."""

    code: ClassVar[str] = "documents.nowhere_to_join"

    def __init__(self) -> None:
        super().__init__("Hãy chọn một bước khác, còn trong danh sách, để gộp vào.")
