"""Forms of the dossier; each builds the command that its service takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from thammuu.apps.dossiers.commands import DecideDoubt, FinishStep, StartStep
from thammuu.apps.files.uploads import Upload
from thammuu.web.components.once import OnceForm

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DoubtRow, StepRow


class DayField(forms.DateField):
    """A day as it is written here, dd/mm/yyyy.

    Not the browser's own date box: that follows the language of the browser, and 07/06 read the American way is
    another month.
    """

    widget = forms.DateInput(
        format="%d/%m/%Y", attrs={"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off"}
    )

    def __init__(self, **options: Any) -> None:
        wrong = {"invalid": "Ghi ngày theo dạng dd/mm/yyyy, ví dụ 06/07/2021."}
        super().__init__(input_formats=["%d/%m/%Y", "%Y-%m-%d"], error_messages=wrong, **options)


class VersionedForm(OnceForm):
    """Refused by the service when what it changes has moved on since the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class StartForm(VersionedForm):
    """Ghi nhận việc bắt đầu một bước."""

    done_on = DayField(label="Ngày bắt đầu")
    done_by = forms.CharField(label="Người thực hiện", max_length=300)
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def command(self, step: StepRow) -> StartStep:
        """What `services.start_step` takes."""
        data = self.cleaned_data
        return StartStep(step.uuid, data["version"], data["done_on"], data["done_by"], data["note"])


class FinishForm(VersionedForm):
    """Ghi nhận việc hoàn thành một bước, với minh chứng là tệp hoặc nơi lưu."""

    done_on = DayField(label="Ngày hoàn thành")
    done_by = forms.CharField(
        label="Người thực hiện",
        max_length=300,
        help_text="Nếu ghi tên người khác, việc này được lưu là “ghi nhận thay” kèm tên người ghi.",
    )
    evidence = forms.FileField(
        label="Tệp minh chứng",
        required=False,
        help_text="Văn bản đã ký, dự thảo, biên bản… (.docx, .pdf, ảnh chụp).",
    )
    evidence_note = forms.CharField(
        label="Nơi lưu minh chứng",
        required=False,
        help_text="Ghi khi không có tệp: số, ký hiệu văn bản hoặc nơi lưu bản giấy.",
    )
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> None:
        """Either kind of evidence will do, none will not."""
        if not (self.cleaned_data.get("evidence") or self.cleaned_data.get("evidence_note")):
            self.add_error(
                "evidence", "Cần một minh chứng: hãy chọn tệp, hoặc ghi nơi lưu minh chứng ở ô dưới."
            )

    def command(self, step: StepRow) -> FinishStep:
        """What `services.finish_step` takes."""
        data = self.cleaned_data
        file = data["evidence"]
        return FinishStep(
            step.uuid,
            data["version"],
            data["done_on"],
            data["done_by"],
            evidence_note=data["evidence_note"],
            note=data["note"],
            evidence=Upload(file.name, file.read()) if file else None,
        )


class DoubtForm(VersionedForm):
    """Kết luận về một điểm cần xem lại."""

    state = forms.ChoiceField(
        label="Kết luận",
        widget=forms.RadioSelect,
        choices=(
            ("confirmed", "Đúng là có vấn đề, cần xử lý"),
            ("dismissed", "Không phải vấn đề, bỏ qua"),
        ),
    )
    reason = forms.CharField(label="Lý do", widget=forms.Textarea(attrs={"rows": 3}))

    def command(self, doubt: DoubtRow) -> DecideDoubt:
        """What `services.decide_doubt` takes."""
        data = self.cleaned_data
        return DecideDoubt(doubt.uuid, data["version"], data["state"], data["reason"])
