"""The frame of every act on the registers: once for a key, the journal event last; and compare-and-swap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import F, Model, QuerySet

from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import StaleEdit


def carry_out(
    actor: Actor, act: str, command: object, key: UUID, do: Callable[[], UUID], *, told: object = None
) -> UUID:
    """Run `do`, which changes rows and names its subject, once for the key, and record it.

    `told` goes into the journal in place of the command: nothing that must be forgotten some day (telephone numbers,
    addresses) may stand in a chain that cannot forget.
    """

    def recorded() -> UUID:
        subject = do()
        data = command if told is None else told
        record(act, subject=subject, at=clock.now(), actor=actor.uuid, agency=actor.agency_uuid, data=data)
        return subject

    return once(actor.uuid, key, act, command, recorded)


def swap(row: Model, version: int, *, yours: str, shown: Callable[[], str], **changes: Any) -> None:
    """Change the row if it stands at `version`, else raise StaleEdit with both texts; `shown` says the row anew."""
    rows: QuerySet = type(row).objects  # type: ignore[attr-defined]
    if not rows.filter(pk=row.pk, version=version).update(version=F("version") + 1, **changes):
        row.refresh_from_db()
        raise StaleEdit(yours=yours, current=shown())
