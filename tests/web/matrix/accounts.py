"""Signing in, password, second factor."""

from __future__ import annotations

from web.matrix.row import Row, everyone

ROWS = (
    Row("account_login", "GET", everyone(302), anonymous=200),
    Row("account_login", "POST", everyone(302), anonymous=200),
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
    Row("mfa_activate_totp", "GET", everyone(302)),
    Row("mfa_activate_totp", "POST", everyone(302)),
    Row("mfa_deactivate_totp", "GET", everyone(404)),
    Row("mfa_deactivate_totp", "POST", everyone(404)),
    Row("mfa_view_recovery_codes", "GET", everyone(404)),
    Row("mfa_generate_recovery_codes", "GET", everyone(302)),
    Row("mfa_generate_recovery_codes", "POST", everyone(302)),
    Row("mfa_download_recovery_codes", "GET", everyone(404)),
)
