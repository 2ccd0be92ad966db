"""Work of the dossiers that runs by the clock."""

from __future__ import annotations

from datetime import date, timedelta

from thammuu.apps.dossiers.outgoing.reminders import remind
from thammuu.apps.jobs.registry import Progress, job
from thammuu.apps.jobs.services import enqueue
from thammuu.apps.organisations import clock

REMIND_DAY = "dossiers.remind_day"


@job("dossiers.remind", attempts=1, every=timedelta(hours=1))
def remind_today(_: Progress) -> None:
    """See to it that the day people live in, which a simulation may move, gets its reminders once."""
    today = clock.today().isoformat()
    enqueue(REMIND_DAY, today, {"day": today})


@job(REMIND_DAY)
def remind_day(_: Progress, day: str) -> dict[str, int]:
    """Tell the reminders of the day; one that is over is not made up for."""
    today = date.fromisoformat(day)
    return {"steps": remind(today) if today == clock.today() else 0}
