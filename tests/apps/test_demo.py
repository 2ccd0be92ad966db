"""The demo: any plan becomes a dossier half-way, on a day between its dates, and again the same."""

from __future__ import annotations

from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu.apps.dossiers import demo, queries
from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.journal.models import Event
from thammuu.apps.journal.queries import verdict
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.demo import CAST
from thammuu.apps.organisations.models import Officer
from thammuu.apps.organisations.queries import actor_of_officer
from thammuu_core import intake, plans
from thammuu_core.plans.model import Reading

PLAN = resources.files("thammuu.cli") / "example" / "plan.docx"


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The example plan as read."""
    return plans.read(intake.read_paper(PLAN.read_bytes(), PLAN.name))


def test_the_example_plan_is_lived_through_half_way(db: None, reading: Reading) -> None:
    made = demo.build(PLAN.read_bytes(), PLAN.name, reading)
    drafter = actor_of_officer(Officer.objects.get(full_name=CAST[0].name).uuid)
    view = queries.dossier_view(drafter, made.dossier)
    states = [step.state for step in view.steps]
    assert states == ["finished", "finished", "started", *["not_started"] * 4]
    assert [step.number for step in view.steps if step.late] == [3]
    assert {step.light for step in view.steps[:2]} == {"green"}
    assert view.steps[0].lead[0].name == "Chi cục Tiêu chuẩn Đo lường Chất lượng"
    assert clock.simulated_on() == made.today == view.today
    assert date(2021, 6, 29) < made.today < date(2021, 7, 14)


def test_a_history_is_recorded_on_the_days_it_took_place(db: None, reading: Reading) -> None:
    demo.build(PLAN.read_bytes(), PLAN.name, reading)
    assert {event.at.year for event in Event.objects.all()} == {2021}
    assert verdict().broken_at is None


def test_running_it_again_changes_nothing(db: None, reading: Reading) -> None:
    first = demo.build(PLAN.read_bytes(), PLAN.name, reading)
    events = Event.objects.count()
    assert demo.build(PLAN.read_bytes(), PLAN.name, reading) == first
    assert (Event.objects.count(), Dossier.objects.count()) == (events, 1)


def test_a_copy_under_another_name_is_another_dossier(db: None, reading: Reading) -> None:
    first = demo.build(PLAN.read_bytes(), PLAN.name, reading)
    assert demo.build(PLAN.read_bytes(), "bản sao.docx", reading).dossier != first.dossier


def test_a_plan_without_dates_is_lived_on_the_day_it_was_signed(db: None) -> None:
    demo.build(PLAN.read_bytes(), PLAN.name)
    words = "UBND TỈNH A\nSỞ B\nSố: 12/KH-SB\nA, ngày 3 tháng 4 năm 2013\nKẾ HOẠCH\nXây dựng đề án\n"
    made = demo.build(f"{words}1. Sở Tài chính chủ trì thẩm định dự toán kinh phí.\n".encode(), "a.txt")
    assert made.today == date(2013, 4, 3)


def test_what_people_did_meanwhile_survives_a_second_run(db: None, reading: Reading) -> None:
    from support.builders import finish

    made = demo.build(PLAN.read_bytes(), PLAN.name, reading)
    drafter = actor_of_officer(Officer.objects.get(full_name=CAST[0].name).uuid)
    late = queries.dossier_view(drafter, made.dossier).steps[2]
    finish(drafter, late, made.today)
    demo.build(PLAN.read_bytes(), PLAN.name, reading)
    assert queries.dossier_view(drafter, made.dossier).steps[2].state == "finished"


@given(st.lists(st.dates(date(2020, 1, 1), date(2026, 12, 31)), max_size=30))
def test_half_way_leaves_something_late_and_something_to_come(last_days: list[date]) -> None:
    day = demo.half_way(last_days)
    if day is None:
        assert not last_days
        return
    assert min(last_days) <= day
    if len(set(last_days)) > 1:
        assert day < max(last_days)
