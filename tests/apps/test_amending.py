"""An amended plan changes a running dossier line by line, with the paper behind each; what is over stays."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from support.builders import finish, make_document, make_dossier, start, step_of
from support.cast import Cast
from support.claims import plan_claim, step
from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.commands import NewStep, SplitStep
from thammuu.apps.dossiers.lists import finding
from thammuu.apps.dossiers.models import Step, StepChange, StepEvent
from thammuu.apps.dossiers.plans.amending import (
    Amendment,
    ApplyAmendment,
    NothingChosen,
    amendment,
    apply_amendment,
)
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.dossiers.services import split_step
from thammuu.apps.journal.models import Event
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit

PHONG = "Phòng Quản lý Khoa học"


def amended(actor: Actor) -> UUID:
    """The plan again: a later date, another owner, one step more in the middle, the last one gone."""
    claim, _ = plan_claim()
    steps = claim["steps"]
    steps[1] |= {"lead": [PHONG]}
    steps[2]["when"] |= {"end": "2021-07-09", "as_written": "Trước ngày 09/7/2021"}
    extra = step("s9", "Đánh giá tác động của dự thảo", end="2021-07-12", after=["s3"]) | {"where": "II.4"}
    steps[3] |= {"where": "II.5"}
    number = {"as_written": "Số: 45/KH-KHCN", "value": "45", "symbol": "45/KH-KHCN"}
    return make_document(
        actor, claim | {"steps": [*steps[:3], extra, steps[3]], "number": number, "problems": []}
    )


def apply(actor: Actor, found: Amendment, *lines: str, seen: str = "") -> UUID:
    command = ApplyAmendment(found.dossier, found.document, seen or found.seal, lines, "Theo ý kiến lãnh đạo")
    return apply_amendment(actor, command, key=uuid4())


def by_field(found: Amendment) -> dict[str, str]:
    return {line.field: line.id for line in found.lines}


@pytest.fixture
def found(cast: Cast, dossier: DossierView) -> Amendment:
    return amendment(cast.drafter, dossier.uuid, amended(cast.drafter))


def test_every_change_is_one_line_with_both_sides(found: Amendment) -> None:
    told = [(line.field, line.where) for line in found.lines]
    assert told == [
        ("lead", "II.2"),
        ("when", "II.3"),
        ("added", "II.4"),
        ("where", "II.4"),
        ("dropped", "II.5"),
    ]
    assert (found.lines[1].before, found.lines[1].after) == (
        "Trước ngày 30/6/2021\nTrước ngày 30/06/2021",
        "Trước ngày 09/7/2021\nTrước ngày 09/07/2021",
    )
    assert found.paper == "Kế hoạch số 45/KH-KHCN"


def test_the_parts_of_a_step_follow_its_new_number(
    cast: Cast, dossier: DossierView, found: Amendment
) -> None:
    whole = dossier.steps[3]
    parts = (NewStep("Gửi văn bản lấy ý kiến"), NewStep("Tổng hợp ý kiến"))
    split_step(cast.drafter, SplitStep(whole.uuid, whole.version, parts), key=uuid4())
    anew = amendment(cast.drafter, dossier.uuid, found.document)
    apply(cast.drafter, anew, *(line.id for line in anew.lines))
    view = queries.dossier_view(cast.drafter, dossier.uuid)
    labels = {one.text: one.where for one in view.steps}
    assert (labels["Gửi văn bản lấy ý kiến"], labels["Tổng hợp ý kiến"]) == ("II.5.1", "II.5.2")
    part = next(one for one in view.steps if one.where == "II.5.1")
    assert [(one.field, one.before, one.after) for one in part.changes] == [("where", "II.4.1", "II.5.1")]
    assert "II.5.1" in {
        row.title.split()[0] for row in finding.found(cast.drafter, "Gửi văn bản lấy ý kiến").rows
    }


def test_the_chosen_lines_become_facts_with_their_paper(
    cast: Cast, dossier: DossierView, found: Amendment
) -> None:
    apply(cast.drafter, found, *(line.id for line in found.lines))
    view = queries.dossier_view(cast.drafter, dossier.uuid)
    texts = [(one.where, one.text) for one in view.steps if one.state != "dropped"]
    assert texts[2:] == [
        ("II.3", "Lấy ý kiến lần 1"),
        ("II.4", "Đánh giá tác động của dự thảo"),
        ("II.5", "Lấy ý kiến lần 2"),
    ]
    assert len({one.number for one in view.steps}) == 6
    assert view.steps[1].lead[0].as_written == PHONG
    assert str(view.steps[2].when.due_on) == "2021-07-08"
    changes = StepChange.objects.order_by("pk")
    assert {change.field for change in changes} == {"lead", "when", "where", "added"}
    assert all(change.amended_by and change.amended_by.symbol == "45/KH-KHCN" for change in changes)
    assert all("số 45/KH-KHCN; Theo ý kiến lãnh đạo" in change.reason for change in changes)
    causes = {change.cause for one in view.steps for change in one.changes}
    assert causes == {"Theo Kế hoạch số 45/KH-KHCN; Theo ý kiến lãnh đạo"}
    assert "Đánh số lại" in {change.field_words for one in view.steps for change in one.changes}
    drop = StepEvent.objects.get(act="drop")
    assert (drop.step.state, "45/KH-KHCN" in drop.note) == ("dropped", True)
    assert Event.objects.filter(act="dossier.amended").count() == 1
    assert amendment(cast.drafter, dossier.uuid, found.document).lines == ()


def test_only_what_was_chosen_is_changed(cast: Cast, dossier: DossierView, found: Amendment) -> None:
    apply(cast.drafter, found, by_field(found)["lead"])
    left = amendment(cast.drafter, dossier.uuid, found.document)
    assert {line.field for line in left.lines} == {"when", "added", "where", "dropped"}
    assert StepChange.objects.count() == 1


def test_a_chosen_value_is_confirmed_and_no_longer_inherited_nor_tied_to_the_old_words(
    cast: Cast, found: Amendment
) -> None:
    apply(cast.drafter, found, by_field(found)["lead"])
    row = Step.objects.get(mark="s2")
    assert row.confirmed == ["lead"]
    assert row.inherited == ["coordinating"]
    assert row.version == 2


def test_a_finished_step_is_told_and_left_alone(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[1])
    finish(cast.drafter, step_of(cast.drafter, dossier, 2))
    found = amendment(cast.drafter, dossier.uuid, amended(cast.drafter))
    line = found.lines[0]
    assert (line.field, line.warning) == ("lead", "Bước đã hoàn thành, không thay đổi.")
    with pytest.raises(StaleEdit):
        apply(cast.drafter, found, line.id)


def test_what_changed_meanwhile_is_told_with_both_sides(
    cast: Cast, dossier: DossierView, found: Amendment
) -> None:
    lines = by_field(found)
    apply(cast.head, found, lines["when"])
    with pytest.raises(StaleEdit) as refused:
        apply(cast.drafter, found, lines["lead"])
    assert PHONG in refused.value.yours
    assert "Trước ngày 09/7/2021" not in refused.value.current


def test_nothing_chosen_is_refused(cast: Cast, found: Amendment) -> None:
    with pytest.raises(NothingChosen):
        apply(cast.drafter, found)


def test_the_same_plan_changes_nothing(cast: Cast, dossier: DossierView) -> None:
    assert amendment(cast.drafter, dossier.uuid, dossier.document.uuid).lines == ()  # type: ignore[union-attr]


def test_a_plan_of_another_agency_is_said(cast: Cast, dossier: DossierView) -> None:
    claim, _ = plan_claim()
    other = make_document(cast.drafter, claim | {"issuer": {"name": "Sở Tài chính"}})
    assert amendment(cast.drafter, dossier.uuid, other).foreign_issuer == "Sở Tài chính"


def test_only_those_who_keep_the_dossier_amend_it(cast: Cast, dossier: DossierView, found: Amendment) -> None:
    for actor, refusal in (
        (cast.clerk, NotAllowed),
        (cast.leader, NotAllowed),
        (cast.other_unit, NotAllowed),
        (cast.outsider, NotVisible),
        (cast.administrator, NotVisible),
    ):
        with pytest.raises(refusal):
            amendment(actor, dossier.uuid, found.document)
        with pytest.raises(refusal):
            apply(actor, found, found.lines[0].id)


def test_a_document_of_another_agency_is_not_there(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(NotVisible):
        amendment(cast.drafter, dossier.uuid, make_document(cast.outsider))


def test_a_foreign_dossier_is_not_there(cast: Cast, unread: None) -> None:
    foreign = make_dossier(cast.outsider)
    with pytest.raises(NotVisible):
        amendment(cast.drafter, foreign.uuid, make_document(cast.drafter))


def test_a_step_of_peoples_own_is_not_dropped_by_a_plan(cast: Cast, dossier: DossierView) -> None:
    Step.objects.filter(mark="s5").update(origin="hand")
    found = amendment(cast.drafter, dossier.uuid, amended(cast.drafter))
    assert "dropped" not in by_field(found)


def test_the_number_of_queries_does_not_grow_with_the_steps(
    cast: Cast, unread: None, django_assert_max_num_queries: Any
) -> None:
    claim, _ = plan_claim()
    many = [step(f"s{number}", f"Nhiệm vụ {number}", end="2021-06-15") for number in range(1, 60)]
    made = make_dossier(cast.drafter, claim | {"steps": many, "problems": []})
    with django_assert_max_num_queries(12):
        amendment(cast.drafter, made.uuid, made.document.uuid)  # type: ignore[union-attr]
