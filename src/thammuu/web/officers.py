"""Requests made by an officer: what every page behind the sign-in may count on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from thammuu.apps.organisations.actors import Actor


P = ParamSpec("P")


class OfficerRequest(HttpRequest):
    """A request whose sender holds a position today."""

    actor: Actor
    htmx: HtmxDetails


def for_officers(
    view: Callable[Concatenate[OfficerRequest, P], HttpResponse],
) -> Callable[Concatenate[OfficerRequest, P], HttpResponse]:
    """Show a page to officers only; an account without a position is told whom to ask."""

    @wraps(view)
    def guarded(request: OfficerRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.actor:
            return render(request, "errors/no_position.html", status=403)
        return view(request, *args, **kwargs)

    return guarded
