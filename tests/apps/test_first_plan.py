"""A dossier laid out from an assignment gets its first plan: it stands on that plan from then on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from support.builders import make_document, step_of
from support.cast import Cast
from support.claims import BRANCH, plan_claim, problem, step
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import AddStep, NewStep, OpenLaidDossier
from thammuu.apps.dossiers.models import Step
from thammuu.apps.dossiers.plans.amending import Amendment, ApplyAmendment, amendment, apply_amendment
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.search.queries import find

LAID = (
    NewStep("Nghiên cứu văn bản, học tập kinh nghiệm", ends_on=date(2021, 5, 31), kind="deadline"),
    NewStep("Xây dựng dự thảo, Tờ trình", ends_on=date(2021, 6, 15), kind="deadline", lead_words=(BRANCH,)),
    NewStep("Lấy ý kiến lần 1", ends_on=date(2021, 6, 30), kind="deadline"),
    NewStep("In ấn tài liệu hội nghị"),
    NewStep("Hoàn thiện dự thảo; trình ban hành", kind="conditional", condition="khi có yêu cầu"),
)
FOLLOWS = ((), (0,), (1,), (2,), (3,))


@pytest.fixture
def laid(cast: Cast, unread: None) -> UUID:
    """A dossier without a plan, with a step of people's own behind its second."""
    command = OpenLaidDossier("Kế hoạch nâng cao năng suất", LAID, FOLLOWS)
    made = services.open_laid_dossier(cast.drafter, command, key=uuid4())
    own = AddStep(made, NewStep("Họp tổ giúp việc"), "hand", "Theo thực tế")
    services.add_step(cast.drafter, own, key=uuid4())
    Step.objects.filter(text="Họp tổ giúp việc").update(position=3)
    for position, text in enumerate(("Lấy ý kiến lần 1", "In ấn tài liệu hội nghị"), start=4):
        Step.objects.filter(text=text).update(position=position)
    Step.objects.filter(text__startswith="Hoàn thiện").update(position=6)
    return made


def drop_in(
    actor: Actor, dossier: UUID, document: UUID, wanted: Callable[[Any], bool] = lambda line: True
) -> Amendment:
    """Apply the lines that are wanted."""
    found = amendment(actor, dossier, document)
    lines = tuple(line.id for line in found.lines if wanted(line))
    apply_amendment(actor, ApplyAmendment(dossier, document, found.seal, lines), key=uuid4())
    return found


@pytest.fixture
def dropped_in(cast: Cast, laid: UUID) -> DossierView:
    """The plan with all its lines."""
    drop_in(cast.drafter, laid, make_document(cast.drafter))
    return queries.dossier_view(cast.drafter, laid)


def test_a_plan_is_the_first_one_only_once(cast: Cast, laid: UUID) -> None:
    document = make_document(cast.drafter)
    assert drop_in(cast.drafter, laid, document).first
    assert not amendment(cast.drafter, laid, document).first


def test_the_dossier_stands_on_the_plan(dropped_in: DossierView) -> None:
    assert dropped_in.document is not None
    assert dropped_in.document.title == "Xây dựng Kế hoạch nâng cao năng suất và chất lượng"
    assert (dropped_in.outcome_kind, dropped_in.outcome_title, dropped_in.outcome_issuer) == (
        "Kế hoạch",
        "Kế hoạch nâng cao năng suất",
        "UBND tỉnh Bắc Giang",
    )
    assert dropped_in.title == "Kế hoạch nâng cao năng suất"


def test_steps_stand_in_the_order_of_the_plan_with_peoples_own_where_they_were(
    dropped_in: DossierView,
) -> None:
    told = [(one.number, one.where, one.text[:16]) for one in dropped_in.steps if one.state != "dropped"]
    assert told == [
        (1, "II.1", "Nghiên cứu văn b"),
        (2, "II.2", "Xây dựng dự thảo"),
        (3, "6", "Họp tổ giúp việc"),
        (4, "II.3", "Lấy ý kiến lần 1"),
        (5, "II.4", "Lấy ý kiến lần 2"),
        (7, "II.5", "Hoàn thiện khi c"),
    ]
    assert [one.text for one in dropped_in.steps if one.state == "dropped"] == ["In ấn tài liệu hội nghị"]
    after = {one.where: one.after_numbers for one in dropped_in.steps}
    assert (after["II.3"], after["II.4"], after["II.5"]) == ((2,), (4,), (5,))


def test_every_value_that_the_plan_says_points_into_its_words(dropped_in: DossierView) -> None:
    quotes = {one.where: {source.field: source.quote for source in one.sources} for one in dropped_in.steps}
    assert quotes["II.2"] == {"text": "Xây dựng dự thảo"}
    assert quotes["II.4"] == {"text": "Lấy ý kiến lần 2"}
    assert quotes["6"] == {}


def test_what_the_machine_read_waits_for_a_person(dropped_in: DossierView) -> None:
    confirmed = {one.where: one.confirmed for one in dropped_in.steps}
    assert confirmed["II.2"] == ("when", "lead")  # as they were laid out; the plan says the same
    assert confirmed["II.4"] == ()
    assert "coordinating" in dropped_in.steps[1].inherited


def test_the_doubts_of_the_plan_stand_beside_their_steps(dropped_in: DossierView) -> None:
    assert {doubt.code for doubt in dropped_in.doubts} == {
        "citations.date_implausible",
        "plans.no_date",
    }
    assert [doubt.code for one in dropped_in.steps if one.where == "II.5" for doubt in one.doubts] == [
        "plans.no_date"
    ]


def test_what_nobody_took_over_stays_and_is_tied_to_no_words(cast: Cast, laid: UUID) -> None:
    document = make_document(cast.drafter)
    drop_in(cast.drafter, laid, document, lambda line: line.field in ("when", "added"))
    view = queries.dossier_view(cast.drafter, laid)
    research = view.steps[0]
    assert (research.text, research.sources) == ("Nghiên cứu văn bản, học tập kinh nghiệm", ())
    drop_in(cast.drafter, laid, document)
    research = step_of(cast.drafter, view, 1)
    assert [source.quote for source in research.sources] == ["Nghiên cứu văn bản có liên quan"]
    assert research.where == "II.1"
    assert len(queries.dossier_view(cast.drafter, laid).doubts) == 2


def test_co_ordinating_units_are_named_once_however_many_lines_are_chosen(
    cast: Cast, dropped_in: DossierView
) -> None:
    for one in dropped_in.steps:
        names = [owner.as_written for owner in (*one.lead, *one.coordinating)]
        assert len(names) == len(set(names)), one.where
    assert [owner.as_written for owner in dropped_in.steps[1].coordinating] == ["các phòng, đơn vị thuộc Sở"]


def test_what_the_plan_brought_is_found(cast: Cast, dropped_in: DossierView) -> None:
    found = find("lay y kien lan 2", cast.drafter.agency_id, ("step",))
    assert [one.title for one in found] == ["II.4 Lấy ý kiến lần 2"]


def test_doubts_of_a_later_plan_come_with_the_steps_that_it_changes(
    cast: Cast, dropped_in: DossierView
) -> None:
    claim, _ = plan_claim()
    claim["steps"][2]["when"] |= {"end": "2021-07-09"}
    claim["steps"].insert(4, step("s9", "Đánh giá tác động của dự thảo", end="2021-07-20"))
    claim["problems"] = [
        problem("plans.weekend", "Ngày 09/07/2021 cần xem lại.", "s3"),
        problem("plans.order", "Hạn đứng sau hạn của bước tiếp.", "s9"),
        problem("plans.no_owner", "Không rõ đơn vị phối hợp.", "s2"),
    ]
    drop_in(cast.drafter, dropped_in.uuid, make_document(cast.drafter, claim))
    view = queries.dossier_view(cast.drafter, dropped_in.uuid)
    told = {doubt.code: one.text for one in view.steps for doubt in one.doubts}
    assert told == {
        "plans.no_date": "Hoàn thiện khi có yêu cầu",
        "plans.weekend": "Lấy ý kiến lần 1",
        "plans.order": "Đánh giá tác động của dự thảo",
    }
