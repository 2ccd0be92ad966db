"""Pages of one dossier: see it, record what was done, settle a doubt."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.rows import StepView
from thammuu.apps.files.serving import attachment
from thammuu.apps.organisations import clock
from thammuu.web.dossiers.forms import DoubtForm, FinishForm, StartForm
from thammuu.web.dossiers.timetable import chart_of, next_step
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on


@require_GET
@for_officers
def detail(request: OfficerRequest, dossier: UUID) -> HttpResponse:
    """Hồ sơ: facts, doubts, timetable, steps."""
    view = queries.dossier_view(request.actor, dossier)
    page = {"dossier": view, "chart": chart_of(view), "next": next_step(view)}
    page["open_doubts"] = [doubt for doubt in view.doubts if doubt.state == "open"]
    page["settled_doubts"] = [doubt for doubt in view.doubts if doubt.state != "open"]
    return render(request, "dossiers/detail.html", page)


@require_http_methods(["GET", "POST"])
@for_officers
def start_step(request: OfficerRequest, step: UUID) -> HttpResponse:
    """Record that a step was started."""
    view = queries.step_to_record(request.actor, step)
    form = StartForm(request.POST or None, initial=_today_by_me(request, view))
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            services.start_step(request.actor, form.command(view.step), key=form.sent_key)
            return _back_to_step(request, view, "Đã ghi nhận bắt đầu bước")
    return render(request, "dossiers/start.html", _page("start", view, form), status=_status(form))


@require_http_methods(["GET", "POST"])
@for_officers
def finish_step(request: OfficerRequest, step: UUID) -> HttpResponse:
    """Record that a step was finished, with its evidence."""
    view = queries.step_to_record(request.actor, step)
    form = FinishForm(request.POST or None, request.FILES or None, initial=_today_by_me(request, view))
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            services.finish_step(request.actor, form.command(view.step), key=form.sent_key)
            return _back_to_step(request, view, "Đã ghi nhận hoàn thành bước")
    return render(request, "dossiers/finish.html", _page("finish", view, form), status=_status(form))


@require_http_methods(["GET", "POST"])
@for_officers
def decide_doubt(request: OfficerRequest, dossier: UUID, doubt: UUID) -> HttpResponse:
    """Confirm or dismiss a doubt, with the reason."""
    view = queries.doubt_to_decide(request.actor, doubt)
    if view.dossier_uuid != dossier:
        raise Http404
    form = DoubtForm(request.POST or None, initial={"version": view.doubt.version})
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            services.decide_doubt(request.actor, form.command(view.doubt), key=form.sent_key)
            messages.success(request, "Đã ghi kết luận về điểm cần xem lại.")
            return redirect(f"{reverse('dossiers:detail', args=[dossier])}#diem-can-xem")
    page = {"view": view, "doubt": view.doubt, "form": form}
    return render(request, "dossiers/doubt.html", page, status=_status(form))


@require_GET
@for_officers
def evidence(request: OfficerRequest, file: UUID) -> HttpResponse:
    """Download a file of a dossier: the plan, or the evidence of a step."""
    return attachment(queries.file_to_serve(request.actor, file))


def _today_by_me(request: OfficerRequest, view: StepView) -> dict[str, object]:
    return {"version": view.step.version, "done_on": clock.today(), "done_by": request.actor.name}


def _page(act: str, view: StepView, form: StartForm | FinishForm) -> dict[str, object]:
    return {"act": act, "view": view, "form": form}


def _status(form: StartForm | FinishForm | DoubtForm) -> int:
    return 422 if form.is_bound else 200


def _back_to_step(request: OfficerRequest, view: StepView, words: str) -> HttpResponse:
    messages.success(request, f"{words} {view.step.where}.")
    return redirect(f"{reverse('dossiers:detail', args=[view.dossier_uuid])}#buoc-{view.step.number}")
