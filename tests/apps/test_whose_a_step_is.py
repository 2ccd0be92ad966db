"""Whose a step is, is told once: own work, the reminders and the calendar agree for everyone, whatever the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from support.builders import make_dossier
from support.cast import TODAY, Cast
from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.lists.own import officers_of
from thammuu.apps.dossiers.models import Dossier, DossierState, ExtensionRequest, Part, Step, StepState
from thammuu.apps.dossiers.outgoing.calendar_feed import feed_of
from thammuu.apps.dossiers.outgoing.reminders import remind
from thammuu.apps.notifications.models import Notice
from thammuu.apps.organisations import absences, parameters
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.commands import PlanAbsence, SetParameter
from thammuu.apps.organisations.models import Agency, Unit
from thammuu.apps.organisations.queries import actor_of_officer, actors_of

STEPS = 5
"""Steps of the dossier that are told anew; the last is a part of the one before it."""
SOMEONE = st.sampled_from(("drafter", "head", "clerk", "leader", "other_unit", "administrator"))
UNITS = st.sampled_from(("drafter", "other_unit", ""))
"""Whose unit; none."""
TOLD = st.fixed_dictionaries(
    {
        "officer": st.one_of(st.just(""), SOMEONE),
        "unit": UNITS,
        "outside": st.booleans(),
        "lead": UNITS,
        "over": st.booleans(),
        "asked": st.booleans(),
    }
)
AWAY = st.sampled_from(
    ((), ("head", "other_unit"), ("drafter", "clerk"), ("leader", "head"), ("other_unit", "drafter"))
)


@pytest.fixture
def dossier(cast: Cast, unread: None) -> Dossier:
    return Dossier.objects.get(uuid=make_dossier(cast.drafter).uuid)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    told=st.lists(TOLD, min_size=STEPS, max_size=STEPS),
    drafter=SOMEONE,
    unit=UNITS,
    away=AWAY,
    renamed=st.booleans(),
    closed=st.booleans(),
)
def test_own_work_reminders_and_the_calendar_agree(cast: Cast, dossier: Dossier, **drawn: object) -> None:
    with undone():
        _arrange(cast, dossier, **drawn)  # type: ignore[arg-type]
        everyone = {name: actor_of_officer(actor.uuid) for name, actor in cast}
        steps = {step.pk: step.uuid for step in dossier.steps.all()}
        officers = officers_of(dossier.steps.select_related("dossier"))
        remind(TODAY)
        for name, actor in everyone.items():
            own = work(actor)
            assert {steps[step] for step, named in officers.items() if actor.id in named} == own, name
            assert calendar(actor) == own, name
            assert reminded(actor) == own, name


@contextmanager
def undone() -> Iterator[None]:
    """A block of which nothing is left."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _arrange(
    cast: Cast,
    dossier: Dossier,
    told: list[dict[str, object]],
    drafter: str,
    unit: str,
    away: tuple[str, ...],
    renamed: bool,
    closed: bool,
) -> None:
    people = dict(cast)
    units = {"": None, **{name: people[name].own_unit_id for name in ("drafter", "other_unit")}}
    state = DossierState.CLOSED if closed else DossierState.OPEN
    Dossier.objects.filter(pk=dossier.pk).update(drafter=people[drafter].id, unit=units[unit], state=state)
    rows = list(dossier.steps.order_by("position"))
    Step.objects.filter(pk__in=[row.pk for row in rows[STEPS:]]).update(state=StepState.FINISHED)
    for row, one in zip(rows, told, strict=False):
        holder = people[str(one["officer"])] if one["officer"] else None
        holding = units[str(one["unit"])]
        known = "có người giữ" if holder or holding or one["outside"] else ""
        Step.objects.filter(pk=row.pk).update(
            due_on=TODAY,
            state=StepState.FINISHED if one["over"] else StepState.STARTED,
            holder_officer=holder.id if holder else None,
            holder_unit=holding,
            holder_words=known,
        )
        row.owners.filter(part=Part.LEAD).update(unit=units[str(one["lead"])])
        if one["asked"]:
            ExtensionRequest.objects.create(
                step=row,
                asked_on=TODAY,
                asked_by="Nguyễn Thị Lan",
                ends_on=date(2021, 8, 2),
                reason="Chờ ý kiến",
                letter_note="15/TTr",
                recorded_by_id=cast.drafter.id,
                recorded_at=dossier.opened_at,
            )
    Step.objects.filter(pk=rows[STEPS - 1].pk).update(parent=rows[STEPS - 2])
    if renamed:
        old = Unit.objects.get(pk=cast.other_unit.own_unit_id)
        new = Unit.objects.create(agency=old.agency, name="Phòng Khoa học và Đổi mới sáng tạo")
        Unit.objects.filter(pk=old.pk).update(successor=new)
        old.positions.update(unit=new)
    if away:
        absent, substitute = (people[name] for name in away)
        command = PlanAbsence(absent.uuid, substitute.uuid, TODAY, TODAY, "Nghỉ phép")
        absences.plan_absence(cast.administrator, command, key=uuid4())


def work(actor: Actor) -> set[UUID]:
    """Steps with a last day on the page of own work."""
    return {row.uuid for section in queries.my_work(actor) for row in section.rows if row.due_on}


def calendar(actor: Actor) -> set[UUID]:
    """Steps in the calendar."""
    found = Calendar.from_ical(feed_of(actor)).walk("VEVENT")
    return {UUID(str(event["uid"]).removesuffix("@tham-muu")) for event in found}


def reminded(actor: Actor) -> set[UUID]:
    """Steps that are due today, as the actor was told."""
    notices = Notice.objects.filter(officer_id=actor.id, occasion__startswith="remind:")
    return {notice.subject for notice in notices}


def test_actors_made_together_are_those_made_one_by_one(cast: Cast) -> None:
    command = PlanAbsence(cast.head.uuid, cast.drafter.uuid, TODAY, TODAY, "Nghỉ phép")
    absences.plan_absence(cast.administrator, command, key=uuid4())
    made = {actor.id: actor for actor in actors_of(Agency.objects.values_list("pk", flat=True))}
    for _, actor in cast:
        assert made[actor.id] == actor_of_officer(actor.uuid)


def test_a_substitute_who_is_only_told_is_told_and_has_it_nowhere_else(cast: Cast, dossier: Dossier) -> None:
    command = SetParameter("absence.substitute", 0, "notify", "Quy chế làm việc")
    parameters.set_parameter(cast.administrator, command, key=uuid4())
    away = PlanAbsence(cast.drafter.uuid, cast.other_unit.uuid, TODAY, TODAY, "Nghỉ phép")
    absences.plan_absence(cast.administrator, away, key=uuid4())
    step = dossier.steps.first()
    Step.objects.filter(pk=step.pk).update(
        due_on=TODAY, holder_officer=cast.drafter.id, holder_words=cast.drafter.name
    )
    step.owners.all().update(unit=None)
    remind(TODAY)
    substitute = actor_of_officer(cast.other_unit.uuid)
    assert step.uuid in reminded(substitute)
    assert step.uuid not in work(substitute) | calendar(substitute)
