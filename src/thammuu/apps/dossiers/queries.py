"""Reads of dossiers for screens. Rows come from `visible_dossiers` only; what is not there is NotVisible."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from thammuu.apps.documents.policies import visible_documents
from thammuu.apps.dossiers import access, policies
from thammuu.apps.dossiers.acting.holding import holders
from thammuu.apps.dossiers.commands import NewStep
from thammuu.apps.dossiers.lists.boards import board
from thammuu.apps.dossiers.lists.own_work import my_work
from thammuu.apps.dossiers.models import (
    Dossier,
    DoubtDecision,
    ExtensionDecision,
    ExtensionRequest,
    Step,
    StepChange,
    StepEvent,
    StepUnit,
)
from thammuu.apps.dossiers.reckoning import bundles
from thammuu.apps.dossiers.reckoning.rules import soon_days
from thammuu.apps.dossiers.reckoning.slack import slacks
from thammuu.apps.dossiers.rows import BoardFilter, DossierView, DoubtView, ExtensionView, StepView
from thammuu.apps.dossiers.showing.dossiers import dossier_whole
from thammuu.apps.dossiers.showing.gathered import Gathered, by_step, pairs
from thammuu.apps.dossiers.showing.history import doubt_row
from thammuu.apps.dossiers.showing.steps import Sight
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.queries import file_in
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.parameters import own_days
from thammuu.apps.organisations.refusals import visible

__all__ = [
    "BoardFilter",
    "board",
    "dossier_to_change",
    "dossier_view",
    "doubt_to_decide",
    "extension_to_decide",
    "file_to_serve",
    "holders",
    "my_work",
    "proposed_parts",
    "step_to_correct",
    "step_to_record",
    "step_view",
    "why_no_parts",
]


def dossier_view(actor: Actor, uuid: UUID) -> DossierView:
    """One dossier whole. Raises NotVisible."""
    return _whole(actor, policies.visible_dossiers(actor).filter(uuid=uuid))


def step_view(actor: Actor, uuid: UUID) -> StepView:
    """One step with its dossier. Raises NotVisible."""
    view = _whole(actor, policies.visible_dossiers(actor).filter(steps__uuid=uuid))
    return StepView(next(step for step in view.steps if step.uuid == uuid), view.uuid, view.title)


def step_to_record(actor: Actor, uuid: UUID) -> StepView:
    """The step for the form that records a fact of it, refused as the service would: NotVisible, NotAllowed."""
    access.step_to_record(actor, uuid)
    return step_view(actor, uuid)


def step_to_correct(actor: Actor, uuid: UUID) -> StepView:
    """The step for the form that corrects or confirms it, refused as the service would."""
    access.step_to_correct(actor, uuid)
    return step_view(actor, uuid)


def extension_to_decide(actor: Actor, uuid: UUID) -> ExtensionView:
    """The request for more time for the form that decides it, refused as the service would."""
    request = access.request_to_decide(actor, uuid)
    view = step_view(actor, request.step.uuid)
    extension = next(one for one in view.step.extensions if one.uuid == uuid)
    return ExtensionView(view.step, extension, view.dossier_uuid, view.dossier_title)


def dossier_to_change(actor: Actor, uuid: UUID) -> DossierView:
    """The dossier for the forms that change it as a whole, refused as the services would."""
    access.dossier_to_change(actor, uuid)
    return dossier_view(actor, uuid)


def doubt_to_decide(actor: Actor, uuid: UUID) -> DoubtView:
    """The doubt for the form that settles it, refused as the service would: NotVisible, NotAllowed."""
    doubt = access.doubt_to_decide(actor, uuid)
    return DoubtView(doubt_row(doubt), doubt.dossier.uuid, doubt.dossier.title)


def proposed_parts(actor: Actor, step: UUID) -> tuple[NewStep, ...]:
    """The parts that a bundled step could be made of; without days where `why_no_parts` says why."""
    return _parts(actor, step)[0]


def why_no_parts(actor: Actor, step: UUID) -> str:
    """Why the parts do not fit into the step's days, and what would have to give; empty when they do."""
    return _parts(actor, step)[1]


def file_to_serve(actor: Actor, uuid: UUID) -> StoredFile:
    """A file that belongs to something the actor sees: a document, evidence, a letter, a paper. Raises NotVisible."""
    dossiers = policies.visible_dossiers(actor)
    places = (
        (StepEvent.objects.filter(step__dossier__in=dossiers), "evidence"),
        (visible_documents(actor), "file"),
        (ExtensionRequest.objects.filter(step__dossier__in=dossiers), "letter"),
        (ExtensionDecision.objects.filter(request__step__dossier__in=dossiers), "paper"),
    )
    return visible(file_in(uuid, places))


def _whole(actor: Actor, dossiers: QuerySet[Dossier]) -> DossierView:
    dossier = visible(_with_its_paper(dossiers).first())
    gathered, today = _gathered(dossier), clock.today()
    words = dossier.reading.words if dossier.reading else {}
    reckoned = slacks(gathered.steps, gathered.after, own_days(dossier.agency_id), today)
    sight = Sight(actor, today, soon_days(dossier.agency_id), words, reckoned)
    return dossier_whole(dossier, gathered, sight)


def _parts(actor: Actor, uuid: UUID) -> tuple[tuple[NewStep, ...], str]:
    step = access.step_to_record(actor, uuid)
    return bundles.parts_of(step, own_days(actor.agency_id), clock.today())


def _with_its_paper(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    return dossiers.select_related("unit", "drafter", "previous", "reading__document__file").defer(
        "reading__claim"
    )


def _gathered(dossier: Dossier) -> Gathered:
    """Everything `showing` needs, each table read once: relations fetched step by step would copy a query for each."""
    own = {"step__dossier": dossier}
    owners = StepUnit.objects.select_related("unit", "agency").prefetch_related("agency__names")
    steps = dossier.steps.select_related("holder_unit", "holder_officer")
    decisions = Prefetch("decisions", DoubtDecision.objects.select_related("decided_by"))
    changes = StepChange.objects.select_related("made_by", "decision__paper", "amended_by")
    requests = ExtensionRequest.objects.select_related("letter", "decision__paper")
    links = Step.after.through.objects.filter(from_step__dossier=dossier)
    return Gathered(
        steps=list(steps.prefetch_related(Prefetch("owners", owners))),
        facts=by_step(StepEvent.objects.filter(**own).select_related("recorded_by", "evidence")),
        changes=by_step(changes.filter(**own).defer("amended_by__claim", "amended_by__words")),
        requests=by_step(requests.filter(**own)),
        doubts=list(dossier.doubts.select_related("step").prefetch_related(decisions)),
        events=list(dossier.events.select_related("recorded_by")),
        after=pairs(links.values_list("from_step_id", "to_step_id")),
    )
