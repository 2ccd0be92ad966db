"""Forms about agencies, units and contacts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations.choosing import agency_choices, unit_choices
from thammuu.apps.organisations.commands import (
    AddAgency,
    AddUnit,
    ChangeUnit,
    EndContact,
    KeepContact,
    RenameAgency,
    ReorganiseAgency,
    TakeBackSuccession,
)
from thammuu.web.administration.forms.about import ChangeForm, RegisterForm
from thammuu.web.components.fields import RowField
from thammuu.web.components.forms import DayField
from thammuu.web.components.lists import ALL, FilterForm

KINDS = (
    ("ministry", _("Bộ, cơ quan trung ương")),
    ("council", _("Hội đồng nhân dân")),
    ("committee", _("UBND cấp tỉnh")),
    ("office", _("Văn phòng UBND, HĐND cấp tỉnh")),
    ("department", _("Sở, ban, ngành")),
    ("district", _("UBND cấp huyện (đến 30/6/2025)")),
    ("commune", _("UBND cấp xã")),
    ("party", _("Cơ quan Đảng")),
    ("front", _("Mặt trận, đoàn thể")),
    ("other", _("Khác")),
)
_BY = _("Theo văn bản")
_BY_HELP = _(
    "Số, ký hiệu, ngày, cơ quan ban hành. Ví dụ: Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội."
)


class AgencyFilterForm(FilterForm):
    """Narrow the list of agencies."""

    label = _("Lọc cơ quan")
    words = forms.CharField(label=_("Tìm tên cơ quan"), required=False)
    kind = forms.ChoiceField(label=_("Loại"), required=False, choices=[("", ALL), *KINDS])
    ended = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Đang hoạt động")), ("1", _("Đã kết thúc, sáp nhập"))],
    )


class AgencyForm(RegisterForm):
    """Thêm cơ quan vào danh bạ dùng chung."""

    name = forms.CharField(label=_("Tên cơ quan"), max_length=300)
    abbreviation = forms.CharField(label=_("Viết tắt"), max_length=50, required=False)
    kind = forms.ChoiceField(label=_("Loại"), required=False, choices=[("", _("Không rõ")), *KINDS])
    parent = RowField(label=_("Cơ quan cấp trên"), nothing=_("Không có"), required=False)
    place = forms.CharField(label=_("Địa danh"), max_length=200, required=False)
    from_day = DayField(label=_("Hoạt động từ ngày"), required=False)

    def offer(self) -> None:
        """The agencies there today."""
        self.fields["parent"].offer(agency_choices(self.actor))

    def command(self) -> AddAgency:
        """What `agencies.add_agency` takes."""
        data = self.cleaned_data
        return AddAgency(
            data["name"],
            data["abbreviation"],
            data["kind"],
            data["parent"],
            data["place"],
            data["from_day"],
        )


class RenameAgencyForm(ChangeForm):
    """Đổi tên cơ quan từ một ngày."""

    name = forms.CharField(label=_("Tên mới"), max_length=300)
    abbreviation = forms.CharField(label=_("Viết tắt mới"), max_length=50, required=False)
    from_day = DayField(label=_("Mang tên mới từ ngày"))
    by = forms.CharField(label=_BY, max_length=500, help_text=_BY_HELP)

    def command(self) -> RenameAgency:
        """What `agencies.rename_agency` takes."""
        data = self.cleaned_data
        return RenameAgency(
            self.uuid, data["version"], data["name"], data["abbreviation"], data["from_day"], data["by"]
        )


class ReorganiseForm(ChangeForm):
    """Sáp nhập, hợp nhất hoặc chia, tách một cơ quan."""

    kind = forms.ChoiceField(
        label=_("Cách tổ chức lại"),
        choices=(("merged", _("Hợp nhất, sáp nhập")), ("split", _("Chia, tách"))),
    )
    successors = forms.CharField(
        label=_("Cơ quan kế tục"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một cơ quan, đúng tên trong danh bạ. Cơ quan mới thì thêm vào danh bạ trước."),
    )
    from_day = DayField(label=_("Từ ngày"), help_text=_("Ngày đầu tiên công việc thuộc cơ quan kế tục."))
    ends = forms.ChoiceField(
        label=_("Cơ quan này"),
        choices=(("yes", _("Kết thúc hoạt động")), ("no", _("Vẫn hoạt động, chỉ chuyển một phần việc"))),
    )
    by = forms.CharField(label=_BY, max_length=500, help_text=_BY_HELP)

    def clean_successors(self) -> tuple[str, ...]:
        """One name a line, each once."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["successors"].splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def command(self) -> ReorganiseAgency:
        """What `agencies.reorganise_agency` takes."""
        data = self.cleaned_data
        return ReorganiseAgency(
            self.uuid,
            data["version"],
            data["kind"],
            data["successors"],
            data["from_day"],
            data["by"],
            data["ends"] == "yes",
        )


class TakeBackForm(RegisterForm):
    """Rút lại việc tổ chức lại đã ghi nhầm, kèm lý do."""

    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def command(self) -> TakeBackSuccession:
        """What `agencies.take_back_succession` takes."""
        return TakeBackSuccession(self.uuid, self.cleaned_data["reason"])


class UnitForm(RegisterForm):
    """Thêm đơn vị của cơ quan."""

    name = forms.CharField(label=_("Tên đơn vị"), max_length=300)
    abbreviation = forms.CharField(label=_("Viết tắt"), max_length=50, required=False)
    from_day = DayField(label=_("Hoạt động từ ngày"), required=False)

    def command(self) -> AddUnit:
        """What `units.add_unit` takes."""
        data = self.cleaned_data
        return AddUnit(data["name"], data["abbreviation"], data["from_day"])


class ChangeUnitForm(ChangeForm):
    """Đổi tên, sáp nhập hoặc kết thúc một đơn vị."""

    what = forms.ChoiceField(
        label=_("Thay đổi"),
        choices=(
            ("renamed", _("Đổi tên")),
            ("merged", _("Sáp nhập vào đơn vị khác")),
            ("ended", _("Kết thúc hoạt động")),
        ),
    )
    name = forms.CharField(
        label=_("Tên mới"), max_length=300, required=False, help_text=_("Chỉ ghi khi đổi tên.")
    )
    abbreviation = forms.CharField(label=_("Viết tắt mới"), max_length=50, required=False)
    into = RowField(
        label=_("Sáp nhập vào"),
        nothing=_("Chọn đơn vị"),
        required=False,
        help_text=_("Chỉ chọn khi sáp nhập."),
    )
    from_day = DayField(label=_("Từ ngày"), help_text=_("Cán bộ của đơn vị chuyển theo từ ngày này."))
    by = forms.CharField(label=_BY, max_length=500)

    def offer(self) -> None:
        """The other units."""
        self.fields["into"].offer(unit_choices(self.actor, but=self.uuid))

    def clean(self) -> None:
        """A new name for a renamed unit, another unit for a merged one."""
        data = self.cleaned_data
        if data.get("what") == "renamed" and not data.get("name"):
            self.add_error("name", _("Hãy ghi tên mới của đơn vị."))
        if data.get("what") == "merged" and not data.get("into"):
            self.add_error("into", _("Hãy chọn đơn vị nhận sáp nhập."))

    def command(self) -> ChangeUnit:
        """What `units.change_unit` takes."""
        data = self.cleaned_data
        return ChangeUnit(
            self.uuid,
            data["version"],
            data["what"],
            data["from_day"],
            data["by"],
            data["name"],
            data["abbreviation"],
            data["into"],
        )


class ContactFilterForm(FilterForm):
    """Narrow the list of contacts."""

    label = _("Lọc đầu mối")
    words = forms.CharField(label=_("Tìm tên, cơ quan, nội dung phụ trách"), required=False)


class ContactForm(RegisterForm):
    """Đầu mối liên hệ ở một cơ quan."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    agency = RowField(label=_("Cơ quan"), nothing=_("Chọn cơ quan"))
    name = forms.CharField(label=_("Họ và tên"), max_length=200)
    title = forms.CharField(label=_("Chức vụ"), max_length=200, required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=50, required=False)
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        error_messages={"invalid": _("Ghi địa chỉ thư dạng ten@co-quan.vn.")},
    )
    matters = forms.CharField(label=_("Phụ trách"), max_length=300, required=False)

    def proposed(self) -> dict[str, object]:
        """What is known of the contact; of a new one the agency, where the address names it: `?co-quan=`."""
        if self.subject is None:
            return {"agency": self.asked.get("co-quan", "")}
        names = ("version", "name", "title", "phone", "email", "matters")
        known = {name: getattr(self.subject, name) for name in names}
        return known | {"agency": self.subject.agency.uuid}

    def offer(self) -> None:
        """The agencies there today."""
        self.fields["agency"].offer(agency_choices(self.actor))

    def command(self) -> KeepContact:
        """What `contacts.keep_contact` takes."""
        data = self.cleaned_data
        return KeepContact(
            data["agency"],
            data["name"],
            data["title"],
            data["phone"],
            data["email"],
            data["matters"],
            self.uuid,
            data["version"] or 0,
        )


class EndContactForm(ChangeForm):
    """Thôi dùng đầu mối."""

    def command(self) -> EndContact:
        """What `contacts.end_contact` takes."""
        return EndContact(self.uuid, self.cleaned_data["version"])
