"""Where the days went: every working day between start and end lies with exactly one holder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from thammuu.apps.dossiers.models import Act
from thammuu.apps.dossiers.reckoning.bookings import Span, booked, spans, without
from thammuu_core.calendars import official_calendar

TODAY = date(2021, 7, 6)
BEGIN = date(2021, 3, 1)
WORDS = ("Phòng A", "Phòng B", "Văn phòng UBND tỉnh")


@dataclass(frozen=True)
class Told:
    """A fact as the reckoning sees it."""

    act: str
    done_on: date
    holder_words: str = ""
    holder_unit_id: int | None = None
    holder_officer_id: int | None = None


def day(number: int) -> date:
    return BEGIN + timedelta(days=number)


days = st.integers(1, 100)
handings = st.dictionaries(days, st.sampled_from(WORDS), max_size=6)


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Told], int, int | None]:
    """Facts of a step on days of their own: begun, handed over, perhaps done."""
    start = draw(st.integers(0, 50))
    end = draw(st.none() | st.integers(start + 1, 110))
    facts = [Told(Act.START, day(start), draw(st.sampled_from(("", *WORDS))))]
    for number, words in draw(handings).items():
        if number not in (start, end) and (end is None or number < end):
            facts.append(Told(Act.HAND_OVER, day(number), words))
    if end is not None:
        facts.append(Told(Act.FINISH, day(end)))
    return facts, start, end


@given(stories())
def test_the_sum_over_holders_is_the_working_days_between_start_and_end(
    story: tuple[list[Told], int, int | None],
) -> None:
    facts, start, end = story
    until = day(end) if end is not None else max(TODAY, *(fact.done_on for fact in facts))
    rows = booked([("1", spans(facts, "Chủ trì", TODAY))])
    assert sum(row.days for row in rows) == official_calendar().working_days_between(day(start), until)


@given(stories(), st.randoms())
def test_the_order_of_recording_changes_nothing(
    story: tuple[list[Told], int, int | None], chance: object
) -> None:
    facts, _, _ = story
    mixed = list(facts)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert spans(mixed, "Chủ trì", TODAY) == spans(facts, "Chủ trì", TODAY)


@given(stories(), stories())
def test_a_whole_less_its_parts_leaves_no_day_twice(
    whole: tuple[list[Told], int, int | None], part: tuple[list[Told], int, int | None]
) -> None:
    own, taken = spans(whole[0], "A", TODAY), spans(part[0], "B", TODAY)
    left = without(own, taken)
    covered = [
        {span.after + timedelta(days=n + 1) for n in range((span.until - span.after).days)} for span in left
    ]
    others = {
        span.after + timedelta(days=n + 1) for span in taken for n in range((span.until - span.after).days)
    }
    assert all(days.isdisjoint(others) for days in covered)
    every = {
        span.after + timedelta(days=n + 1) for span in own for n in range((span.until - span.after).days)
    }
    assert set().union(*covered) == every - others


def test_before_the_start_nobody_has_it_and_after_the_end_neither() -> None:
    facts = [
        Told(Act.HAND_OVER, date(2021, 6, 1), "Phòng A"),
        Told(Act.START, date(2021, 6, 7)),
        Told(Act.FINISH, date(2021, 6, 9)),
        Told(Act.REOPEN, date(2021, 6, 14)),
    ]
    assert spans(facts, "", date(2021, 6, 16)) == (
        Span("Phòng A", date(2021, 6, 7), date(2021, 6, 9)),
        Span("Phòng A", date(2021, 6, 14), date(2021, 6, 16), open=True),
    )


def test_what_was_skipped_and_reopened_waits_for_nobody_until_it_is_begun() -> None:
    facts = [
        Told(Act.START, date(2021, 6, 7), "Phòng A"),
        Told(Act.SKIP, date(2021, 6, 9)),
        Told(Act.REOPEN, date(2021, 6, 14)),
    ]
    assert booked([("1", spans(facts, "", TODAY))])[0].days == 2
