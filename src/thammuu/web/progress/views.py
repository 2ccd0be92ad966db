"""Theo dõi tiến độ: which dossier needs someone today, and why."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from thammuu.apps.dossiers import queries
from thammuu.apps.search.queries import saved_filters
from thammuu.web.components.lists import Column, Table
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.progress.forms import BoardForm

TABLE = Table(
    _("Hồ sơ đang theo dõi, hồ sơ cần xử lý trước đứng đầu"),
    (
        Column(_("Tiến độ"), "light"),
        Column(_("Hồ sơ")),
        Column(_("Bước tiếp theo"), "next"),
        Column(_("Đang ở"), "holder"),
        Column(_("Thời hạn"), "date"),
    ),
    row="progress/row.html",
)


@require_GET
@for_officers
def dossiers(request: OfficerRequest) -> HttpResponse:
    """One page of the list, or only its part that a filter changes when htmx asks for it."""
    form = BoardForm(request.GET)
    board = queries.board(request.actor, form.asked(), page=page_asked(request.GET))
    form.offer(board.units)
    page = {
        "form": form,
        "board": board,
        "table": TABLE,
        "asked": form.in_words(),
        "pager": pager(request, board.page, board.pages),
        "query": request.GET.urlencode(),
        "saved": saved_filters(request.actor.id, "progress"),
    }
    return render(request, "progress/list.html#dossiers" if request.htmx else "progress/list.html", page)
