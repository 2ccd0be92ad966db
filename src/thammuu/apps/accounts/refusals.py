"""What an officer may be refused about the own account."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Malformed, Refusal


class TooManyTokens(Refusal):
    """More open tokens than anyone can keep an eye on."""

    code: ClassVar[str] = "accounts.too_many_tokens"

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"Bạn đang có {limit} mã còn dùng được. Hãy thu hồi mã không dùng nữa rồi tạo mã mới."
        )


class NoSuchPurpose(Malformed):
    """A token is asked for something that tokens do not open."""

    code: ClassVar[str] = "accounts.no_such_purpose"

    def __init__(self) -> None:
        super().__init__("Mã truy cập không dùng được cho việc này. Hãy chọn một mục trong danh sách.")


class NoSuchLanguage(Malformed):
    """A language that the installation does not speak."""

    code: ClassVar[str] = "accounts.no_such_language"

    def __init__(self) -> None:
        super().__init__("Hệ thống chưa có ngôn ngữ này. Hãy chọn một mục trong danh sách.")
