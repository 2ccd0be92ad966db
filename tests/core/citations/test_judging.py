"""A citation held against a register: what it means is found by symbol, issuer and year, and what differs is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.citations import Citation
from thammuu_core.citations.judging import Registered, State, judge, near, same_issuer, same_subject

DAY = date(2021, 4, 1)
SUBJECT = "Về việc phê duyệt Chương trình hỗ trợ doanh nghiệp giai đoạn 2021-2030"
ONE = Registered("1", "Quyết định", "1322/QĐ-TTg", date(2020, 8, 31), "Thủ tướng Chính phủ", SUBJECT)
LOCAL = Registered("2", "Kế hoạch", "12/KH-UBND", date(2021, 1, 5), "UBND tỉnh Lào Cai", "Cải cách")
LAW = Registered("3", "Luật", "80/2015/QH13", date(2015, 6, 22), "Quốc hội", "Thủy lợi", date(2016, 7, 1))
LATER = replace(
    LAW, id="4", symbol="08/2017/QH14", issued_on=date(2017, 6, 19), in_force_from=date(2018, 7, 1)
)
REGISTER = (ONE, LOCAL, LAW, LATER)


def cited(one: Registered, **other: object) -> Citation:
    """A citation that says everything as the register does."""
    said = Citation(0, 1, one.kind, one.symbol, None, one.issued_on, one.issuer, one.subject)
    return replace(said, **other)


@pytest.mark.parametrize(
    ("citation", "state", "found", "fields"),
    [
        (cited(ONE), "known", "1", []),
        (cited(ONE, symbol="1322 / QÐ - TTG", issuer=None, subject=None), "known", "1", []),
        (cited(ONE, date=date(2020, 8, 30)), "differs", "1", ["date"]),
        (cited(ONE, date=date(2010, 8, 31), subject=None), "differs", "1", ["date"]),
        (cited(ONE, date=date(2019, 2, 1), subject=None), "unknown", None, []),
        (cited(ONE, date=date(2019, 2, 1), subject="Về việc khác hẳn"), "unknown", None, []),
        (cited(ONE, issuer="Chính phủ", subject=None), "differs", "1", ["issuer"]),
        (cited(ONE, symbol="1332/QĐ-TTg"), "differs", "1", ["symbol"]),
        (cited(ONE, symbol="1332/QĐ-TTg", subject=None), "unknown", None, []),
        (cited(ONE, subject="phê duyệt Chương trình hỗ trợ doanh nghiệp"), "known", "1", []),
        (cited(ONE, subject="phê duyệt Chương trình hỗ trợ doanh nghiệp giai đoạn 2021-2025"), "differs", "1", ["subject"]),
        (cited(LOCAL, issuer="Ủy ban nhân dân tỉnh Lào Cai"), "known", "2", []),
        (cited(LOCAL, issuer="UBND tỉnh Bắc Giang", subject=None), "unknown", None, []),
        (cited(LOCAL, issuer="UBND tỉnh"), "known", "2", []),
        (cited(LAW, symbol=None, name="Luật Thủy lợi", date=None), "known", "3", []),
        (cited(LAW, symbol=None, name="Luật Thủy lợi năm 2017", date=None), "known", "4", []),
        (cited(LAW, symbol=None, name="Luật Thủy lợi năm 2001", date=None), "unknown", None, []),
        (cited(LAW, name="Luật Đê điều", subject=None), "differs", "3", ["subject"]),
    ],
)  # fmt: skip
def test_what_is_meant_is_found_and_what_differs_is_named(
    citation: Citation, state: str, found: str | None, fields: list[str]
) -> None:
    on = DAY if citation.name != "Luật Thủy lợi" else date(2017, 1, 1)

    verdict = judge(citation, REGISTER, on)

    assert verdict.state.value == state
    assert (verdict.found.id if verdict.found else None) == found
    assert [one.field for one in verdict.differing] == fields


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2016, 6, 30), State.NOT_YET),
        (date(2016, 7, 1), State.KNOWN),
        (date(2018, 6, 30), State.KNOWN),
        (date(2018, 7, 1), State.EXPIRED),
    ],
)
def test_force_is_judged_on_the_day_and_its_last_day_counts(on: date, state: State) -> None:
    ended = replace(LAW, in_force_to=date(2018, 6, 30))

    assert judge(cited(ended), [ended], on).state is state


def test_a_law_by_name_is_the_one_in_force_on_the_day() -> None:
    name = cited(LAW, symbol=None, name="Luật Thủy lợi", date=None, issuer=None, subject=None)
    ended = replace(LAW, in_force_to=date(2018, 6, 30))

    held = {day: judge(name, [ended, LATER], day).found for day in (date(2018, 6, 30), date(2018, 7, 1))}

    assert [one and one.id for one in held.values()] == ["3", "4"]


def test_what_is_not_in_force_can_differ_as_well() -> None:
    ended = replace(ONE, in_force_to=date(2021, 1, 1))

    verdict = judge(cited(ended, date=date(2020, 8, 30)), [ended], DAY)

    assert (verdict.state, [one.field for one in verdict.differing]) == (State.EXPIRED, ["date"])


def test_what_may_be_meant_has_a_like_number_and_a_like_rest_nearest_first() -> None:
    symbols = ("1322/QĐ-TTg", "2/QĐ-TTg", "1332/NQ-HĐND", "1332/QĐ-CTN", "9999/QĐ-TTg")
    others = [replace(ONE, id=symbol, symbol=symbol) for symbol in symbols]

    found = near(cited(ONE, symbol="1332/QĐ-TTg"), others)

    assert [one.id for one in found] == ["1322/QĐ-TTg"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bộ trưởng Bộ Khoa học và Công nghệ", "Bộ KH&CN", True),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Lào Cai", True),
        ("Chính phủ", "Thủ tướng Chính phủ", False),
        ("UBND tỉnh Lào Cai", "UBND tỉnh Bắc Giang", False),
    ],
)
def test_bodies_are_one_by_their_words(one: str, other: str, same: bool) -> None:
    assert same_issuer(one, other) is same_issuer(other, one) is same


_WORDS = st.lists(
    st.sampled_from(
        ["phê", "duyệt", "ban", "hành", "chương", "trình", "kế", "hoạch", "năm", "2021", "2025", "tỉnh"]
    ),
    min_size=1,
)
_ENTRIES = st.builds(
    Registered,
    id=st.uuids().map(str),
    kind=st.just("Quyết định"),
    symbol=st.integers(1, 9999).map(lambda n: f"{n}/QĐ-TTg"),
    issued_on=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    issuer=st.just("Thủ tướng Chính phủ"),
    subject=_WORDS.map(" ".join),
)


@given(_ENTRIES)
def test_a_citation_that_says_what_the_register_says_is_known_from_its_day_on(one: Registered) -> None:
    assert one.issued_on
    assert judge(cited(one), [one], one.issued_on).state is State.KNOWN
    assert judge(cited(one), [one], one.issued_on - timedelta(days=1)).state is State.NOT_YET


@given(_ENTRIES, st.lists(_ENTRIES, max_size=5), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_what_others_the_register_has_takes_no_known_document_away(
    one: Registered, others: list[Registered], on: date
) -> None:
    verdict = judge(cited(one), [*others, one], on)

    assert verdict.found is not None
    assert verdict.found.symbol == one.symbol
    assert verdict.differing == ()


@given(_ENTRIES, st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_nothing_is_said_to_differ_that_the_citation_leaves_out(one: Registered, on: date) -> None:
    bare = cited(one, date=None, issuer=None, subject=None)

    assert judge(bare, [one], on).differing == ()


@given(_WORDS)
def test_a_subject_is_one_with_itself_and_with_its_lead(words: list[str]) -> None:
    subject = " ".join(words)

    assert same_subject(subject, subject)
    assert same_subject(f"Về việc {subject}", subject)
