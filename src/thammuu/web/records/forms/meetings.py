"""A meeting: its invitation, its minutes, and a conclusion that becomes a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations import clock
from thammuu.apps.records.commands import CallMeeting, Came, Concluded, KeepMinutes, MakeStep
from thammuu.web.components.acts import Box, free
from thammuu.web.components.fields import LinesField, RowField, WordsField, upload_of
from thammuu.web.components.forms import DayField
from thammuu.web.records.forms.fields import (
    FILE,
    PAPER,
    WHOLE,
    CountedForm,
    RecordForm,
    StepServingForm,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


_SPARE_CONCLUSIONS = 4


class MeetingForm(StepServingForm):
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
    step = RowField(label=_("Phục vụ bước"), nothing=WHOLE, required=False)
    letter = forms.FileField(label=_("Giấy mời"), required=False, help_text=FILE)
    letter_note = forms.CharField(label=_("Số, ký hiệu giấy mời"), required=False, help_text=PAPER)
    layout = (
        free("title", ("held_on", "begins_at"), ("place", "chair"), "invited", "step"),
        Box((("letter",), ("letter_note",)), _("Giấy mời"), _("không bắt buộc")),
    )

    def command(self) -> CallMeeting:
        """What `services.call_meeting` takes."""
        told = self.told("title", "held_on", "begins_at", "place", "chair", "step", "letter_note")
        invited = tuple(self.cleaned_data["invited"])
        return CallMeeting(self.uuid, **told, invited=invited, letter=upload_of(self.cleaned_data["letter"]))


class MinutesForm(CountedForm):
    """Ghi người dự và kết luận của một cuộc họp; kết luận cần thực hiện thành một bước."""

    held_on = DayField(label=_("Ngày họp thực tế"))
    chair = forms.CharField(label=_("Người chủ trì, kết luận"), max_length=300)
    summary = WordsField(label=_("Diễn biến chính"), rows=3, required=False)
    paper = forms.FileField(label=_("Biên bản, thông báo kết luận"), required=False, help_text=FILE)
    paper_note = forms.CharField(label=_("Số, ký hiệu thông báo kết luận"), required=False, help_text=PAPER)

    def proposed(self) -> dict[str, object]:
        """What the invitation says; those invited are taken to have come."""
        meeting = self.subject.about.meeting
        day = min(meeting.held_on, clock.today())
        came = {f"came_{number}": True for number in range(len(meeting.invited))}
        return {"version": len(meeting.minutes), "held_on": day, "chair": meeting.chair, **came}

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
            self.fields[f"unit_{number}"] = unit = RowField(
                label=_("Đơn vị thực hiện"), nothing=_("Chỉ ghi lại, không thành bước"), required=False
            )
            unit.offer(about.units)
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
        told = self.told("version", "held_on", "chair", "summary", "paper_note")
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

    unit = RowField(label=_("Đơn vị thực hiện"), nothing=_("Chưa giao đơn vị"), required=False)
    due_on = DayField(label=_("Hạn, hết ngày"), required=False)
    layout = (free("unit", "due_on"),)

    def offer(self) -> None:
        """The units of the agency."""
        self.fields["unit"].offer(self.subject.about)

    def command(self) -> MakeStep:
        """What `services.make_step` takes."""
        return MakeStep(self.uuid, **self.told("unit", "due_on"))
