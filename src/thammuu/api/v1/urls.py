"""Addresses of version 1; `openapi.json` describes them to programs."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.http import require_GET
from django.views.generic import RedirectView
from ninja import NinjaAPI

from thammuu.api.v1 import problems, reading, recording
from thammuu.api.v1.tokens import PersonalTokenAuth

api = NinjaAPI(
    title="Tham mưu",
    version="1",
    description="Đọc hồ sơ và ghi nhận tiến độ bằng mã truy cập cá nhân (Authorization: Bearer …).",
    auth=PersonalTokenAuth(),
    urls_namespace="api",
    docs_url=None,  # its pages would fetch scripts from elsewhere
)
problems.tell_on(api)
api.add_router("", reading.router)
api.add_router("", recording.router)

_described, app_name, namespace = api.urls
urlpatterns = [
    path("", RedirectView.as_view(url="openapi.json"), name="api-root"),
    *(pattern for pattern in _described if pattern.name != "api-root"),
]
for _pattern in urlpatterns:
    # The token is the sign-in here; the session's gate would answer programs with the sign-in page.
    _pattern.callback = login_not_required(_pattern.callback)
    if _pattern.name in ("api-root", "openapi-json"):
        _pattern.callback = require_GET(_pattern.callback)
