"""Who sees what, as one value to compare: in this process, or printed by `python -m support.sights` in another."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from thammuu.apps.organisations.actors import Actor


def sights() -> dict[str, list[str]]:
    """The uuids of dossiers and documents that each account sees, and the hash of each file it may have."""
    from django.contrib.auth.models import User

    from support.cast import TODAY
    from thammuu.apps.organisations import clock
    from thammuu.apps.organisations.queries import actor_for

    with clock.at(TODAY):
        return {user.username: _seen_by(actor_for(user)) for user in User.objects.order_by("username")}


def _seen_by(actor: Actor | None) -> list[str]:
    from thammuu.apps.documents.policies import visible_documents
    from thammuu.apps.dossiers.policies import visible_dossiers

    if actor is None:
        return []
    documents = visible_documents(actor)
    found = [
        *visible_dossiers(actor).values_list("uuid", flat=True),
        *documents.values_list("uuid", flat=True),
    ]
    return sorted([*map(str, found), *documents.values_list("file__sha256", flat=True)])


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(json.dumps(sights()))
