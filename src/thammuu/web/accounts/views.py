"""Tài khoản của tôi: positions, second factor, open sessions, personal tokens, language."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlencode
from uuid import UUID

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from thammuu.apps.accounts import services, sessions
from thammuu.apps.accounts import tokens as personal
from thammuu.apps.accounts.queries import has_second_factor, language_of
from thammuu.web.accounts.forms import LanguageForm, RevokeForm, SessionsForm, TokenForm
from thammuu.web.accounts.middleware import LANGUAGE
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on

P = ParamSpec("P")
_ONCE = "shown-once"
"""The cookie that carries a new secret to the page that shows it: it is kept nowhere on the server."""


def proven(
    view: Callable[Concatenate[OfficerRequest, P], HttpResponse],
) -> Callable[Concatenate[OfficerRequest, P], HttpResponse]:
    """Ask who it is again before a sensitive act, unless that was done a few minutes ago (ASVS 5.0, 7.5.1).

    Not allauth's own decorator: that one carries the form out afterwards, behind the back of our middleware. Here the
    form comes back filled.
    """

    @wraps(view)
    def guarded(request: OfficerRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not did_recently_reauthenticate(request):
            return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}")
        return view(request, *args, **kwargs)

    return guarded


@require_GET
@for_officers
def mine(request: OfficerRequest) -> HttpResponse:
    """Everything about the own account on one page."""
    return _mine(request)


@require_GET
@for_officers
def stay(request: OfficerRequest) -> HttpResponse:
    """Go on working: the request itself has put the end of the session off."""
    return render(request, f"accounts/stay.html{'#warning' if request.htmx else ''}")


@require_POST
@for_officers
def end_sessions(request: OfficerRequest) -> HttpResponse:
    """End one of the own sessions, or all the others."""
    form = SessionsForm(request.POST, sessions=_sessions(request))
    if not form.is_valid():
        return _mine(request, {"sessions_form": form}, 422)
    command = form.command(request.session.session_key or "")
    sessions.end_sessions(request.actor, command, key=form.sent_key)
    messages.success(request, _("Đã kết thúc. Máy đó phải đăng nhập lại."))
    return redirect("accounts:mine")


@require_POST
@for_officers
def language(request: OfficerRequest) -> HttpResponse:
    """Choose the language of the pages."""
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return _mine(request, {"language_form": form}, 422)
    services.choose_language(request.actor, form.command(), key=form.sent_key)
    request.session[LANGUAGE] = form.cleaned_data["language"]
    return redirect("accounts:mine")


@require_http_methods(["GET", "POST"])
@for_officers
@proven
def tokens(request: OfficerRequest) -> HttpResponse:
    """Mã truy cập cá nhân: see them, make one."""
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            return _issue(request, form)
    page = {"form": form, "tokens": personal.tokens_of(request.actor), "secret": request.COOKIES.get(_ONCE)}
    response = render(request, "accounts/tokens.html", page, status=422 if form.is_bound else 200)
    if page["secret"]:
        response.delete_cookie(_ONCE, path=request.path, samesite="Strict")
    return response


@require_http_methods(["GET", "POST"])
@for_officers
def revoke_token(request: OfficerRequest, token: UUID) -> HttpResponse:
    """Make a token useless."""
    row = personal.token_of(request.actor, token)
    form = RevokeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        personal.revoke(request.actor, form.command(token), key=form.sent_key)
        messages.success(request, _("Đã thu hồi mã “%(name)s”.") % {"name": row.name})
        return redirect("accounts:mine")
    status = 422 if form.is_bound else 200
    return render(request, "accounts/revoke_token.html", {"form": form, "token": row}, status=status)


def _issue(request: OfficerRequest, form: TokenForm) -> HttpResponse:
    data = form.cleaned_data
    issued = personal.issue(
        request.actor, data["purpose"], data["name"], key=form.sent_key, days=int(data["days"])
    )
    response = redirect("accounts:tokens")
    if issued.secret:
        response.set_cookie(
            _ONCE,
            issued.secret,
            max_age=300,
            path=request.path,
            secure=request.is_secure(),
            httponly=True,
            samesite="Strict",
        )
    return response


def _sessions(request: OfficerRequest) -> tuple[sessions.OpenSession, ...]:
    return sessions.open_sessions(request.user.pk, request.session.session_key)


def _mine(request: OfficerRequest, forms: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    listed = _sessions(request)
    page = {
        "second_factor": has_second_factor(request.actor),
        "sessions": listed,
        "sessions_form": SessionsForm(sessions=listed),
        "tokens": [token for token in personal.tokens_of(request.actor) if token.state == "open"],
        "language_form": LanguageForm(initial={"language": language_of(request.user.pk)}),
    }
    return render(request, "accounts/mine.html", page | (forms or {}), status=status)
