"""The plan drafted from a timetable is read back the same: steps, times, owners; and it is opened by Word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thammuu_core.calendars import official_calendar
from thammuu_core.compositions import PlannedStep, UnitPlan, unit_plan
from thammuu_core.intake import read_paper
from thammuu_core.plans import read
from thammuu_core.plans.dues import due
from thammuu_core.plans.model import Reading, When, WhenKind
from thammuu_core.rendering import to_docx
from thammuu_core.schedules import deadline, default_template, lay_back

CALENDAR = official_calendar()
TEMPLATE = default_template()
LEADS = (
    "Chi cục Tiêu chuẩn Đo lường Chất lượng", "Phòng Quản lý Khoa học", "Văn phòng Sở", "Thanh tra Sở",
    "Trung tâm Ứng dụng Khoa học và Công nghệ", "Phòng Kế hoạch - Tài chính",
)  # fmt: skip
HELPERS = (
    "các phòng, đơn vị thuộc Sở",
    "Văn phòng Sở",
    "Phòng Quản lý Công nghệ và Chuyên ngành",
    "Thanh tra Sở",
)
BASES = (
    "Quyết định số 1199/QĐ-UBND ngày 24/12/2020 của UBND tỉnh Bắc Giang về việc ban hành Chương trình công tác năm 2021",
    "Công văn số 215/UBND-KGVX ngày 12/3/2021 của UBND tỉnh về việc giao nhiệm vụ tham mưu văn bản",
)
PLAN = UnitPlan(
    agency="Sở Khoa học và Công nghệ",
    parent="UBND tỉnh Bắc Giang",
    abbreviation="KHCN",
    place="Bắc Giang",
    day=date(2021, 4, 12),
    outcome="Kế hoạch nâng cao năng suất và chất lượng trên địa bàn tỉnh giai đoạn 2021-2025",
    issuer="UBND tỉnh",
    lead=LEADS[0],
    coordinating=HELPERS[:1],
    steps=(),
    bases=BASES[:1],
    recipients=("UBND tỉnh (báo cáo)", "Lãnh đạo Sở"),
    filed="VT, TĐC",
)


def laid(last_day: date) -> tuple[PlannedStep, ...]:
    """The default template laid backwards, as steps of a plan."""
    rows = lay_back(TEMPLATE, last_day, CALENDAR).rows
    return tuple(
        PlannedStep(
            row.text, deadline(row.latest_end, CALENDAR) if row.latest_end else None, step.condition or ""
        )
        for row, step in zip(rows, TEMPLATE.steps, strict=True)
    )


def read_back(plan: UnitPlan) -> Reading:
    """The plan written as a Word file and read."""
    return read(read_paper(to_docx(unit_plan(plan)), "ke-hoach.docx"))


def text_of(plan: UnitPlan) -> str:
    """Its words as a reader sees them, with the labels that Word counts."""
    paper = read_paper(to_docx(unit_plan(plan)), "ke-hoach.docx")
    lines = chain.from_iterable(story.lines() for story in paper.stories)
    return "\n".join(f"{line.paragraph.label} {line.paragraph.text}".strip() for line in lines)


def steps_back(reading: Reading) -> list[tuple[str, When]]:
    return [(step.text, step.when) for step in reading.steps]


def check(plan: UnitPlan, reading: Reading) -> None:
    """As many steps, each with its words, its time and its owners."""
    assert len(reading.steps) == len(plan.steps), [step.text for step in reading.steps]
    for planned, step in zip(plan.steps, reading.steps, strict=True):
        assert planned.text.rstrip(".") in step.text
        if planned.when:
            assert step.when == planned.when
        else:
            assert step.when.end is None
            assert step.condition == planned.condition
        assert step.lead == ((planned.owner,) if planned.owner else (plan.lead,))
        if not planned.owner:
            assert step.coordinating == plan.coordinating


def test_the_founding_plan_drafted_from_its_due_date_is_read_back() -> None:
    plan = replace(PLAN, steps=laid(date(2021, 8, 5)))
    reading = read_back(plan)
    check(plan, reading)
    assert [step.where for step in reading.steps] == [f"II.{number}" for number in range(1, 8)]


def test_as_a_word_file_too_with_its_heading() -> None:
    plan = replace(PLAN, steps=laid(date(2021, 8, 5)))
    reading = read_back(plan)
    check(plan, reading)
    header = reading.header
    assert (header.kind_code, header.issuer.name) == ("KH", "Sở Khoa học và Công nghệ")
    assert header.number is not None
    assert header.number.value is None
    assert reading.outcome is not None
    assert reading.outcome.issuer == "UBND tỉnh Bắc Giang"
    assert header.recipients == (*plan.recipients, "Lưu: VT, TĐC")


_STEPS = st.lists(
    st.tuples(
        st.sampled_from([step.title for step in TEMPLATE.steps]) | st.sampled_from(
            ["Khảo sát, thu thập số liệu tại các huyện", "Họp tổ soạn thảo thống nhất đề cương", "Thẩm định dự thảo Quyết định"]
        ),
        st.sampled_from(["", "", "Văn phòng Sở", "Thanh tra Sở"]),
    ),
    min_size=1, max_size=8, unique_by=lambda step: step[0],
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(
    steps=_STEPS,
    days=st.lists(st.dates(date(2021, 1, 4), date(2026, 11, 30)), min_size=8, max_size=8, unique=True),
    lead=st.sampled_from(LEADS),
    helpers=st.lists(st.sampled_from(HELPERS), max_size=2, unique=True),
    bases=st.lists(st.sampled_from(BASES), max_size=2, unique=True),
    asked=st.booleans(),
)
def test_any_timetable_is_read_back(
    steps: list[tuple[str, str]],
    days: list[date],
    lead: str,
    helpers: list[str],
    bases: list[str],
    asked: bool,
) -> None:
    when = [deadline(CALENDAR.on_or_before(day), CALENDAR) for day in sorted(days)]
    planned = [
        PlannedStep(text, when[at], owner=owner if owner != lead else "")
        for at, (text, owner) in enumerate(steps)
    ]
    planned[-1] = replace(
        planned[-1], owner=""
    )  # what is given to the lead as a whole leaves it something to do
    if asked:
        planned.append(PlannedStep("Tiếp tục hoàn thiện dự thảo, hồ sơ", None, "khi có yêu cầu"))
    others = tuple(name for name in helpers if name != lead)
    plan = replace(PLAN, steps=tuple(planned), lead=lead, coordinating=others, bases=tuple(bases))
    check(plan, read_back(plan))


@given(st.dates(date(2021, 1, 4), date(2026, 11, 30)))
def test_the_day_named_gives_the_last_day_back(day: date) -> None:
    last = CALENDAR.on_or_before(day)
    when = deadline(last, CALENDAR)
    assert (due(when, CALENDAR), when.kind) == (last, WhenKind.DEADLINE)


def test_a_plan_without_bases_or_helpers_says_neither() -> None:
    plan = replace(PLAN, steps=laid(date(2021, 8, 5)), bases=(), coordinating=())
    words = text_of(plan)
    assert "Căn cứ" not in words
    assert "phối hợp với" not in words


@pytest.mark.parametrize("text", ["xây dựng dự thảo.", "Xây dựng  dự thảo;", "Xây dựng dự thảo"])
def test_a_step_is_one_sentence(text: str) -> None:
    plan = replace(PLAN, steps=(PlannedStep(text, deadline(date(2021, 6, 14), CALENDAR)),))
    assert "1. Trước ngày 15/6/2021: Xây dựng dự thảo.\n" in text_of(plan)
