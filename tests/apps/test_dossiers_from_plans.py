"""A dossier is what its plan says, and its steps stand as the calendar says."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from support.builders import finish, make_document, make_dossier, start, step_of
from support.cast import Cast
from support.claims import BRANCH, plan_claim
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import OpenDossier
from thammuu.apps.dossiers.refusals import NoSteps
from thammuu.apps.dossiers.rows import DossierView


def test_a_dossier_holds_the_steps_of_its_plan_in_order(dossier: DossierView) -> None:
    assert [step.number for step in dossier.steps] == [1, 2, 3, 4, 5]
    assert dossier.steps[2].text == "Lấy ý kiến lần 1"
    assert dossier.steps[2].after_numbers == (2,)
    assert (dossier.outcome_kind, dossier.outcome_issuer) == ("Kế hoạch", "UBND tỉnh Bắc Giang")
    assert dossier.title == "Xây dựng Kế hoạch nâng cao năng suất và chất lượng"


def test_owners_are_matched_to_the_register_and_collective_words_are_left_alone(dossier: DossierView) -> None:
    step = dossier.steps[0]
    assert (step.lead[0].name, step.lead[0].known) == (BRANCH, True)
    assert (step.coordinating[0].as_written, step.coordinating[0].known) == (
        "các phòng, đơn vị thuộc Sở",
        False,
    )
    assert step.inherited == ("lead", "coordinating")


def test_doubts_stand_beside_the_step_they_are_about(dossier: DossierView) -> None:
    assert [(doubt.code, doubt.where) for doubt in dossier.doubts] == [
        ("citations.date_implausible", ""),
        ("plans.no_date", "II.5"),
    ]


def test_a_value_shows_the_words_it_came_from(dossier: DossierView) -> None:
    assert dossier.steps[0].sources[0].quote == "Nghiên cứu văn bản có liên quan"


def test_before_a_day_means_a_working_day_before_it(dossier: DossierView) -> None:
    assert dossier.steps[1].when.due_on == date(2021, 6, 15)
    assert dossier.steps[2].when.due_on == date(2021, 6, 29)


def test_an_unfinished_step_past_its_last_day_is_red_and_counted_in_working_days(
    dossier: DossierView,
) -> None:
    step = dossier.steps[2]
    assert (step.light, step.late, step.days_left) == ("red", True, -5)
    assert step.reason == "Quá hạn 5 ngày làm việc, hạn cuối 29/06/2021"


def test_a_step_without_a_date_tells_its_condition(dossier: DossierView) -> None:
    assert dossier.steps[4].light == "none"
    assert dossier.steps[4].reason == "Có điều kiện: khi có yêu cầu"


def test_a_step_finished_in_time_is_green(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[1])
    finish(cast.drafter, step_of(cast.drafter, dossier, 2))
    step = step_of(cast.drafter, dossier, 2)
    assert (step.state, step.light) == ("finished", "green")
    assert step.reason == "Hoàn thành ngày 10/06/2021, đúng hạn"


def test_a_step_finished_late_says_by_how_much(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[1])
    finish(cast.drafter, step_of(cast.drafter, dossier, 2), date(2021, 6, 17))
    assert "trễ 2 ngày làm việc" in step_of(cast.drafter, dossier, 2).reason


def test_a_year_without_a_calendar_keeps_its_dates_and_counts_nothing(cast: Cast, unread: None) -> None:
    claim, _ = plan_claim()
    claim["steps"][3]["when"] |= {"end": "2045-03-01", "strict": False}
    step = make_dossier(cast.drafter, claim).steps[3]
    assert (step.when.due_on, step.days_left) == (date(2045, 3, 1), None)
    assert "hạn cuối 01/03/2045" in step.reason


def test_a_list_tells_the_next_step_and_the_worst_light(cast: Cast, dossier: DossierView) -> None:
    (row,) = queries.board(cast.leader).rows
    assert (row.steps, row.finished, row.late, row.open_doubts) == (5, 0, 3, 2)
    assert row.light == "red"
    assert row.next_due == date(2021, 5, 31)


def test_a_restated_duty_is_no_second_step(cast: Cast, unread: None) -> None:
    claim, _ = plan_claim()
    claim["steps"][4] |= {"restates": "s2"}
    assert len(make_dossier(cast.drafter, claim).steps) == 4


def test_a_document_without_duties_makes_no_dossier(cast: Cast, unread: None) -> None:
    claim, _ = plan_claim()
    document = make_document(cast.drafter, claim | {"steps": []})
    with pytest.raises(NoSteps):
        services.create_dossier_from_reading(cast.drafter, OpenDossier(document), key=uuid4())
