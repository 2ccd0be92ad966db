"""What every operation may be refused for, whatever it is about."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Refusal


class NotVisible(Refusal):
    """There is no such thing for this person; the same answer whether it does not exist or belongs to others."""

    code: ClassVar[str] = "organisations.not_visible"

    def __init__(self) -> None:
        super().__init__(
            "Không tìm thấy nội dung này, hoặc bạn không được xem. Hãy mở lại từ danh sách hồ sơ."
        )


class NotAllowed(Refusal):
    """The person sees the thing but may not do this to it."""

    code: ClassVar[str] = "organisations.not_allowed"

    def __init__(self, act: str, who: str) -> None:
        super().__init__(f"Bạn không được {act}. Việc này do {who} thực hiện.")


class StaleEdit(Refusal):
    """Someone else changed the thing after the page was opened; both texts are kept so that nothing typed is lost."""

    code: ClassVar[str] = "organisations.stale_edit"

    def __init__(self, *, yours: str, current: str) -> None:
        self.yours = yours
        self.current = current
        super().__init__(
            "Nội dung đã được người khác cập nhật sau khi bạn mở trang. Hãy xem lại bản hiện tại rồi ghi lại nếu vẫn cần."
        )
