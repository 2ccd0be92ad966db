"""The interface for programs: no session opens it; what tokens open is walked in `tests/api`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from web.matrix.row import Row, Scene, everyone

CLOSED = everyone(401)


def _dossier(scene: Scene) -> dict[str, UUID]:
    return {"dossier": scene.dossier.uuid}


def _step(scene: Scene) -> dict[str, UUID]:
    return {"step": scene.dossier.steps[0].uuid}


def _file(scene: Scene) -> dict[str, UUID]:
    assert scene.dossier.document
    return {"file": scene.dossier.document.file_uuid}


def closed(name: str, method: str, arguments: Callable[[Scene], dict[str, Any]] | None = None) -> Row:
    """An address that answers 401 to whoever brings no token, whatever is asked for."""
    return Row(f"api:{name}", method, CLOSED, arguments, anonymous=401, shared=True)


ROWS = (
    Row("api:api-root", "GET", everyone(302), anonymous=302),
    Row("api:openapi-json", "GET", everyone(200), anonymous=200),
    closed("dossiers", "GET"),
    closed("dossier", "GET", _dossier),
    closed("step", "GET", _step),
    closed("work", "GET"),
    closed("search", "GET"),
    closed("file", "GET", _file),
    *(closed(act, "POST", _step) for act in ("start", "finish", "hand_over", "skip", "reopen")),
)
