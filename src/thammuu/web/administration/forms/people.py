"""Forms about officers, their accounts and absences."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations import absences, clock
from thammuu.apps.organisations.choosing import Choice, officer_choices, unit_choices
from thammuu.apps.organisations.commands import (
    Appoint,
    ChangeAccount,
    EndAbsence,
    EndPosition,
    HireOfficer,
    PlanAbsence,
    Post,
)
from thammuu.web.administration.forms.about import ChangeForm, RegisterForm
from thammuu.web.components.fields import RowField
from thammuu.web.components.forms import DayField
from thammuu.web.components.lists import ALL, FilterForm

ROLES = (
    ("drafter", _("Chuyên viên")),
    ("clerk", _("Văn thư")),
    ("head_of_unit", _("Trưởng phòng, đơn vị")),
    ("leader", _("Lãnh đạo cơ quan")),
    ("administrator", _("Quản trị hệ thống")),
)
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without signs that are taken for one another when a password is read out or written down."""


def first_password() -> str:
    """Sixteen random letters in four groups."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


class OfficerFilterForm(FilterForm):
    """Narrow the list of officers."""

    label = _("Lọc cán bộ")
    words = forms.CharField(label=_("Tìm họ tên, tên đăng nhập"), required=False)
    unit = RowField(label=_("Đơn vị"), nothing=ALL, required=False)

    def __init__(self, *args: Any, units: Iterable[Choice]) -> None:
        super().__init__(*args)
        self.fields["unit"].offer(units)


class PostForm(RegisterForm):
    """Một vị trí công tác."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=ROLES)
    unit = RowField(label=_("Đơn vị"), nothing=_("Cả cơ quan, không thuộc đơn vị nào"), required=False)
    title = forms.CharField(label=_("Chức vụ"), max_length=200, required=False)
    from_day = DayField(label=_("Từ ngày"), required=False)

    def proposed(self) -> dict[str, object]:
        """From today."""
        return {"from_day": clock.today()}

    def offer(self) -> None:
        """The units of the agency."""
        self.fields["unit"].offer(unit_choices(self.actor))

    def post(self) -> Post:
        """The position that was filled in."""
        data = self.cleaned_data
        return Post(data["role"], data["title"], data["unit"], data["from_day"])


class AppointForm(PostForm):
    """Bổ nhiệm thêm một vị trí."""

    def command(self) -> Appoint:
        """What `officers.appoint` takes."""
        return Appoint(self.uuid, self.post())


class FirstPasswordForm(RegisterForm):
    """A first password, offered by the program and readable on the page, because it is handed over by word."""

    password = forms.CharField(
        label=_("Mật khẩu đầu tiên"),
        initial=first_password,
        widget=forms.PasswordInput(render_value=True, attrs={"autocomplete": "new-password"}),
    )

    def offer(self) -> None:
        """The password that stands in the box in plain words below it."""
        super().offer()
        box = self["password"]
        words = _("Đang điền: %(said)s. Hãy trao tận tay; người nhận phải đổi khi đăng nhập lần đầu.")
        box.help_text = words % {"said": box.value()} if box.value() else ""

    def beside(self) -> dict[str, Any]:
        """The password, which no record may keep."""
        return {"password": self.cleaned_data["password"]}


class OfficerForm(FirstPasswordForm, PostForm):
    """Thêm cán bộ: người, tài khoản, vị trí công tác đầu tiên."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=200)
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        help_text=_("Viết liền, không dấu. Ví dụ: lan.nt"),
        validators=[
            RegexValidator(r"^[A-Za-z0-9][A-Za-z0-9._@+-]+$", _("Chỉ dùng chữ không dấu, số và . _ @ + -"))
        ],
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        error_messages={"invalid": _("Ghi địa chỉ thư dạng ten@co-quan.vn.")},
    )
    field_order = ("full_name", "username", "email", "password", "role", "unit", "title", "from_day")

    def command(self) -> HireOfficer:
        """What `officers.hire_officer` takes beside the password."""
        data = self.cleaned_data
        return HireOfficer(data["full_name"], data["username"].lower(), data["email"], self.post())


class AccountForm(ChangeForm):
    """Một việc với tài khoản, kèm lý do."""

    reason = forms.CharField(label=_("Lý do"), max_length=500)

    def command(self) -> ChangeAccount:
        """What the services of accounts take."""
        data = self.cleaned_data
        return ChangeAccount(self.uuid, data["version"], data["reason"])


class PasswordForm(FirstPasswordForm, AccountForm):
    """Cấp mật khẩu đầu tiên mới."""

    field_order = ("password", "reason")


class EndPositionForm(ChangeForm):
    """Kết thúc một vị trí công tác."""

    last_day = DayField(label=_("Giữ vị trí đến hết ngày"))

    def proposed(self) -> dict[str, object]:
        """Until today."""
        return super().proposed() | {"last_day": clock.today()}

    def command(self) -> EndPosition:
        """What `officers.end_position` takes."""
        return EndPosition(self.uuid, self.cleaned_data["version"], self.cleaned_data["last_day"])


class AbsenceForm(RegisterForm):
    """Ghi vắng mặt và người làm thay."""

    officer = RowField(label=_("Người vắng mặt"), nothing=None)
    substitute = RowField(label=_("Người làm thay"), nothing=_("Chọn người làm thay"))
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"))
    reason = forms.CharField(
        label=_("Lý do"), max_length=300, help_text=_("Ví dụ: nghỉ phép, đi công tác, đi học.")
    )

    def proposed(self) -> dict[str, object]:
        """For oneself."""
        return {"officer": self.actor.uuid}

    def offer(self) -> None:
        """Whose absence one may plan, and who can stand in."""
        self.fields["officer"].offer(officer_choices(absences.excusable(self.actor)))
        self.fields["substitute"].offer(officer_choices(absences.colleagues(self.actor)))

    def clean(self) -> None:
        """Another person, and days in order."""
        data = self.cleaned_data
        if data.get("officer") and data.get("officer") == data.get("substitute"):
            self.add_error("substitute", _("Người làm thay phải là người khác."))
        if data.get("first_day") and data.get("last_day") and data["last_day"] < data["first_day"]:
            self.add_error("last_day", _("Ngày cuối phải từ ngày đầu trở đi."))

    def command(self) -> PlanAbsence:
        """What `absences.plan_absence` takes."""
        data = self.cleaned_data
        return PlanAbsence(
            data["officer"],
            data["substitute"],
            data["first_day"],
            data["last_day"],
            data["reason"],
        )


class EndAbsenceForm(ChangeForm):
    """Đổi ngày về, hoặc hủy."""

    last_day = DayField(
        label=_("Vắng đến hết ngày"), required=False, help_text=_("Để trống: hủy, coi như không vắng.")
    )

    def proposed(self) -> dict[str, object]:
        """As planned."""
        return super().proposed() | {"last_day": self.subject.valid_to}

    def command(self) -> EndAbsence:
        """What `absences.end_absence` takes."""
        return EndAbsence(self.uuid, self.cleaned_data["version"], self.cleaned_data["last_day"])
