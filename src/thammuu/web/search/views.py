"""Tìm kiếm: one box over everything that the one who asks may see."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from thammuu.apps.dossiers.lists.finding import found
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.search.forms import SearchForm


@require_GET
@for_officers
def find(request: OfficerRequest) -> HttpResponse:
    """The box and what was found, or only what was found when htmx asks for it."""
    form = SearchForm(request.GET)
    typed, kind = form.asked
    answer = found(request.actor, typed, kind=kind, page=page_asked(request.GET))
    page = {"form": form, "typed": typed, "found": answer, "pager": pager(request, answer.page, answer.pages)}
    return render(request, "search/find.html#found" if request.htmx else "search/find.html", page)
