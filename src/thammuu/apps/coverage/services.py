"""What people do: answer a demand, hold a draft against one more document; begin a comparison, change its plans."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.coverage import access
from thammuu.apps.coverage.clauses import clauses_of
from thammuu.apps.coverage.commands import (
    AddKeptPlan,
    AddMandate,
    AddPlan,
    BeginComparison,
    ConfirmItem,
    OmitItem,
    TakePlanOut,
)
from thammuu.apps.coverage.models import Answer, ComparedPlan, Comparison, MandateAdded, Verdict
from thammuu.apps.coverage.refusals import NoDemands, NothingRead, ReasonMissing, TooManyPlans
from thammuu.apps.documents.queries import visible_document
from thammuu.apps.dossiers.acting.claiming import lock_open
from thammuu.apps.drafting.access import draft_to_change, version_seen
from thammuu.apps.drafting.checking import paper_of
from thammuu.apps.drafting.models import DraftVersion
from thammuu.apps.files import office, store
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.services import add_row, keep
from thammuu.apps.instruments.mandates import holding
from thammuu.apps.instruments.models import Instrument, MandateItem
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import StaleEdit, visible
from thammuu_core import intake
from thammuu_core.exchange.targets import targets_to_dict
from thammuu_core.indicators import read
from thammuu_core.indicators.coverage import Clause

MOST_PLANS = 12
"""Columns of one comparison."""


def answer_item(actor: Actor, command: ConfirmItem | OmitItem, *, key: UUID) -> UUID:
    """Whichever of the two a person chose on the one form for both."""
    if isinstance(command, ConfirmItem):
        return confirm_item(actor, command, key=key)
    return omit_item(actor, command, key=key)


def confirm_item(actor: Actor, command: ConfirmItem, *, key: UUID) -> UUID:
    """The provision answers the demand. The draft's uuid. Raises NotVisible, NotAllowed, StaleEdit."""
    version = _version(actor, command.version)
    item = _item(command.item)
    paper = paper_of(store.get(version.file.sha256), version.file.name)
    clause = visible(next((one for one in clauses_of(paper) if one.id == command.clause), None))

    def act() -> UUID:
        return _answer(actor, version, item, command.number, Verdict.COVERED, clause, command.note.strip())

    return once(actor.uuid, key, "coverage.confirmed", command, act)


def omit_item(actor: Actor, command: OmitItem, *, key: UUID) -> UUID:
    """The demand is left out for a reason. The draft's uuid. Raises NotVisible, NotAllowed, ReasonMissing, StaleEdit."""
    version = _version(actor, command.version)
    item = _item(command.item)
    if not (reason := command.reason.strip()):
        raise ReasonMissing

    def act() -> UUID:
        return _answer(actor, version, item, command.number, Verdict.OMITTED, None, reason)

    return once(actor.uuid, key, "coverage.omitted", command, act)


def add_mandate(actor: Actor, command: AddMandate, *, key: UUID) -> UUID:
    """Hold the draft against one more document. The draft's uuid. Raises NotVisible, NotAllowed, NoDemands."""
    draft = draft_to_change(actor, command.draft)
    instrument = visible(Instrument.objects.filter(uuid=command.instrument).first())
    if not holding(instrument.items.all()).exists():
        raise NoDemands(str(instrument))

    def act() -> UUID:
        lock_open(draft.dossier_id)
        at = clock.now()
        MandateAdded.objects.get_or_create(
            draft=draft, instrument=instrument, defaults={"by_id": actor.id, "at": at}
        )
        _journal(actor, "coverage.mandate_added", draft.uuid, instrument=instrument.uuid)
        return draft.uuid

    return once(actor.uuid, key, "coverage.mandate_added", command, act)


def begin_comparison(actor: Actor, command: BeginComparison, *, key: UUID) -> UUID:
    """A comparison without plans. Its uuid. Raises NotAllowed."""
    access.check_compares(actor)

    def act() -> UUID:
        made = Comparison.objects.create(
            agency_id=actor.agency_id, title=command.title, begun_by_id=actor.id, begun_at=clock.now()
        )
        _journal(actor, "comparison.begun", made.uuid)
        return made.uuid

    return once(actor.uuid, key, "comparison.begun", command, act)


def add_plan(actor: Actor, command: AddPlan, *, key: UUID) -> UUID:
    """A plan brought as a file. The comparison's uuid. Raises NotVisible, NotAllowed, NothingRead, TooManyPlans, Told."""
    comparison = access.comparison_to_change(actor, command.comparison)
    reading = _read(command.file.data, command.file.name)
    kept = keep(command.file)

    def act() -> UUID:
        file = add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=clock.now())
        return _add(actor, comparison, command.name, file, reading)

    return once(actor.uuid, key, "comparison.plan_added", command, act)


def add_kept_plan(actor: Actor, command: AddKeptPlan, *, key: UUID) -> UUID:
    """A plan that is kept here already. The comparison's uuid. Raises as `add_plan`."""
    comparison = access.comparison_to_change(actor, command.comparison)
    file = visible_document(actor, command.document).file
    reading = _read(store.get(file.sha256), file.name)

    def act() -> UUID:
        return _add(actor, comparison, command.name, file, reading)

    return once(actor.uuid, key, "comparison.plan_added", command, act)


def take_plan_out(actor: Actor, command: TakePlanOut, *, key: UUID) -> UUID:
    """Take a plan out. The comparison's uuid. Raises NotVisible, NotAllowed."""
    plan = access.plan_to_change(actor, command.plan)

    def act() -> UUID:
        standing = ComparedPlan.objects.filter(pk=plan.pk, taken_out_at=None)
        standing.update(taken_out_at=clock.now(), taken_out_by_id=actor.id)
        _journal(actor, "comparison.plan_taken_out", plan.comparison.uuid, plan=plan.uuid)
        return plan.comparison.uuid

    return once(actor.uuid, key, "comparison.plan_taken_out", command, act)


def _version(actor: Actor, uuid: UUID) -> DraftVersion:
    version = version_seen(actor, uuid)
    draft_to_change(actor, version.draft.uuid)
    return version


def _item(uuid: UUID) -> MandateItem:
    return visible(holding().filter(uuid=uuid).first())


def _answer(
    actor: Actor,
    version: DraftVersion,
    item: MandateItem,
    number: int,
    verdict: Verdict,
    clause: Clause | None,
    reason: str,
) -> UUID:
    lock_open(version.draft.dossier_id)
    newest = Answer.objects.filter(draft=version.draft, item=item).select_related("by").last()
    if (newest.number if newest else 0) != number:
        current = f"{newest} {newest.reason} ({newest.by.full_name})" if newest else ""
        raise StaleEdit(yours=f"{verdict.label} {clause.where if clause else ''} {reason}", current=current)
    Answer.objects.create(
        draft=version.draft,
        version=version,
        item=item,
        number=number + 1,
        verdict=verdict,
        where=clause.where if clause else "",
        quote=clause.words if clause else "",
        reason=reason,
        by_id=actor.id,
        at=clock.now(),
    )
    _journal(actor, f"coverage.{verdict}", version.draft.uuid, item=item.uuid, number=number + 1)
    return version.draft.uuid


def _read(data: bytes, name: str) -> dict[str, object]:
    reading = read(intake.read_paper(office.modern(data), name))
    if not reading.parts and not reading.targets:
        raise NothingRead
    return targets_to_dict(reading)


def _add(
    actor: Actor, comparison: Comparison, name: str, file: StoredFile, reading: dict[str, object]
) -> UUID:
    locked = Comparison.objects.select_for_update().get(pk=comparison.pk)
    if locked.plans.filter(taken_out_at=None).count() >= MOST_PLANS:
        raise TooManyPlans(MOST_PLANS)
    plan = ComparedPlan.objects.create(
        comparison=locked, name=name, file=file, reading=reading, added_by_id=actor.id, added_at=clock.now()
    )
    _journal(actor, "comparison.plan_added", locked.uuid, plan=plan.uuid, sha256=file.sha256)
    return locked.uuid


def _journal(actor: Actor, act: str, subject: UUID, **data: object) -> None:
    record(act, subject=subject, at=clock.now(), actor=actor.uuid, agency=actor.agency_uuid, data=data)
