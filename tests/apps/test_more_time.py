"""More time comes by a request with its letter and by the decision about it, and by nothing else."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from support.builders import finish, start, step_of
from support.cast import TODAY, Cast
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import AskMoreTime, DecideMoreTime, ReopenStep
from thammuu.apps.dossiers.derived import refresh_all
from thammuu.apps.dossiers.models import ExtensionDecision, ExtensionRequest
from thammuu.apps.dossiers.refusals import (
    AskedAlready,
    DecidedAlready,
    DecidedBeforeAsked,
    LetterMissing,
    NoDayToMove,
    NotLater,
    PaperMissing,
    ReasonMissing,
    StepIsOver,
)
from thammuu.apps.dossiers.rows import DossierView, StepRow
from thammuu.apps.files.uploads import Upload
from thammuu.apps.notifications.models import Kind, Notice
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible

LATER = date(2021, 7, 23)


def ask(actor: Actor, step: StepRow, until: date = LATER, **more: object) -> UUID:
    told: dict[str, object] = {"reason": "Chờ ý kiến các sở", "letter_note": "Số 12/CV, 05/7/2021", **more}
    command = AskMoreTime(step.uuid, step.version, TODAY, actor.name, until, **told)  # type: ignore[arg-type]
    return services.ask_more_time(actor, command, key=uuid4())


def decide(actor: Actor, dossier: DossierView, request: UUID, **more: object) -> UUID:
    step = step_of(actor, dossier, 4)
    told: dict[str, object] = {
        "granted": True,
        "ends_on": LATER,
        "decided_on": TODAY,
        "decided_by": actor.name,
        **more,
    }
    command = DecideMoreTime(request, step.version, **told)  # type: ignore[arg-type]
    return services.decide_more_time(actor, command, key=uuid4())


def test_granted_time_is_the_new_last_day_and_rests_on_the_decision(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier.steps[3])
    waiting = step_of(cast.leader, dossier, 4)
    assert waiting.acts == ("decide_more_time",)
    assert waiting.when.due_on == date(2021, 7, 14)
    decide(cast.leader, dossier, request)
    step = step_of(cast.drafter, dossier, 4)
    assert (step.when.due_on, step.when.strict, step.when.as_written) == (
        LATER,
        False,
        waiting.when.as_written,
    )
    assert (step.changes[0].before, step.changes[0].after) == (
        "Trước ngày 15/07/2021",
        "Đến hết ngày 23/07/2021",
    )
    assert step.changes[0].cause.startswith(f"Gia hạn theo quyết định của {cast.leader.name}")
    assert step.extensions[0].granted_ends_on == LATER


def test_a_granted_day_off_is_kept_on_the_next_working_day_even_for_a_step_with_a_first_day(
    cast: Cast, dossier: DossierView
) -> None:
    number, step = next(
        (number, step)
        for number, step in enumerate(dossier.steps, 1)
        if step.when.starts_on and step.when.due_on
    )
    saturday, monday = date(2021, 7, 24), date(2021, 7, 26)
    request = ask(cast.drafter, step, saturday)
    step = step_of(cast.leader, dossier, number)
    command = DecideMoreTime(request, step.version, True, saturday, TODAY, cast.leader.name)
    services.decide_more_time(cast.leader, command, key=uuid4())
    assert step_of(cast.drafter, dossier, number).when.due_on == monday
    refresh_all()
    assert step_of(cast.drafter, dossier, number).when.due_on == monday


def test_leaders_are_told_of_the_request_and_the_asker_of_the_decision(
    cast: Cast, dossier: DossierView
) -> None:
    request = ask(cast.drafter, dossier.steps[3])
    assert [row.officer_id for row in Notice.objects.filter(kind=Kind.MORE_TIME_ASKED)] == [cast.leader.id]
    sections = {section.key: section for section in queries.my_work(cast.leader)}
    assert [row.acts for row in sections["decisions"].rows] == [("decide_more_time",)]
    decide(cast.leader, dossier, request)
    assert [row.officer_id for row in Notice.objects.filter(kind=Kind.MORE_TIME_DECIDED)] == [cast.drafter.id]


def test_a_refusal_leaves_the_day_and_says_why(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier.steps[3])
    with pytest.raises(ReasonMissing):
        decide(cast.leader, dossier, request, granted=False, ends_on=None)
    decide(cast.leader, dossier, request, granted=False, ends_on=None, reason="Phải kịp kỳ họp")
    step = step_of(cast.drafter, dossier, 4)
    assert (step.when.due_on, step.changes) == (date(2021, 7, 14), ())
    assert (step.extensions[0].decided, step.extensions[0].granted) == (True, False)


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (date(2021, 7, 14), "không sau hạn hiện tại 14/07/2021"),
        (date(2021, 7, 5), "đã qua, hôm nay là 06/07/2021"),
    ],
)
def test_a_day_that_is_not_later_is_refused_in_words(
    cast: Cast, dossier: DossierView, until: date, words: str
) -> None:
    with pytest.raises(NotLater, match=words):
        ask(cast.drafter, dossier.steps[3], until)
    request = ask(cast.drafter, dossier.steps[3])
    with pytest.raises(NotLater, match=words):
        decide(cast.leader, dossier, request, ends_on=until)


def test_it_is_asked_in_writing_with_a_reason(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(LetterMissing):
        ask(cast.drafter, dossier.steps[3], letter_note="")
    with pytest.raises(ReasonMissing):
        ask(cast.drafter, dossier.steps[3], reason=" ")


def test_letter_and_paper_are_kept_and_served_to_those_who_see_the_dossier(
    cast: Cast, dossier: DossierView
) -> None:
    letter, paper = Upload("de-nghi.pdf", b"%PDF-1.7 letter"), Upload("dong-y.pdf", b"%PDF-1.7 paper")
    request = ask(cast.drafter, dossier.steps[3], letter=letter, letter_note="")
    decide(cast.drafter, dossier, request, decided_by="Ông Hoàng Văn Nam", paper=paper)
    row = step_of(cast.clerk, dossier, 4).extensions[0]
    for uuid, name in ((row.letter_uuid, "de-nghi.pdf"), (row.paper_uuid, "dong-y.pdf")):
        assert uuid is not None
        assert queries.file_to_serve(cast.clerk, uuid).name == name
        with pytest.raises(NotVisible):
            queries.file_to_serve(cast.outsider, uuid)


def test_one_request_waits_at_a_time(cast: Cast, dossier: DossierView) -> None:
    ask(cast.drafter, dossier.steps[3])
    step = step_of(cast.drafter, dossier, 4)
    assert "ask_more_time" not in step.acts
    with pytest.raises(AskedAlready):
        ask(cast.drafter, step, date(2021, 7, 30))
    assert ExtensionRequest.objects.count() == 1


def test_a_request_is_decided_once(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier.steps[3])
    decide(cast.leader, dossier, request)
    with pytest.raises(DecidedAlready):
        decide(cast.leader, dossier, request, ends_on=date(2021, 7, 30))
    assert ExtensionDecision.objects.count() == 1


def test_a_request_lapses_when_its_step_is_over_and_may_be_made_anew(
    cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, dossier.steps[3])
    request = ask(cast.drafter, step_of(cast.drafter, dossier, 4))
    finish(cast.drafter, step_of(cast.drafter, dossier, 4), day=TODAY)
    step = step_of(cast.leader, dossier, 4)
    (lapsed,) = step.extensions
    assert (lapsed.lapsed, lapsed.decided, lapsed.granted, lapsed.decided_by) == (True, True, False, "")
    assert "decide_more_time" not in step.acts
    with pytest.raises(DecidedAlready, match=r"Hết hiệu lực.*hãy lập đề nghị mới"):
        decide(cast.leader, dossier, request)
    again = ReopenStep(step.uuid, step.version, TODAY, cast.drafter.name, "Thiếu phụ lục")
    services.reopen_step(cast.drafter, again, key=uuid4())
    work = {section.key: section for section in queries.my_work(cast.leader)}
    assert work["decisions"].total == 0
    anew = ask(cast.drafter, step_of(cast.drafter, dossier, 4))
    decide(cast.leader, dossier, anew)
    assert step_of(cast.drafter, dossier, 4).when.due_on == LATER


def test_the_decision_of_another_is_recorded_with_its_paper_only(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier.steps[3])
    for recorder in (cast.drafter, cast.leader):
        with pytest.raises(PaperMissing):
            decide(recorder, dossier, request, decided_by="Ông Hoàng Văn Nam")
    with pytest.raises(PaperMissing):
        decide(cast.drafter, dossier, request)
    decide(cast.drafter, dossier, request, decided_by="Ông Hoàng Văn Nam", paper_note="Số 30/TB, 06/7/2021")
    assert step_of(cast.drafter, dossier, 4).extensions[0].granted


def test_who_neither_leads_nor_works_on_it_decides_nothing(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier.steps[3])
    with pytest.raises(NotAllowed):
        decide(cast.clerk, dossier, request, paper_note="Số 30/TB")
    with pytest.raises(NotVisible):
        queries.extension_to_decide(cast.outsider, request)


def test_a_decision_does_not_come_before_its_request(cast: Cast, dossier: DossierView) -> None:
    request = ask(cast.drafter, dossier.steps[3])
    with pytest.raises(DecidedBeforeAsked):
        decide(cast.leader, dossier, request, decided_on=date(2021, 7, 5))


def test_nothing_is_asked_for_a_step_without_a_day_or_one_that_is_over(
    cast: Cast, dossier: DossierView
) -> None:
    with pytest.raises(NoDayToMove):
        ask(cast.drafter, dossier.steps[4])
    start(cast.drafter, dossier.steps[3])
    finish(cast.drafter, step_of(cast.drafter, dossier, 4))
    with pytest.raises(StepIsOver):
        ask(cast.drafter, step_of(cast.drafter, dossier, 4))
