"""allauth's forms under our labels, and the forms of the own account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from thammuu.apps.accounts.commands import ChooseLanguage, EndSessions, RevokeToken
from thammuu.web.components.forms import DeskForm
from thammuu.web.components.once import OnceForm

if TYPE_CHECKING:
    from thammuu.apps.accounts.rows import OpenSession

_OTHERS = "others"


class _Labelled(DeskForm):
    """Takes allauth's fields, gives them our labels, and drops placeholders, which vanish when one types."""

    labels: dict[str, Any] = {}  # noqa: RUF012  read only
    helps: dict[str, Any] = {}  # noqa: RUF012

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class LoginForm(_Labelled, account.LoginForm):
    """Đăng nhập."""

    labels = {"login": _("Tên đăng nhập"), "password": _("Mật khẩu")}  # noqa: RUF012


class ChangePasswordForm(_Labelled, account.ChangePasswordForm):
    """Đổi mật khẩu."""

    labels = {  # noqa: RUF012
        "oldpassword": _("Mật khẩu hiện tại"),
        "password1": _("Mật khẩu mới"),
        "password2": _("Nhập lại mật khẩu mới"),
    }
    helps = {  # noqa: RUF012
        "password1": _(
            "Ít nhất 12 ký tự; một câu ngắn dễ nhớ tốt hơn một từ khó nhớ. Có thể dán từ sổ mật khẩu."
        )
    }

    def clean(self) -> dict[str, Any]:
        """Both new passwords are the same."""
        cleaned = super(account.PasswordVerificationMixin, self).clean() or self.cleaned_data
        if cleaned.get("password1") != cleaned.get("password2") and cleaned.get("password2"):
            self.add_error("password2", _("Hai lần nhập mật khẩu mới chưa giống nhau."))
        return cleaned


class ReauthenticateForm(_Labelled, account.ReauthenticateForm):
    """Nhập lại mật khẩu trước một việc quan trọng."""

    labels = {"password": _("Mật khẩu")}  # noqa: RUF012


class CodeForm(_Labelled, mfa.AuthenticateForm):
    """Lớp thứ hai khi đăng nhập."""

    labels = {"code": _("Mã xác thực hoặc mã dự phòng")}  # noqa: RUF012


class ReauthenticateCodeForm(_Labelled, mfa.ReauthenticateForm):
    """Lớp thứ hai trước một việc quan trọng."""

    labels = {"code": _("Mã xác thực")}  # noqa: RUF012


class ActivateTotpForm(_Labelled, totp.ActivateTOTPForm):
    """Bật xác thực hai lớp."""

    labels = {"code": _("Mã đang hiện trên ứng dụng")}  # noqa: RUF012


class SessionsForm(OnceForm):
    """Kết thúc phiên làm việc ở máy khác."""

    which = forms.ChoiceField(widget=forms.HiddenInput, initial=_OTHERS)

    def __init__(self, *args: Any, sessions: tuple[OpenSession, ...], **kwargs: Any) -> None:
        super().__init__(*args, auto_id=False, **kwargs)  # One page holds several.
        named = [(str(row.uuid), row.address) for row in sessions if not row.current]
        self.fields["which"].choices = [(_OTHERS, _OTHERS), *named]  # type: ignore[attr-defined]

    def command(self, keep: str) -> EndSessions:
        """What `sessions.end_sessions` takes; `keep` is the key of the session that asks."""
        which = self.cleaned_data["which"]
        return EndSessions(keep, None if which == _OTHERS else UUID(which))


class LanguageForm(OnceForm):
    """Ngôn ngữ của các trang."""

    language = forms.ChoiceField(label=_("Ngôn ngữ"), choices=settings.LANGUAGES)

    def command(self) -> ChooseLanguage:
        """What `services.choose_language` takes."""
        return ChooseLanguage(self.cleaned_data["language"])


class TokenForm(OnceForm):
    """Tạo mã truy cập cá nhân."""

    purpose = forms.ChoiceField(
        label=_("Dùng cho"),
        choices=[
            ("calendar", _("Lịch công việc trên điện thoại, máy tính")),
            ("api", _("Chương trình khác đọc và ghi tiến độ (API)")),
        ],
    )
    name = forms.CharField(
        label=_("Tên mã"), max_length=100, help_text=_("Để sau này nhận ra, ví dụ “Điện thoại của tôi”.")
    )
    days = forms.ChoiceField(
        label=_("Thời hạn"),
        choices=[("30", _("30 ngày")), ("90", _("90 ngày")), ("365", _("1 năm"))],
        initial="365",
    )


class RevokeForm(OnceForm):
    """Thu hồi một mã truy cập."""

    reason = forms.CharField(label=_("Lý do"), max_length=300, required=False)

    def command(self, token: UUID) -> RevokeToken:
        """What `tokens.revoke` takes."""
        return RevokeToken(token, self.cleaned_data["reason"])
