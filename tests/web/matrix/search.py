"""Tìm kiếm, bộ lọc đã lưu."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.search.services import save_filter
from web.matrix.row import Row, Scene, everyone


def _filter(scene: Scene) -> dict[str, UUID]:
    return {"filter": save_filter(scene.actor.id, "progress", "Quá hạn", "light=red")}


ROWS = (
    Row("search:find", "GET", everyone(200)),
    Row("search:save_filter", "GET", everyone(200)),
    Row("search:save_filter", "POST", everyone(302), data=lambda _: {"name": "Quá hạn"}),
    # Personal: whoever sends it lets go of an own filter or of none, and learns nothing of others'.
    Row("search:drop_filter", "GET", everyone(405), _filter, shared=True),
    Row("search:drop_filter", "POST", everyone(302), _filter, shared=True),
)
