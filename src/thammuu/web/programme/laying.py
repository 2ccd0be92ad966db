"""Lập hồ sơ từ nhiệm vụ: the timetable laid backwards to look at and adjust, the plan drafted from it, the dossier."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.programme import plans, queries, services
from thammuu.apps.programme.commands import LayOut
from thammuu.apps.programme.rows import ItemView
from thammuu.apps.programme.timetables import Laid, LaidStep, first_day_offered, lay_out, template_needs
from thammuu.web.components.downloads import WORD, download
from thammuu.web.components.gantt import Chart, Task, TaskState, draw
from thammuu.web.dossiers.timetable import days_off
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.programme.forms.laying import BUILT_IN, LayForm, OpenForm, carried
from thammuu.web.refusals import told_on
from thammuu_core.rendering import to_docx

_AROUND = timedelta(days=62)


@require_http_methods(["GET", "POST"])
@for_officers
def lay(request: OfficerRequest, assignment: UUID) -> HttpResponse:
    """GET lays the assignment out as the address says; POST makes the dossier of what was looked at."""
    view = queries.assignment_to_open(request.actor, assignment)
    not_now = "open" not in view.acts
    sent = request.POST if request.method == "POST" else request.GET
    form = LayForm(_asked(sent, view))
    form.offer(queries.template_rows(request.actor))
    press = OpenForm(*((request.POST,) if request.method == "POST" else ()), initial=_proposed(view))
    layout = form.layout_asked(sent) if form.is_valid() else None
    if press.is_bound and press.is_valid() and layout:
        with told_on(press):
            dossier = services.open_from_assignment(
                request.actor, press.command(view, layout), key=press.sent_key
            )
            messages.success(
                request, _("Đã lập hồ sơ từ nhiệm vụ. Bản dự thảo kế hoạch của đơn vị ở trang nhiệm vụ.")
            )
            return redirect("dossiers:detail", dossier)
    page = {"view": view, "form": form, "press": press, "not_now": not_now}
    if not not_now:
        page |= _timetable(request.actor, form, layout)
    return render(request, "programme/lay.html", page, status=422 if press.is_bound else 200)


@require_GET
@for_officers
def draft(request: OfficerRequest, assignment: UUID) -> HttpResponse:
    """The unit's own plan as a Word file: of the timetable in the address, else of the one its dossier was made by."""
    if "template" in request.GET:
        form = LayForm(request.GET)
        form.offer(queries.template_rows(request.actor))
        if not form.is_valid():
            return redirect("programme:lay", assignment)
        plan = plans.previewed(request.actor, assignment, form.layout_asked(request.GET))
    else:
        plan = plans.drafted(request.actor, assignment)
    return download(to_docx(plan.document), WORD, plan.name)


def _asked(sent: dict[str, str], view: ItemView) -> dict[str, str]:
    """What the address says, with what is proposed in the place of what it leaves out."""
    due = view.row.due_on
    usual = {
        "template": BUILT_IN,
        "first_day": f"{first_day_offered():%d/%m/%Y}",
        "due_on": f"{due:%d/%m/%Y}" if due else "",
    }
    return {name: sent.get(name, value) for name, value in usual.items()}


def _proposed(view: ItemView) -> dict[str, object]:
    return {"title": view.row.text, "version": view.version}


def _timetable(actor: Actor, form: LayForm, layout: LayOut | None) -> dict[str, object]:
    """The timetable and its chart; where it cannot be, why, and what every step needs."""
    if layout is None:
        return {}
    laid: Laid | None = None
    with told_on(form):
        laid = lay_out(actor, layout)
    fields = carried(layout, laid)
    if laid is None:
        return {"needs": template_needs(actor, layout.template), "fields": fields}
    return {
        "laid": laid,
        "chart": _chart(laid),
        "fields": fields,
        "query": urlencode(fields),
        "slack": min((step.slack for step in laid.steps if step.slack is not None), default=None),
        "working": sum(step.days for step in laid.steps if step.last_day),
    }


def _chart(laid: Laid) -> Chart:
    first, last = laid.first_day - _AROUND, laid.due_on + _AROUND
    return draw([_task(step) for step in laid.steps], clock.today(), days_off(first, last))


def _task(step: LaidStep) -> Task:
    words = _("%(days)d ngày làm việc") % {"days": step.days}
    return Task(
        id=step.id,
        label=step.id,
        text=step.title,
        words=step.condition or words,
        state=TaskState.PLANNED,
        start=step.first_day,
        due_on=step.last_day,
        after=step.after,
        note=words if step.last_day else "",
    )
