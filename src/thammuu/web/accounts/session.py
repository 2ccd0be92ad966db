"""When the session of the one who is signed in ends, so that they can be warned while there is time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest
from django.utils import timezone

from thammuu.apps.accounts import sessions


@dataclass(frozen=True, slots=True)
class SessionEnd:
    """The moment, and the seconds until then: the clock of the browser may be wrong."""

    at: datetime
    seconds: int
    idle: bool
    """Any page that is opened puts it off; else only proving again who one is does."""


def session_end(request: HttpRequest) -> SessionEnd | None:
    """The earlier of the two ends, at once when the clock was put back behind it; None where nobody is signed in."""
    if not sessions.begun(request.session):
        return None
    idle, latest = (
        sessions.idle_end(request.session),
        sessions.latest_end(request.session, _proved_at(request)),
    )
    at = timezone.now() if sessions.ahead_of_clock(request.session) else min(idle, latest)
    return SessionEnd(at, int((at - timezone.now()).total_seconds()), idle < latest)


def place_of(request: HttpRequest) -> dict[str, str]:
    """From where a session is used, as `sessions.begin` takes it."""
    address = get_adapter(request).get_client_ip(request)
    return {"address": address, "agent": request.headers.get("User-Agent", "")}


def _proved_at(request: HttpRequest) -> datetime | None:
    records = get_authentication_records(request, request.user)
    return datetime.fromtimestamp(records[-1]["at"], UTC) if records else None
