"""Next year's dossier: the same steps a year later, nothing confirmed, no fact carried over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from support.builders import finish, start, step_of
from support.cast import Cast
from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.models import Dossier, Step, StepEvent
from thammuu.apps.dossiers.plans.repeating import NothingRepeated, RepeatDossier, repeat_dossier, repetition
from thammuu.apps.dossiers.refusals import TitleMissing
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible


def command(dossier: DossierView, *numbers: int, title: str = "Kế hoạch năm 2022") -> RepeatDossier:
    chosen = [one.uuid for one in dossier.steps if not numbers or one.number in numbers]
    return RepeatDossier(dossier.uuid, title, tuple(chosen))


def test_times_move_a_year_and_to_working_days(cast: Cast, dossier: DossierView) -> None:
    rows = repetition(cast.drafter, dossier.uuid).steps
    assert [(row.before, row.after) for row in rows][:3] == [
        ("Tháng 4-5/2021", "Tháng 4-5/2022"),
        ("Trước 15/6/2021", "Đến hết ngày 15/6/2022"),
        ("Trước ngày 30/6/2021", "Trước ngày 30/6/2022"),
    ]


def test_the_new_dossier_has_steps_owners_and_order_and_nothing_that_was_done(
    cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, dossier.steps[1])
    finish(cast.drafter, step_of(cast.drafter, dossier, 2))
    facts = StepEvent.objects.count()
    made = repeat_dossier(cast.head, command(dossier), key=uuid4())
    view = queries.dossier_view(cast.head, made)
    assert [one.state for one in view.steps] == ["not_started"] * 5
    assert view.steps[2].when.due_on == date(2022, 6, 29)
    assert view.steps[2].after_numbers == (2,)
    assert view.steps[0].lead[0].known
    assert StepEvent.objects.count() == facts
    assert not any(step.confirmed for step in Step.objects.filter(dossier__uuid=made))
    row = Dossier.objects.get(uuid=made)
    assert row.previous is not None
    assert (row.previous.uuid, row.reading_id) == (dossier.uuid, None)


def test_only_the_chosen_steps_are_repeated(cast: Cast, dossier: DossierView) -> None:
    made = repeat_dossier(cast.drafter, command(dossier, 2, 4), key=uuid4())
    view = queries.dossier_view(cast.drafter, made)
    assert [one.text for one in view.steps] == ["Xây dựng dự thảo", "Lấy ý kiến lần 2"]


def test_without_a_title_or_a_step_it_is_refused(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(TitleMissing):
        repeat_dossier(cast.drafter, command(dossier, title=" "), key=uuid4())
    with pytest.raises(NothingRepeated):
        repeat_dossier(cast.drafter, RepeatDossier(dossier.uuid, "Tên", ()), key=uuid4())
    with pytest.raises(NotVisible):
        repeat_dossier(
            cast.drafter, RepeatDossier(dossier.uuid, "Tên", (dossier.steps[0].uuid, uuid4())), key=uuid4()
        )


def test_those_who_open_dossiers_of_the_agency_may(cast: Cast, dossier: DossierView) -> None:
    assert repetition(cast.other_unit, dossier.uuid).steps
    for actor, refusal in ((cast.leader, NotAllowed), (cast.outsider, NotVisible)):
        with pytest.raises(refusal):
            repetition(actor, dossier.uuid)
        with pytest.raises(refusal):
            repeat_dossier(actor, command(dossier), key=uuid4())


def test_what_is_to_be_brought_about_is_proposed_and_taken_as_put_right(
    cast: Cast, dossier: DossierView
) -> None:
    Dossier.objects.filter(uuid=dossier.uuid).update(outcome_title="Kế hoạch năm 2022, tầm nhìn 2030")
    assert repetition(cast.drafter, dossier.uuid).next_outcome == "Kế hoạch năm 2023, tầm nhìn 2030"
    for said, kept in ((None, "Kế hoạch năm 2023, tầm nhìn 2030"), (" Kế hoạch mới ", "Kế hoạch mới")):
        asked = replace(command(dossier), outcome_title=said)
        made = repeat_dossier(cast.drafter, asked, key=uuid4())
        assert Dossier.objects.get(uuid=made).outcome_title == kept
