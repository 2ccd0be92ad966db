"""What the register refuses."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Refusal


class AlreadyRegistered(Refusal):
    """A document of that number, issuer and year is in the register."""

    code: ClassVar[str] = "instruments.already_registered"

    def __init__(self, called: str) -> None:
        super().__init__(
            f"Sổ đã có {called} của cùng cơ quan, cùng năm. Hãy mở văn bản đó và đính chính nếu thông tin khác."
        )


class NotCalled(Refusal):
    """Neither a number nor a subject tells which document it is."""

    code: ClassVar[str] = "instruments.not_called"

    def __init__(self) -> None:
        super().__init__("Hãy ghi số, ký hiệu; luật không ghi số thì ghi tên luật ở ô trích yếu.")


class NotRegistered(Refusal):
    """A document that is said to follow another is not in the register."""

    code: ClassVar[str] = "instruments.not_registered"

    def __init__(self, written: str, near: tuple[str, ...] = ()) -> None:
        hint = f" Có thể là: {'; '.join(near)}." if near else ""
        super().__init__(
            f"Sổ chưa có “{written}”.{hint} Hãy ghi đúng số, ký hiệu, hoặc thêm văn bản đó trước."
        )


class ManyOfThatSymbol(Refusal):
    """The number alone does not tell which document is meant."""

    code: ClassVar[str] = "instruments.many_of_that_symbol"

    def __init__(self, written: str) -> None:
        super().__init__(
            f"Có nhiều văn bản số “{written}”. Hãy ghi đủ loại, số, ngày, cơ quan ban hành; "
            "ví dụ: Quyết định số 12/QĐ-UBND ngày 05/01/2021 của UBND tỉnh."
        )


class FollowsItself(Refusal):
    """A document neither replaces nor amends itself."""

    code: ClassVar[str] = "instruments.follows_itself"

    def __init__(self) -> None:
        super().__init__("Một văn bản không thể thay thế, sửa đổi chính nó. Hãy ghi văn bản khác.")


class ForceEndsTooEarly(Refusal):
    """The last day in force lies before the first."""

    code: ClassVar[str] = "instruments.force_ends_too_early"

    def __init__(self) -> None:
        super().__init__("Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi. Hãy sửa lại ngày.")


class NothingChanged(Refusal):
    """The correction says what is there."""

    code: ClassVar[str] = "instruments.nothing_changed"

    def __init__(self) -> None:
        super().__init__("Chưa có gì khác với nội dung đang ghi trong sổ. Hãy sửa ít nhất một ô.")


class AlreadyCorrected(Refusal):
    """Somebody put another item in the place of this one."""

    code: ClassVar[str] = "instruments.already_corrected"

    def __init__(self) -> None:
        super().__init__(
            "Nội dung này đã được người khác đính chính. Hãy mở lại trang văn bản để xem bản hiện tại."
        )
