"""From an assignment to a running dossier: laid backwards with the agency's own days, or refused with the ways out."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from support.cast import Cast
from thammuu.apps.dossiers import queries as dossiers
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu.apps.programme import plans, queries, services
from thammuu.apps.programme.commands import (
    AddItem,
    AddProgramme,
    ItemFields,
    LayOut,
    OpenFromAssignment,
    SaveTemplate,
    TemplateStepFields,
)
from thammuu.apps.programme.refusals import (
    DayPassed,
    DossierThere,
    NoTemplateSteps,
    StepTooLong,
    StepTooShort,
    UnitMissing,
)
from thammuu.apps.programme.timetables import lay_out, template_needs
from thammuu_core.intake import read_paper
from thammuu_core.plans import read
from thammuu_core.rendering import to_docx
from thammuu_core.schedules import TooLittleTime

BRANCH = "Chi cục Tiêu chuẩn Đo lường Chất lượng"
DUE = date(2021, 10, 15)
OUTCOME = "Kế hoạch nâng cao năng suất và chất lượng giai đoạn 2021-2025"


@pytest.fixture
def assignment(cast: Cast) -> UUID:
    """An item of a decided programme, led by the drafter's branch."""
    decided = AddProgramme(
        "Chương trình công tác năm 2021", 2021, "UBND tỉnh Bắc Giang", "1199/QĐ-UBND", date(2020, 12, 24)
    )
    programme = services.add_programme(cast.clerk, decided, key=uuid4())
    fields = ItemFields(OUTCOME, BRANCH, ("các phòng, đơn vị thuộc Sở",), DUE, submitted_to="UBND tỉnh")
    return services.add_item(cast.clerk, AddItem(fields, programme), key=uuid4())


def laid(
    template: UUID | None = None, first: date = date(2021, 7, 6), due: date = DUE, **days: int
) -> LayOut:
    return LayOut(
        template, first, due, tuple((key.removeprefix("step_"), count) for key, count in days.items())
    )


def open_it(actor: Actor, assignment: UUID, layout: LayOut | None = None, version: int = 1) -> UUID:
    command = OpenFromAssignment(assignment, version, "", layout or laid())
    return services.open_from_assignment(actor, command, key=uuid4())


def test_the_preview_is_laid_backwards_with_room_shared_out(cast: Cast) -> None:
    found = lay_out(cast.drafter, laid())
    assert found.steps[5].last_day == DUE
    assert found.steps[6].last_day is None
    assert [step.days for step in found.steps[:6]] == [15, 10, 11, 13, 10, 5]
    assert all(step.days >= step.least for step in found.steps)
    assert {step.slack for step in found.steps[:6]} == {8}
    assert "chờ trả lời 5" in " ".join(found.steps[3].pieces).lower()


def test_days_set_by_hand_hold_and_the_agencys_own_days_are_the_least(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lay_out(cast.drafter, laid(step_4=20)).steps[3].days == 20
    monkeypatch.setattr(
        "thammuu.apps.organisations.parameters.own_days", lambda _: {"consult.default_days": 9}
    )
    assert template_needs(cast.drafter, None)[3].days == 12


def test_own_work_may_be_hurried_but_not_the_waiting_that_rules_set(cast: Cast) -> None:
    assert lay_out(cast.drafter, laid(step_2=2)).steps[1].days == 2
    with pytest.raises(StepTooShort) as told:
        lay_out(cast.drafter, laid(step_4=5))
    assert (
        "Bước 4 cần ít nhất 6 ngày làm việc (ký, gửi văn bản lấy ý kiến 1: NĐ 30/2020/NĐ-CP"
        in told.value.message
    )


def test_too_little_time_is_refused_with_the_ways_out_and_nothing_is_made(
    cast: Cast, assignment: UUID
) -> None:
    with pytest.raises(TooLittleTime) as told:
        open_it(cast.drafter, assignment, laid(due=date(2021, 7, 30)))
    assert len(told.value.ways) == 3
    assert "bắt đầu muộn nhất ngày" in told.value.message
    with pytest.raises(DayPassed):
        open_it(cast.drafter, assignment, laid(due=date(2021, 7, 1)))
    assert queries.assignment_view(cast.drafter, assignment).row.dossier is None


def test_a_dossier_is_made_with_steps_owners_and_days_and_linked_both_ways(
    cast: Cast, assignment: UUID
) -> None:
    dossier = open_it(cast.drafter, assignment)
    view = dossiers.dossier_view(cast.drafter, dossier)
    assert view.title == OUTCOME
    assert [step.when.due_on for step in view.steps][5] == DUE
    assert view.steps[5].when.as_written == "Trước ngày 18/10/2021"
    assert all([owner.name for owner in step.lead] == [BRANCH] for step in view.steps)
    assert [step.after_numbers for step in view.steps[:3]] == [(), (1,), (2,)]
    assert view.steps[6].condition == "khi có yêu cầu"
    item = queries.assignment_view(cast.drafter, assignment)
    assert (item.row.dossier, item.row.state, item.has_plan) == (dossier, "running", True)
    assert queries.of_dossier(cast.drafter, dossier) == (assignment, OUTCOME)


def test_an_assignment_has_one_dossier(cast: Cast, assignment: UUID) -> None:
    open_it(cast.drafter, assignment)
    with pytest.raises(DossierThere):
        open_it(cast.head, assignment, version=2)


def test_what_was_changed_meanwhile_is_not_opened_unseen(cast: Cast, assignment: UUID) -> None:
    with pytest.raises(StaleEdit):
        open_it(cast.drafter, assignment, version=7)
    assert queries.assignment_view(cast.drafter, assignment).row.dossier is None


def test_who_may_open_it(cast: Cast, assignment: UUID) -> None:
    for actor, refusal in (
        (cast.clerk, NotAllowed),
        (cast.leader, NotAllowed),
        (cast.other_unit, NotAllowed),
        (cast.administrator, NotVisible),
        (cast.outsider, NotVisible),
    ):
        with pytest.raises(refusal):
            open_it(actor, assignment)
    assert open_it(cast.head, assignment)


def test_an_item_that_no_unit_was_given_waits_for_the_leader(cast: Cast) -> None:
    fields = ItemFields("Đề án A", "Sở Khoa học và Công nghệ", due_on=DUE)
    uuid = services.add_item(cast.clerk, AddItem(fields), key=uuid4())
    with pytest.raises(UnitMissing):
        open_it(cast.drafter, uuid)


def test_the_drafted_plan_says_the_dossiers_steps_and_reads_back_the_same(
    cast: Cast, assignment: UUID
) -> None:
    before = plans.previewed(cast.drafter, assignment, laid())
    dossier = open_it(cast.drafter, assignment)
    draft = plans.drafted(cast.drafter, assignment)
    assert draft.document == before.document
    reading = read(read_paper(to_docx(draft.document), draft.name))
    view = dossiers.dossier_view(cast.drafter, dossier)
    assert [step.when.as_written for step in reading.steps][:6] == [
        step.when.as_written for step in view.steps
    ][:6]
    assert [step.when.end for step in reading.steps] == [step.when.ends_on for step in view.steps]
    assert all(step.lead == (BRANCH,) for step in reading.steps)
    assert reading.citations[0].quote.startswith(
        "Quyết định số 1199/QĐ-UBND ngày 24/12/2020 của UBND tỉnh Bắc Giang"
    )
    assert reading.header.issuer.name == "Sở Khoa học và Công nghệ"
    for actor in (cast.outsider, cast.administrator):
        with pytest.raises(NotVisible):
            plans.drafted(actor, assignment)


def steps(*titles: str, **last: Any) -> tuple[TemplateStepFields, ...]:
    made = [TemplateStepFields(title, ("draft.days",)) for title in titles]
    return (*made, TemplateStepFields("Trình ký", ("submit.days",), **last))


def test_a_template_is_copied_edited_and_used_and_every_version_stays(cast: Cast, assignment: UUID) -> None:
    first = services.save_template(cast.head, SaveTemplate("Mẫu ngắn", steps("Soạn")), key=uuid4())
    again = SaveTemplate("Mẫu ngắn", steps("Soạn", owner="Văn phòng Sở"), first, 1, "Văn phòng trình")
    services.save_template(cast.head, again, key=uuid4())
    view = queries.template_view(cast.drafter, first)
    assert ([row.number for row in view.versions], view.steps[1].owner) == ([2, 1], "Văn phòng Sở")
    assert [row.name for row in queries.template_rows(cast.drafter)][1:] == ["Mẫu ngắn"]
    dossier = open_it(cast.drafter, assignment, laid(first))
    owners = [
        [owner.name for owner in step.lead] for step in dossiers.dossier_view(cast.drafter, dossier).steps
    ]
    assert owners == [[BRANCH], ["Văn phòng Sở"]]


def test_two_savings_of_one_template_at_once_lose_nothing(cast: Cast) -> None:
    first = services.save_template(cast.head, SaveTemplate("Mẫu", steps("Soạn")), key=uuid4())
    services.save_template(cast.head, SaveTemplate("Mẫu", steps("Soạn", "Sửa"), first, 1), key=uuid4())
    with pytest.raises(StaleEdit) as stale:
        services.save_template(cast.head, SaveTemplate("Mẫu", steps("Viết"), first, 1), key=uuid4())
    assert ("Viết" in stale.value.yours, "Sửa" in stale.value.current) == (True, True)


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        (TemplateStepFields("", ("draft.days",)),),
        (TemplateStepFields("Soạn", ()),),
        (TemplateStepFields("Soạn", ("khong.co",)),),
        (TemplateStepFields("Soạn", ("draft.days",), "khi có yêu cầu"),),
    ],
)
def test_a_template_that_lays_nothing_out_is_refused(
    cast: Cast, wrong: tuple[TemplateStepFields, ...]
) -> None:
    with pytest.raises(NoTemplateSteps):
        services.save_template(cast.head, SaveTemplate("Mẫu", wrong), key=uuid4())


def test_who_may_edit_templates(cast: Cast) -> None:
    mine = services.save_template(cast.head, SaveTemplate("Mẫu", steps("Soạn")), key=uuid4())
    for actor in (cast.drafter, cast.clerk, cast.leader, cast.administrator, cast.outsider):
        with pytest.raises(NotAllowed):
            services.save_template(actor, SaveTemplate("Mẫu", steps("Soạn"), mine, 1), key=uuid4())
    for actor in (cast.administrator, cast.outsider):
        with pytest.raises(NotVisible):
            queries.template_view(actor, mine)


def test_the_day_offered_for_the_beginning_is_a_working_day(cast: Cast) -> None:
    from thammuu.apps.programme.timetables import first_day_offered

    assert first_day_offered() == date(2021, 7, 6)
    with clock.at(date(2021, 7, 10)):
        assert first_day_offered() == date(2021, 7, 12)


def test_days_that_nobody_can_mean_are_refused_with_what_to_do(cast: Cast) -> None:
    for days in (251, 100_000):
        with pytest.raises(StepTooLong, match="chia thành nhiều bước"):
            lay_out(cast.drafter, laid(step_1=days))
    with pytest.raises(TooLittleTime):
        lay_out(cast.drafter, laid(step_1=250))
