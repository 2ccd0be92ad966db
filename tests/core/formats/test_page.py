"""Paper, margins, letters and page numbers against the decree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.plans_in_word import BODY, HEADED, LONG, NUMBER, PORTRAIT, centred, findings, line, plan
from thammuu_core.errors import Severity
from thammuu_core.formats import State, check
from thammuu_core.papers import Form, LineRule, PageField, Paragraph, SectionForm, Story

MANY_PAGES = ", ".join(line(f"{LONG}.") for _ in range(60))
ANNEX = f"{centred('Phụ lục')}, {centred('DANH SÁCH')}, {centred('(Kèm theo Kế hoạch số 12/KH-SKHCN)', bold=False, italic=True)}"
BREAK = f"p/pPr/{HEADED}"


def section(**measures: int | str) -> str:
    """The plan's section with other measures."""
    written = HEADED
    for name, value in measures.items():
        usual = {"w": 11906, "h": 16838, "top": 1134, "bottom": 1134, "left": 1701, "right": 1134}[name]
        written = written.replace(f"{name}={usual}", f"{name}={value}")
    return written


@pytest.mark.parametrize(
    ("rule", "changed", "words"),
    [
        ("TT-001", section(w=12240, h=15840), "215,9 x 279,4"),
        ("TT-003", section(top=851), "15 mm"),
        ("TT-004", section(bottom=709), "12,5 mm"),
        ("TT-005", section(left=1440), "25,4 mm"),
        ("TT-006", section(right=1440), "25,4 mm"),
    ],
)
def test_a_wrong_measure_of_the_page_is_told_with_what_must_be(rule: str, changed: str, words: str) -> None:
    (found,) = findings(rule, plan(section=changed))
    assert found.severity is Severity.ERROR
    assert words in found.message
    assert not findings(rule, plan())


def test_twips_around_the_limit_are_believed() -> None:
    near = section(top=1133, bottom=1441, left=1698, right=826)
    assert not {"TT-003", "TT-004", "TT-005", "TT-006"} & {
        found.rule for found in check(plan(section=near)).findings
    }


def test_a_file_that_does_not_say_its_measures_is_left_alone() -> None:
    silent = check(plan(section="sectPr/pgMar{header=567}")).findings
    assert not {"TT-001", "TT-003", "TT-004", "TT-005", "TT-006"} & {found.rule for found in silent}


def test_a_page_lies_across_only_for_a_table() -> None:
    across = "sectPr/pgSz{w=16838,h=11906,orient=landscape}"
    table = f"tbl/tr/tc/{line('ô')}"
    assert findings("TT-002", plan(after=f"{BREAK}, {centred('DANH SÁCH')}", section=across))
    assert not findings("TT-002", plan(after=f"{BREAK}, {centred('DANH SÁCH')}, {table}", section=across))
    assert findings("TT-002", plan(section=across)), "the tables of header and signature are no reason"


@pytest.mark.parametrize(
    ("font", "told"),
    [
        ("Times New Roman", 0),
        ("Times New Roman Bold", 0),
        ("Wingdings", 0),
        ("Arial", 1),
        (".VnTime", 1),
    ],
)
def test_another_font_is_told_once(font: str, told: int) -> None:
    text = line("Nội dung chính.", look=f"rFonts{{ascii={font}}}")
    found = findings("TT-007", plan(f"{BODY}, {text}, {text}"))
    assert len(found) == told
    assert all("2 đoạn" in one.message for one in found)
    assert all(("Unicode" in one.message) == font.startswith(".Vn") for one in found)


@pytest.mark.parametrize(
    ("colour", "words", "told"),
    [
        ("000000", "Nội dung", 0),
        ("1F1F1F", "Nội dung", 0),
        ("0563C1", "https://example.vn", 0),
        ("EE0000", "Nội dung", 1),
        ("C0C0C0", "Nội dung", 1),
    ],
)
def test_another_colour_is_told(colour: str, words: str, told: int) -> None:
    text = line(words, look=f"color{{val={colour}}}, sz{{val=28}}")
    assert len(findings("TT-008", plan(f"{BODY}, {text}"))) == told


@pytest.mark.parametrize(
    ("header", "closing", "fault"),
    [
        (NUMBER, HEADED, None),
        (NUMBER.replace("center", "right"), HEADED, "lề phải"),
        (NUMBER.replace("val=26", "val=22"), HEADED, "cỡ 11"),
        (NUMBER.replace("rPr/sz{val=26}", "rPr(i, sz{val=26})"), HEADED, "nghiêng"),
        (NUMBER, HEADED.replace(", titlePg", ""), "trang thứ nhất"),
        (NUMBER, HEADED.replace("titlePg", "titlePg, pgNumType{fmt=lowerRoman}"), "Ả Rập"),
    ],
)
def test_the_number_of_the_page_is_looked_at(header: str, closing: str, fault: str | None) -> None:
    found = findings("TT-009", plan(MANY_PAGES, section=closing, header1=header))
    assert [fault in one.message for one in found if fault] == [True] * bool(fault)
    assert bool(found) == bool(fault)


def test_many_pages_need_numbers_and_one_page_none() -> None:
    bare = f"sectPr({PORTRAIT})"
    assert findings("TT-009", plan(MANY_PAGES, section=bare))
    assert not findings("TT-009", plan(section=bare))
    footed = f"sectPr(footerReference{{r:id=footer1}}, {PORTRAIT})"
    (found,) = findings("TT-009", plan(MANY_PAGES, section=footed, footer1=NUMBER))
    assert "lề dưới" in found.message


def test_each_annex_counts_its_own_pages() -> None:
    anew = HEADED.replace("titlePg", "titlePg, pgNumType{start=1}")
    assert findings("TT-010", plan(after=ANNEX))
    assert not findings("TT-010", plan(after=f"{BREAK}, {ANNEX}", section=anew))
    assert not findings("TT-010", plan(after=ANNEX, section=f"sectPr({PORTRAIT})"))


def test_loose_marks_are_noted() -> None:
    loose, whole = line("Kê\u0301 hoa\u0323ch"), line("Điện trở 5 \u2126")
    assert findings("UN-01", plan(f"{BODY}, {loose}"))
    assert not findings("UN-01", plan(f"{BODY}, {whole}"))


def test_nothing_of_the_page_is_said_of_a_file_read_without_forms() -> None:
    assert not findings("TT-003", replace(plan(section=section(top=100)), sections=()))


MEASURES = st.floats(-1000, 1000) | st.just(0.0)
FIELDS = st.builds(
    PageField,
    st.sampled_from(("header", "footer")),
    st.sampled_from(("default", "first", "even")),
    st.sampled_from((None, "left", "center", "right")),
    st.none() | MEASURES,
    st.booleans(),
    st.booleans(),
)
SECTIONS = st.builds(
    SectionForm,
    st.integers(0, 40),
    *[MEASURES] * 8,
    st.booleans(),
    st.booleans(),
    st.none() | st.integers(0, 9),
    st.sampled_from((None, "decimal", "lowerRoman")),
    page_fields=st.lists(FIELDS, max_size=3).map(tuple),
)
FORMS = st.builds(Form, *[MEASURES] * 6, st.sampled_from(LineRule))


@given(
    st.lists(SECTIONS, min_size=1, max_size=3).map(tuple),
    st.lists(FORMS, min_size=1, max_size=5),
    st.sampled_from(State),
)
def test_any_measures_are_answered(
    sections: tuple[SectionForm, ...], forms: list[Form], state: State
) -> None:
    read = plan(MANY_PAGES, after=ANNEX)
    blocks = tuple(
        replace(block, form=forms[at % len(forms)]) if isinstance(block, Paragraph) else block
        for at, block in enumerate(read.body.blocks)
    )
    measured = replace(read, sections=sections, stories=(Story("body", blocks),))
    assert all(found.message.endswith((".", "”")) for found in check(measured, state=state).findings)
