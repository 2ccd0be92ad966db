"""Mã truy cập cá nhân: secrets by which another program acts for an officer, for one purpose, until a day."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from django.db.models import Q, QuerySet

from thammuu.apps.accounts.commands import RevokeToken
from thammuu.apps.accounts.models import PersonalToken, Purpose
from thammuu.apps.accounts.refusals import NoSuchPurpose, TooManyTokens
from thammuu.apps.accounts.rows import Issued, Token
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotVisible

MOST = 20
"""Open tokens of one officer."""
YEAR = 365


def issue(actor: Actor, purpose: str, name: str, *, key: UUID, days: int = YEAR) -> Issued:
    """A new token that works today and `days` days after. Raises NoSuchPurpose, TooManyTokens, KeyReused."""
    if purpose not in Purpose.values:
        raise NoSuchPurpose
    secret = f"tm_{purpose}_{token_urlsafe(32)}"
    told: list[str] = []

    def act() -> UUID:
        if _open().filter(officer_id=actor.id).count() >= MOST:
            raise TooManyTokens(MOST)
        token = PersonalToken.objects.create(
            officer_id=actor.id,
            purpose=purpose,
            name=name.strip(),
            sha256=_seal(secret),
            made_at=clock.now(),
            expires_on=clock.today() + timedelta(days=days),
        )
        _tell(actor, "account.token_issued", token)
        told.append(secret)
        return token.uuid

    uuid = once(actor.uuid, key, "account.token_issued", (purpose, name, days), act)
    return Issued(uuid, told[0] if told else None)


def revoke(actor: Actor, command: RevokeToken, *, key: UUID) -> UUID:
    """The own token opens nothing any more; revoking it again changes nothing. Raises NotVisible."""
    token = _own(actor, command.token)

    def act() -> UUID:
        revoked = PersonalToken.objects.filter(pk=token.pk, revoked_at=None)
        if revoked.update(revoked_at=clock.now(), reason=command.reason.strip()):
            _tell(actor, "account.token_revoked", token, reason=command.reason.strip())
        return token.uuid

    return once(actor.uuid, key, "account.token_revoked", command, act)


def revoke_all(actor: Actor, officer: UUID, reason: str) -> int:
    """The officer's account was reset by an administrator: its tokens go with the old password. How many went.

    Call it in the transaction of the act that makes it necessary.
    """
    going = list(_open().filter(officer__uuid=officer))
    for token in going:
        PersonalToken.objects.filter(pk=token.pk).update(revoked_at=clock.now(), reason=reason)
        _tell(actor, "account.token_revoked", token, reason=reason)
    return len(going)


def officer_for(secret: str, purpose: str) -> UUID | None:
    """Whose secret it is, if it opens this today; None for any other.

    None too while the officer's account is switched off, and before a password of an administrator's is changed.
    """
    found = _open().filter(sha256=_seal(secret), purpose=purpose)
    able = found.filter(officer__user__is_active=True, officer__first_password=False)
    token = able.select_related("officer").first()
    if token is None:
        return None
    # Once a day, not at each call: a calendar asks every few minutes.
    if token.last_used_on != clock.today():
        PersonalToken.objects.filter(pk=token.pk).update(last_used_on=clock.today())
    return token.officer.uuid


def tokens_of(actor: Actor) -> tuple[Token, ...]:
    """The own tokens, the newest first; those that open nothing any more too."""
    today = clock.today()
    return tuple(_row(token, today) for token in PersonalToken.objects.filter(officer_id=actor.id))


def token_of(actor: Actor, uuid: UUID) -> Token:
    """One of the own tokens. Raises NotVisible."""
    return _row(_own(actor, uuid), clock.today())


def _open() -> QuerySet[PersonalToken]:
    return PersonalToken.objects.filter(Q(expires_on__gte=clock.today()), revoked_at=None)


def _own(actor: Actor, uuid: UUID) -> PersonalToken:
    token = PersonalToken.objects.filter(officer_id=actor.id, uuid=uuid).first()
    if token is None:
        raise NotVisible
    return token


def _seal(secret: str) -> str:
    """Plain SHA-256 is enough: 256 random bits cannot be guessed, unlike a password."""
    return sha256(secret.encode()).hexdigest()


def _row(token: PersonalToken, today: date) -> Token:
    ended = "expired" if token.expires_on < today else "open"
    return Token(
        token.uuid,
        token.purpose,
        token.get_purpose_display(),
        token.name,
        token.made_at,
        token.expires_on,
        token.last_used_on,
        "revoked" if token.revoked_at else ended,
    )


def _tell(actor: Actor, act: str, token: PersonalToken, **data: str) -> None:
    record(
        act,
        subject=token.uuid,
        at=clock.now(),
        actor=actor.uuid,
        agency=actor.agency_uuid,
        data={"purpose": token.purpose, "name": token.name, **data},
    )
