"""Forms that keep something in a dossier; each is given what it is about and builds the command of its service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations import clock
from thammuu.apps.records.commands import (
    AnswerContribution,
    AskContribution,
    CallMeeting,
    Came,
    Concluded,
    KeepMinutes,
    KeepStudy,
    MakeStep,
    ReceiveData,
    Withdraw,
    WriteNote,
)
from thammuu.web.components.acts import Box, LaidForm, free
from thammuu.web.components.forms import DayField
from thammuu.web.dossiers.forms.fields import LinesField, ReasonField, WordsField, upload_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thammuu.apps.organisations.actors import Actor
    from thammuu.apps.records.queries import Subject
    from thammuu.apps.records.rows import ChoiceRow

_FILE = _("Văn bản đã ký, bản chụp… (.docx, .pdf, .xlsx, ảnh).")
_PAPER = _("Ghi khi không có tệp: số, ký hiệu, ngày văn bản.")
_SPARE_CONCLUSIONS = 4


class ChoiceOfRows(forms.TypedChoiceField):
    """One of the rows offered, by its uuid; None where none is chosen."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=UUID, empty_value=None, **{"required": False, **options})

    def offer(self, rows: Iterable[ChoiceRow], nothing: str = "—") -> None:
        """What there is to choose from."""
        self.choices = [("", nothing), *((str(row.uuid), row.words) for row in rows)]


class RecordForm(LaidForm):
    """Keeps one thing; knows who keeps it and what it is about."""

    def __init__(self, *args: Any, actor: Actor, uuid: UUID, subject: Subject[Any]) -> None:
        self.actor, self.uuid, self.subject = actor, uuid, subject
        super().__init__(*args, initial=self.proposed())
        self.offer()

    def proposed(self) -> dict[str, object]:
        """What stands in the form when it is opened."""
        return {}

    def offer(self) -> None:
        """Fill the lists to choose from."""

    def told(self, *names: str) -> dict[str, Any]:
        """These fields, as a command takes them."""
        return {name: self.cleaned_data[name] for name in names}


class AskForm(RecordForm):
    """Đề nghị một đơn vị, cơ quan phối hợp thực hiện bước."""

    unit = ChoiceOfRows(label=_("Đơn vị trong cơ quan"))
    body = forms.CharField(
        label=_("Cơ quan bên ngoài"),
        required=False,
        max_length=300,
        help_text=_("Ghi tên khi cơ quan không có trong danh sách."),
    )
    asked_for = WordsField(label=_("Nội dung đề nghị"), rows=4)
    asked_on = DayField(label=_("Ngày đề nghị"))
    due_on = DayField(label=_("Trả lời trước khi hết ngày"))
    letter = forms.FileField(label=_("Văn bản đề nghị"), required=False, help_text=_FILE)
    letter_note = forms.CharField(label=_("Số, ký hiệu văn bản"), required=False, help_text=_PAPER)
    layout = (
        Box((("unit",), ("body",)), _("Đề nghị"), _("chọn một trong hai")),
        free("asked_for", ("asked_on", "due_on")),
        Box((("letter",), ("letter_note",)), _("Văn bản"), _("không bắt buộc")),
    )

    def proposed(self) -> dict[str, object]:
        """Today, the agency's usual number of days, and the unit that the plan names if it names one."""
        asking = self.subject.about
        named = asking.coordinating[0] if len(asking.coordinating) == 1 else None
        return {"asked_on": clock.today(), "due_on": asking.due_on, "unit": named}

    def offer(self) -> None:
        """Units, those that the plan names as co-ordinating first; bodies outside that it names as a hint."""
        asking = self.subject.about
        named = set(asking.coordinating)
        self.fields["unit"].offer(sorted(asking.units, key=lambda unit: unit.uuid not in named))
        if asking.bodies:
            self.fields["body"].help_text = _("Kế hoạch ghi phối hợp: %s.") % "; ".join(asking.bodies)

    def clean(self) -> None:
        """Exactly one is asked."""
        if not self.errors and bool(self.cleaned_data["unit"]) == bool(self.cleaned_data["body"]):
            self.add_error("unit", _("Hãy chọn một đơn vị trong danh sách, hoặc ghi một cơ quan bên ngoài."))

    def command(self) -> AskContribution:
        """What `services.ask_contribution` takes."""
        told = self.told("asked_for", "asked_on", "due_on", "unit", "body", "letter_note")
        return AskContribution(self.uuid, **told, letter=upload_of(self.cleaned_data["letter"]))


class AnswerForm(RecordForm):
    """Trả lời đề nghị phối hợp, hoặc ghi nhận thay khi trả lời bằng văn bản."""

    answer = forms.ChoiceField(
        label=_("Trả lời"),
        widget=forms.RadioSelect,
        choices=(
            ("given", _("Gửi nội dung tham gia")),
            ("nothing", _("Không có nội dung tham gia")),
            ("declined", _("Không thuộc nhiệm vụ của đơn vị")),
        ),
        initial="given",
    )
    text = WordsField(label=_("Nội dung"), rows=5, required=False)
    answered_on = DayField(label=_("Ngày trả lời"))
    answered_by = forms.CharField(label=_("Người trả lời"), max_length=300)
    file = forms.FileField(label=_("Tệp kèm theo"), required=False, help_text=_FILE)
    file_note = forms.CharField(label=_("Số, ký hiệu văn bản trả lời"), required=False, help_text=_PAPER)
    layout = (free("answer", "text", ("answered_on", "answered_by"), "file", "file_note"),)

    def proposed(self) -> dict[str, object]:
        """Today, by the one who looks."""
        return {"answered_on": clock.today(), "answered_by": self.actor.name, "answer": "given"}

    def command(self) -> AnswerContribution:
        """What `services.answer_contribution` takes."""
        told = self.told("answer", "answered_on", "answered_by", "text", "file_note")
        return AnswerContribution(self.uuid, **told, file=upload_of(self.cleaned_data["file"]))


class StudyForm(RecordForm):
    """Ghi một văn bản đã nghiên cứu, một chuyến học tập, một đề nghị cung cấp số liệu."""

    kind = forms.ChoiceField(
        label=_("Loại"),
        widget=forms.RadioSelect,
        choices=(
            ("reading", _("Văn bản đã nghiên cứu")),
            ("visit", _("Học tập kinh nghiệm tỉnh, đơn vị khác")),
            ("data", _("Đề nghị cung cấp số liệu, tài liệu")),
        ),
    )
    title = WordsField(label=_("Tên văn bản, chuyến đi hoặc số liệu"))
    body = forms.CharField(label=_("Cơ quan, địa phương"), required=False, max_length=300)
    done_on = DayField(label=_("Ngày thực hiện"))
    due_on = DayField(
        label=_("Cần có trước khi hết ngày"), required=False, help_text=_("Chỉ dùng cho số liệu.")
    )
    summary = WordsField(label=_("Nội dung rút ra"), rows=4, required=False)
    step = ChoiceOfRows(label=_("Phục vụ bước"))
    file = forms.FileField(label=_("Tệp"), required=False, help_text=_FILE)
    layout = (free("kind", "title", "body", ("done_on", "due_on"), "summary", "step", "file"),)

    def proposed(self) -> dict[str, object]:
        """Today."""
        return {"done_on": clock.today(), "kind": "reading"}

    def offer(self) -> None:
        """The steps of the dossier."""
        self.fields["step"].offer(self.subject.about.steps, str(_("Cả hồ sơ")))

    def command(self) -> KeepStudy:
        """What `services.keep_study` takes."""
        told = self.told("kind", "title", "done_on", "body", "due_on", "summary", "step")
        return KeepStudy(self.uuid, **told, file=upload_of(self.cleaned_data["file"]))


class ReceiveForm(RecordForm):
    """Ghi nhận số liệu đã nhận được."""

    received_on = DayField(label=_("Ngày nhận"))
    whole = forms.TypedChoiceField(
        label=_("Mức độ"),
        widget=forms.RadioSelect,
        choices=(("yes", _("Đã đủ")), ("no", _("Mới một phần"))),
        coerce=lambda value: value == "yes",
        initial="yes",
    )
    summary = WordsField(label=_("Nội dung"), required=False)
    file = forms.FileField(label=_("Tệp"), required=False, help_text=_FILE)
    layout = (free("received_on", "whole", "summary", "file"),)

    def proposed(self) -> dict[str, object]:
        """Today, all of it."""
        return {"received_on": clock.today(), "whole": "yes"}

    def command(self) -> ReceiveData:
        """What `services.receive_data` takes."""
        told = self.told("received_on", "whole", "summary")
        return ReceiveData(self.uuid, **told, file=upload_of(self.cleaned_data["file"]))


class MeetingForm(RecordForm):
    """Ghi giấy mời một cuộc họp."""

    title = WordsField(label=_("Nội dung họp"))
    held_on = DayField(label=_("Ngày họp"))
    begins_at = forms.TimeField(
        label=_("Giờ họp"),
        required=False,
        input_formats=["%H:%M", "%Hh%M", "%Hh", "%H giờ %M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "08:00", "autocomplete": "off"}),
        error_messages={"invalid": _("Ghi giờ theo dạng 08:00.")},
    )
    place = forms.CharField(label=_("Địa điểm"), required=False, max_length=300)
    chair = forms.CharField(label=_("Chủ trì"), required=False, max_length=300)
    invited = LinesField(
        label=_("Thành phần mời"), rows=4, help_text=_("Mỗi dòng một đơn vị hoặc một người.")
    )
    step = ChoiceOfRows(label=_("Phục vụ bước"))
    letter = forms.FileField(label=_("Giấy mời"), required=False, help_text=_FILE)
    letter_note = forms.CharField(label=_("Số, ký hiệu giấy mời"), required=False, help_text=_PAPER)
    layout = (
        free("title", ("held_on", "begins_at"), ("place", "chair"), "invited", "step"),
        Box((("letter",), ("letter_note",)), _("Giấy mời"), _("không bắt buộc")),
    )

    def offer(self) -> None:
        """The steps of the dossier."""
        self.fields["step"].offer(self.subject.about.steps, str(_("Cả hồ sơ")))

    def command(self) -> CallMeeting:
        """What `services.call_meeting` takes."""
        told = self.told("title", "held_on", "begins_at", "place", "chair", "step", "letter_note")
        invited = tuple(self.cleaned_data["invited"])
        return CallMeeting(self.uuid, **told, invited=invited, letter=upload_of(self.cleaned_data["letter"]))


class MinutesForm(RecordForm):
    """Ghi người dự và kết luận của một cuộc họp; kết luận cần thực hiện thành một bước."""

    held_on = DayField(label=_("Ngày họp thực tế"))
    chair = forms.CharField(label=_("Người chủ trì, kết luận"), max_length=300)
    summary = WordsField(label=_("Diễn biến chính"), rows=3, required=False)
    paper = forms.FileField(label=_("Biên bản, thông báo kết luận"), required=False, help_text=_FILE)
    paper_note = forms.CharField(label=_("Số, ký hiệu thông báo kết luận"), required=False, help_text=_PAPER)

    def proposed(self) -> dict[str, object]:
        """What the invitation says; those invited are taken to have come."""
        meeting = self.subject.about.meeting
        day = min(meeting.held_on, clock.today())
        came = {f"came_{number}": True for number in range(len(meeting.invited))}
        return {"held_on": day, "chair": meeting.chair, **came}

    def offer(self) -> None:
        """A line for each of those invited and for conclusions, some to spare."""
        about = self.subject.about
        for number, name in enumerate(about.meeting.invited):
            self.fields[f"came_{number}"] = forms.BooleanField(label=name, required=False)
            self.fields[f"person_{number}"] = forms.CharField(
                label=_("Người dự của %s") % name, required=False, max_length=300
            )
        for number in range(_SPARE_CONCLUSIONS):
            self.fields[f"text_{number}"] = WordsField(label=_("Kết luận %d") % (number + 1), required=False)
            self.fields[f"unit_{number}"] = unit = ChoiceOfRows(label=_("Đơn vị thực hiện"))
            unit.offer(about.units, str(_("Chỉ ghi lại, không thành bước")))
            self.fields[f"due_on_{number}"] = DayField(label=_("Hạn"), required=False)

    def boxes(self) -> tuple[Box, ...]:
        """The meeting, who came, each conclusion, the paper."""
        invited = range(len(self.subject.about.meeting.invited))
        came = tuple((f"came_{number}", f"person_{number}") for number in invited)
        concluded = (
            Box(
                ((f"text_{number}",), (f"unit_{number}", f"due_on_{number}")), _("Kết luận %d") % (number + 1)
            )
            for number in range(_SPARE_CONCLUSIONS)
        )
        return (
            free(("held_on", "chair"), "summary"),
            *((Box(came, _("Thành phần dự")),) if came else ()),
            *concluded,
            Box((("paper",), ("paper_note",)), _("Văn bản"), _("không bắt buộc")),
        )

    def command(self) -> KeepMinutes:
        """What `services.keep_minutes` takes."""
        told = self.told("held_on", "chair", "summary", "paper_note")
        return KeepMinutes(
            self.uuid,
            **told,
            came=tuple(self._came()),
            conclusions=tuple(self._concluded()),
            paper=upload_of(self.cleaned_data["paper"]),
        )

    def _came(self) -> Iterator[Came]:
        for number, name in enumerate(self.subject.about.meeting.invited):
            yield Came(name, self.cleaned_data[f"came_{number}"], self.cleaned_data[f"person_{number}"])

    def _concluded(self) -> Iterator[Concluded]:
        for number in range(_SPARE_CONCLUSIONS):
            unit, due = self.cleaned_data[f"unit_{number}"], self.cleaned_data[f"due_on_{number}"]
            yield Concluded(self.cleaned_data[f"text_{number}"], bool(unit or due), unit, due)


class CarryOutForm(RecordForm):
    """Đưa một kết luận họp thành một bước của hồ sơ."""

    unit = ChoiceOfRows(label=_("Đơn vị thực hiện"))
    due_on = DayField(label=_("Hạn, hết ngày"), required=False)
    layout = (free("unit", "due_on"),)

    def offer(self) -> None:
        """The units of the agency."""
        self.fields["unit"].offer(self.subject.about, str(_("Chưa giao đơn vị")))

    def command(self) -> MakeStep:
        """What `services.make_step` takes."""
        return MakeStep(self.uuid, **self.told("unit", "due_on"))


class NoteForm(RecordForm):
    """Ghi chú cho những người cùng làm hồ sơ."""

    text = WordsField(label=_("Nội dung"), rows=5)
    step = ChoiceOfRows(label=_("Về bước"))
    layout = (free("text", "step"),)

    def offer(self) -> None:
        """The steps of the dossier."""
        self.fields["step"].offer(self.subject.about.steps, str(_("Cả hồ sơ")))

    def command(self) -> WriteNote:
        """What `services.write_note` takes."""
        return WriteNote(self.uuid, **self.told("text", "step"))


class WithdrawForm(RecordForm):
    """Rút một ghi chép đã ghi nhầm; ghi chép vẫn được lưu để đối chiếu."""

    reason = ReasonField()
    layout = (free("reason"),)

    def command(self) -> Withdraw:
        """What `services.withdraw` takes."""
        return Withdraw(self.uuid, self.cleaned_data["reason"])
