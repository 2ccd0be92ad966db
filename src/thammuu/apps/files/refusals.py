"""Why a content could not be kept or given back."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Unavailable


class StoreFull(Unavailable):
    """There is no room left where contents are kept."""

    code: ClassVar[str] = "files.store_full"

    def __init__(self) -> None:
        super().__init__(
            "Máy chủ đã hết dung lượng, tệp CHƯA được lưu. Hãy báo quản trị hệ thống rồi gửi lại sau."
        )


class StoreFailed(Unavailable):
    """The disk did not take the bytes for sure."""

    code: ClassVar[str] = "files.store_failed"

    def __init__(self) -> None:
        super().__init__(
            "Máy chủ không ghi được tệp xuống đĩa, tệp CHƯA được lưu. Hãy báo quản trị hệ thống kiểm tra ổ đĩa."
        )


class StoreAway(Unavailable):
    """The object store does not answer, or says no."""

    code: ClassVar[str] = "files.store_away"

    def __init__(self) -> None:
        super().__init__(
            "Kho tệp không trả lời, thao tác CHƯA được thực hiện. Hãy thử lại sau ít phút; nếu vẫn lỗi, "
            "báo quản trị hệ thống kiểm tra kho tệp."
        )


class ContentDamaged(Unavailable):
    """What is kept is not what was stored; it is not served."""

    code: ClassVar[str] = "files.content_damaged"

    def __init__(self) -> None:
        super().__init__(
            "Tệp lưu trên máy chủ bị hỏng hoặc bị mất nên không mở được. Hãy báo quản trị khôi phục từ bản sao lưu."
        )
