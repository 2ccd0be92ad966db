"""Sessions of officers: how long they last, which are open, how they end (OWASP ASVS 5.0, 7.3–7.4).

Time here is the machine's own: a simulated date of a training must neither end a session nor keep one open.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.utils import timezone

from thammuu.apps.accounts.commands import EndSessions
from thammuu.apps.accounts.models import Session
from thammuu.apps.accounts.rows import OpenSession
from thammuu.apps.accounts.store import DESK
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor

_GRAIN = timedelta(minutes=1)
"""How exactly it is kept when someone was last there; a row is not written at every click."""


def begin(session: SessionBase, *, address: str, agent: str) -> None:
    """The session is somebody's from now on."""
    now = timezone.now().isoformat()
    session[DESK] = {
        "uuid": str(uuid4()),
        "address": address[:45],
        "agent": agent[:300],
        "began_at": now,
        "seen_at": now,
    }


def see(session: SessionBase) -> None:
    """Its officer did something.

    Kept at once where nothing else of the session changed, and for a page that is only read it does not matter when it
    cannot be kept: on a full disk everything stays readable.
    """
    now = timezone.now()
    if now - _at(session, "seen_at") < _GRAIN:
        return
    changed = session.modified
    session[DESK] = session[DESK] | {"seen_at": now.isoformat()}
    if not changed:
        session.modified = False
        with suppress(UpdateError):
            session.save()


def begun(session: SessionBase) -> bool:
    """Whether `begin` was called for it."""
    return DESK in session


def idle_end(session: SessionBase) -> datetime:
    """When it ends unless something is done."""
    return _at(session, "seen_at") + timedelta(seconds=settings.THAMMUU_IDLE_SECONDS)


def latest_end(session: SessionBase, proved_at: datetime | None = None) -> datetime:
    """When it ends whatever is done; counted from when its officer last proved who it is, by password or code."""
    return (proved_at or _at(session, "began_at")) + timedelta(seconds=settings.SESSION_COOKIE_AGE)


def ahead_of_clock(session: SessionBase) -> bool:
    """Whether it began or was used later than now: the clock was put back, and its ends would be that much later."""
    latest = max(_at(session, "began_at"), _at(session, "seen_at"))
    return latest - timezone.now() > _GRAIN


def open_sessions(account_id: int, current: str | None) -> tuple[OpenSession, ...]:
    """The account's sessions that still work, the one last used first; `current` is the key of the one that asks."""
    now = timezone.now()
    rows = Session.objects.filter(
        account_id=account_id,
        expire_date__gt=now,
        seen_at__gt=now - timedelta(seconds=settings.THAMMUU_IDLE_SECONDS),
    )
    return tuple(
        OpenSession(row.uuid, row.address, row.agent, row.began_at, row.seen_at, row.session_key == current)
        for row in rows.order_by("-seen_at")
    )


def end_sessions(actor: Actor, command: EndSessions, *, key: UUID) -> UUID:
    """End the own sessions that the command names; those of others are not touched. The officer's uuid."""

    def act() -> UUID:
        mine = Session.objects.filter(account__officer=actor.id).exclude(session_key=command.keep)
        ended, _ = (mine.filter(uuid=command.session) if command.session else mine).delete()
        record(
            "account.sessions_ended",
            subject=actor.uuid,
            at=clock.now(),
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data={"sessions": ended},
        )
        return actor.uuid

    return once(actor.uuid, key, "account.sessions_ended", command, act)


def end_all(officer: UUID, *, keep: str = "") -> int:
    """Sign the officer out everywhere, `keep` (a key) excepted: the account was switched off, the password changed.

    How many ended. Call it in the transaction of the act that makes it necessary, which leaves the event.
    """
    ended, _ = Session.objects.filter(account__officer__uuid=officer).exclude(session_key=keep).delete()
    return ended


def _at(session: SessionBase, name: str) -> datetime:
    return datetime.fromisoformat(session[DESK][name])
