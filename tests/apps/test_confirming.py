"""What a machine read is a claim; only what a person confirmed is confirmed, and everyone can see who did."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from support.builders import PLAN, make_document
from support.cast import Cast
from support.claims import BRANCH, plan_claim
from thammuu.apps.documents import confirming, queries, services
from thammuu.apps.documents.commands import (
    AddStep,
    ArrangeStep,
    ConfirmAsRead,
    ConfirmWithoutDoubt,
    SayValues,
)
from thammuu.apps.documents.held import HeldReading
from thammuu.apps.documents.models import ConfirmedValue
from thammuu.apps.documents.queries import ReadPage
from thammuu.apps.documents.reading import store_reading
from thammuu.apps.documents.refusals import (
    ConfirmedMeanwhile,
    EndsBeforeStart,
    NowhereToJoin,
    SameFile,
    TextMissing,
)
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.models import Event
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit

DEADLINE = {
    "as_written": "Trước 15/6/2021",
    "kind": "deadline",
    "start": None,
    "end": "2021-06-18",
    "strict": False,
}


@pytest.fixture
def document(cast: Cast, unread: None) -> UUID:
    """A plan of five steps that has been read."""
    return make_document(cast.drafter)


def page(actor: Actor, document: UUID) -> ReadPage:
    found = queries.read_page(actor, document)
    assert found
    return found


def now(actor: Actor, document: UUID) -> HeldReading:
    return page(actor, document).held


def confirm(actor: Actor, document: UUID, group: str, seen: int = 0, *paths: str) -> UUID:
    command = ConfirmAsRead(page(actor, document).reading, group, seen, paths)
    return confirming.confirm_as_read(actor, command, key=uuid4())


def say(actor: Actor, document: UUID, group: str, seen: int, **values: Any) -> UUID:
    said = tuple((f"{group}/{field}", value) for field, value in values.items())
    return confirming.say_values(
        actor, SayValues(page(actor, document).reading, group, seen, said), key=uuid4()
    )


def arrange(actor: Actor, document: UUID, mark: str, fate: str, other: str = "", seen: int = 0) -> UUID:
    command = ArrangeStep(page(actor, document).reading, mark, seen, fate, other)
    return confirming.arrange_step(actor, command, key=uuid4())


def test_nothing_is_confirmed_by_reading(cast: Cast, document: UUID) -> None:
    assert not any(value.confirmed for value in now(cast.drafter, document).values())


def test_one_value_is_confirmed_with_who_and_when_and_the_rest_is_not(cast: Cast, document: UUID) -> None:
    confirm(cast.drafter, document, "steps/s2", 0, "steps/s2/when")
    step = now(cast.drafter, document).step("s2")
    assert step
    assert [value.field for value in step.values if value.confirmed] == ["when"]
    assert next(value.by for value in step.values if value.confirmed) == cast.drafter.name


def test_a_whole_step_is_confirmed_with_the_units_its_owners_mean(cast: Cast, document: UUID) -> None:
    confirm(cast.drafter, document, "steps/s1")
    step = now(cast.drafter, document).step("s1")
    assert step
    assert step.settled
    assert step.value("lead")[0]["as_written"] == BRANCH
    assert step.value("lead")[0]["unit"]
    assert step.value("coordinating")[0]["unit"] is None
    assert not any(value.corrected for value in step.values)


def test_everything_without_doubt_leaves_what_a_doubt_is_about(cast: Cast, document: UUID) -> None:
    confirming.confirm_without_doubt(
        cast.drafter, ConfirmWithoutDoubt(page(cast.drafter, document).reading), key=uuid4()
    )
    held = now(cast.drafter, document)
    assert [step.mark for step in held.steps if not step.settled] == ["s5"]
    assert not any(value.confirmed for value in held.steps[4].values)
    with pytest.raises(ConfirmedMeanwhile):
        confirming.confirm_without_doubt(
            cast.drafter, ConfirmWithoutDoubt(page(cast.drafter, document).reading), key=uuid4()
        )


def test_a_correction_stands_beside_the_claim_and_never_in_it(cast: Cast, document: UUID) -> None:
    say(cast.drafter, document, "steps/s2", 0, when=DEADLINE)
    say(cast.head, document, "steps/s2", 1, when=DEADLINE | {"end": "2021-06-21"})
    value = next(v for v in now(cast.drafter, document).steps[1].values if v.field == "when")
    assert (value.value["end"], value.as_read["end"], value.corrected) == ("2021-06-21", "2021-06-15", True)
    assert list(ConfirmedValue.objects.values_list("edition", flat=True)) == [1, 2]
    assert Event.objects.filter(act="reading.confirmed").count() == 2


def test_what_was_corrected_is_not_overwritten_by_confirming_the_step(cast: Cast, document: UUID) -> None:
    say(cast.drafter, document, "steps/s2", 0, when=DEADLINE)
    confirm(cast.drafter, document, "steps/s2", 1)
    assert now(cast.drafter, document).steps[1].value("when")["end"] == "2021-06-18"


def test_an_answer_to_what_has_changed_meanwhile_gets_both_texts(cast: Cast, document: UUID) -> None:
    say(cast.drafter, document, "steps/s2", 0, text="Xây dựng dự thảo lần 1")
    with pytest.raises(StaleEdit) as refused:
        say(cast.head, document, "steps/s2", 0, text="Soạn dự thảo")
    assert refused.value.yours == "Soạn dự thảo"
    assert refused.value.current == f"Xây dựng dự thảo lần 1 ({cast.drafter.name})"


def test_two_editions_of_one_number_cannot_be(cast: Cast, document: UUID) -> None:
    say(cast.drafter, document, "steps/s2", 0, text="Một")
    row = ConfirmedValue.objects.get()
    row.pk, row.uuid = None, uuid4()
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)


def test_a_confirmed_value_is_never_changed_in_place(cast: Cast, document: UUID) -> None:
    say(cast.drafter, document, "header", 0, title="Kế hoạch năm 2021")
    with pytest.raises(DatabaseError), transaction.atomic():
        ConfirmedValue.objects.update(value="khác")


def test_a_time_that_ends_before_it_begins_and_a_step_without_words_are_refused(
    cast: Cast, document: UUID
) -> None:
    with pytest.raises(EndsBeforeStart):
        say(cast.drafter, document, "steps/s2", 0, when=DEADLINE | {"start": "2021-07-01"})
    with pytest.raises(TextMissing):
        say(cast.drafter, document, "steps/s2", 0, text=" ")


def test_a_step_is_dropped_and_taken_back(cast: Cast, document: UUID) -> None:
    arrange(cast.drafter, document, "s4", "dropped")
    assert [step.mark for step in now(cast.drafter, document).standing] == ["s1", "s2", "s3", "s5"]
    arrange(cast.drafter, document, "s4", "kept", seen=1)
    assert [step.mark for step in now(cast.drafter, document).standing] == ["s1", "s2", "s3", "s4", "s5"]


def test_a_joined_step_gives_its_words_to_the_other(cast: Cast, document: UUID) -> None:
    arrange(cast.drafter, document, "s4", "joined", "s3")
    held = now(cast.drafter, document)
    assert [step.mark for step in held.standing] == ["s1", "s2", "s3", "s5"]
    assert held.steps[2].value("text") == "Lấy ý kiến lần 1; Lấy ý kiến lần 2"
    with pytest.raises(NowhereToJoin):
        arrange(cast.drafter, document, "s3", "joined", "s4", seen=1)


def test_a_step_is_added_where_it_belongs_and_can_be_dropped_again(cast: Cast, document: UUID) -> None:
    reading = page(cast.drafter, document).reading
    values = (("text", "Xin ý kiến Ban Giám đốc"), ("when", DEADLINE))
    for behind in ("s2", "s2", ""):
        confirming.add_step(cast.drafter, AddStep(reading, behind, "II.2a", values), key=uuid4())
    held = now(cast.drafter, document)
    assert [step.mark for step in held.steps] == ["n3", "s1", "s2", "n1", "n2", "s3", "s4", "s5"]
    assert held.steps[3].settled
    arrange(cast.drafter, document, "n1", "dropped", seen=held.steps[3].seen)
    step = now(cast.drafter, document).step("n1")
    assert step
    assert (step.fate, step.where, step.other) == ("dropped", "II.2a", "s2")


def test_those_who_may_not_are_told_and_those_who_do_not_see_it_see_nothing(
    cast: Cast, document: UUID
) -> None:
    reading = page(cast.drafter, document).reading
    command = ConfirmWithoutDoubt(reading)
    with pytest.raises(NotAllowed):
        confirming.confirm_without_doubt(cast.leader, command, key=uuid4())
    for actor in (cast.outsider, cast.administrator):
        with pytest.raises(NotVisible):
            confirming.confirm_without_doubt(actor, command, key=uuid4())


def test_a_value_that_the_reading_does_not_have_is_not_there(cast: Cast, document: UUID) -> None:
    with pytest.raises(NotVisible):
        say(cast.drafter, document, "steps/s9", 0, text="x")
    with pytest.raises(NotVisible):
        say(cast.drafter, document, "steps/s1", 0, colour="x")
    with pytest.raises(NotVisible):
        confirm(cast.drafter, document, "steps/s9")


def test_the_same_file_is_recognised_within_the_agency_and_taken_again_on_purpose(
    cast: Cast, document: UUID
) -> None:
    with pytest.raises(SameFile) as refused:
        services.receive_document(cast.head, PLAN, key=uuid4(), only_new=True)
    assert refused.value.documents == (document,)
    again = services.receive_again(cast.head, document, "Đọc bằng bản mới", key=uuid4())
    assert queries.document_view(cast.head, again).file_name == PLAN.name
    services.receive_document(cast.outsider, PLAN, key=uuid4(), only_new=True)
    with pytest.raises(NotVisible):
        services.receive_again(cast.outsider, document, "x", key=uuid4())


def test_the_same_words_in_another_file_are_likely_the_same(cast: Cast, unread: None) -> None:
    claim, _ = plan_claim()
    text = "Căn cứ chương trình công tác Sở xây dựng kế hoạch nâng cao năng suất chất lượng sản phẩm hàng hóa"
    first = services.receive_document(cast.drafter, PLAN, key=uuid4())
    store_reading(queries.visible_document(cast.drafter, first), claim, {"p1": f"1. {text}", "p2": "Trang 2"})
    second = services.receive_document(cast.drafter, Upload("a.txt", b"x y"), key=uuid4())
    store_reading(queries.visible_document(cast.drafter, second), claim, {"q1": text.upper(), "q2": "3"})
    other = services.receive_document(cast.drafter, Upload("b.txt", b"z"), key=uuid4())
    store_reading(
        queries.visible_document(cast.drafter, other), claim, {"r1": "Mua sắm thiết bị phòng thí nghiệm"}
    )
    assert [row.uuid for row in queries.likely_same(cast.drafter, second)] == [first]
    assert queries.likely_same(cast.drafter, first) == ()
    assert queries.likely_same(cast.drafter, other) == ()


def test_a_plan_of_another_agency_is_said(cast: Cast, unread: None) -> None:
    claim, _ = plan_claim()
    foreign = make_document(
        cast.drafter, claim | {"issuer": {"name": "Sở Tài chính", "parent": None, "stated": True}}
    )
    assert page(cast.drafter, foreign).foreign_issuer == "Sở Tài chính"
    assert page(cast.drafter, make_document(cast.drafter)).foreign_issuer == ""


def test_the_number_of_queries_does_not_grow_with_what_was_confirmed(
    cast: Cast, document: UUID, django_assert_max_num_queries: Any
) -> None:
    for mark in ("s1", "s2", "s3"):
        confirm(cast.drafter, document, f"steps/{mark}")
    with django_assert_max_num_queries(12):
        queries.read_page(cast.drafter, document)
