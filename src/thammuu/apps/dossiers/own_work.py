"""Việc của tôi: the steps an officer must see to, by how urgent they are, then what others have of what is his.

One query puts every step into its section and keeps the first of each; one more fetches what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Value,
    When,
    Window,
)
from django.db.models.functions import RowNumber

from thammuu.apps.dossiers.acts import Around, step_acts
from thammuu.apps.dossiers.models import (
    DossierState,
    ExtensionRequest,
    Part,
    Step,
    StepState,
    StepUnit,
)
from thammuu.apps.dossiers.policies import WORKERS, visible_dossiers
from thammuu.apps.dossiers.rows import WorkRow, WorkSection
from thammuu.apps.dossiers.showing.steps import lead_words, standing
from thammuu.apps.dossiers.timing import timing
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role

SHOWN = 50
"""Rows of a section."""
SECTIONS = {
    "overdue": "Quá hạn",
    "today": "Đến hạn hôm nay",
    "this_week": "Đến hạn trong tuần này",
    "later": "Sau tuần này",
    "undated": "Không ghi thời hạn",
    "decisions": "Đề nghị gia hạn chờ quyết định",
    "waiting": "Đang chờ người khác",
}
"""Key → heading, in the order shown."""
_OPEN = (StepState.NOT_STARTED, StepState.STARTED)
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class _Place:
    """A step in its section, which holds `total` of them."""

    step: int
    section: str
    total: int


def my_work(actor: Actor) -> tuple[WorkSection, ...]:
    """Every section in order, empty ones too."""
    today = clock.today()
    places = [*_places(actor, today), *_decisions(actor)]
    rows = _rows(actor, {place.step for place in places}, today)
    return tuple(_section(key, words, places, rows) for key, words in SECTIONS.items())


def _section(key: str, words: str, places: Sequence[_Place], rows: dict[int, WorkRow]) -> WorkSection:
    here = [place for place in places if place.section == key]
    shown = tuple(rows[place.step] for place in here)
    return WorkSection(key, words, shown, max((place.total for place in here), default=0))


def _places(actor: Actor, today: date) -> list[_Place]:
    """The first steps of each section."""
    section = _section_of(_mine(actor), today)
    order = [F("due_on").asc(nulls_last=True), F("pk").asc()]
    found = (
        _running(actor)
        .filter(_mine(actor) | _lent(actor))
        .annotate(
            section=section,
            turn=Window(RowNumber(), [section], order),
            total=Window(Count("pk"), [section]),
        )
        .filter(turn__lte=SHOWN)
        .order_by("turn")
    )
    return [_Place(*row) for row in found.values_list("pk", "section", "total")]


def _running(actor: Actor) -> QuerySet[Step]:
    """Unfinished steps of open dossiers; a whole stands for its parts only when none of these is open."""
    parts = Step.objects.filter(parent=OuterRef("pk"), state__in=_OPEN)
    return Step.objects.filter(
        ~Exists(parts),
        state__in=_OPEN,
        dossier__in=visible_dossiers(actor).filter(state=DossierState.OPEN),
    )


def _mine(actor: Actor) -> Q:
    """Lies with the officer, with the own unit and no officer of it, or with nobody and is the own unit's to lead.

    A head has what lies with any officer of the unit; a drafter what nobody of the register leads. The same for whom
    the officer stands in.
    """
    officers, units, headed = _capacities(actor)
    leads = StepUnit.objects.filter(step=OuterRef("pk"), part=Part.LEAD)
    nobody = Q(holder_words="")
    return (
        Q(holder_officer__in=officers)
        | Q(holder_officer=None, holder_unit__in=units)
        | Q(holder_unit__in=headed)
        | (nobody & Exists(leads.filter(unit__in=units)))
        | (nobody & _kept(officers, headed) & ~Exists(leads.filter(unit__isnull=False)))
    )


def _lent(actor: Actor) -> Q:
    """Lies with another and belongs to a dossier of the officer's, or is the own unit's to lead."""
    officers, units, headed = _capacities(actor)
    leads = StepUnit.objects.filter(step=OuterRef("pk"), part=Part.LEAD, unit__in=units)
    return ~Q(holder_words="") & (_kept(officers, headed) | Exists(leads))


def _kept(officers: Iterable[int], headed: Iterable[int]) -> Q:
    return Q(dossier__drafter__in=officers) | Q(dossier__unit__in=headed)


def _capacities(actor: Actor) -> tuple[list[int], list[int], list[int]]:
    """Officers whose work the actor does, units he works for, units he heads."""
    each = actor.capacities
    units = {unit for one in each if one.holds(*WORKERS) for unit in one.unit_ids}
    headed = {unit for one in each if one.holds(Role.HEAD_OF_UNIT) for unit in one.unit_ids}
    return [one.id for one in each], sorted(units), sorted(headed)


def _section_of(mine: Q, today: date) -> Case:
    sunday = today + timedelta(days=_SUNDAY - today.weekday())
    return Case(
        When(~mine, then=Value("waiting")),
        When(due_on__lt=today, then=Value("overdue")),
        When(due_on=today, then=Value("today")),
        When(due_on__lte=sunday, then=Value("this_week")),
        When(due_on__isnull=False, then=Value("later")),
        default=Value("undated"),
        output_field=CharField(),
    )


def _decisions(actor: Actor) -> list[_Place]:
    """Steps for which more time was asked of a leader; the oldest request first."""
    if not any(one.holds(Role.LEADER) for one in actor.capacities):
        return []
    waiting = ExtensionRequest.objects.filter(
        decision=None,
        step__state__in=_OPEN,
        step__dossier__in=visible_dossiers(actor).filter(state=DossierState.OPEN),
    )
    ids = list(waiting.order_by("pk").values_list("step_id", flat=True)[: SHOWN * 20])
    return [_Place(step, "decisions", len(ids)) for step in ids[:SHOWN]]


def _rows(actor: Actor, ids: Iterable[int], today: date) -> dict[int, WorkRow]:
    steps = (
        Step.objects.filter(pk__in=list(ids))
        .select_related("dossier", "holder_unit", "holder_officer")
        .prefetch_related(Prefetch("owners", StepUnit.objects.filter(part=Part.LEAD)))
    )
    asked = ExtensionRequest.objects.filter(step__in=list(ids), decision=None)
    waiting = frozenset(asked.values_list("step_id", flat=True))
    return {step.pk: _row(actor, step, step.pk in waiting, today) for step in steps}


def _row(actor: Actor, step: Step, asked: bool, today: date) -> WorkRow:
    time = timing(standing(step), today)
    return WorkRow(
        uuid=step.uuid,
        version=step.version,
        where=step.where,
        text=step.text,
        dossier_uuid=step.dossier.uuid,
        dossier_title=step.dossier.title,
        due_on=step.due_on,
        days_left=time.days_left,
        light=time.light,
        reason=time.reason,
        state=step.state,
        state_words=step.get_state_display(),
        holder=step.holder_words or lead_words(step),
        acts=step_acts(actor, step, Around(asked=asked)),
    )
