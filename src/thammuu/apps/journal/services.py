"""Adding an event to the chain."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from thammuu.apps.journal.canonical import canonical
from thammuu.apps.journal.models import Event, Head
from thammuu.apps.journal.verifier import GENESIS, link_hash


def record(
    act: str, *, subject: UUID, at: datetime, actor: UUID | None, agency: UUID | None, data: object = None
) -> int:
    """Add one event and return its number. Call it last inside the transaction of the act itself.

    `at` is the time of the clock people live by; the machine's own time is kept beside it in the body.
    """
    assert connection.in_atomic_block, "an event belongs to the transaction of its act"
    body = canonical(
        {
            "act": act,
            "subject": subject,
            "at": at,
            "machine_at": timezone.now(),
            "actor": actor,
            "agency": agency,
            "data": data,
        }
    )
    head = _locked_head()
    seq, previous = head.seq + 1, head.hash
    event = Event(
        seq=seq, at=at, actor=actor, agency=agency, act=act, subject=subject, body=body, previous=previous
    )
    event.hash = link_hash(previous, seq, body)
    event.save(force_insert=True)
    Head.objects.filter(pk=head.pk).update(seq=seq, hash=event.hash)
    return seq


def _locked_head() -> Head:
    """The head row, ours until the transaction ends; locking "the last event" instead fails under load."""
    with transaction.atomic():
        Head.objects.get_or_create(pk=1, defaults={"hash": GENESIS})
    return Head.objects.select_for_update().get(pk=1)
