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


class EvidenceForOthers(Refusal):
    """What another did is recorded only with what shows it."""

    code: ClassVar[str] = "dossiers.evidence_for_others"

    def __init__(self, person: str) -> None:
        super().__init__(
            f"Ghi nhận thay {person} cần căn cứ: đính kèm tệp, hoặc ghi số, ký hiệu văn bản hay nơi lưu bản giấy "
            f"ở ô “Nơi lưu minh chứng”."
        )


class NoteForOthers(Refusal):
    """That another began is recorded with a word on how it is known."""

    code: ClassVar[str] = "dossiers.note_for_others"

    def __init__(self, person: str) -> None:
        super().__init__(
            f"Ghi nhận thay {person} thì hãy ghi căn cứ ở ô “Ghi chú”: theo văn bản, cuộc họp hay trao đổi nào."
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


class DayBeforeFact(Refusal):
    """What follows cannot have been done before what it follows."""

    code: ClassVar[str] = "dossiers.day_before_fact"

    def __init__(self, act: str, day: date, before: str, before_day: date) -> None:
        super().__init__(
            f"Ngày ghi “{act}” {day:%d/%m/%Y} trước ngày ghi “{before}” {before_day:%d/%m/%Y} của chính bước này. "
            f"Hãy kiểm tra lại ngày."
        )


class ReasonMissing(Refusal):
    """What departs from the plan, or settles a doubt, needs its reason."""

    code: ClassVar[str] = "dossiers.reason_missing"

    def __init__(self) -> None:
        super().__init__("Cần ghi lý do để người sau hiểu vì sao.")


class HolderMissing(Refusal):
    """A handing over goes to exactly one: an officer, a unit, or a body outside."""

    code: ClassVar[str] = "dossiers.holder_missing"

    def __init__(self) -> None:
        super().__init__(
            "Cần chọn một nơi nhận: một cán bộ, một đơn vị, hoặc ghi tên cơ quan ngoài danh bạ (chỉ một trong ba)."
        )


class HolderGone(Refusal):
    """Nothing is given to one who left, only administers, or whose account is switched off."""

    code: ClassVar[str] = "dossiers.holder_gone"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} hiện không giữ vị trí làm hồ sơ ở cơ quan, hoặc tài khoản đã khóa, nên không nhận việc được. "
            f"Hãy chọn người khác."
        )


class HeldAlready(Refusal):
    """The step is with that one already."""

    code: ClassVar[str] = "dossiers.held_already"

    def __init__(self, holder: str) -> None:
        super().__init__(f"Bước này đang ở {holder} rồi. Hãy chọn nơi nhận khác.")


class PartsStillOpen(Refusal):
    """A bundled step is not over while its parts are not."""

    code: ClassVar[str] = "dossiers.parts_still_open"

    def __init__(self, parts: tuple[str, ...]) -> None:
        super().__init__(
            f"Còn việc thành phần chưa xong: {'; '.join(parts)}. "
            f"Hãy hoàn thành hoặc ghi “không thực hiện” từng việc trước."
        )


class WholeIsOver(Refusal):
    """A part is not reopened inside a step that is over."""

    code: ClassVar[str] = "dossiers.whole_is_over"

    def __init__(self, where: str) -> None:
        super().__init__(f"Bước {where} chứa việc này đã kết thúc. Hãy mở lại bước {where} trước.")


class StepIsOver(Refusal):
    """Nothing more is asked of a step that is finished, skipped or dropped."""

    code: ClassVar[str] = "dossiers.step_is_over"

    def __init__(self, state: str) -> None:
        super().__init__(
            f"Bước đang ở trạng thái “{state}” nên không làm được việc này. Hãy mở lại bước nếu cần."
        )


class StepsStillOpen(Refusal):
    """A dossier is not closed over steps that nobody finished."""

    code: ClassVar[str] = "dossiers.steps_still_open"

    def __init__(self, steps: tuple[str, ...], more: int) -> None:
        rest = f"; và {more} bước khác" if more else ""
        super().__init__(
            f"Hồ sơ còn bước chưa xong: {'; '.join(steps)}{rest}. "
            f"Hãy hoàn thành hoặc ghi “không thực hiện” kèm lý do cho từng bước rồi kết thúc hồ sơ."
        )


class DossierClosed(Refusal):
    """Nothing changes in a closed dossier."""

    code: ClassVar[str] = "dossiers.closed"

    def __init__(self) -> None:
        super().__init__("Hồ sơ đã kết thúc nên không ghi thêm được. Hãy mở lại hồ sơ trước.")


class NoSuchDossierTransition(Refusal):
    """The dossier is not in a state in which that can be done."""

    code: ClassVar[str] = "dossiers.no_such_dossier_transition"

    def __init__(self, act: str, state: str) -> None:
        super().__init__(f"Không thể “{act}” khi hồ sơ ở trạng thái “{state}”.")


class TitleMissing(Refusal):
    """A dossier is called something."""

    code: ClassVar[str] = "dossiers.title_missing"

    def __init__(self) -> None:
        super().__init__("Cần ghi tên hồ sơ.")


class NothingLaid(Refusal):
    """A dossier without steps has nothing to follow."""

    code: ClassVar[str] = "dossiers.nothing_laid"

    def __init__(self) -> None:
        super().__init__("Hồ sơ cần ít nhất một bước. Hãy thêm bước rồi lập lại.")


class NotAnUndertaker(Refusal):
    """The one who is to keep a dossier holds no position in which one drafts."""

    code: ClassVar[str] = "dossiers.not_an_undertaker"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} hiện không giữ vị trí chuyên viên hoặc trưởng đơn vị nên không nhận soạn hồ sơ được. "
            f"Hãy chọn người khác."
        )


class LetterMissing(Refusal):
    """More time is asked for in writing."""

    code: ClassVar[str] = "dossiers.letter_missing"

    def __init__(self) -> None:
        super().__init__("Cần văn bản đề nghị gia hạn: đính kèm tệp, hoặc ghi số, ký hiệu, ngày của văn bản.")


class PaperMissing(Refusal):
    """A decision of another is recorded only with the paper that says it."""

    code: ClassVar[str] = "dossiers.paper_missing"

    def __init__(self) -> None:
        super().__init__(
            "Ghi nhận thay quyết định của người khác cần văn bản: đính kèm tệp, hoặc ghi số, ký hiệu, ngày của văn bản."
        )


class NoDayToMove(Refusal):
    """A step without a last day needs no more time."""

    code: ClassVar[str] = "dossiers.no_day_to_move"

    def __init__(self) -> None:
        super().__init__(
            "Bước này không ghi hạn cuối nên không có gì để gia hạn. Nếu kế hoạch có ghi, hãy sửa thời hạn của bước."
        )


class NotLater(Refusal):
    """More time means a later day, and one that is not over."""

    code: ClassVar[str] = "dossiers.not_later"

    def __init__(self, day: date, than: date, *, today: bool) -> None:
        what = "đã qua, hôm nay là" if today else "không sau hạn hiện tại"
        super().__init__(f"Ngày gia hạn {day:%d/%m/%Y} {what} {than:%d/%m/%Y}. Hãy chọn ngày muộn hơn.")


class AskedAlready(Refusal):
    """One request waits at a time."""

    code: ClassVar[str] = "dossiers.asked_already"

    def __init__(self, day: date) -> None:
        super().__init__(
            f"Đã có một đề nghị gia hạn đến {day:%d/%m/%Y} đang chờ quyết định. Hãy ghi quyết định đó trước."
        )


class DecidedAlready(Refusal):
    """A request is decided once."""

    code: ClassVar[str] = "dossiers.decided_already"

    def __init__(self, decision: str) -> None:
        super().__init__(
            f"Đề nghị này đã có quyết định: {decision}. Nếu cần thêm thời gian, hãy lập đề nghị mới."
        )


class DecidedBeforeAsked(Refusal):
    """A decision follows its request."""

    code: ClassVar[str] = "dossiers.decided_before_asked"

    def __init__(self, day: date, asked: date) -> None:
        super().__init__(
            f"Ngày quyết định {day:%d/%m/%Y} trước ngày đề nghị {asked:%d/%m/%Y}. Hãy kiểm tra lại ngày."
        )


class ValueNotTaken(Refusal):
    """What was typed cannot be the value of that field."""

    code: ClassVar[str] = "dossiers.value_not_taken"

    def __init__(self, why: str) -> None:
        super().__init__(why)


class PartsNotTaken(Refusal):
    """The parts do not make up the step."""

    code: ClassVar[str] = "dossiers.parts_not_taken"

    def __init__(self, why: str) -> None:
        super().__init__(why)


class PartBehindWhole(Refusal):
    """A part is done within the time of the step it is a part of."""

    code: ClassVar[str] = "dossiers.part_behind_whole"

    def __init__(self, day: date, where: str, due: date) -> None:
        super().__init__(
            f"Việc thành phần không thể kết thúc {day:%d/%m/%Y}, sau hạn {due:%d/%m/%Y} của bước {where} chứa nó. "
            f"Hãy chọn ngày sớm hơn, hoặc đề nghị gia hạn bước {where} trước."
        )


class MoreTimeByRequest(Refusal):
    """A last day that a person stands behind moves later by a decision only, never by putting it right."""

    code: ClassVar[str] = "dossiers.more_time_by_request"

    def __init__(self, due: date) -> None:
        super().__init__(
            f"Thời hạn {due:%d/%m/%Y} đã được xác nhận nên chỉ lùi được bằng đề nghị gia hạn có quyết định. "
            "Hãy dùng “Đề nghị gia hạn”; nếu văn bản giao hạn khác, hãy đưa kế hoạch sửa đổi vào hồ sơ."
        )
