"""Workbooks."""

from __future__ import annotations

from uuid import UUID

from web.matrix.row import READERS, Row, Scene, answers, everyone


def _dossier(scene: Scene) -> dict[str, UUID]:
    return {"dossier": scene.dossier.uuid}


ROWS = (
    Row("exports:board", "GET", everyone(200)),
    Row("exports:dossier", "GET", answers(200, READERS), _dossier),
)
