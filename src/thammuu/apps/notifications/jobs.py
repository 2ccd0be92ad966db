"""The round of the postman: every five minutes, on whichever machine takes the turn."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from thammuu.apps.jobs.registry import Progress, job
from thammuu.apps.notifications.delivery import send_due
from thammuu.apps.notifications.gathering import gather
from thammuu.apps.organisations import clock


@job("notifications.deliver", attempts=1, every=timedelta(minutes=5))
def deliver(_: Progress) -> dict[str, int]:
    """Make the mails that are due and send them; the next round tries again what this one could not."""
    if not settings.THAMMUU_MAIL:
        return {"made": 0, "taken": 0}
    return {"made": gather(clock.now()), "taken": send_due(clock.now())}
