"""Workbooks of the board and of a dossier, with exactly what the one who asks sees on the page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from thammuu.apps.dossiers.outgoing.sheets import board_workbook, dossier_workbook
from thammuu.apps.organisations import clock
from thammuu.web.components.downloads import WORKBOOK, download
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.progress.forms import BoardForm


@require_GET
@for_officers
def board(request: OfficerRequest) -> HttpResponse:
    """Theo dõi tiến độ by the filter of the address."""
    data = board_workbook(request.actor, BoardForm(request.GET).asked())
    return _workbook(data, "theo-doi-tien-do")


@require_GET
@for_officers
def dossier(request: OfficerRequest, dossier: UUID) -> HttpResponse:
    """One dossier."""
    return _workbook(dossier_workbook(request.actor, dossier), "ho-so")


def _workbook(data: bytes, name: str) -> HttpResponse:
    return download(data, WORKBOOK, f"{name}-{clock.today():%Y-%m-%d}.xlsx")
