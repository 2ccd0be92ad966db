"""The demo: an assignment is laid out, the signed plan dropped in, half of it lived through; and again the same."""

from __future__ import annotations

from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.builders import finish
from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.demo import half_way
from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.dossiers.rows import DossierView, StepRow
from thammuu.apps.journal.models import Event
from thammuu.apps.journal.queries import verdict
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.demo import CAST
from thammuu.apps.organisations.models import Officer
from thammuu.apps.organisations.queries import actor_of_officer
from thammuu.apps.programme import demo
from thammuu.apps.programme.plans import drafted
from thammuu.apps.records.queries import contributions_waiting, records_view
from thammuu_core import intake, plans
from thammuu_core.plans.model import Reading

PLAN = resources.files("thammuu.cli") / "example" / "plan.docx"
NO_DAYS = "UBND TỈNH A\nSỞ B\nSố: 12/KH-SB\nA, ngày 3 tháng 4 năm 2013\nKẾ HOẠCH\nXây dựng đề án\n"


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The example plan as read."""
    return plans.read(intake.read_paper(PLAN.read_bytes(), PLAN.name))


@pytest.fixture
def made(db: None, reading: Reading) -> demo.Demo:
    """The demo of the example plan."""
    return demo.build(PLAN.read_bytes(), PLAN.name, reading)


def person(key: str) -> Actor:
    """Someone of the cast."""
    name = next(part.name for part in CAST if part.key == key)
    return actor_of_officer(Officer.objects.get(full_name=name).uuid)


def seen(made: demo.Demo) -> DossierView:
    """The dossier as its drafter sees it."""
    return queries.dossier_view(person("drafter"), made.dossier)


def planned(made: demo.Demo) -> list[StepRow]:
    """Its steps that stand in the plan."""
    return [step for step in seen(made).steps if step.origin == "plan"]


def test_the_plan_is_laid_over_the_steps_of_the_assignment(made: demo.Demo) -> None:
    view = seen(made)
    assert view.mandate.startswith("Chương trình công tác năm 2021")
    assert view.document is not None
    assert [step.where for step in planned(made)] == [f"II.{number}" for number in range(1, 8)]
    assert not [step for step in view.steps if step.state == "dropped"]
    assert [doubt.code for doubt in view.doubts]
    assert all(step.sources for step in planned(made))
    assert made.assignment is not None
    assert drafted(person("drafter"), made.assignment).name


def test_half_of_the_steps_are_behind_and_one_is_late(made: demo.Demo) -> None:
    steps = planned(made)
    assert [step.state for step in steps] == [
        "finished",
        "finished",
        "started",
        "started",
        *["not_started"] * 3,
    ]
    assert [step.where for step in steps if step.late] == ["II.3"]
    assert {step.light for step in steps[:2]} == {"green"}
    assert (steps[2].holder.officer, steps[3].holder.words) == (person("head").name, "Văn phòng UBND tỉnh")
    assert steps[0].lead[0].name == "Chi cục Tiêu chuẩn Đo lường Chất lượng"
    assert "text" in steps[0].confirmed
    assert "text" not in steps[2].confirmed
    assert clock.simulated_on() == made.today == seen(made).today
    assert date(2021, 6, 29) < made.today < date(2021, 7, 14)


def test_there_is_something_on_every_desk(made: demo.Demo) -> None:
    kept = records_view(person("drafter"), made.dossier)
    assert [one.state for one in kept.contributions].count("waiting") == 1
    assert len(kept.contributions) == 2
    assert (len(kept.studies), len(kept.meetings), len(kept.notes)) == (2, 1, 1)
    assert len(contributions_waiting(person("other_unit"))) == 1
    work = {section.key: section.rows for section in queries.my_work(person("leader"))}
    assert len(work["decisions"]) == 1
    assert [step.origin for step in seen(made).steps].count("conclusion") == 1


def test_a_history_is_recorded_on_the_days_it_took_place(made: demo.Demo) -> None:
    assert {event.at.year for event in Event.objects.all()} == {2021}
    assert verdict().broken_at is None


def test_running_it_again_changes_nothing(made: demo.Demo, reading: Reading) -> None:
    events = Event.objects.count()
    assert demo.build(PLAN.read_bytes(), PLAN.name, reading) == made
    assert (Event.objects.count(), Dossier.objects.count()) == (events, 1)


def test_a_copy_under_another_name_is_another_dossier(made: demo.Demo, reading: Reading) -> None:
    other = demo.build(PLAN.read_bytes(), "bản sao.docx", reading)
    assert other.dossier != made.dossier
    assert other.assignment != made.assignment


def test_a_plan_without_dates_is_lived_on_the_day_it_was_signed(made: demo.Demo) -> None:
    plan = f"{NO_DAYS}1. Sở Tài chính chủ trì thẩm định dự toán kinh phí.\n"
    other = demo.build(plan.encode(), "a.txt")
    assert (other.today, other.assignment) == (date(2013, 4, 3), None)
    assert len(seen(other).steps) == 1


def test_what_people_did_meanwhile_survives_a_second_run(made: demo.Demo, reading: Reading) -> None:
    finish(person("drafter"), planned(made)[2], made.today)
    demo.build(PLAN.read_bytes(), PLAN.name, reading)
    assert planned(made)[2].state == "finished"


@given(st.lists(st.dates(date(2020, 1, 1), date(2026, 12, 31)), max_size=30))
def test_half_way_leaves_something_late_and_something_to_come(last_days: list[date]) -> None:
    day = half_way(last_days)
    if day is None:
        assert not last_days
        return
    assert min(last_days) <= day
    if len(set(last_days)) > 1:
        assert day < max(last_days)
