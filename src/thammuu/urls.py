"""The addresses of the application: accounts, then the screens."""

from __future__ import annotations

from django.urls import include, path

from thammuu.api.v1 import urls as v1

urlpatterns = [
    path("tai-khoan/", include("thammuu.web.accounts.urls")),
    path("api/v1/", include((v1.urlpatterns, v1.app_name), namespace=v1.namespace)),
    path("", include("thammuu.web.urls")),
]

handler400 = "thammuu.web.errors.bad_request"
handler403 = "thammuu.web.errors.forbidden"
handler404 = "thammuu.web.errors.not_found"
handler429 = "thammuu.web.errors.too_many"
handler500 = "thammuu.web.errors.server_error"
