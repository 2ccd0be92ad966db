"""The list of dossiers and the work of an officer say what the dossiers themselves say, in a flat number of queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from support.builders import make_dossier, start, step_of
from support.cast import TODAY, Cast
from support.claims import plan_claim
from support.many.dossiers import make_many
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import HandOverStep, NewStep, SplitStep
from thammuu.apps.dossiers.models import OVER, Dossier, Step
from thammuu.apps.dossiers.reckoning.timing import soon_until, working_days
from thammuu.apps.dossiers.rows import BoardFilter, DossierView
from thammuu.apps.organisations import clock


def count(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def test_the_light_of_every_row_is_that_of_the_dossier(cast: Cast) -> None:
    make_many(cast.drafter.agency_id, TODAY, 60)
    for row in queries.board(cast.leader, BoardFilter(state=""), size=100).rows:
        view = queries.dossier_view(cast.leader, row.uuid)
        assert (row.light, row.steps, row.late) == (view.light, len(view.steps), view.late), row


@pytest.mark.parametrize("today", [TODAY, date(2021, 4, 29), date(2021, 12, 30), date(2040, 5, 5)])
def test_soon_is_the_same_for_sql_as_for_the_calendar(today: date) -> None:
    soon = soon_until(today, 3)
    ahead = [today + timedelta(days=n) for n in range(15)]
    assert [day <= soon for day in ahead] == [
        (left := working_days(today, day)) is not None and left <= 3 for day in ahead
    ]


def test_the_most_urgent_come_first_and_pages_hold_every_dossier_once(cast: Cast) -> None:
    made = make_many(cast.drafter.agency_id, TODAY, 60)
    pages = [queries.board(cast.leader, BoardFilter(state=""), page=page, size=20) for page in (1, 2, 3)]
    rows = [row for page in pages for row in page.rows]
    assert len({row.uuid for row in rows}) == len(made) == pages[0].total
    ranks = {"red": 0, "amber": 1, "green": 2, "none": 3}
    running = [ranks[row.light] for row in rows if row.state == "open" and row.finished < row.steps]
    assert running == sorted(running)
    assert queries.board(cast.leader, page=99, size=20).page == queries.board(cast.leader, size=20).pages


def test_the_tally_counts_what_each_light_would_show(cast: Cast) -> None:
    make_many(cast.drafter.agency_id, TODAY, 60)
    for light, number in queries.board(cast.leader).tally:
        board = queries.board(cast.leader, BoardFilter(light=light), size=100)
        assert board.total == len(board.rows) == number
        assert {row.light for row in board.rows} <= {light}
        assert dict(board.tally) == dict(queries.board(cast.leader).tally)


def test_filters_narrow_by_unit_drafter_words_and_days(cast: Cast, dossier: DossierView) -> None:
    make_many(cast.drafter.agency_id, TODAY, 20)
    unit = next(
        one.uuid for one in queries.board(cast.leader).units if one.words in cast.other_unit.unit_names
    )
    units = {row.unit for row in queries.board(cast.leader, BoardFilter(unit=unit)).rows}
    assert units == set(cast.other_unit.unit_names)
    mine = queries.board(cast.leader, BoardFilter(drafter=cast.drafter.uuid)).rows
    assert {row.drafter for row in mine} == {cast.drafter.name}
    for words in ("nang suat va chat luong", "lay y kien lan 2"):
        assert dossier.uuid in {row.uuid for row in queries.board(cast.leader, BoardFilter(words=words)).rows}
    due = {row.uuid for row in queries.board(cast.leader, BoardFilter(due_within=8), size=100).rows}
    within = Step.objects.filter(
        due_on__range=(TODAY, TODAY + timedelta(days=8)), dossier__state="open"
    ).exclude(state__in=OVER)
    assert due == set(within.values_list("dossier__uuid", flat=True))


def test_a_unit_of_another_agency_narrows_to_nothing(cast: Cast, dossier: DossierView) -> None:
    foreign = queries.board(cast.outsider).units[0].uuid
    assert queries.board(cast.leader, BoardFilter(unit=foreign)).rows == ()


def test_one_dossier_takes_as_many_queries_as_fifty(cast: Cast, dossier: DossierView) -> None:
    asks = (lambda: queries.board(cast.leader), lambda: queries.my_work(cast.head))
    few = [count(ask) for ask in asks]
    make_many(cast.drafter.agency_id, TODAY, 60)
    assert [count(ask) for ask in asks] == few
    assert few[0] <= 7
    assert few[1] <= 13


def test_a_dossier_of_many_steps_takes_as_many_queries_as_one_of_few(cast: Cast) -> None:
    few, many = (make_many(cast.drafter.agency_id, TODAY, 1, steps)[0] for steps in (2, 60))
    uuids = dict(Dossier.objects.values_list("pk", "uuid"))
    assert count(lambda: queries.dossier_view(cast.drafter, uuids[many])) == count(
        lambda: queries.dossier_view(cast.drafter, uuids[few])
    )


def sections(actor: object) -> dict[str, list[str]]:
    return {
        section.key: [row.where for row in section.rows] for section in queries.my_work(actor) if section.rows
    }  # type: ignore[arg-type]


def test_work_is_sorted_by_how_soon_it_is_due(cast: Cast, dossier: DossierView) -> None:
    """The drafter's unit leads all steps but the fourth."""
    assert sections(cast.drafter) == {"overdue": ["II.1", "II.2", "II.3"], "undated": ["II.5"]}
    assert sections(cast.other_unit) == {"later": ["II.4"]}
    with clock.at(date(2021, 7, 12)):
        assert sections(cast.other_unit) == {"this_week": ["II.4"]}
    with clock.at(date(2021, 7, 14)):
        assert sections(cast.other_unit) == {"today": ["II.4"]}


def test_what_others_have_waits_apart(cast: Cast, dossier: DossierView) -> None:
    command = HandOverStep(dossier.steps[0].uuid, 1, TODAY, cast.drafter.name, words="Sở Tài chính")
    services.hand_over_step(cast.drafter, command, key=uuid4())
    assert sections(cast.drafter)["waiting"] == ["II.1"]
    assert sections(cast.drafter)["overdue"] == ["II.2", "II.3"]


def test_an_officer_has_what_is_his_and_the_head_sees_it_too(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[0])
    assert "II.1" in sections(cast.drafter)["overdue"]
    assert "II.1" in sections(cast.head)["overdue"]


def test_parts_stand_for_their_whole(cast: Cast, dossier: DossierView) -> None:
    step = step_of(cast.drafter, dossier, 4)
    parts = (NewStep("Gửi văn bản"), NewStep("Chờ trả lời"))
    services.split_step(cast.drafter, SplitStep(step.uuid, step.version, parts), key=uuid4())
    assert sections(cast.other_unit) == {"undated": ["II.4.1", "II.4.2"]}


def test_nobody_of_another_agency_and_no_administrator_has_anything(cast: Cast, dossier: DossierView) -> None:
    assert sections(cast.outsider) == sections(cast.administrator) == {}
    assert queries.board(cast.outsider).total == queries.board(cast.administrator).total == 0


def test_what_nobody_of_the_register_leads_is_the_drafter_s(cast: Cast, unread: None) -> None:
    claim, _ = plan_claim()
    for step in claim["steps"]:
        step["lead"] = ["Ban nào đó"]
    make_dossier(cast.drafter, claim)
    assert sections(cast.drafter)["overdue"] == ["II.1", "II.2", "II.3"]
    assert sections(cast.other_unit) == {}
