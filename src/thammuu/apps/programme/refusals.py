"""Why an act on the programme can be refused."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from thammuu_core.errors import Refusal


class AlreadyImported(Refusal):
    """The same file was confirmed before."""

    code: ClassVar[str] = "programme.already_imported"

    def __init__(self, title: str, at: date) -> None:
        super().__init__(
            f"Tệp này đã được nhập ngày {at:%d/%m/%Y} thành “{title}”. Để thêm nhiệm vụ còn thiếu, hãy nhập tay từng nhiệm vụ."
        )


class NothingTaken(Refusal):
    """Every item was left out."""

    code: ClassVar[str] = "programme.nothing_taken"

    def __init__(self) -> None:
        super().__init__("Không còn nhiệm vụ nào để nhập. Hãy bỏ chọn “Không lấy” ở ít nhất một dòng.")


class PaperMissing(Refusal):
    """A change that needs consent needs the paper of the consent."""

    code: ClassVar[str] = "programme.paper_missing"

    def __init__(self) -> None:
        super().__init__(
            "Lùi hạn hoặc rút nhiệm vụ cần văn bản đồng ý: đính kèm tệp, hoặc ghi số, ký hiệu và nơi lưu văn bản."
        )


class OriginalMissing(Refusal):
    """A letter is recorded with its file or with where it lies."""

    code: ClassVar[str] = "programme.original_missing"

    def __init__(self) -> None:
        super().__init__("Cần bản gốc của văn bản giao việc: đính kèm tệp, hoặc ghi rõ đang lưu ở đâu.")


class RemarkUnproved(Refusal):
    """What another wrote is recorded with where it can be seen."""

    code: ClassVar[str] = "programme.remark_unproved"

    def __init__(self, given_by: str) -> None:
        super().__init__(
            f"Ghi nhận thay bút phê của {given_by} cần minh chứng: đính kèm ảnh hoặc tệp, hoặc ghi bút phê nằm ở văn bản nào."
        )


class NotInForce(Refusal):
    """The assignment was withdrawn."""

    code: ClassVar[str] = "programme.withdrawn"

    def __init__(self) -> None:
        super().__init__("Nhiệm vụ này đã rút khỏi chương trình nên không thay đổi được nữa.")


class DossierThere(Refusal):
    """One assignment, one dossier."""

    code: ClassVar[str] = "programme.dossier_there"

    def __init__(self) -> None:
        super().__init__("Nhiệm vụ này đã có hồ sơ. Hãy mở hồ sơ đó để làm tiếp.")


class UnitMissing(Refusal):
    """Nobody leads it yet."""

    code: ClassVar[str] = "programme.unit_missing"

    def __init__(self) -> None:
        super().__init__(
            "Nhiệm vụ chưa giao cho đơn vị nào trong cơ quan. Hãy để lãnh đạo bút phê giao đơn vị chủ trì trước khi lập hồ sơ."
        )


class DayPassed(Refusal):
    """A dossier cannot be laid out in the past."""

    code: ClassVar[str] = "programme.day_passed"

    def __init__(self, day: date, today: date) -> None:
        super().__init__(
            f"Hạn {day:%d/%m/%Y} đã qua (hôm nay {today:%d/%m/%Y}). Hãy chọn hạn khác, hoặc ghi nhận lùi hạn trước."
        )


class NoTemplateSteps(Refusal):
    """A template needs a step that is always done."""

    code: ClassVar[str] = "programme.no_template_steps"

    def __init__(self) -> None:
        super().__init__("Mẫu cần ít nhất một bước không kèm điều kiện, mỗi bước có tên và ít nhất một việc.")


class YearImplausible(Refusal):
    """A digit of the year is missing or wrong."""

    code: ClassVar[str] = "programme.year_implausible"

    def __init__(self, year: int) -> None:
        super().__init__(f"Năm {year} không hợp lý cho một chương trình công tác. Hãy kiểm tra lại năm.")


class StepTooLong(Refusal):
    """A person set more days for a step than a step of a plan ever takes."""

    code: ClassVar[str] = "programme.step_too_long"

    def __init__(self, place: str, days: int, most: int) -> None:
        super().__init__(
            f"Bước {place} đặt {days} ngày làm việc, quá {most} ngày (một năm làm việc). "
            "Hãy kiểm tra lại số ngày; việc dài hơn thì chia thành nhiều bước."
        )


class StepTooShort(Refusal):
    """A person set fewer days for a step than rules leave it."""

    code: ClassVar[str] = "programme.step_too_short"

    def __init__(self, place: str, days: int, floor: int, rules: str) -> None:
        super().__init__(
            f"Bước {place} cần ít nhất {floor} ngày làm việc ({rules}), không đặt {days} ngày được. "
            "Nếu quy chế của cơ quan cho phép ít hơn, hãy nhờ quản trị sửa tham số của cơ quan."
        )
