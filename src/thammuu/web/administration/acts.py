"""The acts of administration: where each stands, and the one page that draws them all.

To add one: a form that builds the command of its service, and a row in the table `ACTS` of its register.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from thammuu.web.components.acts import Act, Words, act_page, sent
from thammuu.web.officers import OfficerRequest, for_officers


@dataclass(frozen=True, slots=True)
class Place:
    """A page of administration: the name of its address, its words in the trail, the row that it shows."""

    name: str
    words: Words
    uuid: UUID | None = None

    @property
    def address(self) -> str:
        """Where it is."""
        return reverse(f"administration:{self.name}", args=[self.uuid] if self.uuid else [])


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAct(Act):
    """An act on a register or on a row of it; its `slug` is the whole address."""

    up: Callable[[Any], Place]
    """The page it stands below and returns to, given what it is about."""
    about: Callable[[Any], Words] | None = None
    """What it is about in a line, where the page above does not say it."""


def page_of(act: RegisterAct) -> Callable[..., HttpResponse]:
    """The page of an act."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, **named: UUID) -> HttpResponse:
        uuid = next(iter(named.values()), None)
        subject = act.find(request.actor, *named.values())
        form = act.form(*sent(request), actor=request.actor, uuid=uuid, subject=subject, asked=request.GET)
        up = act.up(subject)
        lead = act.about(subject) if act.about else act.hint
        return act_page(request, act, form, "administration/act.html", {"up": up, "lead": lead}, up.address)

    return page
