"""Sending the mails that wait: patient with a server that is down, slow or strange; nothing lost, nothing twice.

A mail is claimed by a conditional update and held for a while; the server's answer decides what becomes of it. Only a
worker that dies between the server's "taken" and its own note of it lets a mail go out a second time, with the same
Message-ID.
"""

from __future__ import annotations

import logging
import smtplib
from datetime import datetime, timedelta
from enum import Enum

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q, QuerySet

from thammuu.apps.notifications.gathering import AHEAD
from thammuu.apps.notifications.letters import Line, letter
from thammuu.apps.notifications.models import Mail, MailState, Notice
from thammuu.apps.notifications.recipients import address_of

logger = logging.getLogger(__name__)

TRIES = 5
FIRST_PAUSE = timedelta(minutes=5)
"""Before the second try; four times as long before each next one."""
HOLD = timedelta(minutes=10)
"""A worker that has not said so long what became of a mail is taken for dead."""
MAILS = 200
"""At most so many in one round: a defect that makes mails without end does not flood a server."""
NO_ADDRESS = "Người nhận không còn vị trí công tác, hoặc tài khoản không có địa chỉ thư"


class Outcome(Enum):
    """What the server made of one mail."""

    TAKEN = "taken"
    REFUSED = "refused"
    """For good: another try would be refused too."""
    LATER = "later"
    LINE_LOST = "line lost"
    """Nothing more can be said to this server in this round."""


def send_due(now: datetime) -> int:
    """Send what is due now; how many the server took."""
    _give_back(now)
    due = Mail.objects.filter(state=MailState.WAITING, due_at__lte=now).select_related("officer")
    mails = list(due.order_by("due_at", "pk")[:MAILS])
    connection = get_connection()
    if not mails or not _opened(connection):
        return 0
    try:
        return _deliver_all(mails, connection, now)
    finally:
        _close(connection)


def _deliver_all(mails: list[Mail], connection: BaseEmailBackend, now: datetime) -> int:
    taken = 0
    for mail in mails:
        outcome = _deliver(mail, connection, now)
        taken += outcome is Outcome.TAKEN
        if outcome is Outcome.LINE_LOST:
            break
    return taken


def _opened(connection: BaseEmailBackend) -> bool:
    """Whether the server can be spoken to; while it cannot, no mail has used up a try."""
    try:
        connection.open()
    except (smtplib.SMTPException, OSError) as fault:
        logger.warning("the mail server cannot be reached: %s", fault)
        return False
    return True


def _deliver(mail: Mail, connection: BaseEmailBackend, now: datetime) -> Outcome | None:
    """One mail from claim to answer; None when it is not sent at all."""
    if now >= mail.expires_at or mail.made_at > now + AHEAD:
        Mail.objects.filter(pk=mail.pk, state=MailState.WAITING).update(state=MailState.EXPIRED)
        return None
    claimed = Mail.objects.filter(pk=mail.pk, state=MailState.WAITING, tries=mail.tries)
    if not claimed.update(state=MailState.SENDING, held_until=now + HOLD, tries=F("tries") + 1):
        return None
    message = _message(mail)
    if message is None:
        _held(mail).update(state=MailState.FAILED, fault=NO_ADDRESS)
        return None
    outcome, fault = _hand_over(message, connection)
    _note(mail, outcome, fault, now)
    return outcome


def _hand_over(message: EmailMessage, connection: BaseEmailBackend) -> tuple[Outcome, str]:
    """Give the mail to the server, and read its answer."""
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as refused:
        code, words = next(iter(refused.recipients.values()))
        return _by_code(code), f"{code} {_said(words)}"
    except smtplib.SMTPResponseException as refused:
        return _by_code(refused.smtp_code), f"{refused.smtp_code} {_said(refused.smtp_error)}"
    except (smtplib.SMTPException, OSError) as lost:
        return Outcome.LINE_LOST, str(lost) or type(lost).__name__
    except ValueError as unsayable:  # an address that is none, found out before the server hears of it
        return Outcome.REFUSED, str(unsayable)
    return Outcome.TAKEN, ""


_FOR_GOOD = 500
_CLOSING = 421


def _by_code(code: int) -> Outcome:
    if code == _CLOSING:
        return Outcome.LINE_LOST
    return Outcome.REFUSED if code >= _FOR_GOOD else Outcome.LATER


def _note(mail: Mail, outcome: Outcome, fault: str, now: datetime) -> None:
    tries = mail.tries + 1
    if outcome is Outcome.TAKEN:
        _held(mail).update(state=MailState.SENT, sent_at=now, fault="")
    elif outcome is Outcome.REFUSED or tries >= TRIES:
        logger.warning("mail %s: given up after %s tries: %s", mail.uuid, tries, fault)
        _held(mail).update(state=MailState.FAILED, fault=fault)
    else:
        pause = FIRST_PAUSE * 4 ** (tries - 1)
        _held(mail).update(state=MailState.WAITING, due_at=now + pause, fault=fault)


def _held(mail: Mail) -> QuerySet[Mail]:
    """The row, if this try still holds it."""
    return Mail.objects.filter(pk=mail.pk, state=MailState.SENDING, tries=mail.tries + 1)


def _give_back(now: datetime) -> None:
    """Mails whose worker died; also those that are held unbelievably long because the clock was put back."""
    dead = Q(held_until__lte=now) | Q(held_until__gt=now + HOLD)
    Mail.objects.filter(dead, state=MailState.SENDING, tries__gte=TRIES).update(state=MailState.FAILED)
    Mail.objects.filter(dead, state=MailState.SENDING).update(state=MailState.WAITING)


def _message(mail: Mail) -> EmailMessage | None:
    notices = list(Notice.objects.filter(mail=mail).order_by("told_at", "pk"))
    address = address_of(mail.officer_id, {notice.agency_id for notice in notices})
    if not address:
        return None
    lines = [Line(notice.get_kind_display(), notice.words, notice.link) for notice in notices]
    subject, text = letter(mail.officer.full_name, lines, settings.THAMMUU_ADDRESS)
    headers = {
        "Message-ID": f"<{mail.uuid}@tham-muu>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    return EmailMessage(subject, text, to=[address], headers=headers)


def _said(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except (smtplib.SMTPException, OSError):
        logger.info("the mail server did not say goodbye")
