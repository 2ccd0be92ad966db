"""Pages of one dossier: see it, settle a doubt, fetch a file."""

from __future__ import annotations

from itertools import chain
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.dossiers import queries, services
from thammuu.apps.files.serving import attachment
from thammuu.apps.programme.queries import of_dossier
from thammuu.web.dossiers.forms.dossiers import DoubtForm
from thammuu.web.dossiers.showing import page_of
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on


@require_GET
@for_officers
def detail(request: OfficerRequest, dossier: UUID) -> HttpResponse:
    """Hồ sơ: where it is and who has it, doubts, timetable, steps; what `?buoc=3` names is shown whole."""
    view = queries.dossier_view(request.actor, dossier)
    page = page_of(view, request.GET)
    if not request.htmx:
        page["assignment"] = of_dossier(request.actor, dossier)
        return render(request, "dossiers/detail.html", page)
    for line in chain.from_iterable(group.lines for group in page["groups"]):
        if request.htmx.target == f"buoc-{line.number}":
            return render(request, "dossiers/step.html", {**page, "line": line, "step": line.step})
    return render(request, "dossiers/detail.html#timetable", page)


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
            messages.success(request, _("Đã ghi kết luận về điểm cần xem lại."))
            return redirect(f"{reverse('dossiers:detail', args=[dossier])}#diem-can-xem")
    page = {"view": view, "doubt": view.doubt, "form": form}
    return render(request, "dossiers/doubt.html", page, status=422 if form.is_bound else 200)


@require_GET
@for_officers
def evidence(request: OfficerRequest, file: UUID) -> HttpResponse:
    """Download a file of a dossier: the plan, or the evidence of a step."""
    return attachment(queries.file_to_serve(request.actor, file))
