"""Việc của tôi: the page on which the day begins."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from thammuu.apps.dossiers import queries
from thammuu.apps.drafting.queries import drafts_waiting
from thammuu.apps.records.queries import contributions_waiting
from thammuu.web.officers import OfficerRequest, for_officers

FIRST = "decisions"
"""Others can do nothing until these are decided."""
WITH_OTHERS = ("waiting",)
"""Sections that wait for somebody else: they are read last and counted apart."""


@require_GET
@for_officers
def mine(request: OfficerRequest) -> HttpResponse:
    """What to do, by how urgent it is; then what others have."""
    sections = [section for section in queries.my_work(request.actor) if section.rows]
    own = [section for section in sections if section.key not in WITH_OTHERS]
    own.sort(key=lambda section: section.key != FIRST)
    others = [section for section in sections if section.key in WITH_OTHERS]
    asked = contributions_waiting(request.actor)
    page = {
        "sections": own,
        "others": others,
        "contributions": asked,
        "initials": drafts_waiting(request.actor),
    }
    return render(request, "work/mine.html", page)
