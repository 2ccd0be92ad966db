"""What people fill in about comparisons of plans."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.coverage.commands import AddKeptPlan, AddPlan, BeginComparison, TakePlanOut
from thammuu.apps.coverage.queries import kept_plans
from thammuu.web.components.acts import AboutForm, LaidForm, free
from thammuu.web.components.fields import RowField, upload_of

_NAME = _("Tỉnh, cơ quan")


class BeginForm(AboutForm, LaidForm):
    """Lập bảng so sánh."""

    title = forms.CharField(
        label=_("Tên bảng so sánh"),
        max_length=200,
        help_text=_("Ví dụ: Kế hoạch năng suất, chất lượng 2021-2025 của các tỉnh trong vùng."),
    )
    layout = (free("title"),)

    def command(self) -> BeginComparison:
        """What `services.begin_comparison` takes."""
        return BeginComparison(self.cleaned_data["title"])


class AddForm(AboutForm, LaidForm):
    """Thêm một kế hoạch từ tệp."""

    name = forms.CharField(label=_NAME, max_length=100)
    file = forms.FileField(
        label=_("Tệp kế hoạch"), help_text=_("Word (.docx), PDF có chữ hoặc văn bản thuần.")
    )
    layout = (free("name", "file"),)

    def command(self) -> AddPlan:
        """What `services.add_plan` takes."""
        file = upload_of(self.cleaned_data["file"])
        assert file
        return AddPlan(self.uuid, self.cleaned_data["name"], file)


class AddKeptForm(AboutForm, LaidForm):
    """Thêm một kế hoạch đã có trong hệ thống."""

    name = forms.CharField(label=_NAME, max_length=100)
    document = RowField(label=_("Văn bản"), nothing=None)
    layout = (free("name", "document"),)

    def offer(self) -> None:
        """The documents kept here."""
        self.fields["document"].offer(kept_plans(self.actor))

    def command(self) -> AddKeptPlan:
        """What `services.add_kept_plan` takes."""
        return AddKeptPlan(self.uuid, **self.told("name", "document"))


class TakeOutForm(AboutForm, LaidForm):
    """Bỏ một kế hoạch khỏi bảng."""

    layout = ()

    def command(self) -> TakePlanOut:
        """What `services.take_plan_out` takes."""
        return TakePlanOut(self.uuid)
