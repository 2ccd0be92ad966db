"""Puts the acting officer on each request, and keeps what only officers may see out of every cache."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from thammuu.apps.organisations.queries import actor_for


class ActorMiddleware:
    """`request.actor` is the signed-in officer as of today, or something false: anonymous, or no position any more.

    Looked up on first use, on every request: a role taken away is gone at the next click.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on with its actor."""
        request.actor = SimpleLazyObject(lambda: actor_for(request.user))  # type: ignore[attr-defined]
        return self.get_response(request)


class PrivateAnswerMiddleware:
    """What a signed-in person is answered stays in no cache: machines are shared, and "back" works after signing out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark the answer, unless its view has decided."""
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response


class FirstPasswordMiddleware:
    """Whoever signs in with a password that an administrator chose changes it before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Lead to changing it from every page but those of signing in and out."""
        place = request.resolver_match
        if place and not place.namespace and (place.url_name or "").startswith(("account_", "mfa_")):
            return None
        actor = request.actor  # type: ignore[attr-defined]
        if not (actor and actor.first_password):
            return None
        messages.info(request, _("Mật khẩu này do quản trị cấp. Hãy đổi thành mật khẩu của riêng bạn."))
        return redirect("account_change_password")
