"""Why a record is not taken."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from thammuu_core.errors import Refusal


class WordsMissing(Refusal):
    """A record says something."""

    code: ClassVar[str] = "records.words_missing"

    def __init__(self, what: str) -> None:
        super().__init__(f"Cần ghi {what}.")


class OneBody(Refusal):
    """A request goes to one unit or body; several get one each."""

    code: ClassVar[str] = "records.one_body"

    def __init__(self) -> None:
        super().__init__("Hãy chọn một đơn vị trong cơ quan, hoặc ghi tên một cơ quan bên ngoài.")


class DueBeforeAsked(Refusal):
    """Nobody can answer before being asked."""

    code: ClassVar[str] = "records.due_before_asked"

    def __init__(self, due: date, asked: date) -> None:
        super().__init__(
            f"Hạn trả lời {due:%d/%m/%Y} trước ngày đề nghị {asked:%d/%m/%Y}. Hãy kiểm tra lại ngày."
        )


class AnswerBeforeAsked(Refusal):
    """What came before it was asked for is no answer."""

    code: ClassVar[str] = "records.answer_before_asked"

    def __init__(self, day: date, asked: date) -> None:
        super().__init__(f"Ngày {day:%d/%m/%Y} trước ngày đề nghị {asked:%d/%m/%Y}. Hãy kiểm tra lại ngày.")


class EvidenceForOthers(Refusal):
    """What is recorded for somebody else rests on a paper."""

    code: ClassVar[str] = "records.evidence_for_others"

    def __init__(self) -> None:
        super().__init__(
            "Ghi nhận thay người khác cần căn cứ: đính kèm văn bản của họ, hoặc ghi số, ký hiệu, ngày văn bản đó."
        )


class NotData(Refusal):
    """Only data that were asked for are received."""

    code: ClassVar[str] = "records.not_data"

    def __init__(self) -> None:
        super().__init__("Chỉ ghi nhận số liệu cho mục “Số liệu, tài liệu đã đề nghị”.")


class NobodyInvited(Refusal):
    """A meeting is of people."""

    code: ClassVar[str] = "records.nobody_invited"

    def __init__(self) -> None:
        super().__init__("Cần ghi ít nhất một thành phần mời, mỗi dòng một đơn vị hoặc một người.")


class Withdrawn(Refusal):
    """What was withdrawn is not worked on."""

    code: ClassVar[str] = "records.withdrawn"

    def __init__(self) -> None:
        super().__init__("Ghi chép này đã được rút. Hãy lập ghi chép mới nếu vẫn cần.")


class StepMade(Refusal):
    """A conclusion becomes one step."""

    code: ClassVar[str] = "records.step_made"

    def __init__(self) -> None:
        super().__init__("Kết luận này đã thành một bước của hồ sơ.")
