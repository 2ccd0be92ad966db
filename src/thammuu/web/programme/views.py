"""The list of assignments, one of them, and the files behind them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from thammuu.apps.files.serving import attachment
from thammuu.apps.organisations.choosing import unit_choices
from thammuu.apps.programme import queries
from thammuu.web.components.lists import Column, Table
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.programme.acts import ACTS
from thammuu.web.programme.forms.lists import ItemFilterForm

TABLE = Table(
    _("Nhiệm vụ được giao, việc đến hạn trước đứng đầu"),
    (
        Column(_("Trạng thái"), "state"),
        Column(_("Nhiệm vụ")),
        Column(_("Chủ trì"), "lead"),
        Column(_("Cấp trình"), "to"),
        Column(_("Hạn trình"), "date"),
    ),
    row="programme/row.html",
)


@require_GET
@for_officers
def assignments(request: OfficerRequest) -> HttpResponse:
    """Chương trình công tác: one page of the list, or only its part that a filter changes when htmx asks for it."""
    form = ItemFilterForm(request.GET)
    form.offer(
        unit_choices(request.actor),
        queries.programme_choices(request.actor),
        queries.months(request.actor),
    )
    asked = form.asked()
    found = queries.assignment_page(request.actor, asked, page_asked(request.GET))
    page = {
        "form": form,
        "found": found,
        "table": TABLE,
        "filtered": asked != queries.ItemFilter(),
        "pager": pager(request, found.page, found.pages),
    }
    return render(request, "programme/list.html#items" if request.htmx else "programme/list.html", page)


@require_GET
@for_officers
def item(request: OfficerRequest, assignment: UUID) -> HttpResponse:
    """One assignment: what it says, whose it is, what leaders wrote, what was changed, and what can be done."""
    view = queries.assignment_view(request.actor, assignment)
    page = {"view": view, "acts": [act for act in ACTS if act.key in view.acts]}
    return render(request, "programme/item.html", page)


@require_GET
@for_officers
def file(request: OfficerRequest, file: UUID) -> HttpResponse:
    """Download a file of the programme."""
    return attachment(queries.file_to_serve(request.actor, file))
