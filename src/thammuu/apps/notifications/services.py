"""Telling people, and what they do with it. Mail leaves later, in `delivery`: no act waits for a mail server."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection

from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.notifications.commands import SetPreference, Telling
from thammuu.apps.notifications.models import Notice, Posting, Preference
from thammuu.apps.notifications.recipients import wishes_of
from thammuu.apps.notifications.wishes import Wishes
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotVisible, StaleEdit

WEEK = timedelta(days=7)


def tell(*tellings: Telling) -> None:
    """Tell all of it, each occasion once; call it inside the transaction of the act that is told.

    What an act tells is gone with the act when it fails. The page shows it from the commit on.
    """
    assert connection.in_atomic_block, "what is told belongs to the transaction of its act"
    wishes = wishes_of({telling.officer_id for telling in tellings})
    at = clock.now()
    notices = [_notice(telling, wishes[telling.officer_id], at) for telling in tellings]
    Notice.objects.bulk_create(notices, batch_size=200, ignore_conflicts=True)


def mark_read(actor: Actor, notices: tuple[UUID, ...] | None, *, key: UUID) -> UUID:
    """The actor has read these of the own notices, or all (None). Their officer's uuid; raises NotVisible."""
    own = Notice.objects.filter(officer_id=actor.id, agency_id=actor.agency_id)
    if notices is not None and own.filter(uuid__in=notices).count() != len(set(notices)):
        raise NotVisible

    def act() -> UUID:
        meant = own if notices is None else own.filter(uuid__in=notices)
        meant.filter(read_at=None).update(read_at=clock.now())
        return actor.uuid

    return once(actor.uuid, key, "notices.read", notices, act)


def set_preference(actor: Actor, command: SetPreference, *, key: UUID) -> UUID:
    """From now on tell the actor so; mails not yet made follow it too. The officer's uuid."""

    def act() -> UUID:
        _save(actor, command)
        at = clock.now()
        record(
            "preference.set",
            subject=actor.uuid,
            at=at,
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data=command,
        )
        return actor.uuid

    return once(actor.uuid, key, "preference.set", command, act)


def _notice(telling: Telling, wishes: Wishes, at: datetime) -> Notice:
    by_mail = settings.THAMMUU_MAIL and telling.kind not in wishes.page_only
    return Notice(
        officer_id=telling.officer_id,
        agency_id=telling.agency_id,
        kind=telling.kind,
        subject=telling.subject,
        words=telling.words,
        link=telling.link,
        occasion=telling.occasion,
        told_at=at,
        expires_at=telling.expires_at or at + WEEK,
        posting=Posting.WAITING if by_mail else Posting.NONE,
    )


def _save(actor: Actor, command: SetPreference) -> None:
    said = {
        "page_only": sorted(command.page_only),
        "days_before": sorted(command.days_before, reverse=True),
        "bundled": command.bundled,
        "bundle_at": command.bundle_at,
        "quiet_days_off": command.quiet_days_off,
        "version": command.version + 1,
    }
    if command.version == 0:
        _, fresh = Preference.objects.get_or_create(officer_id=actor.id, defaults=said)
        changed = fresh
    else:
        changed = bool(Preference.objects.filter(officer_id=actor.id, version=command.version).update(**said))
    if not changed:
        raise StaleEdit(yours="Cách nhận thông báo bạn vừa chọn", current="Cách đã ghi ở cửa sổ khác")
