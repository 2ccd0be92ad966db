"""Asking a unit or a body to contribute to a step, and what it answers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations import clock
from thammuu.apps.records.commands import AnswerContribution, AskContribution
from thammuu.web.components.acts import Box, free
from thammuu.web.components.fields import RowField, WordsField, upload_of
from thammuu.web.components.forms import DayField
from thammuu.web.records.forms.fields import FILE, PAPER, CountedForm, RecordForm


class AskForm(RecordForm):
    """Đề nghị một đơn vị, cơ quan phối hợp thực hiện bước."""

    unit = RowField(label=_("Đơn vị trong cơ quan"), required=False)
    body = forms.CharField(
        label=_("Cơ quan bên ngoài"),
        required=False,
        max_length=300,
        help_text=_("Ghi tên khi cơ quan không có trong danh sách."),
    )
    asked_for = WordsField(label=_("Nội dung đề nghị"), rows=4)
    asked_on = DayField(label=_("Ngày đề nghị"))
    due_on = DayField(label=_("Trả lời trước khi hết ngày"))
    letter = forms.FileField(label=_("Văn bản đề nghị"), required=False, help_text=FILE)
    letter_note = forms.CharField(label=_("Số, ký hiệu văn bản"), required=False, help_text=PAPER)
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


class AnswerForm(CountedForm):
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
    file = forms.FileField(label=_("Tệp kèm theo"), required=False, help_text=FILE)
    file_note = forms.CharField(label=_("Số, ký hiệu văn bản trả lời"), required=False, help_text=PAPER)
    layout = (free("answer", "text", ("answered_on", "answered_by"), "file", "file_note"),)

    def proposed(self) -> dict[str, object]:
        """Today, by the one who looks."""
        told = {"answered_on": clock.today(), "answered_by": self.actor.name, "answer": "given"}
        return told | {"version": len(self.subject.about.answers)}

    def command(self) -> AnswerContribution:
        """What `services.answer_contribution` takes."""
        told = self.told("version", "answer", "answered_on", "answered_by", "text", "file_note")
        return AnswerContribution(self.uuid, **told, file=upload_of(self.cleaned_data["file"]))
