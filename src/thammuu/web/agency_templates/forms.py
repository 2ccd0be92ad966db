"""What people fill in about templates; `subject` is a `rows.TemplateView`."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.drafting.commands import SetTemplate, TakeBackTemplate
from thammuu.web.components.acts import AboutForm, LaidForm, free
from thammuu.web.components.fields import ReasonField, upload_of
from thammuu.web.components.once import VersionedForm


class _TemplateForm(AboutForm, LaidForm, VersionedForm):
    """Binds to the edition that the page showed."""

    def proposed(self) -> dict[str, object]:
        """What was the newest edition when the page was opened."""
        return {"version": self.subject.edition}


class SetForm(_TemplateForm):
    """Tải mẫu riêng lên."""

    file = forms.FileField(label=_("Tệp mẫu"), help_text=_("Tệp Word (.docx) có chỗ điền."))
    note = ReasonField(label=_("Mẫu này khác mẫu trước ở đâu"))
    layout = (free("file", "note"),)

    def command(self) -> SetTemplate:
        """What `services.set_template` takes."""
        file = upload_of(self.cleaned_data["file"])
        assert file
        return SetTemplate(
            self.subject.row.code, self.cleaned_data["version"], file, self.cleaned_data["note"]
        )


class TakeBackForm(_TemplateForm):
    """Bỏ mẫu riêng, dùng lại mẫu có sẵn."""

    note = ReasonField(label=_("Lý do"))
    layout = (free("note"),)

    def command(self) -> TakeBackTemplate:
        """What `services.take_back_template` takes."""
        return TakeBackTemplate(
            self.subject.row.code, self.cleaned_data["version"], self.cleaned_data["note"]
        )
