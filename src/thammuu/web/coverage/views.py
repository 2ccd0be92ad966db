"""The matrix of a draft, its workbook, and the two forms about it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.coverage import queries
from thammuu.apps.coverage.rows import STATES
from thammuu.apps.coverage.sheets import matrix_workbook
from thammuu.apps.organisations import clock
from thammuu.web.components.acts import act_page, sent
from thammuu.web.components.downloads import WORKBOOK, download
from thammuu.web.coverage.acts import ADD, ANSWER
from thammuu.web.officers import OfficerRequest, for_officers


@require_GET
@for_officers
def matrix(request: OfficerRequest, draft: UUID) -> HttpResponse:
    """The newest version against its mandates; of one state for `?trang-thai=missing`."""
    found = queries.matrix(request.actor, draft)
    state = request.GET.get("trang-thai", "")
    page = {"matrix": found, "state": state if state in STATES else "", "add": ADD, "answer": ANSWER}
    return render(request, "coverage/matrix.html", page)


@require_GET
@for_officers
def workbook(request: OfficerRequest, draft: UUID) -> HttpResponse:
    """The same as .xlsx."""
    data = matrix_workbook(request.actor, draft)
    return download(data, WORKBOOK, f"doi-chieu-van-ban-giao-{clock.today():%Y-%m-%d}.xlsx")


@require_http_methods(["GET", "POST"])
@for_officers
def answer(request: OfficerRequest, draft: UUID, item: UUID) -> HttpResponse:
    """Which provision answers a demand, or why none does."""
    subject = queries.demand_page(request.actor, draft, item)
    form = ANSWER.form(*sent(request), actor=request.actor, uuid=item, subject=subject)
    back = f"{reverse('coverage:matrix', args=[draft])}#giao-{item}"
    page = {"matrix": subject.matrix, "row": subject.row}
    return act_page(request, ANSWER, form, "coverage/act.html", page, back)


@require_http_methods(["GET", "POST"])
@for_officers
def add(request: OfficerRequest, draft: UUID) -> HttpResponse:
    """Hold the draft against one more document."""
    subject = queries.matrix_to_answer(request.actor, draft)
    form = ADD.form(*sent(request), actor=request.actor, uuid=draft, subject=subject)
    back = reverse("coverage:matrix", args=[draft])
    return act_page(request, ADD, form, "coverage/act.html", {"matrix": subject}, back)
