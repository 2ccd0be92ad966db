"""Forms of parameters and of the import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations.commands import SetParameter
from thammuu.web.components.once import OnceForm
from thammuu.web.spoken import choices_in_language, in_language

if TYPE_CHECKING:
    from thammuu.apps.organisations.directory.rows import ParameterRow


class ParameterForm(OnceForm):
    """Đặt lại một tham số; để trống là trở về giá trị thường dùng."""

    number = forms.IntegerField(widget=forms.HiddenInput)
    value = forms.CharField(label=_("Giá trị của cơ quan"), required=False)
    reason = forms.CharField(
        label=_("Lý do, căn cứ"),
        max_length=500,
        help_text=_("Ví dụ: Quy chế làm việc ban hành kèm theo Quyết định số …"),
    )

    def __init__(self, *args: Any, row: ParameterRow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key_of_parameter = row.parameter.key
        usual = _("Như thường dùng: %(words)s") % {"words": in_language(row.usual_words)}
        if row.parameter.choices:
            choices = [("", usual), *choices_in_language(row.parameter.choices)]
            self.fields["value"] = forms.ChoiceField(
                label=_("Giá trị của cơ quan"), required=False, choices=choices
            )
        else:
            self.fields["value"].help_text = _(
                "Số nguyên từ %(least)d đến %(most)d ngày làm việc; để trống là trở về %(words)s."
            ) % {
                "least": row.parameter.least,
                "most": row.parameter.most,
                "words": in_language(row.usual_words),
            }
            self.fields["value"].widget.attrs["inputmode"] = "numeric"

    def command(self) -> SetParameter:
        """What `parameters.set_parameter` takes."""
        data = self.cleaned_data
        return SetParameter(self.key_of_parameter, data["number"], data["value"], data["reason"])


class WorkbookForm(OnceForm):
    """Đưa tệp danh bạ lên để kiểm tra."""

    workbook = forms.FileField(
        label=_("Tệp danh bạ"),
        help_text=_("Tệp Excel (.xlsx) theo mẫu. Tệp được kiểm tra trước, chưa ghi gì."),
    )

    def upload(self) -> Upload:
        """What `importing.services.bring_workbook` takes."""
        file = self.cleaned_data["workbook"]
        return Upload(file.name, file.read())
