"""allauth's sentences in Vietnamese; who may have an account is decided in `organisations.accounts`."""

from __future__ import annotations

from typing import ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter

from thammuu.apps.organisations.accounts import ClosedAccounts

_WRONG_PAIR = (
    "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại."
)


class LocalAccounts(ClosedAccounts):
    """Local accounts that speak Vietnamese."""

    error_messages: ClassVar[dict[str, str]] = {
        **ClosedAccounts.error_messages,
        "account_inactive": "Tài khoản này đã ngừng sử dụng. Hãy liên hệ quản trị hệ thống.",
        "email_password_mismatch": _WRONG_PAIR,
        "username_password_mismatch": _WRONG_PAIR,
        "enter_current_password": "Mật khẩu hiện tại không đúng. Hãy nhập lại.",
        "incorrect_password": "Mật khẩu không đúng. Hãy nhập lại.",
        "invalid_login": _WRONG_PAIR,
        "too_many_login_attempts": "Nhập sai nhiều lần. Hãy chờ 15 phút rồi đăng nhập lại.",
        "same_as_current": "Mật khẩu mới phải khác mật khẩu hiện tại.",
        "rate_limited": "Có quá nhiều yêu cầu. Hãy chờ một phút rồi thử lại.",
    }


class LocalAuthenticators(DefaultMFAAdapter):
    """Two-factor sign-in that speaks Vietnamese."""

    error_messages: ClassVar[dict[str, str]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "Mã không đúng hoặc đã hết hạn. Hãy nhập mã đang hiện trên ứng dụng.",
        "cannot_delete_authenticator": "Không tắt được xác thực hai lớp của tài khoản này.",
        "cannot_generate_recovery_codes": "Hãy bật xác thực hai lớp trước khi tạo mã dự phòng.",
        "rate_limited": "Có quá nhiều yêu cầu. Hãy chờ một phút rồi thử lại.",
    }
