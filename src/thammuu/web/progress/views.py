"""Theo dõi tiến độ: which dossier needs someone today, and why."""

from __future__ import annotations

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from thammuu.apps.dossiers import queries
from thammuu.web.components.states import LIGHT_WORDS
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.progress.forms import FilterForm


@require_GET
@for_officers
def dossiers(request: OfficerRequest) -> HttpResponse:
    """The list, or only its part that a filter changes when htmx asks for it."""
    rows = queries.dossier_list(request.actor)
    form = FilterForm(request.GET, rows)
    shown = form.narrow(rows)
    counted = Counter(row.light for row in shown)
    tally = [(light, counted[light]) for light in LIGHT_WORDS if counted[light]]
    template = "progress/list.html#dossiers" if request.htmx else "progress/list.html"
    return render(request, template, {"form": form, "dossiers": shown, "tally": tally, "total": len(rows)})
