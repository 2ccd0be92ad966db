"""Theo dõi tiến độ: all dossiers of an agency, the most urgent first, one page at a time.

The page is one query over derived columns; what is shown of steps is asked for the dossiers of the page only, so that
the number of queries does not grow with the rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.indexing import DOSSIER, STEP
from thammuu.apps.dossiers.models import OVER, Dossier, Doubt, DoubtState, Part, Step, StepUnit
from thammuu.apps.dossiers.reckoning.rules import soon_days
from thammuu.apps.dossiers.reckoning.timing import timing
from thammuu.apps.dossiers.reckoning.urgency import (
    CLOSED,
    DONE,
    LIGHTS,
    Days,
    rank_of_dossier,
    rank_of_step,
    ranks_with,
)
from thammuu.apps.dossiers.rows import Board, BoardFilter, BoardRow
from thammuu.apps.dossiers.showing.gathered import pairs
from thammuu.apps.dossiers.showing.steps import standing
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.choosing import unit_choices
from thammuu.apps.organisations.lineage import units_before, with_predecessors
from thammuu.apps.organisations.models import Unit
from thammuu.apps.search.queries import subjects

EVERYTHING = BoardFilter()
_OF_DOSSIER = (
    "uuid", "title", "outcome_title", "opened_at", "state", "steps_total", "steps_open",
    "unit__name", "drafter__full_name",
)  # fmt: skip
_OF_STEP = (
    "dossier", "where", "text", "when_kind", "starts_on", "due_on", "condition", "started_on", "finished_on",
    "state", "holder_words", "holder_unit", "holder_officer", "held_since",
)  # fmt: skip
"""What a row says; to read all columns of five thousand takes as long again."""


def board(actor: Actor, asked: BoardFilter = EVERYTHING, page: int = 1, size: int = 50) -> Board:
    """One page of what is asked for, with the counts of the whole."""
    days = Days.of(clock.today(), soon_days(actor.agency_id))
    narrowed = _narrowed(actor, asked, days)
    tally = _tally(narrowed)
    total = tally.get(asked.light, 0) if asked.light else sum(tally.values())
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    start = (page - 1) * size
    rows = _in_order(_lit(narrowed, asked))[start : start + size]
    return Board(_rows(list(rows), days), total, page, pages, tuple(tally.items()), unit_choices(actor))


def how_many(actor: Actor, asked: BoardFilter) -> int:
    """Dossiers that answer the filter."""
    days = Days.of(clock.today(), soon_days(actor.agency_id))
    return _lit(_narrowed(actor, asked, days), asked).count()


def _lit(narrowed: QuerySet[Dossier], asked: BoardFilter) -> QuerySet[Dossier]:
    return narrowed.filter(rank__in=ranks_with(asked.light)) if asked.light else narrowed


def _narrowed(actor: Actor, asked: BoardFilter, days: Days) -> QuerySet[Dossier]:
    """All that is asked for but the light, each with its rank."""
    found = policies.visible_dossiers(actor).annotate(rank=rank_of_dossier(days))
    if asked.state:
        found = found.filter(state=asked.state)
    if asked.unit:
        found = found.filter(unit_id__in=_with_predecessors(actor, asked.unit))
    if asked.drafter:
        found = found.filter(drafter__uuid=asked.drafter)
    if asked.words.strip():
        found = found.filter(_says(asked.words, actor.agency_id))
    if asked.due_within is not None:
        last = days.today + timedelta(days=asked.due_within)
        due = Step.objects.filter(due_on__range=(days.today, last)).exclude(state__in=OVER)
        found = found.filter(pk__in=due.values("dossier_id"))
    return found


def _says(words: str, agency_id: int) -> Q:
    """The words stand in the dossier's own, or in those of one of its steps."""
    steps = Step.objects.filter(uuid__in=subjects(words, agency_id, STEP))
    return Q(uuid__in=subjects(words, agency_id, DOSSIER)) | Q(pk__in=steps.values("dossier_id"))


def _with_predecessors(actor: Actor, unit: UUID) -> frozenset[int]:
    """The unit and those whose work came to it; nothing for a unit of another agency."""
    own = Unit.objects.filter(agency_id=actor.agency_id, uuid=unit).values_list("pk", flat=True)
    return with_predecessors(own, units_before(actor.agency_id))


def _tally(narrowed: QuerySet[Dossier]) -> dict[str, int]:
    """Light → how many, every light with its number."""
    counted = narrowed.order_by().values("rank").annotate(count=Count("pk")).values_list("rank", "count")
    tally = dict.fromkeys(("red", "amber", "green", "none"), 0)
    for rank, count in counted:
        tally[LIGHTS[rank]] += count
    return tally


def _in_order(found: QuerySet[Dossier]) -> QuerySet[Dossier]:
    rows = found.select_related("unit", "drafter").only(*_OF_DOSSIER)
    return rows.order_by("rank", F("next_due_on").asc(nulls_last=True), "pk")


def _rows(dossiers: Sequence[Dossier], days: Days) -> tuple[BoardRow, ...]:
    ids = [dossier.pk for dossier in dossiers]
    coming = {step.dossier_id: step for step in _coming(ids, days)}
    leads = _leads([step.pk for step in coming.values()])
    waiting = Doubt.objects.filter(dossier__in=ids, state=DoubtState.OPEN).order_by()
    doubts = dict(waiting.values("dossier").annotate(count=Count("pk")).values_list("dossier", "count"))
    return tuple(
        _row(dossier, coming.get(dossier.pk), leads, doubts.get(dossier.pk, 0), days) for dossier in dossiers
    )


def _coming(ids: Sequence[int], days: Days) -> QuerySet[Step]:
    """The most urgent unfinished step of each dossier, with the number of late ones and of those as urgent as it."""
    rank = rank_of_step(days)
    within = [F("dossier")]
    return (
        Step.objects.filter(dossier__in=ids)
        .exclude(state__in=OVER)
        .annotate(
            turn=Window(
                RowNumber(),
                within,
                [rank, F("due_on").asc(nulls_last=True), F("position").asc(), F("pk").asc()],
            ),
            late=Window(Count("pk", filter=Q(due_on__lt=days.today)), within),
            alike=Window(Count("pk"), [*within, rank]),
        )
        .filter(turn=1)
        .only(*_OF_STEP)
    )


def _leads(steps: Sequence[int]) -> dict[int, str]:
    """The lead units of each step as written, in one line."""
    leads = StepUnit.objects.filter(step__in=steps, part=Part.LEAD).order_by("position")
    return {pk: "; ".join(names) for pk, names in pairs(leads.values_list("step_id", "as_written")).items()}


def _row(
    dossier: Dossier, coming: Step | None, leads: Mapping[int, str], doubts: int, days: Days
) -> BoardRow:
    time = timing(standing(coming), days.today, days.soon_days) if coming else None
    return BoardRow(
        uuid=dossier.uuid,
        title=dossier.title,
        outcome=dossier.outcome_title,
        unit=dossier.unit.name if dossier.unit else "",
        drafter=dossier.drafter.full_name,
        opened_at=dossier.opened_at,
        state=dossier.state,
        steps=dossier.steps_total,
        finished=dossier.steps_total - dossier.steps_open,
        late=getattr(coming, "late", 0),
        open_doubts=doubts,
        next_step=f"{coming.where}. {coming.text}" if coming else "",
        next_holder=(coming.holder_words or leads.get(coming.pk, "")) if coming else "",
        next_due=coming.due_on if coming else None,
        next_days_left=time.days_left if time else None,
        light=LIGHTS[getattr(dossier, "rank")],  # noqa: B009
        reason=_reason(getattr(dossier, "rank"), coming, time.reason if time else ""),  # noqa: B009
    )


def _reason(rank: int, coming: Step | None, why: str) -> str:
    """Why the light has its colour: the step that gives it, and how many more stand as it does."""
    if rank == CLOSED:
        return "Hồ sơ đã kết thúc"
    if rank == DONE or coming is None:
        return "Đã hoàn thành tất cả các bước"
    if LIGHTS[rank] == "none":
        return "Các bước còn lại không ghi thời hạn"
    others = getattr(coming, "alike", 1) - 1
    more = f" và {others} bước khác" if others else ""
    return f"Bước {coming.where}{more}: {why[0].lower()}{why[1:]}"
