"""From notices that wait to mails: one for each person and turn, when the person wishes it, and nothing old."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from thammuu.apps.notifications.models import Mail, Notice, Posting
from thammuu.apps.notifications.recipients import wishes_of
from thammuu.apps.notifications.wishes import Wishes, mail_moment

STALE = timedelta(hours=48)
"""So long after its moment a notice is not mailed any more: after an outage people read the page, not old mail."""
AHEAD = timedelta(days=1)
"""What was told further in the future than this was told by a clock that has since been put right."""
PEOPLE = 200
"""At most so many in one round; the next round goes on."""


def gather(now: datetime) -> int:
    """Enclose what is due in new mails; how many were made."""
    waiting = Notice.objects.filter(posting=Posting.WAITING).order_by("officer_id")
    officers = list(waiting.values_list("officer_id", flat=True).distinct()[:PEOPLE])
    wishes = wishes_of(officers)
    by_officer: dict[int, list[Notice]] = {officer: [] for officer in officers}
    for notice in waiting.filter(officer_id__in=officers).order_by("told_at", "pk"):
        by_officer[notice.officer_id].append(notice)
    return sum(_enclose(officer, by_officer[officer], wishes[officer], now) for officer in officers)


def _enclose(officer: int, notices: list[Notice], wishes: Wishes, now: datetime) -> int:
    moments = {notice: _moment(notice, wishes) for notice in notices}
    old = [notice for notice in notices if _is_old(notice, moments[notice], now)]
    due = [notice for notice in notices if notice not in old and moments[notice] <= now]
    _waiting(old).update(posting=Posting.EXPIRED)
    if not due:
        return 0
    with transaction.atomic():
        mail = Mail.objects.create(
            officer_id=officer, made_at=now, due_at=now, expires_at=min(_end(due), now + STALE)
        )
        if not _waiting(due).update(posting=Posting.ENCLOSED, mail=mail):
            transaction.set_rollback(True)  # another worker was here first
            return 0
    return 1


def _moment(notice: Notice, wishes: Wishes) -> datetime:
    """When the person wishes it; what would not be true any more by then leaves at once."""
    moment = mail_moment(wishes, notice.told_at.astimezone(timezone.get_default_timezone()))
    return moment if moment < notice.expires_at else notice.told_at


def _is_old(notice: Notice, moment: datetime, now: datetime) -> bool:
    return now >= notice.expires_at or now > moment + STALE or notice.told_at > now + AHEAD


def _end(notices: Iterable[Notice]) -> datetime:
    """A mail is worth sending while anything in it still is."""
    return max(notice.expires_at for notice in notices)


def _waiting(notices: list[Notice]) -> QuerySet[Notice]:
    """Of these the ones that no other worker has taken meanwhile."""
    return Notice.objects.filter(pk__in=[notice.pk for notice in notices], posting=Posting.WAITING)
