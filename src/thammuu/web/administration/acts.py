"""One page for every act of administration: a form, sent, carried out, told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thammuu.web.components.once import OnceForm
from thammuu.web.officers import OfficerRequest
from thammuu.web.refusals import told_on


@dataclass(frozen=True, slots=True)
class Act:
    """What the page says: its title, the button, what is told when it is done, and where one comes from."""

    title: str
    press: str
    done: str
    back: str
    """Address to which the page returns."""
    up: str
    """Name of that place in the trail."""
    lead: str = ""
    """What the act does, where the title does not say all."""
    grave: bool = False
    """The button takes something away."""


def act_page(
    request: OfficerRequest, form: OnceForm, act: Act, carry_out: Callable[[], UUID]
) -> HttpResponse:
    """Show the form; when it is sent and right, carry the act out once and go back."""
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            carry_out()
            messages.success(request, act.done)
            return redirect(act.back)
    page = {"form": form, "act": act}
    return render(request, "administration/act.html", page, status=422 if form.is_bound else 200)
