"""allauth's forms under our labels."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp

from thammuu.web.components.forms import DeskForm


class _Labelled(DeskForm):
    """Takes allauth's fields, gives them our labels, and drops placeholders, which vanish when one types."""

    labels: dict[str, str] = {}  # noqa: RUF012  read only
    helps: dict[str, str] = {}  # noqa: RUF012

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class LoginForm(_Labelled, account.LoginForm):
    """Đăng nhập."""

    labels = {"login": "Tên đăng nhập", "password": "Mật khẩu"}  # noqa: RUF012


class ChangePasswordForm(_Labelled, account.ChangePasswordForm):
    """Đổi mật khẩu."""

    labels = {  # noqa: RUF012
        "oldpassword": "Mật khẩu hiện tại",
        "password1": "Mật khẩu mới",
        "password2": "Nhập lại mật khẩu mới",
    }
    helps = {  # noqa: RUF012
        "password1": "Ít nhất 12 ký tự; một câu ngắn dễ nhớ tốt hơn một từ khó nhớ. Có thể dán từ sổ mật khẩu."
    }

    def clean(self) -> dict[str, Any]:
        """Both new passwords are the same."""
        cleaned = super(account.PasswordVerificationMixin, self).clean() or self.cleaned_data
        if cleaned.get("password1") != cleaned.get("password2") and cleaned.get("password2"):
            self.add_error("password2", "Hai lần nhập mật khẩu mới chưa giống nhau.")
        return cleaned


class ReauthenticateForm(_Labelled, account.ReauthenticateForm):
    """Nhập lại mật khẩu trước một việc quan trọng."""

    labels = {"password": "Mật khẩu"}  # noqa: RUF012


class CodeForm(_Labelled, mfa.AuthenticateForm):
    """Lớp thứ hai khi đăng nhập."""

    labels = {"code": "Mã xác thực hoặc mã dự phòng"}  # noqa: RUF012


class ReauthenticateCodeForm(_Labelled, mfa.ReauthenticateForm):
    """Lớp thứ hai trước một việc quan trọng."""

    labels = {"code": "Mã xác thực"}  # noqa: RUF012


class ActivateTotpForm(_Labelled, totp.ActivateTOTPForm):
    """Bật xác thực hai lớp."""

    labels = {"code": "Mã đang hiện trên ứng dụng"}  # noqa: RUF012
