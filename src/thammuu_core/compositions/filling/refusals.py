"""Why an uploaded template is not taken, each with the place to mend; what the gate refuses is in `intake.refusals`."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Malformed, Refusal


class BrokenPlaceholder(Malformed):
    """ "{{" without "}}", or words between them that say nothing."""

    code: ClassVar[str] = "compositions.broken_placeholder"

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        super().__init__(f"{where}: {what} Chỗ điền viết liền một đoạn theo lối {{{{tên mục}}}}.")


class UnknownPlaceholder(Refusal):
    """Names that no field has; all of them are told at once."""

    code: ClassVar[str] = "compositions.unknown_placeholder"

    def __init__(self, found: tuple[tuple[str, str], ...], known: tuple[str, ...]) -> None:
        self.found = found
        places = "; ".join(f"{{{{{name}}}}} ({where})" for name, where in found)
        super().__init__(f"Không có mục để điền vào: {places}. Các mục dùng được: {', '.join(known)}.")


class HoldsObject(Refusal):
    """Holds what another program would open."""

    code: ClassVar[str] = "compositions.holds_object"

    def __init__(self, part: str) -> None:
        self.part = part
        super().__init__(
            f"Mẫu có đối tượng nhúng (OLE, ActiveX) ở {part}; khi mở tệp, chương trình khác sẽ chạy. Mở bằng Word, xóa "
            "đối tượng ấy hoặc thay bằng ảnh, bảng rồi gửi lại."
        )


class LinksOut(Refusal):
    """Loads something from outside when it is opened."""

    code: ClassVar[str] = "compositions.links_out"

    def __init__(self, part: str, target: str) -> None:
        self.part, self.target = part, target
        super().__init__(
            f"Mẫu có liên kết ra ngoài ở {part}: “{target[:120]}”. Mở bằng Word, chèn thẳng nội dung ấy vào tệp "
            "(Break Link) rồi gửi lại."
        )
