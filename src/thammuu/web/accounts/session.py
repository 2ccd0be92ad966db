"""When the session of the one who is signed in ends, so that they can be warned while there is time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


@dataclass(frozen=True, slots=True)
class SessionEnd:
    """The moment, and the seconds until then: the clock of the browser may be wrong."""

    at: datetime
    seconds: int


def session_end(request: HttpRequest) -> SessionEnd | None:
    """At the earliest so long after the last password; None where nobody signed in with one."""
    records = get_authentication_records(request, request.user)
    if not records:
        return None
    began = datetime.fromtimestamp(records[-1]["at"], UTC)
    at = began + timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return SessionEnd(at, int((at - timezone.now()).total_seconds()))
