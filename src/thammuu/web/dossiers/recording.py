"""The pages on which acts are recorded: one view for every act on a step, one for every act on a dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thammuu.apps.dossiers import queries, services
from thammuu.web.dossiers.acts import DECIDE, Act, correction
from thammuu.web.dossiers.forms.contents import CORRECTIONS, ConfirmForm
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on

if TYPE_CHECKING:
    from thammuu.web.components.acts import ActForm

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
        form = act.form(*_sent(request), actor=request.actor, dossier=view)
        page = {"act": act, "dossier": view, "form": form}
        back = reverse("dossiers:detail", args=[dossier])
        return _carry_out(request, act, form, "dossiers/dossier_act.html", page, (str(act.told), back))

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
    form = act.form(*_sent(request), actor=request.actor, step=view.step, **about)
    page = {"act": act, "view": view, "form": form, **about}
    return _carry_out(
        request, act, form, "dossiers/act.html", page, (f"{act.told} {view.step.where}.", _place(view))
    )


def _carry_out(
    request: OfficerRequest,
    act: Act,
    form: ActForm,
    template: str,
    page: dict[str, object],
    after: tuple[str, str],
) -> HttpResponse:
    """Show the form; record what it says and go back; or show it again as it was filled in, with what is wrong."""
    if form.is_bound and form.is_valid():
        with told_on(form):
            act.record(request.actor, form.command(), key=form.sent_key)
            words, back = after
            messages.success(request, words)
            return redirect(back)
    return render(request, template, page, status=422 if form.is_bound else 200)


def _sent(request: OfficerRequest) -> tuple[object, object]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _place(view: object) -> str:
    return f"{reverse('dossiers:detail', args=[view.dossier_uuid])}#buoc-{view.step.number}"
