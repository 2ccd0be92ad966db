"""What is kept in a dossier beside its steps: asked for and answered, studied, met about, noted, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from support.builders import make_dossier
from support.cast import TODAY, Cast
from support.records import ASKED, DUE, HELD, ask, ask_data, call_meeting, conclude, note
from thammuu.apps.dossiers import queries as dossiers
from thammuu.apps.dossiers.models import Dossier, Step
from thammuu.apps.dossiers.refusals import DayInFuture, DossierClosed, StepIsOver
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.queries import verdict
from thammuu.apps.notifications.models import Notice
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.models import Unit
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu.apps.records import queries, services
from thammuu.apps.records.commands import (
    AnswerContribution,
    AskContribution,
    CallMeeting,
    Concluded,
    KeepStudy,
    MakeStep,
    ReceiveData,
    Withdraw,
)
from thammuu.apps.records.refusals import (
    AnswerBeforeAsked,
    DueBeforeAsked,
    EvidenceForOthers,
    NobodyInvited,
    NotData,
    OneBody,
    StepMade,
    Withdrawn,
    WordsMissing,
)
from thammuu_core.errors import Refusal


def science(cast: Cast) -> Unit:
    """The unit of the drafter of another unit."""
    return Unit.objects.get(pk=next(iter(cast.other_unit.unit_ids)))


def answer(**told: object) -> AnswerContribution:
    """An answer of today."""
    return AnswerContribution(
        **{
            "version": 0,
            "answer": "given",
            "answered_on": TODAY,
            "answered_by": "Lê Hồng Sơn",
            "text": "Số liệu kèm",
            **told,
        }  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(("today", "due"), [(TODAY, date(2021, 7, 9)), (date(2040, 5, 7), None)])
def test_the_usual_last_day_is_proposed_where_the_year_has_a_calendar(
    cast: Cast, dossier: DossierView, today: date, due: date | None
) -> None:
    step = dossier.steps[0].uuid
    with clock.at(today):
        assert queries.to_ask(cast.drafter, step).about.due_on == due


def test_a_unit_is_asked_is_told_and_answers_for_itself(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier, unit=science(cast).uuid)
    assert [row.uuid for row in queries.contributions_waiting(cast.other_unit)] == [request]
    assert Notice.objects.filter(officer_id=cast.other_unit.id, subject=request).count() == 1

    services.answer_contribution(cast.other_unit, answer(request=request), key=uuid4())
    (row,) = queries.records_view(cast.drafter, dossier.uuid).contributions
    assert (row.state, row.answers[0].on_behalf) == ("answered", False)
    assert queries.contributions_waiting(cast.other_unit) == ()
    assert Notice.objects.filter(officer_id=cast.drafter.id, subject=request).count() == 1


def test_an_answer_recorded_for_others_rests_on_their_paper(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier)
    with pytest.raises(EvidenceForOthers):
        services.answer_contribution(cast.drafter, answer(request=request), key=uuid4())
    told = answer(request=request, file_note="Công văn số 112/CTK-TH ngày 05/7/2021")
    services.answer_contribution(cast.drafter, told, key=uuid4())
    (row,) = queries.records_view(cast.drafter, dossier.uuid).contributions
    assert row.answers[0].on_behalf
    assert row.answers[0].recorded_by == cast.drafter.name


@pytest.mark.parametrize(
    ("today", "state", "words"),
    [
        (date(2021, 7, 6), "waiting", "còn 2 ngày làm việc"),
        (DUE, "waiting", "hôm nay là ngày cuối"),
        (date(2021, 7, 13), "late", "quá hạn 3 ngày làm việc"),
    ],
)
def test_a_request_says_in_words_where_it_stands(
    cast: Cast, dossier: DossierView, today: date, state: str, words: str
) -> None:
    ask(cast.drafter, dossier)
    with clock.at(today):
        (row,) = queries.records_view(cast.drafter, dossier.uuid).contributions
    assert row.state == state
    assert words in row.reason


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({}, OneBody),
        ({"body": "Cục Thống kê", "asked_for": "  "}, WordsMissing),
        ({"body": "Cục Thống kê", "due_on": date(2021, 6, 30)}, DueBeforeAsked),
        ({"body": "Cục Thống kê", "asked_on": date(2021, 7, 7)}, DayInFuture),
    ],
)
def test_a_request_that_cannot_be_is_refused(
    cast: Cast, dossier: DossierView, told: dict[str, Any], refusal: type[Refusal]
) -> None:
    asked = {"asked_for": "Gửi số liệu", "asked_on": ASKED, "due_on": DUE} | told
    command = AskContribution(dossier.steps[0].uuid, **asked)
    with pytest.raises(refusal):
        services.ask_contribution(cast.drafter, command, key=uuid4())


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"answered_on": date(2021, 6, 30)}, AnswerBeforeAsked),
        ({"answer": "declined", "text": ""}, WordsMissing),
        ({"answered_on": date(2021, 7, 7)}, DayInFuture),
    ],
)
def test_an_answer_that_cannot_be_is_refused(
    cast: Cast, dossier: DossierView, told: dict[str, Any], refusal: type[Refusal]
) -> None:
    command = answer(request=ask(cast.drafter, dossier), file_note="Số 12/CTK", **told)
    with pytest.raises(refusal):
        services.answer_contribution(cast.drafter, command, key=uuid4())


def test_who_does_not_work_on_the_step_asks_nobody(cast: Cast, dossier: DossierView) -> None:
    for actor in (cast.clerk, cast.leader, cast.other_unit):
        with pytest.raises(NotAllowed):
            ask(actor, dossier)
    for actor in (cast.outsider, cast.administrator):
        with pytest.raises(NotVisible):
            ask(actor, dossier)


def test_data_asked_for_are_late_until_they_have_come_whole(cast: Cast, dossier: DossierView) -> None:
    record = ask_data(cast.drafter, dossier)
    with clock.at(date(2021, 7, 12)):
        assert queries.records_view(cast.drafter, dossier.uuid).studies[0].state == "late"
        for whole, state in ((False, "part"), (True, "whole")):
            services.receive_data(cast.drafter, ReceiveData(record, date(2021, 7, 12), whole), key=uuid4())
            assert queries.records_view(cast.drafter, dossier.uuid).studies[0].state == state


def test_only_data_are_received(cast: Cast, dossier: DossierView) -> None:
    read = KeepStudy(dossier.uuid, "reading", "Quyết định số 1322/QĐ-TTg", ASKED)
    record = services.keep_study(cast.drafter, read, key=uuid4())
    with pytest.raises(NotData):
        services.receive_data(cast.drafter, ReceiveData(record, TODAY), key=uuid4())


def test_conclusions_of_a_meeting_become_steps_with_the_meeting_for_a_reason(
    cast: Cast, dossier: DossierView
) -> None:
    meeting = call_meeting(cast.drafter, dossier)
    due = date(2021, 7, 20)
    conclude(
        cast.drafter,
        meeting,
        Concluded("Bổ sung phụ lục chỉ tiêu", as_step=True, unit=science(cast).uuid, due_on=due),
        Concluded("Thống nhất bố cục dự thảo"),
    )
    view = dossiers.dossier_view(cast.drafter, dossier.uuid)
    made = view.steps[-1]
    assert (made.text, made.when.due_on, made.origin) == ("Bổ sung phụ lục chỉ tiêu", due, "conclusion")
    assert made.lead[0].name == science(cast).name
    assert "Kết luận họp ngày 05/07/2021" in made.changes[0].cause

    kept = queries.records_view(cast.drafter, dossier.uuid).meetings[0].minutes[0].conclusions
    assert [conclusion.step_number for conclusion in kept] == [made.number, None]
    services.make_step(cast.drafter, MakeStep(kept[1].uuid), key=uuid4())
    with pytest.raises(StepMade):
        services.make_step(cast.drafter, MakeStep(kept[1].uuid), key=uuid4())
    assert len(dossiers.dossier_view(cast.drafter, dossier.uuid).steps) == len(dossier.steps) + 2


def test_a_meeting_is_of_people_and_says_something(cast: Cast, dossier: DossierView) -> None:
    empty = CallMeeting(dossier.uuid, "Góp ý dự thảo", HELD, (" ",))
    with pytest.raises(NobodyInvited):
        services.call_meeting(cast.drafter, empty, key=uuid4())
    meeting = call_meeting(cast.drafter, dossier)
    with pytest.raises(WordsMissing):
        conclude(cast.drafter, meeting)


def test_what_is_withdrawn_stays_to_be_read_and_is_not_worked_on(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier, unit=science(cast).uuid)
    services.withdraw(cast.head, Withdraw(request, "Gửi nhầm đơn vị"), key=uuid4())
    (row,) = queries.records_view(cast.drafter, dossier.uuid).contributions
    assert row.state == "withdrawn"
    assert row.withdrawn
    assert row.withdrawn.reason == "Gửi nhầm đơn vị"
    assert row.acts == ()
    assert queries.contributions_waiting(cast.other_unit) == ()
    with pytest.raises(Withdrawn):
        services.answer_contribution(cast.other_unit, answer(request=request), key=uuid4())
    with pytest.raises(Withdrawn):
        services.withdraw(cast.head, Withdraw(request, "Rút lần nữa"), key=uuid4())


def test_a_note_is_taken_back_by_its_writer_or_who_keeps_the_dossier(
    cast: Cast, dossier: DossierView
) -> None:
    written = note(cast.clerk, dossier)
    with pytest.raises(NotAllowed):
        services.withdraw(cast.other_unit, Withdraw(written, "Không phải của tôi"), key=uuid4())
    services.withdraw(cast.clerk, Withdraw(written, "Ghi nhầm hồ sơ"), key=uuid4())
    assert queries.records_view(cast.leader, dossier.uuid).notes[0].withdrawn


def test_files_of_records_are_for_those_who_see_the_dossier(cast: Cast, dossier: DossierView) -> None:
    paper = Upload("so-lieu.txt", "Số liệu năng suất".encode())
    command = KeepStudy(dossier.uuid, "reading", "Báo cáo năng suất", ASKED, file=paper)
    services.keep_study(cast.drafter, command, key=uuid4())
    file = queries.records_view(cast.clerk, dossier.uuid).studies[0].file
    assert file
    assert queries.file_to_serve(cast.leader, file.uuid).name == "so-lieu.txt"
    for actor in (cast.outsider, cast.administrator):
        with pytest.raises(NotVisible):
            queries.file_to_serve(actor, file.uuid)


def test_the_number_of_queries_does_not_grow_with_the_records(cast: Cast, unread: None) -> None:
    def asked(records: int) -> int:
        dossier = make_dossier(cast.drafter)
        for _ in range(records):
            ask(cast.drafter, dossier)
            ask_data(cast.drafter, dossier)
            note(cast.drafter, dossier)
            conclude(cast.drafter, call_meeting(cast.drafter, dossier), Concluded("Rà soát", as_step=True))
        with CaptureQueriesContext(connection) as queried:
            queries.records_view(cast.drafter, dossier.uuid)
        return len(queried)

    assert asked(1) == asked(5)


def test_every_act_is_in_the_journal_and_the_chain_holds(cast: Cast, dossier: DossierView) -> None:
    meeting = call_meeting(cast.drafter, dossier)
    conclude(cast.drafter, meeting, Concluded("Rà soát số liệu", as_step=True))
    services.withdraw(cast.drafter, Withdraw(meeting, "Hoãn họp"), key=uuid4())
    assert verdict().broken_at is None


def test_of_two_who_answer_at_once_the_second_gets_both_texts(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier)
    services.answer_contribution(cast.drafter, answer(request=request, file_note="Số 12/CTK"), key=uuid4())
    second = answer(request=request, answer="nothing", text="Không có số liệu", file_note="Số 13/CTK")
    with pytest.raises(StaleEdit) as stale:
        services.answer_contribution(cast.head, second, key=uuid4())
    assert "Số liệu kèm" in stale.value.current
    assert "Không có số liệu" in stale.value.yours


def test_of_two_who_keep_minutes_at_once_the_second_gets_both_texts(cast: Cast, dossier: DossierView) -> None:
    meeting = call_meeting(cast.drafter, dossier)
    conclude(cast.drafter, meeting, Concluded("Rà soát số liệu"))
    with pytest.raises(StaleEdit) as stale:
        conclude(cast.head, meeting, Concluded("Bổ sung phụ lục"))
    assert (stale.value.yours, stale.value.current) == ("Bổ sung phụ lục", "Rà soát số liệu")


@pytest.mark.parametrize("act", ["ask", "ask_data", "call", "conclude", "receive", "answer"])
def test_a_closed_dossier_takes_nothing(cast: Cast, dossier: DossierView, act: str) -> None:
    drafter = cast.drafter
    request, record, meeting = (
        ask(drafter, dossier),
        ask_data(drafter, dossier),
        call_meeting(drafter, dossier),
    )
    Dossier.objects.filter(uuid=dossier.uuid).update(state="closed")
    acts: dict[str, Callable[[], object]] = {
        "ask": lambda: ask(drafter, dossier),
        "ask_data": lambda: ask_data(drafter, dossier),
        "call": lambda: call_meeting(drafter, dossier),
        "conclude": lambda: conclude(drafter, meeting, Concluded("Rà soát")),
        "receive": lambda: services.receive_data(drafter, ReceiveData(record, TODAY), key=uuid4()),
        "answer": lambda: services.answer_contribution(
            drafter, answer(request=request, file_note="Số 12"), key=uuid4()
        ),
    }
    with pytest.raises(DossierClosed):
        acts[act]()


def test_a_note_can_be_left_in_a_closed_dossier(cast: Cast, dossier: DossierView) -> None:
    Dossier.objects.filter(uuid=dossier.uuid).update(state="closed")
    note(cast.drafter, dossier)
    assert queries.records_view(cast.drafter, dossier.uuid).notes


def test_nobody_is_asked_for_a_step_that_is_over(cast: Cast, dossier: DossierView) -> None:
    Step.objects.filter(dossier__uuid=dossier.uuid).update(state="finished")
    with pytest.raises(StepIsOver):
        ask(cast.drafter, dossier)
