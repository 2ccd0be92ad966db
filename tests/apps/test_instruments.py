"""The register of legal documents: what is entered stands once, what is corrected keeps what was said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from support.cast import TODAY, Cast
from thammuu.apps.instruments import queries, services, supplied
from thammuu.apps.instruments.commands import (
    AcceptCited,
    AddItem,
    CorrectInstrument,
    CorrectItem,
    EnterInstrument,
    Item,
    Said,
)
from thammuu.apps.instruments.models import Instrument, InstrumentEdition, MandateItem
from thammuu.apps.instruments.refusals import (
    AlreadyCorrected,
    AlreadyRegistered,
    FollowsItself,
    ForceEndsTooEarly,
    ManyOfThatSymbol,
    NotCalled,
    NothingChanged,
    NotRegistered,
)
from thammuu.apps.instruments.yearly import NotByYear
from thammuu.apps.journal.models import Event
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu_core.citations import Citation, find
from thammuu_core.errors import Told

DECREE = Said(
    "Nghị định", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "Về công tác văn thư", "Công báo", "verified"
)
OLD = Said(
    "Nghị định", "110/2004/NĐ-CP", date(2004, 4, 8), "Chính phủ", "Về công tác văn thư", "Công báo", "stated"
)
PLAN = Said("Kế hoạch", "12/KH-UBND", date(2021, 1, 5), "UBND tỉnh Lào Cai", "Cải cách", "Bản sao", "stated")


def enter(actor: Actor, said: Said) -> UUID:
    return services.enter_instrument(actor, EnterInstrument(said), key=uuid4())


def correct(actor: Actor, uuid: UUID, said: Said, version: int = 1) -> None:
    command = CorrectInstrument(uuid, version, said, "Đối chiếu Công báo")
    services.correct_instrument(actor, command, key=uuid4())


def one(text: str) -> Citation:
    (found,) = find(text)
    return found


def test_a_document_is_seen_by_officers_of_every_agency(cast: Cast) -> None:
    uuid = enter(cast.clerk, DECREE)

    for _, actor in cast:
        assert queries.instrument_view(actor, uuid).row.called == "Nghị định số 30/2020/NĐ-CP"


@pytest.mark.parametrize("role", ["drafter", "head", "leader", "other_unit", "outsider"])
def test_only_clerks_and_administrators_keep_the_register(cast: Cast, role: str) -> None:
    uuid = enter(cast.administrator, DECREE)
    actor = getattr(cast, role)

    with pytest.raises(NotAllowed):
        enter(actor, OLD)
    with pytest.raises(NotAllowed):
        correct(actor, uuid, replace(DECREE, subject="Khác"))
    with pytest.raises(NotVisible):
        correct(actor, uuid4(), DECREE)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (replace(DECREE, symbol="30 / 2020 / NĐ - CP"), AlreadyRegistered),
        (replace(DECREE, symbol="", subject=""), NotCalled),
        (
            replace(OLD, in_force_from=date(2004, 5, 1), in_force_to=date(2004, 4, 1)),
            ForceEndsTooEarly,
        ),
        (replace(OLD, replaced_by=("31/2020/NĐ-CP",)), NotRegistered),
        (replace(OLD, replaced_by=("110/2004/NĐ-CP",)), FollowsItself),
        (replace(OLD, amended_by=("12/KH-UBND",)), ManyOfThatSymbol),
    ],
)
def test_what_is_not_entered_says_why(cast: Cast, said: Said, refusal: type[Told]) -> None:
    enter(cast.clerk, DECREE)
    enter(cast.clerk, PLAN)
    enter(cast.clerk, replace(PLAN, issuer="UBND tỉnh Bắc Giang"))
    before = Event.objects.count()

    with pytest.raises(refusal):
        enter(cast.clerk, said)
    assert Event.objects.count() == before


def test_numbers_that_are_not_unique_stand_beside_each_other(cast: Cast) -> None:
    for said in (
        PLAN,
        replace(PLAN, issuer="UBND tỉnh Bắc Giang"),
        replace(PLAN, issued_on=date(2022, 1, 5)),
    ):
        enter(cast.clerk, said)

    assert Instrument.objects.filter(symbol="12/KH-UBND").count() == 3


def test_a_correction_is_another_edition_and_keeps_the_first(cast: Cast) -> None:
    new, old = enter(cast.clerk, DECREE), enter(cast.clerk, OLD)
    correct(
        cast.administrator, old, replace(OLD, in_force_to=date(2020, 3, 4), replaced_by=("30/2020/NĐ-CP",))
    )

    view = queries.instrument_view(cast.drafter, old)
    newest, first = view.editions
    assert [ref.uuid for ref in view.replaced_by] == [new]
    assert [ref.uuid for ref in queries.instrument_view(cast.drafter, new).replaces] == [old]
    assert (newest.number, newest.by, newest.reason) == (2, cast.administrator.name, "Đối chiếu Công báo")
    assert ("có hiệu lực đến hết", "", "04/03/2020") in newest.changed
    assert first.changed == ()


def test_a_correction_of_what_another_corrected_meanwhile_is_told(cast: Cast) -> None:
    uuid = enter(cast.clerk, OLD)
    correct(cast.administrator, uuid, replace(OLD, subject="Công tác văn thư"))

    with pytest.raises(StaleEdit) as told:
        correct(cast.clerk, uuid, replace(OLD, subject="Văn thư, lưu trữ"))
    assert "Văn thư, lưu trữ" in told.value.yours
    assert "Công tác văn thư" in told.value.current


def test_a_correction_says_something_new_and_no_document_follows_itself(cast: Cast) -> None:
    uuid = enter(cast.clerk, OLD)

    with pytest.raises(NothingChanged):
        correct(cast.clerk, uuid, queries.instrument_view(cast.clerk, uuid).said)
    with pytest.raises(FollowsItself):
        correct(cast.clerk, uuid, replace(OLD, replaced_by=("110/2004/NĐ-CP",)))


def test_a_cited_document_is_taken_in_as_stated_by_those_who_read(cast: Cast) -> None:
    command = AcceptCited("Nghị định", "5/2021/NĐ-CP", date(2021, 1, 25), "Chính phủ", "Về A", "Kế hoạch 12")

    for role in ("leader",):
        with pytest.raises(NotAllowed):
            services.accept_cited(getattr(cast, role), command, key=uuid4())
    uuid = services.accept_cited(cast.drafter, command, key=uuid4())

    row = queries.instrument_view(cast.drafter, uuid).row
    assert (row.certainty, row.certainty_words) == ("stated", "Theo nguồn dẫn lại")


@pytest.mark.parametrize("model", [InstrumentEdition, MandateItem])
def test_what_was_said_cannot_be_changed_or_removed(cast: Cast, model: Any) -> None:
    supplied.load()
    row = model.objects.order_by("pk")[0]

    with pytest.raises(DatabaseError, match="insert_only"):
        model.objects.filter(pk=row.pk).update(reason="khác")


def test_an_item_is_corrected_by_another_and_only_once(cast: Cast) -> None:
    uuid = enter(cast.clerk, DECREE)
    item = Item("target", "Tỷ lệ A", measure="Tỷ lệ A", unit="%", values="2025: 90", source="Điều 5")
    first = services.add_item(cast.clerk, AddItem(uuid, item), key=uuid4())
    second = services.correct_item(
        cast.clerk, CorrectItem(first, replace(item, values="2025: ≥ 95"), "Đọc lại"), key=uuid4()
    )

    (row,) = queries.mandate_items(cast.drafter, [uuid])
    assert (row.uuid, row.values_words) == (second, "2025: ≥ 95")
    with pytest.raises(AlreadyCorrected):
        services.correct_item(cast.clerk, CorrectItem(first, None, "Bỏ"), key=uuid4())
    services.correct_item(cast.clerk, CorrectItem(second, None, "Văn bản không giao"), key=uuid4())
    assert queries.mandate_items(cast.drafter, [uuid]) == ()


def test_values_that_are_not_by_year_are_refused(cast: Cast) -> None:
    uuid = enter(cast.clerk, DECREE)

    with pytest.raises(NotByYear):
        services.add_item(
            cast.clerk,
            AddItem(uuid, Item("target", "A", values="chín mươi phần trăm", source="B")),
            key=uuid4(),
        )


@pytest.mark.parametrize(
    ("text", "on", "state", "fields"),
    [
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư", TODAY, "known", []),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ", TODAY, "differs", ["date"]),
        ("Nghị định số 110/2004/NĐ-CP của Chính phủ về công tác văn thư", TODAY, "expired", []),
        ("Nghị định số 110/2004/NĐ-CP của Chính phủ về công tác văn thư", date(2010, 1, 1), "known", []),
        ("Luật Lưu trữ", TODAY, "known", []),
        ("Luật Lưu trữ năm 2024", TODAY, "not_yet", []),
        ("Luật Lưu trữ năm 2011", date(2025, 7, 1), "expired", []),
        ("Thông tư số 99/2021/TT-BTC ngày 01/7/2021 của Bộ Tài chính", TODAY, "unknown", []),
        (
            "Quyết định số 1199/QĐ-UBND ngày 24/12/2010 của UBND tỉnh Bắc Giang về việc ban hành "
            "Chương trình công tác năm 2021 của UBND tỉnh",
            TODAY,
            "differs",
            ["date"],
        ),
        ("Quyết định số 1199/QĐ-UBND ngày 24/12/2020 của UBND tỉnh Lào Cai", TODAY, "unknown", []),
    ],
)
def test_citations_are_judged_on_the_day(
    cast: Cast, text: str, on: date, state: str, fields: list[str]
) -> None:
    supplied.load()

    (judged,) = queries.judge(cast.drafter, [one(text)], on)

    assert (judged.state, [each.field for each in judged.differing]) == (state, fields)


def test_what_is_no_longer_in_force_names_what_replaced_it(cast: Cast) -> None:
    supplied.load()

    (judged,) = queries.judge(cast.drafter, [one("Nghị định số 110/2004/NĐ-CP của Chính phủ")], TODAY)

    assert [ref.called for ref in judged.replaced_by] == ["Nghị định số 30/2020/NĐ-CP"]
    assert "Được thay thế bởi Nghị định số 30/2020/NĐ-CP" in judged.words
    assert "theo trí nhớ" in judged.words


def test_a_mistyped_symbol_finds_what_may_be_meant(cast: Cast) -> None:
    supplied.load()

    (judged,) = queries.judge(cast.drafter, [one("Quyết định số 1332/QĐ-TTg ngày 31/8/2020")], TODAY)

    assert judged.state == "unknown"
    assert [ref.called for ref in judged.near] == ["Quyết định số 1322/QĐ-TTg"]


def test_judging_asks_no_more_for_many_citations_than_for_few(cast: Cast) -> None:
    supplied.load()
    text = "Quyết định số {n}/QĐ-TTg ngày 31/8/2020; Nghị định số 110/2004/NĐ-CP; Luật Lưu trữ năm 2011"

    def asked(times: int) -> int:
        citations = [each for n in range(times) for each in find(text.format(n=1300 + n))]
        with CaptureQueriesContext(connection) as caught:
            assert len(queries.judge(cast.drafter, citations, TODAY)) == 3 * times
        return len(caught)

    assert asked(1) == asked(150) <= 3


@pytest.mark.parametrize(
    ("words", "more", "called"),
    [
        ("luu tru", {"force": "holds"}, ["Luật số 01/2011/QH13"]),
        ("luu tru", {"force": "not_yet"}, ["Luật số 33/2024/QH15"]),
        ("cong tac van thu", {"force": "expired", "certainty": "from_memory", "kind": "Nghị định"}, None),
        ("1322 ttg", {}, ["Quyết định số 1322/QĐ-TTg"]),
        ("không có gì như vậy", {}, []),
    ],
)
def test_the_list_is_narrowed_without_marks(
    cast: Cast, words: str, more: dict[str, str], called: list[str] | None
) -> None:
    supplied.load()

    found = queries.instruments(cast.outsider, words, **more)

    names = [row.called for row in found.rows]
    assert names == called if called is not None else len(names) == 2


def test_the_list_and_a_document_cost_the_same_whatever_they_hold(cast: Cast) -> None:
    def asked(do: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as caught:
            do()
        return len(caught)

    uuid = enter(cast.clerk, DECREE)
    few = (
        asked(lambda: queries.instruments(cast.drafter)),
        asked(lambda: queries.instrument_view(cast.drafter, uuid)),
    )
    supplied.load()
    full = Instrument.objects.get(symbol="36/QĐ-TTg").uuid
    many = (
        asked(lambda: queries.instruments(cast.drafter)),
        asked(lambda: queries.instrument_view(cast.drafter, full)),
    )

    assert many[0] == few[0]
    assert many[1] <= few[1] + 3  # what it demands, and what others demand of the same measures
