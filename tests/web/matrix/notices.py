"""Thông báo, and the calendar feed."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from thammuu.apps.notifications.commands import Telling
from thammuu.apps.notifications.models import Kind, Notice
from thammuu.apps.notifications.services import tell
from web.matrix.row import Row, Scene, everyone


def _told(scene: Scene) -> UUID:
    """A notice to the scene's drafter."""
    actor = scene.actor
    telling = Telling(
        actor.id, actor.agency_id, Kind.CHANGED, actor.uuid, "Có việc mới", "/theo-doi/", "matrix"
    )
    tell(telling)
    return Notice.objects.get(officer_id=actor.id, occasion="matrix").uuid


def _read(scene: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "notices": str(_told(scene))}


def _wishes(_: Scene) -> dict[str, Any]:
    chosen = {"by_mail": ["changed"], "days_before": ["3"], "bundled": "daily", "quiet_days_off": "on"}
    return {"key": uuid4(), "version": 0, "bundle_at": "07:30", **chosen}


ROWS = (
    Row("notices:list", "GET", everyone(200)),
    Row("notices:read", "GET", everyone(405)),
    # A notice is one person's: to everyone else it does not exist.
    Row("notices:read", "POST", everyone(404) | {"drafter": 302}, None, _read, typed="notices"),
    Row("notices:preference", "GET", everyone(200)),
    Row("notices:preference", "POST", everyone(302), None, _wishes, typed="bundle_at"),
    # Opened by a secret, not by a session; whoever has a wrong one finds nothing.
    Row("notices:calendar", "GET", everyone(404), lambda _: {"secret": "khong-phai-ma"}, anonymous=404),
)
