"""Why an act on a dossier can be refused."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from thammuu_core.errors import Refusal


class NotReadYet(Refusal):
    """The document has no reading to make a dossier from."""

    code: ClassVar[str] = "dossiers.not_read_yet"

    def __init__(self) -> None:
        super().__init__("Văn bản chưa được đọc xong nên chưa lập được hồ sơ. Hãy chờ đọc xong rồi làm lại.")


class NoSteps(Refusal):
    """The reading found no duty, so there is nothing to follow."""

    code: ClassVar[str] = "dossiers.no_steps"

    def __init__(self) -> None:
        super().__init__(
            "Không tìm thấy nhiệm vụ nào trong văn bản này. Hãy kiểm tra xem có đúng là kế hoạch hay không."
        )


class NoSuchTransition(Refusal):
    """The step is not in a state in which that can be recorded."""

    code: ClassVar[str] = "dossiers.no_such_transition"

    def __init__(self, act: str, state: str) -> None:
        super().__init__(f"Không thể ghi nhận “{act}” khi bước đang ở trạng thái “{state}”.")


class EvidenceMissing(Refusal):
    """Finishing needs a file, or a word on where the evidence lies."""

    code: ClassVar[str] = "dossiers.evidence_missing"

    def __init__(self) -> None:
        super().__init__(
            "Cần minh chứng hoàn thành: đính kèm tệp, hoặc ghi rõ văn bản minh chứng đang lưu ở đâu."
        )


class PersonMissing(Refusal):
    """A fact needs the name of who did it."""

    code: ClassVar[str] = "dossiers.person_missing"

    def __init__(self) -> None:
        super().__init__("Cần ghi họ và tên người thực hiện.")


class DayInFuture(Refusal):
    """What has not happened cannot be recorded."""

    code: ClassVar[str] = "dossiers.day_in_future"

    def __init__(self, day: date, today: date) -> None:
        super().__init__(
            f"Ngày thực hiện {day:%d/%m/%Y} sau hôm nay ({today:%d/%m/%Y}). Chỉ ghi nhận việc đã làm; hãy sửa lại ngày."
        )


class DayLongPast(Refusal):
    """No plan is carried out over decades: a digit of the year is missing or wrong."""

    code: ClassVar[str] = "dossiers.day_long_past"

    def __init__(self, day: date) -> None:
        super().__init__(
            f"Ngày thực hiện ghi năm {day.year}, quá xa hôm nay. Hãy kiểm tra lại năm rồi ghi nhận lại."
        )


class FinishBeforeStart(Refusal):
    """A step cannot end before it began."""

    code: ClassVar[str] = "dossiers.finish_before_start"

    def __init__(self, finish: date, start: date) -> None:
        super().__init__(
            f"Ngày hoàn thành {finish:%d/%m/%Y} trước ngày bắt đầu đã ghi nhận {start:%d/%m/%Y}. Hãy kiểm tra lại ngày."
        )


class ReasonMissing(Refusal):
    """A decision about a doubt needs its reason."""

    code: ClassVar[str] = "dossiers.reason_missing"

    def __init__(self) -> None:
        super().__init__("Cần ghi lý do của kết luận để người sau hiểu vì sao.")
