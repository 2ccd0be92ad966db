"""Phụ lục, tables and copies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.written_documents import PLAN, line, words
from thammuu_core.formats import Finding, State, check
from thammuu_core.papers import BODY, Block, Cell, Paper, Row, Story, Table

CITED = words("Nhiệm vụ cụ thể tại Phụ lục kèm theo./.")
LABEL, TITLE = line("Phụ lục", bold=True), line("PHÂN CÔNG NHIỆM VỤ", bold=True)
GUIDANCE = line(
    "(Kèm theo Kế hoạch số      /KH-SCT ngày      tháng      năm 2026 của Sở Công Thương)", italic=True
)
ANNEX = (LABEL, TITLE, GUIDANCE, words("1. Sở Tài chính bố trí kinh phí."))


def paper(*after: Block, body: tuple[Block, ...] = (CITED,)) -> Paper:
    """A plan with these blocks after its signature."""
    read = PLAN.but(body=body).paper()  # type: ignore[arg-type]
    return replace(read, stories=(Story(BODY, (*read.body.blocks, *after)),))


def said(rule: str, *after: Block, body: tuple[Block, ...] = (CITED,)) -> list[Finding]:
    """What one rule says of it."""
    report = check(paper(*after, body=body), state=State.ISSUED)
    return [found for found in report.findings if found.rule == rule]


def numbered(*labels: str) -> tuple[Block, ...]:
    """Several annexes with these labels."""
    return tuple(block for label in labels for block in (line(label, bold=True), *ANNEX[1:]))


def test_an_annex_in_the_prescribed_form_is_clean() -> None:
    rules = {found.rule for found in check(paper(*ANNEX), state=State.ISSUED).findings}
    assert not rules & {"TT-301", "TT-302", "TT-303", "TT-304", "TT-305", "TT-306"}


@pytest.mark.parametrize(
    ("rule", "after"),
    [
        ("TT-303", (line("PHỤ LỤC", bold=True), *ANNEX[1:])),
        ("TT-303", (line("Phụ lục", 13, bold=True), *ANNEX[1:])),
        ("TT-303", (line("Phụ lục: PHÂN CÔNG NHIỆM VỤ", bold=True), *ANNEX[2:])),
        ("TT-304", (LABEL, line("Phân công nhiệm vụ", bold=True), *ANNEX[2:])),
        ("TT-304", (LABEL, line("PHÂN CÔNG NHIỆM VỤ"), *ANNEX[2:])),
        ("TT-305", (LABEL, TITLE, ANNEX[3])),
        ("TT-305", (LABEL, TITLE, line(GUIDANCE.text), ANNEX[3])),
        ("TT-306", (LABEL, TITLE, line("(Kèm theo Kế hoạch số 12/KH-SCT ngày 05 tháng 01 năm 2026)", italic=True), ANNEX[3])),
    ],
)  # fmt: skip
def test_a_fault_of_an_annex_is_told(rule: str, after: tuple[Block, ...]) -> None:
    assert said(rule, *after)


def test_the_text_leads_to_its_annex() -> None:
    assert said("TT-301", *ANNEX, body=(words("Các cơ quan thực hiện Kế hoạch này./."),))
    assert not said("TT-301", *ANNEX)
    assert not said("TT-301", *ANNEX, body=(words("Danh sách kèm theo./."),))


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (("Phụ lục I", "Phụ lục II"), 0),
        (("Phụ lục 1", "Phụ lục 2"), 2),
        (("Phụ lục", "Phụ lục"), 2),
        (("Phụ lục I", "Phụ lục III"), 1),
        (("Phụ lục",), 0),
    ],
)
def test_several_annexes_count_in_roman_numbers(labels: tuple[str, ...], told: int) -> None:
    assert len(said("TT-302", *numbered(*labels))) == told


def test_a_reference_to_an_annex_that_is_not_there() -> None:
    annexes = numbered("Phụ lục I", "Phụ lục II")
    assert said("VD-01", *annexes, body=(words("Chi tiết tại Phụ lục III Kế hoạch này./."),))
    assert not said("VD-01", *annexes, body=(words("Chi tiết tại Phụ lục II Kế hoạch này./."),))
    assert not said("VD-01", body=(words("Chi tiết tại Phụ lục III Kế hoạch này./."),))


def table(rows: int, *, header: bool = False, bordered: bool = True) -> Table:
    """A table of duties."""
    head = Row(
        tuple(Cell((line(name, bold=True),), at) for at, name in enumerate(("TT", "Nhiệm vụ", "Chủ trì"))),
        header,
    )
    duties = (
        Row(tuple(Cell((words(text),), at) for at, text in enumerate((str(n), "Việc", "Sở"))))
        for n in range(rows)
    )
    return Table((head, *duties), bordered=bordered)


def test_a_long_table_repeats_its_head() -> None:
    assert said("BA-01", body=(table(40), CITED))
    assert not said("BA-01", body=(table(40, header=True), CITED))
    assert not said("BA-01", body=(table(40, bordered=False), CITED))
    assert not said("BA-01", body=(table(5), CITED))


@pytest.mark.parametrize(
    ("rule", "kind", "number", "told"),
    [
        ("SA-01", "SAO Y", "Số: 05/SY-SCT", False),
        ("SA-01", "SAO Y BẢN CHÍNH", "Số: 05/SY-SCT", True),
        ("SA-02", "SAO Y", "Số: 05/SY-SCT", False),
        ("SA-02", "SAO LỤC", "Số: 05/SL-SCT", False),
        ("SA-02", "TRÍCH SAO", "Số: 05/TrS-SCT", False),
        ("SA-02", "SAO Y", "Số: 05/BS-SCT", True),
        ("SA-02", "TRÍCH SAO", "Số: 05/SY-SCT", True),
    ],
)
def test_a_copy_says_what_kind_of_copy_it_is(rule: str, kind: str, number: str, told: bool) -> None:
    copy = (line(kind, bold=True), line("SỞ CÔNG THƯƠNG", bold=True), line(number, 13))
    assert bool(said(rule, *copy)) is told
