"""While one is away another does the daily work: for those days, in that agency, with the powers that pass."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from support.cast import TODAY, Cast
from thammuu.apps.organisations import absences, clock, parameters
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.commands import EndAbsence, PlanAbsence, SetParameter
from thammuu.apps.organisations.directory import absences_seen
from thammuu.apps.organisations.models import Absence, Position
from thammuu.apps.organisations.queries import actor_of_officer, substitutes_of
from thammuu.apps.organisations.refusals import (
    AbsencesOverlap,
    DayOutOfOrder,
    NoSubstitute,
    NotAllowed,
    NotVisible,
    StaleEdit,
    SubstituteAway,
)

FIRST, LAST = date(2021, 7, 5), date(2021, 7, 9)


def plan(by: Actor, officer: Actor, substitute: Actor, first: date = FIRST, last: date = LAST) -> Absence:
    command = PlanAbsence(officer.uuid, substitute.uuid, first, last, "Nghỉ phép")
    return Absence.objects.get(uuid=absences.plan_absence(by, command, key=uuid4()))


def test_the_substitute_stands_in_on_these_days_only(cast: Cast) -> None:
    plan(cast.head, cast.head, cast.drafter)
    standing_in = actor_of_officer(cast.drafter.uuid)
    assert standing_in.stands_for == (cast.head.id,)
    head = standing_in.in_place_of[0]
    assert head.roles == cast.head.roles
    assert head.unit_ids == cast.head.unit_ids
    assert standing_in.capacities == (standing_in, head)
    assert standing_in.roles == cast.drafter.roles
    for day in (date(2021, 7, 4), date(2021, 7, 10)):
        with clock.at(day):
            assert actor_of_officer(cast.drafter.uuid).stands_for == ()
    assert substitutes_of([cast.head.id, cast.clerk.id]) == {cast.head.id: cast.drafter.id}


def test_the_powers_of_a_leader_and_of_an_administrator_do_not_pass(cast: Cast) -> None:
    plan(cast.leader, cast.leader, cast.head)
    plan(cast.administrator, cast.administrator, cast.clerk)
    assert actor_of_officer(cast.head.uuid).in_place_of == ()
    assert actor_of_officer(cast.clerk.uuid).in_place_of == ()


def test_where_the_agency_says_so_a_substitute_is_only_told(cast: Cast) -> None:
    plan(cast.head, cast.head, cast.drafter)
    command = SetParameter("absence.substitute", 0, "notify", "Quy chế làm việc")
    parameters.set_parameter(cast.administrator, command, key=uuid4())
    assert actor_of_officer(cast.drafter.uuid).stands_for == ()
    assert substitutes_of([cast.head.id]) == {cast.head.id: cast.drafter.id}


def test_standing_in_is_not_handed_on(cast: Cast) -> None:
    plan(cast.administrator, cast.head, cast.drafter)
    plan(cast.administrator, cast.drafter, cast.other_unit)
    assert actor_of_officer(cast.other_unit.uuid).stands_for == (cast.drafter.id,)


@pytest.mark.parametrize(
    ("first", "last"),
    [(FIRST, LAST), (date(2021, 7, 9), date(2021, 7, 20)), (date(2021, 7, 1), date(2021, 7, 5))],
)
def test_absences_of_one_officer_do_not_overlap(cast: Cast, first: date, last: date) -> None:
    plan(cast.head, cast.drafter, cast.head)
    with pytest.raises(AbsencesOverlap, match="05/07/2021 đến 09/07/2021"):
        plan(cast.head, cast.drafter, cast.other_unit, first, last)


def test_absences_that_follow_one_another_do_not_overlap(cast: Cast) -> None:
    plan(cast.head, cast.drafter, cast.head)
    plan(cast.head, cast.drafter, cast.head, date(2021, 7, 10), date(2021, 7, 12))


def test_whoever_is_away_then_does_not_stand_in(cast: Cast) -> None:
    plan(cast.drafter, cast.drafter, cast.head)
    with pytest.raises(SubstituteAway, match="Nguyễn Thị Lan"):
        plan(cast.head, cast.head, cast.drafter)


def test_nobody_of_another_agency_stands_in(cast: Cast) -> None:
    with pytest.raises(NoSubstitute):
        plan(cast.drafter, cast.drafter, cast.outsider)
    with pytest.raises(NoSubstitute):
        plan(cast.drafter, cast.drafter, cast.drafter)


def test_who_may_say_that_someone_is_away(cast: Cast) -> None:
    for by in (cast.drafter, cast.head, cast.leader, cast.administrator):
        with transaction.atomic():
            plan(by, cast.drafter, cast.other_unit)
            transaction.set_rollback(True)
    for by in (cast.clerk, cast.other_unit):
        with pytest.raises(NotAllowed):
            plan(by, cast.drafter, cast.other_unit)
    with pytest.raises(NotVisible):
        plan(cast.outsider, cast.drafter, cast.outsider)


def test_days_out_of_order_are_refused(cast: Cast) -> None:
    with pytest.raises(DayOutOfOrder):
        plan(cast.drafter, cast.drafter, cast.head, LAST, FIRST)


def test_coming_back_early_ends_it_and_an_old_page_is_told(cast: Cast) -> None:
    made = plan(cast.drafter, cast.drafter, cast.head)
    early = EndAbsence(made.uuid, made.version, date(2021, 7, 5))
    absences.end_absence(cast.drafter, early, key=uuid4())
    assert actor_of_officer(cast.head.uuid).stands_for == ()
    with pytest.raises(StaleEdit) as told:
        absences.end_absence(cast.head, EndAbsence(made.uuid, made.version, LAST), key=uuid4())
    assert "05/07/2021" in told.value.current


def test_an_absence_called_off_holds_on_no_day(cast: Cast) -> None:
    made = plan(cast.drafter, cast.drafter, cast.head)
    absences.end_absence(cast.drafter, EndAbsence(made.uuid, 1, None), key=uuid4())
    assert actor_of_officer(cast.head.uuid).stands_for == ()
    assert absences_seen(cast.drafter).rows[0].state == "called_off"
    plan(cast.drafter, cast.drafter, cast.head)


def test_staying_away_longer_does_not_run_into_the_next_absence(cast: Cast) -> None:
    made = plan(cast.drafter, cast.drafter, cast.head)
    plan(cast.drafter, cast.drafter, cast.head, date(2021, 7, 12), date(2021, 7, 13))
    longer = EndAbsence(made.uuid, made.version, date(2021, 7, 12))
    with pytest.raises(AbsencesOverlap):
        absences.end_absence(cast.drafter, longer, key=uuid4())


@pytest.mark.parametrize("why", ["away", "gone"])
def test_staying_away_longer_needs_a_substitute_who_is_there(cast: Cast, why: str) -> None:
    made = plan(cast.drafter, cast.drafter, cast.head)
    if why == "away":
        plan(cast.head, cast.head, cast.clerk, date(2021, 7, 12), date(2021, 7, 13))
    else:
        Position.objects.filter(officer_id=cast.head.id).update(valid_to=date(2021, 7, 11))
    longer = EndAbsence(made.uuid, made.version, date(2021, 7, 12))
    with pytest.raises(SubstituteAway if why == "away" else NoSubstitute):
        absences.end_absence(cast.drafter, longer, key=uuid4())
    until = EndAbsence(made.uuid, made.version, date(2021, 7, 11))
    absences.end_absence(cast.drafter, until, key=uuid4())


def test_coming_back_early_asks_nothing_of_the_substitute(cast: Cast) -> None:
    made = plan(cast.drafter, cast.drafter, cast.head)
    plan(cast.head, cast.head, cast.clerk)
    early = EndAbsence(made.uuid, made.version, date(2021, 7, 8))
    absences.end_absence(cast.drafter, early, key=uuid4())


def test_each_sees_the_absences_that_concern_them(cast: Cast) -> None:
    plan(cast.drafter, cast.drafter, cast.head)
    plan(cast.clerk, cast.clerk, cast.other_unit)

    def seen(actor: Actor) -> set[str]:
        return {row.officer for row in absences_seen(actor).rows}

    assert seen(cast.drafter) == {cast.drafter.name}
    assert seen(cast.head) == {cast.drafter.name}
    assert seen(cast.other_unit) == {cast.clerk.name}
    assert seen(cast.leader) == seen(cast.administrator) == {cast.drafter.name, cast.clerk.name}
    assert seen(cast.outsider) == set()


def test_a_substitute_who_falls_away_later_is_pointed_out(cast: Cast) -> None:
    plan(cast.drafter, cast.drafter, cast.head)
    plan(cast.head, cast.head, cast.other_unit, TODAY, TODAY)
    rows = {row.officer: row for row in absences_seen(cast.leader).rows}
    assert rows[cast.drafter.name].substitute_away
    assert not rows[cast.head.name].substitute_away


def test_the_database_itself_wants_two_people_and_both_days(cast: Cast) -> None:
    row = {"agency_id": cast.drafter.agency_id, "officer_id": cast.drafter.id, "reason": "x"}
    for wrong in (
        {"substitute_id": cast.drafter.id, "valid_from": FIRST, "valid_to": LAST},
        {"substitute_id": cast.head.id, "valid_from": FIRST, "valid_to": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Absence.objects.create(**row, **wrong)


def test_three_absent_colleagues_cost_as_many_queries_as_one(cast: Cast) -> None:
    plan(cast.leader, cast.head, cast.drafter)
    with CaptureQueriesContext(connection) as one:
        actor_of_officer(cast.drafter.uuid)
    plan(cast.leader, cast.clerk, cast.drafter)
    plan(cast.leader, cast.other_unit, cast.drafter)
    with CaptureQueriesContext(connection) as three:
        assert len(actor_of_officer(cast.drafter.uuid).in_place_of) == 3
    assert len(three) == len(one)
