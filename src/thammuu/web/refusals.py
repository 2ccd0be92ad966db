"""Refusals of the application as pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thammuu.answers import status_of
from thammuu.apps.journal.receipts import KeyReused, answered
from thammuu.apps.journal.room import DatabaseFull, is_full
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu.web.errors import not_found
from thammuu_core.errors import Malformed, Refusal, Told, Unavailable

_NOT_BY_TYPING = (NotVisible, NotAllowed, KeyReused, StaleEdit)


@contextmanager
def told_on(form: forms.Form) -> Iterator[None]:
    """Tell a refusal on the form that caused it, where what was typed stands and can be put right.

    What other words cannot put right goes on to the middleware and gets a page of its own.
    """
    try:
        yield
    except _NOT_BY_TYPING:
        raise
    except (Refusal, Malformed, Unavailable) as refusal:
        form.add_error(None, str(refusal.message))


def _recorded_before(request: HttpRequest) -> bool:
    """The same form was carried out before, and with it went the right to send it: handing over a dossier, twice."""
    try:
        key = UUID(request.POST.get("key", ""))
    except ValueError:
        return False
    return bool(request.actor) and answered(request.actor.uuid, key) is not None


class RefusalMiddleware:
    """Tell the person what was refused, why, and what to do now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a refusal; anything else is a bug and goes its way."""
        if is_full(exception):
            exception = DatabaseFull()
        if not isinstance(exception, Told):
            return None
        if isinstance(exception, NotVisible):
            return not_found(request, exception)
        if isinstance(exception, NotAllowed) and _recorded_before(request):
            messages.success(request, _("Việc này đã được ghi nhận ở lần gửi trước."))
            return redirect("home")
        if isinstance(exception, StaleEdit):
            return render(request, "errors/stale.html", {"refusal": exception}, status=409)
        status = status_of(exception)
        return render(request, "errors/told.html", {"refusal": exception, "status": status}, status=status)
