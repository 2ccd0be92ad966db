"""What the officer of the token sees: the same rows as on the pages, from the same queries."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from ninja import Router

from thammuu.api.v1 import shapes
from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.lists import finding
from thammuu.apps.dossiers.queries import BoardFilter
from thammuu.apps.files.serving import attachment

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpResponse

    from thammuu.apps.dossiers.rows import Board, DossierView, StepView
    from thammuu.apps.dossiers.rows import WorkSection as Section

router = Router(tags=["Đọc"])


@router.get("/dossiers", response=shapes.Dossiers, summary="Danh sách hồ sơ, hồ sơ cần xử lý trước đứng đầu")
def dossiers(
    request: Any,
    words: str = "",
    unit: UUID | None = None,
    light: str = "",
    state: str = "open",
    page: int = 1,
) -> Board:
    """One page of the dossiers that the officer sees."""
    asked = BoardFilter(words=words, unit=unit, light=light, state=state)
    return queries.board(request.auth, asked, page=page)


@router.get("/dossiers/{uuid:dossier}", response=shapes.Dossier, summary="Một hồ sơ với các bước")
def dossier(request: Any, dossier: UUID) -> DossierView:
    """The dossier whole."""
    return queries.dossier_view(request.auth, dossier)


@router.get("/steps/{uuid:step}", response=shapes.StepOfDossier, summary="Một bước")
def step(request: Any, step: UUID) -> StepView:
    """The step as it stands today."""
    return queries.step_view(request.auth, step)


@router.get("/work", response=list[shapes.WorkSection], summary="Việc của tôi")
def work(request: Any) -> tuple[Section, ...]:
    """What waits for the officer of the token."""
    return queries.my_work(request.auth)


@router.get("/search", response=shapes.FoundPage, summary="Tìm kiếm không cần dấu")
def search(request: Any, q: str, kind: str = "", page: int = 1) -> finding.FoundPage:
    """Dossiers, steps and documents by their words."""
    return finding.found(request.auth, q, kind=kind, page=page)


@router.get(
    "/files/{uuid:file}", summary="Tải tệp", openapi_extra={"responses": {200: {"description": "Tệp"}}}
)
def file(request: Any, file: UUID) -> HttpResponse:
    """The bytes of a plan or of the evidence of a step."""
    return attachment(queries.file_to_serve(request.auth, file))
