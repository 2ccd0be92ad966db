"""Signing in, password, second factor, the own account."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from thammuu.apps.accounts import tokens
from web.matrix.row import Row, Scene, answers, everyone

OWNER = ("drafter",)


def _token(scene: Scene) -> dict[str, UUID]:
    return {"token": tokens.issue(scene.actor, "calendar", "Điện thoại", key=uuid4()).uuid}


def _others(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "which": "others"}


def _language(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "language": "en"}


def _new_token(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "purpose": "calendar", "name": "Điện thoại", "days": "365"}


def _revoked(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "reason": "Mất điện thoại"}


ROWS = (
    Row("account_login", "GET", everyone(302), anonymous=200),
    Row("account_login", "POST", everyone(302), anonymous=200),
    # No identity provider is configured.
    Row("account_openid", "GET", everyone(404), anonymous=404),
    Row("account_openid_finish", "GET", everyone(404), anonymous=404),
    Row("account_logout", "GET", everyone(200), anonymous=302),
    Row("account_logout", "POST", everyone(302), anonymous=302),
    Row("account_inactive", "GET", everyone(200), anonymous=200),
    Row("account_change_password", "GET", everyone(200)),
    Row("account_change_password", "POST", everyone(200)),
    Row("account_reauthenticate", "GET", everyone(200)),
    Row("account_reauthenticate", "POST", everyone(200)),
    # Nobody of the cast has a second factor yet.
    Row("mfa_index", "GET", everyone(200)),
    Row("mfa_authenticate", "GET", everyone(302)),
    Row("mfa_authenticate", "POST", everyone(302)),
    Row("mfa_reauthenticate", "GET", everyone(302)),
    Row("mfa_reauthenticate", "POST", everyone(302)),
    Row("mfa_activate_totp", "GET", everyone(200)),
    Row("mfa_activate_totp", "POST", everyone(200)),
    Row("mfa_deactivate_totp", "GET", everyone(404)),
    Row("mfa_deactivate_totp", "POST", everyone(404)),
    Row("mfa_view_recovery_codes", "GET", everyone(404)),
    Row("mfa_generate_recovery_codes", "GET", everyone(200)),
    Row("mfa_generate_recovery_codes", "POST", everyone(200)),
    Row("mfa_download_recovery_codes", "GET", everyone(404)),
    Row("accounts:mine", "GET", everyone(200)),
    Row("accounts:stay", "GET", everyone(200)),
    Row("accounts:end_sessions", "GET", everyone(405)),
    Row("accounts:end_sessions", "POST", everyone(302), None, _others, typed="which"),
    Row("accounts:language", "GET", everyone(405)),
    Row("accounts:language", "POST", everyone(302), None, _language, typed="language"),
    Row("accounts:tokens", "GET", everyone(200)),
    Row("accounts:tokens", "POST", everyone(302), None, _new_token, typed="name"),
    Row("accounts:revoke_token", "GET", answers(200, OWNER, seen=404), _token),
    Row("accounts:revoke_token", "POST", answers(302, OWNER, seen=404), _token, _revoked, typed="reason"),
)
