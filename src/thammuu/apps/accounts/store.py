"""The session engine: Django's own on the database, with the columns by which a person finds the own sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

DESK = "desk"
"""Under this key of its contents a session says who opened it, where, and when its officer was last there."""


class SessionStore(DatabaseStore):
    """Named by SESSION_ENGINE."""

    @classmethod
    def get_model_class(cls) -> type:
        """The table."""
        from thammuu.apps.accounts.models import Session  # Engines load before the apps.

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row as it is to be saved."""
        row = super().create_model_instance(data)
        row.account_id = data.get(SESSION_KEY)
        if desk := data.get(DESK):
            row.uuid, row.address, row.agent = desk["uuid"], desk["address"], desk["agent"]
            row.began_at = datetime.fromisoformat(desk["began_at"])
            row.seen_at = datetime.fromisoformat(desk["seen_at"])
        return row
