"""Reads of the journal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from thammuu.apps.journal.models import Event, Head
from thammuu.apps.journal.verifier import Link, Verdict, verify


def links() -> Iterator[Link]:
    """Every event in order, as the verifier wants it; memory stays flat."""
    for row in (
        Event.objects.order_by("seq").values("seq", "previous", "hash", "body").iterator(chunk_size=2000)
    ):
        yield Link(**row)


def verdict() -> Verdict:
    """Whether the chain holds and ends where the head row says."""
    found = verify(links())
    if found.broken_at is None and (seq := _mislabelled()) is not None:
        return Verdict(seq - 1, found.head, seq, "các cột để tra cứu không khớp nội dung")
    head = Head.objects.filter(pk=1).first()
    if found.broken_at is None and head and (head.seq, head.hash) != (found.events, found.head):
        return Verdict(
            found.events, found.head, found.events + 1, "đầu nhật ký không khớp: các sự kiện cuối bị cắt"
        )
    return found


def _mislabelled() -> int | None:
    """The first event whose columns for searching say something else than the body that was hashed."""
    events = Event.objects.order_by("seq").iterator(chunk_size=2000)
    return next((event.seq for event in events if not _agrees(event, json.loads(event.body))), None)


def _agrees(event: Event, body: dict[str, Any]) -> bool:
    names = [(event.actor, "actor"), (event.agency, "agency"), (event.subject, "subject")]
    return (
        event.act == body["act"]
        and event.at == datetime.fromisoformat(body["at"])
        and all((str(column) if column else None) == body[name] for column, name in names)
    )
