"""Reads of notices and wishes for screens; everyone reads only the own ones, of the own agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from thammuu.apps.notifications.models import Kind, MailState, Notice, Posting, Preference
from thammuu.apps.notifications.recipients import address_of, wishes_in
from thammuu.apps.notifications.wishes import Wishes
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.parameters import value
from thammuu.apps.organisations.refusals import NotVisible

PAGE = 30


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice as the list shows it."""

    uuid: UUID
    kind: str
    kind_words: str
    words: str
    link: str
    told_at: datetime
    read: bool
    mail_words: str
    """What became of the mail about it; empty when none was wished."""


@dataclass(frozen=True, slots=True)
class NoticePage:
    """One page of the list, the newest first."""

    rows: tuple[NoticeRow, ...]
    number: int
    pages: int
    total: int
    unread: int


@dataclass(frozen=True, slots=True)
class PreferenceView:
    """The wishes as they stand, and whether mail can reach the person at all."""

    wishes: Wishes
    version: int
    days_before: frozenset[int]
    """The person's own, else the agency's usual."""
    address: str
    mail_on: bool


def unread_count(actor: Actor) -> int:
    """How many notices the actor has not read."""
    return _own(actor).filter(read_at=None).count()


def notice_page(actor: Actor, number: int = 1, *, unread_only: bool = False) -> NoticePage:
    """Page `number` of the actor's notices; a number past the end shows the last page."""
    rows = _own(actor).filter(read_at=None) if unread_only else _own(actor)
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 1), pages)
    shown = rows.select_related("mail").order_by("-told_at", "-pk")[(number - 1) * PAGE : number * PAGE]
    return NoticePage(tuple(map(_row, shown)), number, pages, total, unread_count(actor))


def own_notice(actor: Actor, uuid: UUID) -> NoticeRow:
    """One of the actor's notices. Raises NotVisible."""
    notice = _own(actor).select_related("mail").filter(uuid=uuid).first()
    if notice is None:
        raise NotVisible
    return _row(notice)


def preference(actor: Actor) -> PreferenceView:
    """How the actor is told now."""
    row = Preference.objects.filter(officer_id=actor.id).first()
    wishes = wishes_in(row)
    usual = frozenset({int(value(actor.agency_id, "reminder.before_days"))})
    return PreferenceView(
        wishes,
        row.version if row else 0,
        usual if wishes.days_before is None else wishes.days_before,
        address_of(actor.id, [actor.agency_id]),
        settings.THAMMUU_MAIL,
    )


def kinds() -> tuple[tuple[str, str], ...]:
    """Every kind of notice with its words, for the page of wishes."""
    return tuple((kind.value, str(kind.label)) for kind in Kind)


def _own(actor: Actor) -> QuerySet[Notice]:
    return Notice.objects.filter(officer_id=actor.id, agency_id=actor.agency_id)


def _row(notice: Notice) -> NoticeRow:
    return NoticeRow(
        uuid=notice.uuid,
        kind=notice.kind,
        kind_words=notice.get_kind_display(),
        words=notice.words,
        link=notice.link,
        told_at=notice.told_at,
        read=notice.read_at is not None,
        mail_words=_mail_words(notice),
    )


_TROUBLE = {MailState.FAILED: "Không gửi được thư", MailState.EXPIRED: "Không gửi thư vì đã cũ"}


def _mail_words(notice: Notice) -> str:
    """Only what went wrong with the mail is worth saying."""
    if notice.posting == Posting.EXPIRED:
        return _TROUBLE[MailState.EXPIRED]
    return _TROUBLE.get(MailState(notice.mail.state), "") if notice.mail else ""
