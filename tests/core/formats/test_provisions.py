"""Headings, labels and their sequence; references that follow them."""

from __future__ import annotations

import pytest

from support.written_documents import DECISION, PLAN, Written, line, words
from thammuu_core.formats import Finding, State, check
from thammuu_core.papers import Paragraph


def heading(text: str, **look: bool) -> Paragraph:
    """A heading at the left margin, bold unless said otherwise."""
    return line(text, align="both", **({"bold": True} | look))  # type: ignore[arg-type]


def said(rule: str, *body: Paragraph | str, of: Written = PLAN) -> list[Finding]:
    """What one rule says of a plan with this text."""
    paragraphs = tuple(words(one) if isinstance(one, str) else one for one in body)
    report = check(of.but(body=paragraphs).paper(), state=State.ISSUED)
    return [found for found in report.findings if found.rule == rule]


CHAPTER = line("Chương I", bold=True)
TITLE = line("QUY ĐỊNH CHUNG", bold=True)
ARTICLE = heading("Điều 1. Phạm vi điều chỉnh")
OTHERS = tuple(heading(f"Điều {number}. Nội dung thứ {number}") for number in range(2, 7))


@pytest.mark.parametrize(
    ("rule", "body", "told"),
    [
        ("TT-206", (CHAPTER, TITLE, ARTICLE, "Nội dung."), False),
        ("TT-206", (CHAPTER, ARTICLE, "Nội dung."), True),
        ("TT-206", (ARTICLE, *OTHERS, "Điều 7. Quy chế này có hiệu lực kể từ ngày ký ban hành."), True),
        ("TT-206", ("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.", "Điều 2. Thi hành Quyết định này."), False),
        ("TT-211", (CHAPTER, TITLE, ARTICLE), False),
        ("TT-211", (line("CHƯƠNG I", bold=True), TITLE, ARTICLE), True),
        ("TT-211", (line("Chương I"), TITLE, ARTICLE), True),
        ("TT-211", (CHAPTER, line("Quy định chung", bold=True), ARTICLE), True),
        ("TT-211", (line("Chương I. QUY ĐỊNH CHUNG", bold=True), ARTICLE), True),
        ("TT-212", (CHAPTER, TITLE, line("Mục 1", bold=True), line("PHẠM VI", bold=True), ARTICLE), False),
        ("TT-212", (CHAPTER, TITLE, line("Mục 1"), line("PHẠM VI", bold=True), ARTICLE), True),
        ("TT-213", (ARTICLE, *OTHERS), False),
        ("TT-213", (heading("Điều 1: Phạm vi điều chỉnh"), *OTHERS), True),
        ("TT-213", (heading("Điều 1. Phạm vi điều chỉnh", bold=False), *OTHERS), True),
        ("TT-214", ("1. Việc một.", "2. Việc hai."), False),
        ("TT-214", ("1) Việc một.", "2) Việc hai."), True),
        ("TT-214", ("1/ Việc một.", "2/ Việc hai."), True),
        ("TT-214", (heading("1. Mục đích"), "Nội dung.", heading("2. Yêu cầu"), "Nội dung."), False),
        ("TT-214", (heading("1. Mục đích", bold=False), "Nội dung.", heading("2. Yêu cầu", bold=False), "- Nội dung."), True),
        ("TT-215", ("1. Các việc:", "a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "đ) Năm;", "e) Sáu;", "g) Bảy."), False),
        ("TT-215", ("1. Các việc:", "a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "e) Sáu."), True),
        ("TT-215", ("1. Các việc:", "a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "đ) Năm;", "e) Sáu;", "f) Bảy."), True),
        ("TT-215", ("1. Các việc:", "a. Một;", "b. Hai."), True),
        ("TT-222", (heading("I. MỤC ĐÍCH"), "Nội dung.", heading("II. YÊU CẦU"), "Nội dung."), False),
        ("TT-222", (heading("I. Mục đích"), "Nội dung.", heading("II. Yêu cầu"), "Nội dung."), True),
        ("TT-222", (heading("I. KINH PHÍ: Từ ngân sách tỉnh"), heading("II. YÊU CẦU")), False),
    ],
)  # fmt: skip
def test_headings_and_labels(rule: str, body: tuple[Paragraph | str, ...], told: bool) -> None:
    assert bool(said(rule, *body)) is told


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (("1. Một.", "2. Hai.", "3. Ba."), None),
        (("1. Một.", "3. Ba."), "thiếu số thứ tự"),
        (("1. Một.", "2. Hai.", "2. Hai nữa."), "hai lần"),
        (("Điều 1. Một.", "Điều 2. Hai.", "Điều 4. Bốn."), "thiếu số thứ tự"),
        ((heading("I. MỘT"), "1. Việc.", heading("III. BA"), "1. Việc."), "thiếu số thứ tự"),
        ((heading("I. MỘT"), "1. Việc.", "2. Việc.", heading("II. HAI"), "1. Việc."), None),
        (("1. Việc:", "a) Một;", "b) Hai;", "d) Bốn."), "thiếu số thứ tự"),
        (("1. Việc:", "d) Một;", "e) Hai."), None),
        (("1. Việc:", "h) Một;", "i) Hai;", "k) Ba."), None),
        (("1. Việc:", "1.1. Một.", "1.2. Hai.", "2. Việc:", "2.1. Một."), None),
        (("1. Việc:", "1.1. Một.", "1.3. Ba."), "thiếu số thứ tự"),
    ],
)
def test_labels_count_without_gap_or_repeat(body: tuple[Paragraph | str, ...], fault: str | None) -> None:
    found = said("BC-01", *body)
    assert [fault in one.message for one in found if fault] == [True] * bool(fault)
    assert bool(found) == bool(fault)


def test_a_document_that_changes_another_repeats_its_numbers() -> None:
    changing = PLAN.but(subject=(line("Sửa đổi, bổ sung Kế hoạch số 12/KH-SCT", bold=True),))
    assert not said("BC-01", "1. Một.", "3. Ba.", of=changing)


PLANNED = (heading("I. MỘT"), "1. Việc.", "2. Việc.", heading("II. HAI"), "1. Việc.", "2. Việc:", "a) Điểm;")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Thực hiện nhiệm vụ tại mục II.2 Kế hoạch này.", False),
        ("Thực hiện nhiệm vụ tại điểm a khoản 2 Mục II Kế hoạch này.", False),
        ("Thực hiện nhiệm vụ tại mục II.4 Kế hoạch này.", True),
        ("Thực hiện nhiệm vụ tại Mục III Kế hoạch này.", True),
        ("Thực hiện nhiệm vụ tại mục II.4.", True),
        ("Thực hiện nhiệm vụ tại mục II.4 Nghị quyết số 12/NQ-CP.", False),
        ("Theo Luật Đầu tư, quy định tại Mục IV.", False),
        ("Định mức 480 kíp, lỗ khoan 76 mm, một phần ý kiến.", False),
        ("Theo mục II.4", False),
    ],
)
def test_a_reference_of_a_plan_to_itself_leads_somewhere(words: str, told: bool) -> None:
    assert bool(said("VD-01", *PLANNED, words)) is told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Các cơ quan tại Điều 2 Quyết định này.", False),
        ("Các cơ quan tại Điều 5 Quyết định này.", True),
        ("Các cơ quan tại khoản 2 Điều này.", False),
        ("Các cơ quan tại khoản 4 Điều này.", True),
        ("Các cơ quan tại khoản 4 Điều 7.", True),
    ],
)
def test_a_reference_of_a_decision_to_itself_leads_somewhere(words: str, told: bool) -> None:
    body = (
        "Điều 1. Ban hành:",
        "1. Một.",
        "2. Hai.",
        f"3. {words}",
        "Điều 2. Thi hành.",
        "Điều 3. Hiệu lực.",
    )
    assert bool(said("VD-01", *body, of=DECISION)) is told


@pytest.mark.parametrize(
    ("rule", "body", "told"),
    [
        ("TT-204", ("Thực hiện Quyết định số 36/QĐ-TTg của Thủ tướng Chính phủ về năng suất.",), True),
        ("TT-204", ("Thực hiện Quyết định số 36/QĐ-TTg ngày 11 tháng 01 năm 2021 của Thủ tướng Chính phủ phê duyệt Kế hoạch tổng thể nâng cao năng suất.",), False),
        ("TT-204", ("Thực hiện Luật Đầu tư công.",), False),
        ("TT-205", ("Thực hiện Quyết định số 36/QĐ-TTg ngày 11 tháng 01 năm 2021 của Thủ tướng Chính phủ phê duyệt Kế hoạch tổng thể.",) * 2, True),
        ("TT-205", ("Thực hiện Quyết định số 36/QĐ-TTg ngày 11 tháng 01 năm 2021 của Thủ tướng Chính phủ phê duyệt Kế hoạch tổng thể.", "Theo Quyết định số 36/QĐ-TTg."), False),
    ],
)  # fmt: skip
def test_other_documents_are_cited_in_full_once(rule: str, body: tuple[str, ...], told: bool) -> None:
    assert bool(said(rule, *body)) is told


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        (
            "VH-01",
            "Việc đã làm xong. tiếp tục thực hiện.",
            "Việc đã làm tại TP. Bắc Ninh, v.v. và các nơi. Tiếp tục.",
        ),
        ("VH-06", "Tại thành phố Hồ Chí Minh.", "Tại Thành phố Hồ Chí Minh và Thủ đô Hà Nội."),
        ("VH-10", "Trình Ủy Ban nhân dân tỉnh.", "Trình Ủy ban nhân dân tỉnh, Hội đồng nhân dân tỉnh."),
        ("VH-10", "Gửi sở Tài chính.", "Gửi Sở Tài chính, các sở, ngành."),
        ("VH-13", "Nâng cao đời sống nhân dân.", "Quản lý nhà nước, Ủy ban nhân dân; phục vụ Nhân dân."),
        ("VH-19", "Theo khoản 2 điều 5.", "Theo điểm a khoản 2 Điều 5; 3 điều kiện."),
        ("VH-19", "Theo Khoản 2 Điều 5.", "Khoản 2 Điều 5 quy định."),
    ],
)
def test_capitals(rule: str, wrong: str, right: str) -> None:
    (found,) = said(rule, wrong)
    assert found.severity == "note"
    assert not said(rule, right)
