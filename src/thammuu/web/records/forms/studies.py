"""What was read, visited or asked for as data, and that data came."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations import clock
from thammuu.apps.records.commands import KeepStudy, ReceiveData
from thammuu.web.components.acts import free
from thammuu.web.components.fields import RowField, WordsField, upload_of
from thammuu.web.components.forms import DayField
from thammuu.web.records.forms.fields import FILE, WHOLE, RecordForm, StepServingForm


class StudyForm(StepServingForm):
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
    step = RowField(label=_("Phục vụ bước"), nothing=WHOLE, required=False)
    file = forms.FileField(label=_("Tệp"), required=False, help_text=FILE)
    layout = (free("kind", "title", "body", ("done_on", "due_on"), "summary", "step", "file"),)

    def proposed(self) -> dict[str, object]:
        """Today."""
        return {"done_on": clock.today(), "kind": "reading"}

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
    file = forms.FileField(label=_("Tệp"), required=False, help_text=FILE)
    layout = (free("received_on", "whole", "summary", "file"),)

    def proposed(self) -> dict[str, object]:
        """Today, all of it."""
        return {"received_on": clock.today(), "whole": "yes"}

    def command(self) -> ReceiveData:
        """What `services.receive_data` takes."""
        told = self.told("received_on", "whole", "summary")
        return ReceiveData(self.uuid, **told, file=upload_of(self.cleaned_data["file"]))
