"""The comparisons of an agency, one of them, and the one view behind every form that changes them."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.coverage import queries
from thammuu.apps.coverage.sheets import comparison_workbook
from thammuu.apps.files.serving import attachment
from thammuu.apps.organisations import clock
from thammuu.web.comparison.acts import ADD, ADD_KEPT, BEGIN, TAKE_OUT
from thammuu.web.components.acts import Act, act_page, sent
from thammuu.web.components.downloads import WORKBOOK, download
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.officers import OfficerRequest, for_officers


@require_GET
@for_officers
def comparisons(request: OfficerRequest) -> HttpResponse:
    """So sánh kế hoạch các tỉnh."""
    shown = queries.comparisons(request.actor, page_asked(request.GET))
    page = {
        "rows": shown.rows,
        "pager": pager(request, shown.number, shown.pages),
        "may_compare": queries.may_compare(request.actor),
        "begin": BEGIN,
    }
    return render(request, "comparison/list.html", page)


@require_GET
@for_officers
def detail(request: OfficerRequest, comparison: UUID) -> HttpResponse:
    """Targets in one table, then part by part."""
    page = {
        "view": queries.comparison(request.actor, comparison),
        "may_compare": queries.may_compare(request.actor),
        "doors": (ADD, ADD_KEPT),
        "take_out": TAKE_OUT,
    }
    return render(request, "comparison/detail.html", page)


@require_GET
@for_officers
def workbook(request: OfficerRequest, comparison: UUID) -> HttpResponse:
    """The same as .xlsx."""
    data = comparison_workbook(request.actor, comparison)
    return download(data, WORKBOOK, f"so-sanh-ke-hoach-{clock.today():%Y-%m-%d}.xlsx")


@require_GET
@for_officers
def file(request: OfficerRequest, file: UUID) -> HttpResponse:
    """Download the file of a plan."""
    return attachment(queries.file_to_serve(request.actor, file))


def page_of(act: Act) -> Callable[..., HttpResponse]:
    """The page of an act; afterwards one is at the comparison."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, uuid: UUID | None = None) -> HttpResponse:
        subject = act.find(request.actor, uuid)
        row, plan = subject if isinstance(subject, tuple) else (subject, "")
        form = act.form(*sent(request), actor=request.actor, uuid=uuid, subject=row)
        back = _address(row.uuid) if row else reverse("comparison:list")
        about = {"row": row, "plan": plan}
        return act_page(request, act, form, "comparison/act.html", about, back, then=_address)

    return page


def _address(comparison: UUID) -> str:
    return reverse("comparison:detail", args=[comparison])
