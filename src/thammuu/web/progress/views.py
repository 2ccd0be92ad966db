"""Theo dõi tiến độ: which dossier needs someone today, and why."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from thammuu.apps.dossiers import queries
from thammuu.apps.search.queries import saved_filters
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.progress.forms import FilterForm


@require_GET
@for_officers
def dossiers(request: OfficerRequest) -> HttpResponse:
    """One page of the list, or only its part that a filter changes when htmx asks for it."""
    form = FilterForm(request.GET)
    board = queries.board(request.actor, form.asked(), page=page_asked(request.GET))
    form.offer(board.units)
    page = {
        "form": form,
        "board": board,
        "asked": form.in_words(),
        "pager": pager(request, board.page, board.pages),
        "query": request.GET.urlencode(),
        "saved": saved_filters(request.actor.id, "progress"),
    }
    return render(request, "progress/list.html#dossiers" if request.htmx else "progress/list.html", page)
