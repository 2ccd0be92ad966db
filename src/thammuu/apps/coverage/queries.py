"""Reads of matrices and comparisons. Foreign and unseen ones raise NotVisible."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

from django.db.models import Prefetch

from thammuu.apps.coverage import access
from thammuu.apps.coverage.clauses import citations_of, clauses_of
from thammuu.apps.coverage.matrix import clause_row, demand_rows
from thammuu.apps.coverage.models import Answer, ComparedPlan, Comparison, MandateAdded
from thammuu.apps.coverage.rows import (
    ComparisonRow,
    ComparisonView,
    DemandPage,
    MandateRows,
    Matrix,
    PlanColumn,
)
from thammuu.apps.documents.models import Document
from thammuu.apps.documents.policies import READERS, visible_documents
from thammuu.apps.drafting import queries as drafting
from thammuu.apps.drafting.access import draft_seen
from thammuu.apps.drafting.policies import may_draft
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.queries import file_in
from thammuu.apps.instruments import queries as register
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.choosing import Choice
from thammuu.apps.organisations.directory.paging import Page, page_of
from thammuu.apps.organisations.refusals import NotAllowed, visible
from thammuu_core.exchange.targets import targets_from_dict
from thammuu_core.indicators import compare
from thammuu_core.papers import Paper

MOST_KEPT = 100


def matrix(actor: Actor, draft: UUID, number: int | None = None) -> Matrix:
    """A version of the draft against its mandates; the newest unless another is asked for. Raises NotVisible."""
    view = drafting.draft_view(actor, draft, number)
    paper = drafting.paper_to_show(actor, view.shown.uuid)
    first = (
        paper if view.shown == view.versions[-1] else drafting.paper_to_show(actor, view.versions[-1].uuid)
    )
    held = _mandates(actor, draft, first, paper)
    everything = register.mandate_items(actor)
    items = [item for item in everything if item.instrument.uuid in held]
    clauses = clauses_of(paper)
    rows = demand_rows(items, clauses, _answers(draft))
    others = {
        item.instrument.uuid: item.instrument for item in everything if item.instrument.uuid not in held
    }
    return Matrix(
        draft=view.draft,
        version=view.shown,
        mandates=tuple(
            MandateRows(instrument, tuple(group))
            for instrument, group in groupby(rows, lambda row: row.item.instrument)
        ),
        clashes=register.mandate_clashes(actor, held),
        clauses=tuple(map(clause_row, clauses)),
        addable=tuple(others.values()),
        may_answer=may_draft(actor, draft_seen(actor, draft).dossier),
    )


def demand_page(actor: Actor, draft: UUID, item: UUID) -> DemandPage:
    """One demand for the form that answers it, refused as the service would: NotVisible, NotAllowed."""
    found = matrix_to_answer(actor, draft)
    return DemandPage(found, visible(next((row for row in found.rows if row.item.uuid == item), None)))


def matrix_to_answer(actor: Actor, draft: UUID) -> Matrix:
    """The matrix, if the actor may answer in it. Raises NotVisible, NotAllowed."""
    found = matrix(actor, draft)
    if not found.may_answer:
        raise NotAllowed("đối chiếu dự thảo này", "người được soạn dự thảo")
    return found


def comparisons(actor: Actor, page: int = 1) -> Page[ComparisonRow]:
    """One page of the comparisons of the actor's agency, the newest first."""
    shown = page_of(access.comparisons_seen(actor).prefetch_related(_PLANS, "begun_by"), page)
    return Page(tuple(map(_row, shown.rows)), shown.total, shown.number)


def comparison(actor: Actor, uuid: UUID) -> ComparisonView:
    """One comparison whole. Raises NotVisible."""
    access.comparison_seen(actor, uuid)
    found = Comparison.objects.select_related("begun_by").prefetch_related(_PLANS).get(uuid=uuid)
    plans = list(found.plans.all())
    readings = [targets_from_dict(plan.reading) for plan in plans]
    columns = tuple(
        PlanColumn(
            plan.uuid,
            plan.name,
            reading.title,
            plan.file.uuid,
            len(reading.targets),
            tuple(problem.message for problem in reading.problems),
        )
        for plan, reading in zip(plans, readings, strict=True)
    )
    return ComparisonView(_row(found), columns, compare(readings))


def may_compare(actor: Actor) -> bool:
    """Whether the actor may begin and change comparisons."""
    return access.may_bring(actor)


def comparison_to_change(actor: Actor, uuid: UUID | None = None) -> ComparisonRow | None:
    """The comparison for the forms that change it, None for a new one; refused as the services would."""
    if uuid:
        return _row(access.comparison_to_change(actor, uuid))
    access.check_compares(actor)
    return None


def kept_plans(actor: Actor) -> tuple[Choice, ...]:
    """Documents kept here to choose from, the newest first, at most MOST_KEPT."""
    found = visible_documents(actor).select_related("file").prefetch_related("readings")
    return tuple(Choice(one.uuid, _kept_words(one)) for one in found.order_by("-pk")[:MOST_KEPT])


def sees_comparisons(actor: Actor) -> bool:
    """Whether to offer the screen."""
    return actor.holds(*READERS)


def plan_to_change(actor: Actor, uuid: UUID) -> tuple[ComparisonRow, str]:
    """The comparison and the name of one of its plans, refused as the service would."""
    plan = access.plan_to_change(actor, uuid)
    return _row(plan.comparison), plan.name


def file_to_serve(actor: Actor, uuid: UUID) -> StoredFile:
    """The file of a plan in a comparison that the actor sees. Raises NotVisible."""
    plans = ComparedPlan.objects.filter(comparison__in=access.comparisons_seen(actor))
    return visible(file_in(uuid, ((plans, "file"),)))


_PLANS = Prefetch("plans", ComparedPlan.objects.filter(taken_out_at=None).select_related("file"))


def _kept_words(document: Document) -> str:
    readings = list(document.readings.all())
    title = " ".join(filter(None, (readings[-1].kind, readings[-1].title))) if readings else ""
    return f"{title[:150] or document.file.name} ({clock.local(document.received_at):%d/%m/%Y})"


def _row(found: Comparison) -> ComparisonRow:
    standing = [plan.name for plan in found.plans.all() if plan.taken_out_at is None]
    return ComparisonRow(found.uuid, found.title, tuple(standing), found.begun_by.full_name, found.begun_at)


def _mandates(actor: Actor, draft: UUID, *papers: Paper) -> set[UUID]:
    """Documents that one of the versions cites, as far as the register knows them, and those that people named.

    Not the shown version alone: one that forgets its mandate would seem to answer all that is asked of it.
    """
    cited = [citation for paper in papers for citation in citations_of(paper)]
    judged = register.judge(actor, cited, clock.today())
    added = MandateAdded.objects.filter(draft__uuid=draft).values_list("instrument__uuid", flat=True)
    answered = Answer.objects.filter(draft__uuid=draft).values_list("item__instrument__uuid", flat=True)
    return {one.instrument.uuid for one in judged if one.instrument} | {*added, *answered}


def _answers(draft: UUID) -> dict[str, Answer]:
    """The newest answer to each item."""
    found = Answer.objects.filter(draft__uuid=draft).select_related("item", "by").order_by("number")
    return {str(answer.item.uuid): answer for answer in found}
