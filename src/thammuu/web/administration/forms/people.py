"""Forms about officers, their accounts and absences."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations.commands import (
    Appoint,
    ChangeAccount,
    EndAbsence,
    EndPosition,
    HireOfficer,
    PlanAbsence,
    Post,
)
from thammuu.web.components.forms import DayField
from thammuu.web.components.once import OnceForm, VersionedForm

Choices = Iterable[tuple[str, str]]

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


class OfficerFilterForm(forms.Form):
    """Narrow the list of officers; what is not understood filters nothing."""

    words = forms.CharField(label=_("Tìm họ tên, tên đăng nhập"), required=False)
    unit = forms.ChoiceField(label=_("Đơn vị"), required=False)

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("Tất cả")), *units]


class PostForm(OnceForm):
    """Bổ nhiệm vào một vị trí công tác."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=ROLES)
    unit = forms.ChoiceField(label=_("Đơn vị"), required=False)
    title = forms.CharField(label=_("Chức vụ"), max_length=200, required=False)
    from_day = DayField(label=_("Từ ngày"), required=False)

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("Cả cơ quan, không thuộc đơn vị nào")), *units]

    def post(self) -> Post:
        """The position that was filled in."""
        data = self.cleaned_data
        unit = UUID(data["unit"]) if data["unit"] else None
        return Post(data["role"], data["title"], unit, data["from_day"])

    def command(self, officer: UUID) -> Appoint:
        """What `officers.appoint` takes."""
        return Appoint(officer, self.post())


class FirstPassword(forms.Form):
    """A first password, offered by the program and readable on the page, because it is handed over by word."""

    password = forms.CharField(
        label=_("Mật khẩu đầu tiên"),
        initial=first_password,
        widget=forms.PasswordInput(render_value=True, attrs={"autocomplete": "new-password"}),
    )

    def say_password(self) -> None:
        """Write the password that stands in the box in plain words below it."""
        box = self["password"]
        words = _("Đang điền: %(said)s. Hãy trao tận tay; người nhận phải đổi khi đăng nhập lần đầu.")
        box.help_text = words % {"said": box.value()} if box.value() else ""


class OfficerForm(PostForm, FirstPassword):
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.say_password()

    def hire(self) -> HireOfficer:
        """What `officers.hire_officer` takes beside the password."""
        data = self.cleaned_data
        return HireOfficer(data["full_name"], data["username"].lower(), data["email"], self.post())


class AccountForm(VersionedForm):
    """Một việc với tài khoản, kèm lý do."""

    reason = forms.CharField(label=_("Lý do"), max_length=500)

    def command(self, officer: UUID) -> ChangeAccount:
        """What the services of accounts take."""
        data = self.cleaned_data
        return ChangeAccount(officer, data["version"], data["reason"])


class PasswordForm(AccountForm, FirstPassword):
    """Cấp mật khẩu đầu tiên mới."""

    field_order = ("password", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.say_password()


class EndPositionForm(VersionedForm):
    """Kết thúc một vị trí công tác."""

    last_day = DayField(label=_("Giữ vị trí đến hết ngày"))

    def command(self, position: UUID) -> EndPosition:
        """What `officers.end_position` takes."""
        return EndPosition(position, self.cleaned_data["version"], self.cleaned_data["last_day"])


class AbsenceForm(OnceForm):
    """Ghi vắng mặt và người làm thay."""

    officer = forms.ChoiceField(label=_("Người vắng mặt"))
    substitute = forms.ChoiceField(label=_("Người làm thay"))
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"))
    reason = forms.CharField(
        label=_("Lý do"), max_length=300, help_text=_("Ví dụ: nghỉ phép, đi công tác, đi học.")
    )

    def __init__(self, *args: Any, officers: Choices, colleagues: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = list(officers)
        self.fields["substitute"].choices = [("", _("Chọn người làm thay")), *colleagues]

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
            UUID(data["officer"]),
            UUID(data["substitute"]),
            data["first_day"],
            data["last_day"],
            data["reason"],
        )


class EndAbsenceForm(VersionedForm):
    """Đổi ngày về, hoặc hủy."""

    last_day = DayField(
        label=_("Vắng đến hết ngày"), required=False, help_text=_("Để trống: hủy, coi như không vắng.")
    )

    def command(self, absence: UUID) -> EndAbsence:
        """What `absences.end_absence` takes."""
        return EndAbsence(absence, self.cleaned_data["version"], self.cleaned_data["last_day"])
