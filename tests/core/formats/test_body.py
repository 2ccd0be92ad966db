"""How the text is set: size, alignment, indents, spacing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.written_documents import PLAN, line, words
from thammuu_core.formats import Finding, State, check
from thammuu_core.papers import Form, LineRule, Paper, Paragraph, SectionForm

LONG = (
    "Tuyên truyền, phổ biến các công cụ cải tiến năng suất đến doanh nghiệp, hợp tác xã và người lao động; "
    "hướng dẫn xây dựng, áp dụng các hệ thống quản lý tiên tiến."
)
USUAL = Form(first=12.7, before=6.0)


def paper(*paragraphs: Paragraph) -> Paper:
    """A plan with these paragraphs as its text, measured."""
    read = PLAN.but(body=paragraphs).paper()
    return replace(read, sections=(SectionForm(0, 210, 297, 20, 20, 30, 20),))


def said(rule: str, *paragraphs: Paragraph) -> list[Finding]:
    """What one rule says of such a text."""
    return [one for one in check(paper(*paragraphs), state=State.ISSUED).findings if one.rule == rule]


def formed(form: Form, count: int = 4) -> tuple[Paragraph, ...]:
    """Some paragraphs of one form."""
    return (replace(words(LONG), form=form),) * count


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (words(LONG), None),
        (line(LONG, 12, align="both"), "cỡ 12"),
        (line(LONG, 14, align="left"), "canh đều"),
        (words(LONG, italic=True), "nghiêng"),
        (line("Đơn vị tính: triệu đồng", 12, align="right"), None),
    ],
)
def test_text_is_upright_justified_and_of_its_size(text: Paragraph, fault: str | None) -> None:
    found = said("TT-151", *[text] * 3, words(LONG))
    assert [fault in one.message for one in found if fault] == [True] * bool(fault)
    assert bool(found) == bool(fault)


@pytest.mark.parametrize(
    ("rule", "form", "told"),
    [
        ("TT-152", USUAL, False),
        ("TT-152", replace(USUAL, first=10.0), False),
        ("TT-152", replace(USUAL, first=-6.35, left=19.05), False),
        ("TT-152", replace(USUAL, first=0.0), True),
        ("TT-152", replace(USUAL, first=15.0), True),
        ("TT-153", USUAL, False),
        ("TT-153", replace(USUAL, before=3.0, after=3.0), False),
        ("TT-153", replace(USUAL, before=2.0), True),
        ("TT-154", USUAL, False),
        ("TT-154", replace(USUAL, line=1.5), False),
        ("TT-154", replace(USUAL, line=18.0, line_rule=LineRule.EXACT), False),
        ("TT-154", replace(USUAL, line=2.0), True),
        ("TT-154", replace(USUAL, line=0.9), True),
        ("TT-154", replace(USUAL, line=12.0, line_rule=LineRule.EXACT), True),
        ("TT-154", replace(USUAL, line=12.0, line_rule=LineRule.AT_LEAST), False),
        ("TT-154", replace(USUAL, line=40.0, line_rule=LineRule.AT_LEAST), True),
    ],
)
def test_measures_of_paragraphs(rule: str, form: Form, told: bool) -> None:
    assert bool(said(rule, *formed(form))) is told


def test_one_paragraph_among_many_is_a_slip_and_not_told() -> None:
    assert not said("TT-153", *formed(USUAL, 20), *formed(replace(USUAL, before=0.0), 1))


def test_two_indents_in_one_text_are_told() -> None:
    (found,) = said("TT-152", *formed(USUAL), *formed(replace(USUAL, first=10.0)))
    assert "chọn một cách" in found.message


def test_a_first_line_pushed_by_a_tab_is_not_measured() -> None:
    tabbed = replace(words("\t" + LONG), form=replace(USUAL, first=0.0))
    assert not said("TT-152", tabbed, tabbed, tabbed)


def test_headings_and_grounds_are_no_text() -> None:
    heading = line("I. MỤC ĐÍCH, YÊU CẦU " + "VÀ PHẠM VI THỰC HIỆN " * 5, 12, bold=True, align="left")
    ground = line(f"Căn cứ Kế hoạch số 36/KH-UBND ngày 05 tháng 01 năm 2026; {LONG}"[:-1] + ";", 12)
    assert not said("TT-151", ground, heading, words(LONG), words(LONG))
