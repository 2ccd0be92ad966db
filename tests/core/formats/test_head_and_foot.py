"""The rules of head and foot: each fires on one fault and on nothing in a document written with care."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.written_documents import DECISION, LETTER, PLAN, SUBMISSION, Written, line, listed, words
from thammuu_core.formats import State, check
from thammuu_core.formats.parts import MODULES
from thammuu_core.formats.registry import check_of, rules
from thammuu_core.papers import Paragraph
from thammuu_core.papers.forms import Form, SectionForm


def office(*lines: str) -> tuple[object, ...]:
    return tuple(line(text, bold=True) for text in lines)


CASES: list[tuple[str, Written, dict[str, object]]] = [
    ("TT-100", PLAN, {"number": ()}),
    ("TT-100", PLAN, {"nation": (), "motto": ()}),
    ("TT-100", PLAN, {"office": (), "name": ()}),
    ("TT-101", PLAN, {"nation": (line("CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True),)}),
    ("TT-102", PLAN, {"nation": (line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 14, bold=True),)}),
    ("TT-102", PLAN, {"nation": (line("Cộng hòa xã hội chủ nghĩa Việt Nam", 13, bold=True),)}),
    ("TT-103", PLAN, {"motto": (line("Độc lập – Tự do – Hạnh phúc", bold=True),)}),
    ("TT-103", PLAN, {"motto": (line("Độc Lập - Tự Do - Hạnh Phúc", bold=True),)}),
    ("TT-104", PLAN, {"motto": (line("Độc lập - Tự do - Hạnh phúc", 12, bold=True),)}),
    ("TT-104", PLAN, {"nation": PLAN.motto, "motto": PLAN.nation}),
    (
        "TT-102",
        PLAN,
        {
            "parent": (*PLAN.nation, *PLAN.motto, *PLAN.date),
            "issuer": (),
            "number": (),
            "nation": PLAN.parent,
            "motto": PLAN.issuer,
            "date": PLAN.number,
        },
    ),
    ("TT-111", PLAN, {"parent": (line("UBND TỈNH LÀO CAI", 13, bold=True),)}),
    ("TT-112", PLAN, {"issuer": (line("SỞ CÔNG THƯƠNG", 13),)}),
    ("TT-121", PLAN, {"number": (line("Số 05/KH-SCT", 13),)}),
    ("TT-121", PLAN, {"number": (line("Số: 05/KH-SCT", 14),)}),
    ("TT-122", PLAN, {"number": (line("Số: 5/KH-SCT", 13),)}),
    ("TT-122", PLAN, {"number": (line("Số:      /KH-SCT", 13),)}),
    ("TT-123", PLAN, {"number": (line("Số: 05/KH - SCT", 13),)}),
    ("TT-123", PLAN, {"number": (line("Số: 05/Kh-SCT", 13),)}),
    ("TT-124", SUBMISSION, {"number": (line("Số: 15/TTR-SCT", 13),)}),
    ("TT-124", PLAN, {"number": (line("Số: 05/KH", 13),)}),
    ("TT-124", PLAN, {"kind": office("QUY ĐỊNH"), "number": (line("Số: 05/QĐ-SCT", 13),)}),
    ("TT-124", PLAN, {"kind": office("CHƯƠNG TRÌNH"), "number": (line("Số: 05/CT-SCT", 13),)}),
    ("TT-125", LETTER, {"number": (line("Số: 128/CV-SCT", 13),)}),
    ("TT-127", PLAN, {"number": (), "date": (line("Số: 05/KH-SCT", 13), *PLAN.date)}),
    ("TT-131", PLAN, {"date": (line("ngày 05 tháng 01 năm 2026", italic=True),)}),
    ("TT-132", PLAN, {"date": (line("Lào Cai, ngày 05/01/2026", italic=True),)}),
    ("TT-132", PLAN, {"date": (line("Lào Cai, ngày 31 tháng 4 năm 2026", italic=True),)}),
    ("TT-132", PLAN, {"date": (line("Lào Cai, ngày    tháng 4 năm 2026", italic=True),)}),
    ("TT-133", PLAN, {"date": (line("Lào Cai, ngày 5 tháng 4 năm 2026", italic=True),)}),
    ("TT-133", PLAN, {"date": (line("Lào Cai, ngày 05 tháng 1 năm 2026", italic=True),)}),
    ("TT-133", PLAN, {"date": (line("Lào Cai, ngày 05 tháng 07 năm 2026", italic=True),)}),
    ("TT-134", PLAN, {"date": (line("Lào Cai, ngày 05 tháng 4 năm 2026"),)}),
    ("TT-311", PLAN, {"marks": (line("MẬT", bold=True),)}),
    ("TT-312", PLAN, {"marks": (line("KHẨN CẤP", bold=True),)}),
    ("TT-312", PLAN, {"marks": (line("KHẨN", bold=True), line("HỎA TỐC", bold=True))}),
    ("TT-313", PLAN, {"marks": (line("KHẨN", 12, bold=True),)}),
    ("TT-314", PLAN, {"marks": (line("LƯU HÀNH NỘI BỘ"),)}),
    ("TT-315", PLAN, {"recipients": (*PLAN.recipients, line("PL.(300)", 13, align="left"))}),
    ("TT-141", PLAN, {"kind": (line("KẾ HOẠCH", 15, bold=True),)}),
    ("TT-142", PLAN, {"subject": (line("Nâng cao năng suất năm 2026"),)}),
    ("TT-144", LETTER, {"about": (line("V/v tham gia ý kiến", 12, bold=True),)}),
    ("TT-145", PLAN, {"subject": ()}),
    ("TT-145", LETTER, {"about": ()}),
    ("TT-181", LETTER, {"addressed": ()}),
    ("TT-182", LETTER, {"addressed": (line("Kính gửi Sở Tài chính"),)}),
    (
        "TT-182",
        LETTER,
        {"addressed": (line("Kính gửi:"), words("- Sở Tài chính;"), words("- Công an tỉnh;"))},
    ),
    ("TT-201", DECISION, {"body": DECISION.body[4:]}),
    (
        "TT-202",
        DECISION,
        {"body": (words("Căn cứ Quyết định số 36/QĐ-TTg;", italic=True), *DECISION.body[3:])},
    ),
    ("TT-203", DECISION, {"body": (*DECISION.body[:1], words("Căn cứ Luật Đất đai;"), *DECISION.body[1:])}),
    ("TT-155", PLAN, {"body": (words("Các phòng, đơn vị thuộc Sở triển khai thực hiện."),)}),
    ("TT-155", PLAN, {"body": (words("Các phòng, đơn vị thuộc Sở triển khai thực hiện././."),)}),
    ("TT-161", PLAN, {"office": (line("GIÁM ĐỐC"),)}),
    ("TT-162", PLAN, {"office": office("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH")}),
    ("TT-163", PLAN, {"name": (line("Nguyễn Văn An"),)}),
    ("TT-164", PLAN, {"name": (line("TS. Nguyễn Văn An", bold=True),)}),
    ("TT-164", PLAN, {"name": (line("Thạc sĩ Nguyễn Văn An", bold=True),)}),
    ("TT-165", PLAN, {"name": ()}),
    ("KY-01", PLAN, {"office": office("KT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")}),
    ("KY-01", PLAN, {"office": office("K/T GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")}),
    ("KY-01", PLAN, {"office": office("T.UQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG QUẢN LÝ CÔNG NGHIỆP")}),
    ("KY-02", PLAN, {"office": office("PHÓ GIÁM ĐỐC")}),
    ("KY-02", PLAN, {"office": office("KT. GIÁM ĐỐC", "GIÁM ĐỐC")}),
    ("KY-02", PLAN, {"office": office("KT. PHÓ GIÁM ĐỐC", "TRƯỞNG PHÒNG")}),
    ("KY-02", DECISION, {"office": office("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH")}),
    ("KY-03", PLAN, {"office": office("TM. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")}),
    ("KY-03", PLAN, {"office": office("TM. SỞ CÔNG THƯƠNG", "GIÁM ĐỐC")}),
    ("KY-03", DECISION, {"office": office("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")}),
    (
        "KY-03",
        DECISION,
        {"body": (line("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI", bold=True), *DECISION.body[1:])},
    ),
    ("KY-04", PLAN, {"office": office("TL. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")}),
    ("KY-04", DECISION, {"office": office("TL. ỦY BAN NHÂN DÂN", "CHÁNH VĂN PHÒNG")}),
    ("KY-04", LETTER, {"office": office("TL. GIÁM ĐỐC", "PHÓ CHÁNH VĂN PHÒNG")}),
    ("KY-05", PLAN, {"office": office("TUQ. GIÁM ĐỐC", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")}),
    ("KY-06", PLAN, {"office": office("Q. PHÓ GIÁM ĐỐC")}),
    ("KY-07", PLAN, {"office": office("CHỦ TỊCH")}),
    ("TT-183", PLAN, {"label": (line("Nơi nhận:", 12, align="left"),)}),
    ("TT-184", PLAN, {"recipients": listed("- UBND tỉnh;", "- Lưu: VT, CN.", size=12)}),
    ("TT-184", PLAN, {"recipients": listed("- UBND tỉnh", "- Lưu: VT, CN.")}),
    ("TT-185", LETTER, {"recipients": listed("- Sở Tài chính;", "- Lưu: VT, CN.")}),
    ("TT-185", DECISION, {"recipients": listed("- Chủ tịch UBND tỉnh;", "- Lưu: VT, KT.")}),
    ("TT-186", PLAN, {"recipients": listed("- UBND tỉnh;", "- Ban Giám đốc.")}),
    ("TT-186", PLAN, {"recipients": listed("- UBND tỉnh;", "- Lưu: VT, CN;")}),
]
HERE = frozenset(
    "thammuu_core.formats." + name
    for name in [
        "whole",
        "nation",
        "issuer",
        "number",
        "date_line",
        "marks",
        "title",
        "addressees",
        "bases",
        "ending",
        "signature",
        "authority",
        "recipients",
    ]
)


@pytest.mark.parametrize(("rule", "base", "changed"), CASES)
def test_a_rule_fires_on_its_fault(rule: str, base: Written, changed: dict[str, object]) -> None:
    assert rule not in {one.rule for one in base.checked().findings}
    assert rule in {one.rule for one in base.but(**changed).checked().findings}


@pytest.mark.parametrize("base", [PLAN, LETTER, DECISION, SUBMISSION])
@pytest.mark.parametrize("state", State)
def test_a_document_written_with_care_has_no_error_and_no_warning(base: Written, state: State) -> None:
    assert [one for one in base.checked(state).findings if one.severity != "note"] == []


def test_every_rule_of_head_and_foot_has_a_case() -> None:
    here = {rule.id for rule in rules() if (function := check_of(rule.id)) and function.__module__ in HERE}
    assert {module.__name__ for module in MODULES} >= HERE
    assert here - {rule for rule, _, _ in CASES} == {"TT-316"}


@pytest.mark.parametrize(
    "lines",
    [
        ("GIÁM ĐỐC",),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("Q. GIÁM ĐỐC",),
        ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"),
        ("TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG QUẢN LÝ CÔNG NGHIỆP"),
        ("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"),
        ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
        ("KT. CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA"),
    ],
)
def test_signatures_that_the_decree_allows_are_left_alone(lines: tuple[str, ...]) -> None:
    found = PLAN.but(issuer=(line("ĐƠN VỊ THỬ", 13, bold=True),), office=office(*lines)).checked().findings
    assert [one.message for one in found if one.rule.startswith("KY-")] == []


@pytest.mark.parametrize("lines", [("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")])
def test_the_office_of_a_committee_may_sign_its_letters(lines: tuple[str, ...]) -> None:
    letter = LETTER.but(parent=(), issuer=DECISION.issuer, number=(line("Số: 12/UBND-KT", 13),))
    found = letter.but(office=office(*lines)).checked().findings
    assert [one.message for one in found if one.rule.startswith("KY-")] == []


def test_the_deputy_of_a_minister_is_called_otherwise() -> None:
    found = PLAN.but(
        office=office("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), issuer=(line("BỘ CÔNG THƯƠNG", 13, bold=True),)
    )
    assert "KY-02" not in {one.rule for one in found.checked().findings}


def test_blanks_are_allowed_until_issue() -> None:
    blank = PLAN.but(
        number=(line("Số:        /KH-SCT", 13),),
        date=(line("Lào Cai, ngày      tháng     năm 2026", italic=True),),
    )
    assert blank.checked(State.DRAFT).findings == blank.checked(State.SUBMITTED).findings == ()
    assert {one.rule for one in blank.checked(State.ISSUED).errors} == {"TT-122", "TT-132"}


def test_a_wrong_size_of_the_number_line_is_told_once() -> None:
    found = PLAN.but(number=(line("Số: 05/KH-SCT", 14),)).checked().findings
    assert [one.rule for one in found] == ["TT-121"]


def test_what_a_pdf_may_have_lost_is_not_missed() -> None:
    bare = PLAN.but(nation=(), motto=(), parent=(), issuer=())
    assert check(bare.paper("pdf"), state=State.ISSUED).errors == ()
    assert check(bare.paper("docx"), state=State.ISSUED).errors != ()


def test_a_finding_points_at_the_words() -> None:
    paper = PLAN.but(date=(line("Lào Cai, ngày 5 tháng 4 năm 2026", italic=True),)).paper()
    (found,) = check(paper, state=State.ISSUED).findings
    assert found.place is not None
    paragraph = [one.paragraph for one in paper.body.lines()][found.place.paragraph]
    assert paragraph.text[found.place.start : found.place.end] == "Lào Cai, ngày 5 tháng 4 năm 2026"
    assert (found.part, found.where, found.problem.code) == (
        "date_line",
        "Địa danh, thời gian",
        "formats.date_zero",
    )


def _under(size: float, drawn: float | None) -> set[str]:
    """Rules of drawn lines that fire when one of that length hangs on the blank line under each element."""
    below = Paragraph("", form=Form(drawn_line=drawn))
    written = PLAN.but(
        motto=(*PLAN.motto, below),
        issuer=(*PLAN.issuer, below),
        subject=(line("Nâng cao năng suất, chất lượng năm 2026", size, bold=True), below),
    )
    paper = replace(written.paper(), sections=(SectionForm(0, 210, 297),))
    return {one.rule for one in check(paper, state=State.ISSUED).findings} & {"TT-105", "TT-113", "TT-143"}


@pytest.mark.parametrize(
    ("length", "fired"),
    [(None, {"TT-105", "TT-113", "TT-143"}), (59, {"TT-113"}), (28, {"TT-105"}), (20, {"TT-105"})],
)
def test_lines_drawn_under_an_element_are_there_and_about_as_long_as_they_must_be(
    length: float | None, fired: set[str]
) -> None:
    assert _under(14, length) == fired


@pytest.mark.parametrize(
    ("base", "lines"),
    [
        (LETTER, ("- Như trên;", "- Lưu: VT, QLDN. H(4)")),
        (LETTER, ("- Như trên;", "- Lưu: VT, CN(Trang - T.Dương).")),
        (LETTER, ("- Như trên;", "- Các Sở: Tài chính,", "Nội vụ;", "- Lưu: Văn thư, TCCV.")),
        (DECISION, ("- Như khoản 2 Điều 2;", "- Lưu: VT, KT.")),
    ],
)
def test_lists_of_recipients_as_offices_write_them_are_left_alone(
    base: Written, lines: tuple[str, ...]
) -> None:
    assert base.but(recipients=listed(*lines)).checked().findings == ()


def test_the_head_of_a_government_office_has_two_titles_and_his_deputy_one() -> None:
    signed = PLAN.but(
        office=office("KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"),
        issuer=(line("VĂN PHÒNG CHÍNH PHỦ", 13, bold=True),),
    )
    assert "KY-02" not in {one.rule for one in signed.checked().findings}
