"""Why a draft is not taken, or an initial not put."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Refusal


class NotWord(Refusal):
    """A draft is worked on in Word."""

    code: ClassVar[str] = "drafting.not_word"

    def __init__(self) -> None:
        super().__init__(
            "Dự thảo phải là tệp Word (.docx) để còn sửa được. Hãy mở tệp bằng Word, chọn Lưu thành .docx rồi tải lên lại."
        )


class SameVersion(Refusal):
    """Nothing has changed."""

    code: ClassVar[str] = "drafting.same_version"

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Tệp này giống hệt dự thảo lần {number}. Hãy kiểm tra đã lưu thay đổi trong Word và chọn đúng tệp chưa."
        )


class ReasonMissing(Refusal):
    """A new version says what changed; a return says why."""

    code: ClassVar[str] = "drafting.reason_missing"

    def __init__(self, what: str) -> None:
        super().__init__(f"Cần ghi {what}.")


class NothingToRepair(Refusal):
    """No fault of form can be mended without a person."""

    code: ClassVar[str] = "drafting.nothing_to_repair"

    def __init__(self) -> None:
        super().__init__(
            "Không có lỗi thể thức nào sửa được tự động. Các lỗi còn lại cần người soạn sửa trong Word."
        )


class NewerVersion(Refusal):
    """Initials go on the newest version."""

    code: ClassVar[str] = "drafting.newer_version"

    def __init__(self, number: int) -> None:
        super().__init__(f"Đã có dự thảo lần {number}. Hãy xem và ký nháy bản mới nhất.")


class SentBack(Refusal):
    """A returned version goes no further."""

    code: ClassVar[str] = "drafting.sent_back"

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Dự thảo lần {number} đã bị trả lại. Cần một lần dự thảo mới trước khi ký nháy tiếp."
        )


class NotYourTurn(Refusal):
    """The chain has an order."""

    code: ClassVar[str] = "drafting.not_your_turn"

    def __init__(self, expected: str) -> None:
        super().__init__(f"Chưa đến lượt: bản này đang chờ ký nháy ở vị trí “{expected}”.")


class ChainComplete(Refusal):
    """Everybody has initialled."""

    code: ClassVar[str] = "drafting.chain_complete"

    def __init__(self) -> None:
        super().__init__("Bản này đã đủ chữ ký nháy, không cần ký thêm.")


class TwoPeople(Refusal):
    """Content and form are looked at by two different people. Source: Nghị định 30/2020/NĐ-CP, Điều 12."""

    code: ClassVar[str] = "drafting.two_people"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} đã chịu trách nhiệm về nội dung của bản này; thể thức phải do người khác kiểm tra "
            "(Điều 12 Nghị định 30/2020/NĐ-CP)."
        )


class NotPrinted(Refusal):
    """Word lays out what Word wrote."""

    code: ClassVar[str] = "drafting.not_printed"

    def __init__(self) -> None:
        super().__init__(
            "Bản này được soạn ngoài phần mềm và máy chủ không có LibreOffice hoặc LibreOffice không dựng được. "
            "Hãy tải tệp Word về, mở bằng Word rồi chọn Lưu thành PDF."
        )


class TemplateNotWord(Refusal):
    """An agency's template is filled in Word."""

    code: ClassVar[str] = "drafting.template_not_word"

    def __init__(self) -> None:
        super().__init__(
            "Mẫu phải là tệp Word (.docx) có các chỗ điền. Hãy mở mẫu bằng Word, chọn Lưu thành .docx rồi tải lên lại."
        )


class NoPlaceholders(Refusal):
    """A file that would come out the same for every dossier."""

    code: ClassVar[str] = "drafting.no_placeholders"

    def __init__(self, example: str) -> None:
        super().__init__(
            f"Tệp không có chỗ điền nào nên hồ sơ nào cũng ra văn bản như nhau. Hãy đặt chỗ điền, ví dụ {example}, "
            "vào chỗ cần thay đổi theo hồ sơ rồi tải lên lại."
        )


class SameTemplate(Refusal):
    """Nothing has changed."""

    code: ClassVar[str] = "drafting.same_template"

    def __init__(self, edition: int) -> None:
        super().__init__(
            f"Tệp này giống hệt mẫu lần {edition} đang dùng. Hãy kiểm tra đã lưu thay đổi trong Word và chọn đúng tệp chưa."
        )


class NoOwnTemplate(Refusal):
    """What comes with the program is in use already."""

    code: ClassVar[str] = "drafting.no_own_template"

    def __init__(self) -> None:
        super().__init__("Cơ quan đang dùng mẫu có sẵn, không có mẫu riêng để bỏ.")
