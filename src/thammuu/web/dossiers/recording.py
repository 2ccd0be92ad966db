"""The pages on which acts are recorded: one view for every act on a step, one for every act on a dossier."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thammuu.apps.dossiers import queries, services
from thammuu.web.components.acts import Act, act_page, sent
from thammuu.web.dossiers.acts import DECIDE, correction
from thammuu.web.dossiers.forms.contents import CORRECTIONS, ConfirmForm
from thammuu.web.officers import OfficerRequest, for_officers

View = Callable[..., HttpResponse]


def step_act(act: Act) -> View:
    """The page of an act on a step."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def record(request: OfficerRequest, step: UUID) -> HttpResponse:
        return _step_page(request, act, act.find(request.actor, step))

    return record


def dossier_act(act: Act) -> View:
    """The page of an act on a whole dossier."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def record(request: OfficerRequest, dossier: UUID) -> HttpResponse:
        view = act.find(request.actor, dossier)
        form = act.form(*sent(request), actor=request.actor, dossier=view)
        back = reverse("dossiers:detail", args=[dossier])
        return act_page(request, act, form, "dossiers/dossier_act.html", {"dossier": view}, back)

    return record


@require_http_methods(["GET", "POST"])
@for_officers
def correct_step(request: OfficerRequest, step: UUID, field: str) -> HttpResponse:
    """Put one field of a step right."""
    if field not in CORRECTIONS:
        raise Http404
    act = correction(field)
    return _step_page(request, act, act.find(request.actor, step))


@require_http_methods(["GET", "POST"])
@for_officers
def decide_more_time(request: OfficerRequest, extension: UUID) -> HttpResponse:
    """Say yes or no to a request for more time."""
    view = DECIDE.find(request.actor, extension)
    return _step_page(request, DECIDE, view, extension=view.extension)


@require_http_methods(["GET", "POST"])
@for_officers
def confirm_step(request: OfficerRequest, step: UUID) -> HttpResponse:
    """What the machine read of these fields is right: one press."""
    view = queries.step_to_correct(request.actor, step)
    if request.method == "GET":  # Back from the door after a session ended: the press is to be made again.
        return redirect(_place(view))
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return render(request, "dossiers/act.html", {"view": view, "form": form}, status=422)
    services.confirm_step(request.actor, form.command(view.step), key=form.sent_key)
    messages.success(request, _("Đã xác nhận bước %(where)s.") % {"where": view.step.where})
    return redirect(_place(view))


def _step_page(request: OfficerRequest, act: Act, view: object, **about: object) -> HttpResponse:
    form = act.form(*sent(request), actor=request.actor, step=view.step, **about)
    told = f"{act.told} {view.step.where}."
    return act_page(request, act, form, "dossiers/act.html", {"view": view, **about}, _place(view), told)


def _place(view: object) -> str:
    return f"{reverse('dossiers:detail', args=[view.dossier_uuid])}#buoc-{view.step.number}"
