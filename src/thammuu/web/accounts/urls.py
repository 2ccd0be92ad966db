"""Signing in and the own account: what an installation needs of allauth, and our own pages; nothing else exists."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import include, path
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.web.accounts import openid, views

form = require_http_methods(["GET", "POST"])
"""allauth's views would also take PUT as a form."""

own = [
    path("", views.mine, name="mine"),
    path("phien/", views.stay, name="stay"),
    path("phien/ket-thuc/", views.end_sessions, name="end_sessions"),
    path("ngon-ngu/", views.language, name="language"),
    path("ma-truy-cap/", views.tokens, name="tokens"),
    path("ma-truy-cap/<uuid:token>/thu-hoi/", views.revoke_token, name="revoke_token"),
]

urlpatterns = [
    path("", include((own, "accounts"))),
    path("dang-nhap/", form(account.login), name="account_login"),
    path("dang-nhap/co-quan/", openid.begin, name="account_openid"),
    path("dang-nhap/co-quan/xong/", openid.finish, name="account_openid_finish"),
    path("dang-xuat/", form(account.logout), name="account_logout"),
    path("ngung-su-dung/", require_GET(account.account_inactive), name="account_inactive"),
    path("mat-khau/", form(account.password_change), name="account_change_password"),
    path("xac-nhan/", form(account.reauthenticate), name="account_reauthenticate"),
    path("hai-lop/", require_GET(mfa.index), name="mfa_index"),
    path("hai-lop/dang-nhap/", form(mfa.authenticate), name="mfa_authenticate"),
    path("hai-lop/xac-nhan/", form(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("hai-lop/bat/", form(totp.activate_totp), name="mfa_activate_totp"),
    path("hai-lop/tat/", form(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("hai-lop/ma-du-phong/", require_GET(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("hai-lop/ma-du-phong/moi/", form(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path(
        "hai-lop/ma-du-phong/tai/",
        require_GET(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
]
