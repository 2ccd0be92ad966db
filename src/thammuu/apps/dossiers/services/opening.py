"""A new dossier: from the reading of a plan, or laid step by step from an assignment."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from thammuu.apps.documents.queries import visible_document
from thammuu.apps.dossiers import derived, policies
from thammuu.apps.dossiers.acting.holding import officer_holds
from thammuu.apps.dossiers.acting.laying import lay
from thammuu.apps.dossiers.commands import OpenDossier, OpenLaidDossier
from thammuu.apps.dossiers.indexing import index_dossier, index_steps
from thammuu.apps.dossiers.models import Dossier, Origin
from thammuu.apps.dossiers.plans.opening import open_dossier
from thammuu.apps.dossiers.refusals import NothingLaid, NotReadYet, TitleMissing
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Officer
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible


def create_dossier_from_reading(actor: Actor, command: OpenDossier, *, key: UUID) -> UUID:
    """A dossier from the newest reading of a document; the actor becomes its drafter. The dossier's uuid."""
    _check_may_open(actor)
    document = visible_document(actor, command.document)

    def act() -> UUID:
        reading = document.readings.order_by("pk").last()
        if reading is None:
            raise NotReadYet
        at = clock.now()
        dossier = open_dossier(actor, reading, command.title.strip(), at)
        return _opened(actor, dossier, at, reading=reading.uuid)

    return once(actor.uuid, key, "dossier.opened", command, act)


def open_laid_dossier(actor: Actor, command: OpenLaidDossier, *, key: UUID) -> UUID:
    """A dossier without a plan; the actor becomes its drafter. The dossier's uuid."""
    _check_may_open(actor)
    if not command.title.strip():
        raise TitleMissing
    if not command.steps:
        raise NothingLaid
    previous = _previous(actor, command.previous)

    def act() -> UUID:
        at = clock.now()
        dossier = _laid(actor, command, previous, at)
        steps = lay(dossier, command.steps, Origin.TEMPLATE)
        for step, places in zip(steps, command.follows, strict=True):
            step.after.set(steps[place] for place in places)
        derived.refresh(dossier.pk)
        return _opened(actor, dossier, at, mandate=dossier.mandate, previous=command.previous)

    return once(actor.uuid, key, "dossier.opened", command, act)


def _check_may_open(actor: Actor) -> None:
    if not policies.may_open(actor):
        raise NotAllowed("lập hồ sơ", "chuyên viên hoặc trưởng đơn vị")


def _previous(actor: Actor, uuid: UUID | None) -> Dossier | None:
    if uuid is None:
        return None
    found = policies.visible_dossiers(actor).filter(uuid=uuid).first()
    if found is None:
        raise NotVisible
    return found


def _laid(actor: Actor, command: OpenLaidDossier, previous: Dossier | None, at: datetime) -> Dossier:
    return Dossier.objects.create(
        agency_id=actor.agency_id,
        unit_id=officer_holds(Officer.objects.get(pk=actor.id), actor.agency_id).unit_id,
        drafter_id=actor.id,
        previous=previous,
        title=command.title.strip(),
        mandate=command.mandate.strip(),
        due_on=command.due_on,
        outcome_kind=command.outcome_kind.strip(),
        outcome_title=command.outcome_title.strip(),
        outcome_issuer=command.outcome_issuer.strip(),
        opened_at=at,
    )


def _opened(actor: Actor, dossier: Dossier, at: datetime, **more: object) -> UUID:
    index_dossier(dossier)
    index_steps(list(dossier.steps.select_related("dossier").prefetch_related("owners")))
    data = {"title": dossier.title, "steps": dossier.steps.count(), **more}
    record(
        "dossier.opened",
        subject=dossier.uuid,
        at=at,
        actor=actor.uuid,
        agency=actor.agency_uuid,
        data=data,
    )
    return dossier.uuid
