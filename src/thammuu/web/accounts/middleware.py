"""On every request of someone signed in: the session's limits, the own language, the second factor that is due."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header

from thammuu.apps.accounts import sessions
from thammuu.apps.accounts.queries import must_enrol
from thammuu.web.accounts.session import place_of, session_end

BACKGROUND = "X-Background"
"""Set by `session.js` on what the page asks for by itself, such as polling: nobody is there for that."""
LANGUAGE = "language"
"""Where the session keeps the language of its account, so that no page has to look it up."""

GetResponse = Callable[[HttpRequest], HttpResponse]


class SessionRulesMiddleware:
    """Ends a session that was idle or open for too long, or whose account was switched off."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, as somebody's or as nobody's."""
        if request.user.is_authenticated:
            _keep_or_end(request)
        elif SESSION_KEY in request.session:
            request.session.flush()
        return self.get_response(request)


def _keep_or_end(request: HttpRequest) -> None:
    if not sessions.begun(request.session):
        sessions.begin(request.session, **place_of(request))
    end = session_end(request)
    if end and end.at <= timezone.now():
        logout(request)
        messages.warning(request, _ended_words(end.idle))
    elif BACKGROUND not in request.headers:
        sessions.see(request.session)


def _ended_words(idle: bool) -> str:
    if idle:
        return _("Phiên làm việc đã kết thúc vì lâu không có thao tác. Hãy đăng nhập lại để làm tiếp.")
    return _("Phiên làm việc đã đủ thời gian tối đa. Hãy đăng nhập lại để làm tiếp.")


class LanguageMiddleware:
    """Speaks the language that the account has chosen; to a stranger, that of the house or of the browser."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on in its language."""
        language = request.session.get(LANGUAGE) or _preferred(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", language)
        return response


def _preferred(request: HttpRequest) -> str:
    """Before signing in: another language than the house's only where the browser asks for it first of all."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", "").lower())
    first = asked[0][0].partition("-")[0] if asked else ""
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class SecondFactorMiddleware:
    """Those who must have a second factor set it up before anything else."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Lead to setting it up from every page but those of signing in and out."""
        place = request.resolver_match
        if place and not place.namespace and (place.url_name or "").startswith(("account_", "mfa_")):
            return None
        if not (request.user.is_authenticated and request.actor and must_enrol(request.actor)):
            return None
        messages.info(request, _("Với vai trò của bạn, hãy bật xác thực hai lớp trước khi làm việc khác."))
        return redirect("mfa_activate_totp")
