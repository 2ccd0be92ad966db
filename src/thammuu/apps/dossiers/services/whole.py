"""What is done to a dossier as a whole: given to another drafter, renamed, closed, opened again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from thammuu.apps.dossiers import access
from thammuu.apps.dossiers.acting.claiming import claim_dossier
from thammuu.apps.dossiers.acting.holding import officer_holds, officer_of
from thammuu.apps.dossiers.commands import CloseDossier, HandOverDossier, RenameDossier, ReopenDossier
from thammuu.apps.dossiers.indexing import index_dossier
from thammuu.apps.dossiers.models import OVER, Dossier, DossierAct, DossierEvent, DossierState
from thammuu.apps.dossiers.policies import WORKERS
from thammuu.apps.dossiers.refusals import (
    HeldAlready,
    NotAnUndertaker,
    ReasonMissing,
    StepsStillOpen,
    TitleMissing,
)
from thammuu.apps.dossiers.telling import tell_new_drafter
from thammuu.apps.dossiers.transitions import following_of_dossier
from thammuu.apps.dossiers.wording import joined
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Position

NAMES = {
    DossierAct.HAND_OVER: "dossier.handed_over",
    DossierAct.RENAME: "dossier.renamed",
    DossierAct.CLOSE: "dossier.closed",
    DossierAct.REOPEN: "dossier.reopened",
}
"""Act → its name in the journal."""
LISTED = 10
"""Open steps named when a dossier cannot be closed."""


def hand_over_dossier(actor: Actor, command: HandOverDossier, *, key: UUID) -> UUID:
    """From now on another officer keeps the dossier, and his unit with him. The dossier's uuid."""
    dossier = access.dossier_to_change(actor, command.dossier)
    officer = officer_of(actor.agency_id, command.officer)
    _check_reason(command.reason)

    def act() -> UUID:
        _claim(dossier, DossierAct.HAND_OVER, command.version, officer.full_name, command.reason)
        if dossier.drafter_id == officer.pk:
            raise HeldAlready(officer.full_name)
        if not _may_undertake(actor.agency_id, officer.pk):
            raise NotAnUndertaker(officer.full_name)
        before = dossier.drafter.full_name
        dossier.drafter, dossier.unit_id = officer, officer_holds(officer, actor.agency_id).unit_id
        dossier.save(update_fields=["drafter", "unit"])
        index_dossier(dossier)
        at = clock.now()
        event = _add_event(
            actor, dossier, DossierAct.HAND_OVER, at, before, officer.full_name, command.reason
        )
        tell_new_drafter(actor, dossier, event)
        return _journal(actor, dossier, event)

    return once(actor.uuid, key, NAMES[DossierAct.HAND_OVER], command, act)


def rename_dossier(actor: Actor, command: RenameDossier, *, key: UUID) -> UUID:
    """From now on the dossier has another title. Its uuid."""
    dossier = access.dossier_to_change(actor, command.dossier)
    title = command.title.strip()
    if not title:
        raise TitleMissing

    def act() -> UUID:
        _claim(dossier, DossierAct.RENAME, command.version, title, command.reason)
        before = dossier.title
        dossier.title = title
        dossier.save(update_fields=["title"])
        index_dossier(dossier)
        event = _add_event(actor, dossier, DossierAct.RENAME, clock.now(), before, title, command.reason)
        return _journal(actor, dossier, event)

    return once(actor.uuid, key, NAMES[DossierAct.RENAME], command, act)


def close_dossier(actor: Actor, command: CloseDossier, *, key: UUID) -> UUID:
    """Nothing more is to be done; refused while steps are open, which are named. The dossier's uuid."""
    return _set_state(actor, command, DossierAct.CLOSE, key)


def reopen_dossier(actor: Actor, command: ReopenDossier, *, key: UUID) -> UUID:
    """Work goes on after all; everything that was recorded stays. The dossier's uuid."""
    return _set_state(actor, command, DossierAct.REOPEN, key)


def _set_state(actor: Actor, command: CloseDossier | ReopenDossier, what: DossierAct, key: UUID) -> UUID:
    dossier = access.dossier_to_change(actor, command.dossier)
    _check_reason(command.reason)

    def act() -> UUID:
        after = _claim(dossier, what, command.version, command.reason)
        if what == DossierAct.CLOSE:
            _check_nothing_open(dossier)
        before = DossierState(dossier.state).label
        dossier.state = after
        dossier.save(update_fields=["state"])
        event = _add_event(actor, dossier, what, clock.now(), before, after.label, command.reason)
        return _journal(actor, dossier, event)

    return once(actor.uuid, key, NAMES[what], command, act)


def _claim(dossier: Dossier, act: DossierAct, version: int, *yours: str) -> DossierState:
    """The state that follows, once the dossier is ours."""
    claim_dossier(dossier, version, joined((act.label, *yours)))
    return following_of_dossier(DossierState(dossier.state), act)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing


def _check_nothing_open(dossier: Dossier) -> None:
    waiting = dossier.steps.exclude(state__in=OVER)
    if count := waiting.count():
        named = tuple(f"{step.where}. {step.text}" for step in waiting[:LISTED])
        raise StepsStillOpen(named, count - len(named))


def _may_undertake(agency_id: int, officer_id: int) -> bool:
    held = Position.objects.on(clock.today()).filter(agency_id=agency_id, officer_id=officer_id)
    return held.filter(role__in=WORKERS).exists()


def _add_event(
    actor: Actor, dossier: Dossier, act: DossierAct, at: datetime, before: str, after: str, reason: str
) -> DossierEvent:
    return DossierEvent.objects.create(
        dossier=dossier,
        act=act,
        before=before,
        after=after,
        reason=reason.strip(),
        recorded_by_id=actor.id,
        recorded_at=at,
    )


def _journal(actor: Actor, dossier: Dossier, event: DossierEvent) -> UUID:
    data = {"event": event.uuid, "before": event.before, "after": event.after, "reason": event.reason}
    record(
        NAMES[DossierAct(event.act)],
        subject=dossier.uuid,
        at=event.recorded_at,
        actor=actor.uuid,
        agency=actor.agency_uuid,
        data=data,
    )
    return dossier.uuid
