"""Pages for what goes wrong before or outside a view; each says what to do next."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_PAGES_WITH_SECRETS = ("", "accounts")
"""Those of allauth have no name of an app; passwords and codes are typed there."""
_NOT_TYPED = ("csrfmiddlewaretoken", "key", "version", "state", "password")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that no page of ours sends."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known, but not allowed."""
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: absent and invisible look alike, so that nothing leaks."""
    return render(request, "errors/404.html", status=404)


def too_large(request: HttpRequest) -> HttpResponse:
    """413: more was sent than the installation takes."""
    return render(request, "errors/413.html", status=413)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too often in too short a time."""
    return render(request, "errors/429.html", status=429)


def locked_out(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """429 after too many wrong passwords."""
    return render(request, "errors/locked_out.html", status=429)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form is older than the session; what was typed is shown to be copied."""
    return render(request, "errors/csrf.html", {"typed": _typed(request)}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our mistake; the page needs nothing that may be broken."""
    return render(request, "errors/500.html", {"plain": True}, status=500)


def _typed(request: HttpRequest) -> list[str]:
    """Words of a form of ours; nothing that another site sent here, and nothing of the pages with passwords."""
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    place = request.resolver_match
    if not ours or place is None or place.app_name in _PAGES_WITH_SECRETS:
        return []
    return [words for name, words in request.POST.items() if name not in _NOT_TYPED and words.strip()]
