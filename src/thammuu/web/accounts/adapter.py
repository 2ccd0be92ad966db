"""allauth's sentences as ours, and what it must tell us: who signed in, what changed at an account."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from thammuu.apps.accounts import sessions
from thammuu.apps.accounts.queries import language_of, may_do_without
from thammuu.apps.accounts.services import note
from thammuu.apps.organisations.accounts import ClosedAccounts
from thammuu.apps.organisations.queries import actor_for
from thammuu.web.accounts.middleware import LANGUAGE
from thammuu.web.accounts.session import place_of

_WRONG_PAIR = _(
    "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại."
)
_TOLD = {
    "account/email/password_changed": "account.password_changed",
    "mfa/email/totp_activated": "account.second_factor_on",
    "mfa/email/totp_deactivated": "account.second_factor_off",
    "mfa/email/recovery_codes_generated": "account.recovery_codes_made",
}
"""allauth's letters about an account, and the event of each."""


class LocalAccounts(ClosedAccounts):
    """Local accounts that speak our sentences and leave their events."""

    error_messages: ClassVar[dict[str, str]] = {
        **ClosedAccounts.error_messages,
        "account_inactive": _("Tài khoản này đã ngừng sử dụng. Hãy liên hệ quản trị hệ thống."),
        "email_password_mismatch": _WRONG_PAIR,
        "username_password_mismatch": _WRONG_PAIR,
        "enter_current_password": _("Mật khẩu hiện tại không đúng. Hãy nhập lại."),
        "incorrect_password": _("Mật khẩu không đúng. Hãy nhập lại."),
        "invalid_login": _WRONG_PAIR,
        "too_many_login_attempts": _("Nhập sai nhiều lần. Hãy chờ 15 phút rồi đăng nhập lại."),
        "same_as_current": _("Mật khẩu mới phải khác mật khẩu hiện tại."),
        "rate_limited": _("Có quá nhiều yêu cầu. Hãy chờ một phút rồi thử lại."),
    }

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Open the session, which gets a new id, and put it into the journal."""
        super().login(request, user)
        place = place_of(request)
        sessions.begin(request.session, **place)
        request.session[LANGUAGE] = language_of(user.pk)
        methods = [step["method"] for step in get_authentication_records(request, user)]
        note(user, "account.signed_in", methods=methods, **place)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """The new password ends every other session of the account."""
        super().set_password(user, password)
        if actor := actor_for(user):
            sessions.end_all(actor.uuid, keep=self.request.session.session_key or "")

    def send_notification_mail(
        self, template_prefix: str, user: AbstractBaseUser, context: Any = None, email: str | None = None
    ) -> None:
        """allauth calls this whenever something about an account has changed."""
        if act := _TOLD.get(template_prefix):
            note(user, act)
        super().send_notification_mail(template_prefix, user, context, email)


class LocalAuthenticators(DefaultMFAAdapter):
    """Two-factor sign-in that speaks our sentences."""

    error_messages: ClassVar[dict[str, str]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Mã không đúng hoặc đã hết hạn. Hãy nhập mã đang hiện trên ứng dụng."),
        "cannot_delete_authenticator": _(
            "Vai trò của bạn cần xác thực hai lớp nên không tắt được. Muốn đổi điện thoại, hãy đề nghị quản trị hệ thống."
        ),
        "cannot_generate_recovery_codes": _("Hãy bật xác thực hai lớp trước khi tạo mã dự phòng."),
        "rate_limited": _("Có quá nhiều yêu cầu. Hãy chờ một phút rồi thử lại."),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not where the installation asks for it."""
        return may_do_without(actor_for(authenticator.user))
