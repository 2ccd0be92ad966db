"""What happened to a step is recorded once, along one table, by those who may, with its proof."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from support.builders import finish, start, step_of
from support.cast import Cast
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import DecideDoubt, FinishStep, StartStep
from thammuu.apps.dossiers.models import Act, StepEvent, StepState
from thammuu.apps.dossiers.refusals import (
    DayBeforeFact,
    DayInFuture,
    DayLongPast,
    EvidenceMissing,
    NoSuchTransition,
    PersonMissing,
    ReasonMissing,
)
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.dossiers.transitions import TABLE, acts_in, following
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.models import Event
from thammuu.apps.journal.receipts import DayImplausible, KeyReused
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu_core.errors import Refusal, Told

DAY = date(2021, 6, 1)


def test_a_step_goes_from_not_started_to_started_to_finished(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[0])
    assert step_of(cast.drafter, dossier, 1).acts[:3] == ("finish", "hand_over", "skip")
    finish(cast.drafter, step_of(cast.drafter, dossier, 1))
    step = step_of(cast.drafter, dossier, 1)
    assert (step.state, step.acts) == ("finished", ("reopen", "correct", "confirm"))
    assert (step.started_on, step.finished_on) == (DAY, date(2021, 6, 10))


@pytest.mark.parametrize(("state", "act"), [(state, act) for state in StepState for act in Act])
def test_only_the_table_says_what_may_follow(state: StepState, act: Act) -> None:
    if (state, act) in TABLE:
        assert act in acts_in(state)
    else:
        with pytest.raises(NoSuchTransition):
            following(state, act)


def test_a_step_cannot_be_finished_before_it_is_started(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(NoSuchTransition):
        finish(cast.drafter, dossier.steps[0])
    assert not StepEvent.objects.exists()


def test_of_two_who_act_on_the_same_page_the_second_is_told_both_texts(
    cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, dossier.steps[0])
    command = StartStep(dossier.steps[0].uuid, 1, DAY, "Trần Mạnh Hùng", "bắt đầu lại")
    with pytest.raises(StaleEdit) as stale:
        services.start_step(cast.head, command, key=uuid4())
    assert stale.value.yours == "Bắt đầu ngày 01/06/2021, Trần Mạnh Hùng; bắt đầu lại"
    assert stale.value.current == "Bắt đầu ngày 01/06/2021, Nguyễn Thị Lan (ghi nhận: Nguyễn Thị Lan)"
    assert StepEvent.objects.count() == 1


def test_the_same_request_twice_has_one_effect_and_one_answer(cast: Cast, dossier: DossierView) -> None:
    command, key = StartStep(dossier.steps[0].uuid, 1, DAY, cast.drafter.name), uuid4()
    first = services.start_step(cast.drafter, command, key=key)
    assert services.start_step(cast.drafter, command, key=key) == first
    assert StepEvent.objects.count() == 1
    assert Event.objects.filter(act="step.started").count() == 1


def test_a_key_that_comes_back_with_another_body_is_refused(cast: Cast, dossier: DossierView) -> None:
    key = uuid4()
    services.start_step(cast.drafter, StartStep(dossier.steps[0].uuid, 1, DAY, "An", "Sổ giao việc"), key=key)
    with pytest.raises(KeyReused):
        services.start_step(
            cast.drafter, StartStep(dossier.steps[0].uuid, 1, DAY, "Bình", "Sổ giao việc"), key=key
        )


def test_a_refused_request_may_be_sent_again_with_its_key(cast: Cast, dossier: DossierView) -> None:
    key = uuid4()
    with pytest.raises(PersonMissing):
        services.start_step(cast.drafter, StartStep(dossier.steps[0].uuid, 1, DAY, " "), key=key)
    services.start_step(cast.drafter, StartStep(dossier.steps[0].uuid, 1, DAY, "An", "Sổ giao việc"), key=key)


def test_a_fact_of_someone_else_says_who_did_it_and_who_recorded_it(cast: Cast, dossier: DossierView) -> None:
    command = StartStep(
        dossier.steps[0].uuid, 1, DAY, "Ông Hoàng Văn Nam, Văn phòng UBND tỉnh", "Công văn số 12"
    )
    services.start_step(cast.drafter, command, key=uuid4())
    fact = step_of(cast.drafter, dossier, 1).facts[0]
    assert (fact.on_behalf, fact.done_by, fact.recorded_by) == (True, command.done_by, cast.drafter.name)


def test_a_fact_of_ones_own_is_not_on_behalf_of_anyone(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[0])
    assert not step_of(cast.drafter, dossier, 1).facts[0].on_behalf


def test_a_file_of_evidence_is_kept_and_can_be_fetched_by_those_who_see_the_dossier(
    cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, dossier.steps[0])
    finish(cast.drafter, step_of(cast.drafter, dossier, 1), evidence=Upload("biên bản.pdf", b"%PDF-1.7 ..."))
    fact = step_of(cast.clerk, dossier, 1).facts[1]
    assert fact.evidence_name == "biên bản.pdf"
    assert fact.evidence_uuid is not None
    assert queries.file_to_serve(cast.clerk, fact.evidence_uuid).size == 12
    for stranger in (cast.outsider, cast.administrator):
        with pytest.raises(NotVisible):
            queries.file_to_serve(stranger, fact.evidence_uuid)


def test_finishing_needs_evidence(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[0])
    command = FinishStep(dossier.steps[0].uuid, 2, DAY, cast.drafter.name, "  ")
    with pytest.raises(EvidenceMissing):
        services.finish_step(cast.drafter, command, key=uuid4())


def test_evidence_of_a_kind_that_is_not_taken_leaves_the_step_as_it_was(
    cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, dossier.steps[0])
    step = step_of(cast.drafter, dossier, 1)
    with pytest.raises(Told):
        finish(cast.drafter, step, evidence=Upload("macro.docm", b"PK\x03\x04"))
    assert step_of(cast.drafter, dossier, 1) == step


def test_nothing_is_recorded_of_tomorrow(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(DayInFuture):
        start(cast.drafter, dossier.steps[0], date(2021, 7, 7))


@pytest.mark.parametrize(
    ("year", "refusal"),
    [(1, DayImplausible), (202, DayImplausible), (1921, DayImplausible), (1991, DayLongPast)],
)
def test_a_mistyped_year_does_not_become_a_fact(
    cast: Cast, dossier: DossierView, year: int, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        start(cast.drafter, dossier.steps[0], date(year, 7, 6))


def test_a_step_does_not_end_before_it_began(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[0], date(2021, 6, 1))
    with pytest.raises(DayBeforeFact):
        finish(cast.drafter, step_of(cast.drafter, dossier, 1), date(2021, 5, 31))


def test_a_lead_unit_records_its_own_steps_and_no_others(cast: Cast, dossier: DossierView) -> None:
    start(cast.other_unit, dossier.steps[3])
    with pytest.raises(NotAllowed):
        start(cast.other_unit, dossier.steps[0])
    assert step_of(cast.other_unit, dossier, 4).acts[:3] == ("finish", "hand_over", "skip")
    assert step_of(cast.other_unit, dossier, 1).acts == ()


def test_another_agency_does_not_learn_that_the_step_exists(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(NotVisible):
        start(cast.outsider, dossier.steps[0])
    with pytest.raises(NotVisible):
        queries.dossier_view(cast.outsider, dossier.uuid)
    assert queries.board(cast.outsider).rows == ()


def test_looking_after_the_system_gives_no_right_to_read(cast: Cast, dossier: DossierView) -> None:
    assert queries.board(cast.administrator).rows == ()
    with pytest.raises(NotVisible):
        queries.dossier_view(cast.administrator, dossier.uuid)


def test_a_doubt_is_settled_with_a_reason_and_by_name(cast: Cast, dossier: DossierView) -> None:
    doubt = dossier.doubts[0]
    services.decide_doubt(cast.leader, DecideDoubt(doubt.uuid, 1, "confirmed", "Viết nhầm năm"), key=uuid4())
    row = queries.doubt_to_decide(cast.drafter, doubt.uuid).doubt
    assert (row.state, row.reason, row.decided_by) == ("confirmed", "Viết nhầm năm", cast.leader.name)


def test_a_doubt_settled_meanwhile_is_shown_before_it_is_settled_again(
    cast: Cast, dossier: DossierView
) -> None:
    doubt = dossier.doubts[0]
    services.decide_doubt(cast.leader, DecideDoubt(doubt.uuid, 1, "confirmed", "Viết nhầm"), key=uuid4())
    with pytest.raises(StaleEdit) as stale:
        services.decide_doubt(cast.head, DecideDoubt(doubt.uuid, 1, "dismissed", "Đúng rồi"), key=uuid4())
    assert stale.value.current == "Đúng là có vấn đề: Viết nhầm"


def test_a_doubt_is_not_dismissed_without_a_reason(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(ReasonMissing):
        services.decide_doubt(
            cast.drafter, DecideDoubt(dossier.doubts[0].uuid, 1, "dismissed", ""), key=uuid4()
        )


def test_every_change_leaves_an_event_with_who_where_and_what(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[0])
    services.decide_doubt(
        cast.leader, DecideDoubt(dossier.doubts[0].uuid, 1, "confirmed", "Viết nhầm"), key=uuid4()
    )
    acts = ["document.received", "document.read", "dossier.opened", "step.started", "doubt.decided"]
    events = list(Event.objects.exclude(act__startswith="register.").order_by("seq"))
    assert [event.act for event in events] == acts
    assert {event.agency for event in events} == {cast.drafter.agency_uuid}
    assert [event.actor for event in events[2:]] == [cast.drafter.uuid, cast.drafter.uuid, cast.leader.uuid]
