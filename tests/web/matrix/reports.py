"""Reports: who sees a dossier sees its page; who sees contents sees the week."""

from __future__ import annotations

from typing import Any

from web.matrix.row import READERS, Row, Scene, answers, everyone


def _dossier(scene: Scene) -> dict[str, Any]:
    return {"dossier": scene.dossier.uuid}


def _word(scene: Scene) -> dict[str, Any]:
    return {"dossier": scene.dossier.uuid, "form": "docx"}


ROWS = (
    Row("reports:state", "GET", answers(200, READERS), _dossier),
    Row("reports:state_file", "GET", answers(200, READERS), _word),
    Row("reports:weekly", "GET", answers(200, READERS, unseen=403)),
    # A form of file that there is not; the others are asked for in tests/web/test_reports.py.
    Row("reports:weekly_file", "GET", everyone(404), lambda _: {"form": "odt"}),
)
