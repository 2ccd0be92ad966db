"""A reply letter as people write it: who writes, what is form, what each sentence asks for and where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.letters import CLOSING, FOOT, HEAD, OPENING, VERSION, letter_of, reading
from support.papers import blocks, paper_of
from thammuu_core.opinions import Confidence, Operation, Reference, Stance
from thammuu_core.opinions.letters import Letter, read_letter
from thammuu_core.papers import BODY, Paper, Paragraph, Run, Story


def kept(letter: Letter) -> str:
    """All words that are in an opinion or among the unplaced."""
    texts = [*(one.text for one in letter.opinions), *(one.words for one in letter.unplaced)]
    return " | ".join(texts)


def asked(letter: Letter) -> list[tuple[str, str]]:
    return [(one.operation.value, one.target.where) for one in letter.opinions]


def test_the_header_says_who_writes_when_and_in_answer_to_what() -> None:
    letter = reading("Sở Tài chính nhất trí với dự thảo Kế hoạch.")
    assert letter.agency == "Sở Tài chính"
    assert letter.reference == Reference("1234/STC-HCSN", "2026-07-08", "567/SKHCN-QLCN")
    assert letter.stance is Stance.AGREE


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (("BỘ QUỐC PHÒNG", "BỘ CHỈ HUY QUÂN SỰ TỈNH", "Số: 5/BCH-TM"), "Bộ Chỉ huy Quân sự tỉnh"),
        (("ỦY BAN NHÂN DÂN", "XÃ TẢ VAN", "Số: 12/UBND-VP"), "Ủy ban nhân dân xã Tả Van"),
        (("UBND TỈNH BẮC NINH", "VĂN PHÒNG", "Số: 12/VPUBND-TH"), "Văn phòng UBND tỉnh Bắc Ninh"),
        (("SỞ CÔNG THƯƠNG", "Số: 9/SCT-KH"), "Sở Công Thương"),
    ],
)
def test_the_body_that_issues_is_named_as_a_sentence_names_it(lines: tuple[str, ...], agency: str) -> None:
    text = "\n".join([*lines, "Kính gửi: Sở Y tế", "Nhất trí với dự thảo.", "Nơi nhận:", "- Như trên."])
    assert read_letter(paper_of(text), VERSION).agency == agency


def test_a_name_is_written_as_the_letter_writes_it_out() -> None:
    text = "ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH TỈNH\nSố: 1/PTTH-TH\nKính gửi: Sở Y tế\nĐài Phát thanh và Truyền hình tỉnh nhất trí với dự thảo."
    assert read_letter(paper_of(text), VERSION).agency == "Đài Phát thanh và Truyền hình tỉnh"


def test_the_stamp_of_who_received_it_is_not_the_sender() -> None:
    text = """
    SỞ TÀI CHÍNH
    SỞ Y TẾ
    ĐẾN Số: 345
    Ngày: 10/7/2026
    Số: 12/STC-VP
    Kính gửi: Sở Y tế
    Nhất trí với dự thảo.
    """
    assert read_letter(paper_of(text), VERSION).agency == "Sở Tài chính"


@pytest.mark.parametrize(
    "text",
    [
        "Sở Tài chính có ý kiến như sau:\nĐề nghị bỏ điểm 2 mục I.",
        "Đề nghị bỏ điểm 2 mục I.\nTrên đây là ý kiến của Sở Tài chính, đề nghị Sở Y tế tổng hợp./.",
        "Qua nghiên cứu, Sở Tài chính cơ bản nhất trí với dự thảo.",
    ],
)
def test_without_a_header_a_letter_may_say_itself_who_writes(text: str) -> None:
    assert read_letter(paper_of(text), VERSION).agency == "Sở Tài chính"


def test_a_letter_that_names_nobody_has_no_agency() -> None:
    assert read_letter(paper_of("Đề nghị bỏ điểm 2 mục I."), VERSION).agency == ""


def test_lines_of_form_are_listed_and_never_opinions() -> None:
    letter = reading("Đề nghị bỏ cụm từ “(nếu có)” tại điểm 2 mục II.")
    form = "\n".join(letter.form)
    for line in (
        "SỞ TÀI CHÍNH",
        "Độc lập - Tự do",
        "V/v tham gia",
        "Kính gửi",
        OPENING,
        CLOSING,
        "Như trên",
        "PHÓ GIÁM ĐỐC",
    ):
        assert line in form
    assert kept(letter) == "Đề nghị bỏ cụm từ “(nếu có)” tại điểm 2 mục II."


def test_headings_are_the_context_of_what_stands_below_them() -> None:
    letter = reading(
        "I. Ý KIẾN CHUNG",
        "Sở Tài chính cơ bản nhất trí với nội dung dự thảo Kế hoạch.",
        "II. Ý KIẾN CỤ THỂ",
        "1. Về mục I:",
        "a) Điểm 2: thay “05 ngày” bằng “07 ngày”.",
        "2. Tại mục II",
        "- Điểm 2: bỏ cụm từ “(nếu có)”.",
        "- Điểm 1: đề nghị làm rõ đơn vị chủ trì.",
    )
    assert letter.stance is Stance.AGREE_WITH_OPINIONS
    assert asked(letter) == [("agree", ""), ("replace", "I.2"), ("delete", "II.2"), ("question", "II.1")]
    assert {"II. Ý KIẾN CỤ THỂ", "1. Về mục I:", "2. Tại mục II"} <= set(letter.form)


def test_a_heading_with_nothing_below_is_not_lost() -> None:
    assert "Về mục III:" in kept(reading("Đề nghị bỏ điểm 1 mục I.", "Về mục III:"))


def test_agreement_in_bold_is_a_stance_and_no_heading() -> None:
    letter = reading("**Sở Tài chính nhất trí với dự thảo Kế hoạch**")
    assert letter.stance is Stance.AGREE
    assert kept(letter) == "Sở Tài chính nhất trí với dự thảo Kế hoạch"


def test_a_reason_belongs_to_the_request_before_it() -> None:
    letter = reading(
        "1. Đề nghị bỏ điểm 2 mục I.", "Lý do: trùng với điểm 1.", "2. Đề nghị làm rõ điểm 1 mục II."
    )
    assert [one.text for one in letter.opinions] == [
        "Đề nghị bỏ điểm 2 mục I.\nLý do: trùng với điểm 1.",
        "Đề nghị làm rõ điểm 1 mục II.",
    ]


def test_draft_proposal_and_reason_in_lines_of_their_own_are_one_opinion() -> None:
    letter = reading(
        "2. Một số nội dung đề nghị xem xét, chỉnh sửa:",
        "2.1. Tại điểm 2 mục I:",
        "- Dự thảo: “trong thời hạn 05 ngày”",
        "- Đề nghị sửa thành: “trong thời hạn 07 ngày”",
        "- Lý do: cho kịp.",
        "2.2. Đề nghị bỏ điểm 1 mục III.",
    )
    assert asked(letter) == [("replace", "I.2"), ("delete", "III.1")]
    assert letter.opinions[0].text.count("\n") == 2
    assert (letter.opinions[0].old, letter.opinions[0].new) == (
        "trong thời hạn 05 ngày",
        "trong thời hạn 07 ngày",
    )
    assert letter.opinions[0].target.confidence is Confidence.EXACT


def test_a_premise_belongs_to_the_request_after_it_and_names_its_place() -> None:
    letter = reading("Điểm 2 mục I dự thảo quy định thời hạn là “05 ngày”. Đề nghị sửa thành “07 ngày”.")
    (one,) = letter.opinions
    assert (one.operation, one.target.where, one.new) == (Operation.REPLACE, "I.2", "07 ngày")
    assert one.text.startswith("Điểm 2 mục I dự thảo")


def test_a_premise_may_cite_a_law_and_still_belongs_to_its_request() -> None:
    letter = reading(
        "Điểm 2 mục I: Dự thảo quy định “trong thời hạn 05 ngày”. Theo khoản 2 Điều 5 Luật Giao dịch điện tử thì thời hạn là "
        "07 ngày. Do đó, đề nghị rà soát quy định này."
    )
    assert asked(letter) == [("review", "I.2")]


def test_a_question_needs_no_word_of_asking() -> None:
    letter = reading("Đề nghị bỏ điểm 1 mục I. Vì sao điểm 1 mục II chỉ áp dụng đối với Sở Y tế?")
    assert asked(letter) == [("delete", "I.1"), ("question", "II.1")]


def test_several_requests_in_one_paragraph_are_several_opinions() -> None:
    letter = reading(
        "Đề nghị bỏ điểm 2 mục I. Lý do: trùng. Đề nghị bỏ điểm 1 mục III. Đề nghị làm rõ điểm 1 mục II."
    )
    assert asked(letter) == [("delete", "I.2"), ("delete", "III.1"), ("question", "II.1")]


def test_requests_run_into_one_paragraph_are_told_apart_and_keep_their_reasons() -> None:
    found = json.loads((Path(__file__).parents[1] / "letters_open.json").read_text(encoding="utf-8"))
    alone = [one["text"] for one in found["sentences"] if not one["context"] and not one["stance"]]
    reason = "Việc sửa đổi như trên để bảo đảm tính khả thi."
    for first, second, third in zip(alone[::3], alone[1::3], alone[2::3], strict=False):
        letter = reading(f"{first} {second} {reason} {third}")
        texts = {one.text for one in letter.opinions} | {one.words for one in letter.unplaced}
        assert {first, f"{second} {reason}", third} <= texts


def test_a_provision_quoted_over_several_paragraphs_is_one_opinion() -> None:
    letter = reading(
        "Đề nghị viết lại điểm 2 mục III như sau:",
        "“2. Kinh phí:",
        "a) Ngân sách tỉnh;",
        "b) Nguồn khác.”",
        "Đề nghị bỏ điểm 1 mục I.",
    )
    assert len(letter.opinions) == 2
    assert letter.opinions[0].new == "2. Kinh phí:\na) Ngân sách tỉnh;\nb) Nguồn khác."


def test_opinions_on_another_document_of_the_dossier_are_listed_apart() -> None:
    letter = reading(
        "1. Về dự thảo Kế hoạch",
        "- Đề nghị bỏ điểm 2 mục I.",
        "2. Đối với dự thảo Tờ trình",
        "- Đề nghị cập nhật số liệu tại mục II.",
    )
    assert asked(letter) == [("delete", "I.2")]
    (other,) = letter.unplaced
    assert (other.words, "Tờ trình" in other.reason) == ("- Đề nghị cập nhật số liệu tại mục II.", True)


@pytest.mark.parametrize(
    "line",
    [
        "Theo Báo cáo số 12/BC-UBND, đề nghị bỏ điểm 2 mục I.",
        "Báo cáo của các đơn vị cho thấy điểm 2 mục I chưa phù hợp, đề nghị bỏ.",
        "Theo Luật Đầu tư công, đề nghị bỏ điểm 2 mục I.",
        "Đối với dự thảo Kế hoạch, đề nghị bỏ điểm 2 mục I.",
        "Đối với nội dung quy định tại điểm 2 mục I, đề nghị bỏ.",
        "Về chương trình đào tạo, đề nghị bỏ điểm 2 mục I.",
    ],
)
def test_a_document_that_is_only_cited_takes_no_opinion_away(line: str) -> None:
    assert asked(reading(line)) == [("delete", "I.2")]


def test_an_annex_of_opinions_after_the_signature_is_read() -> None:
    text = "\n".join(
        [
            HEAD.strip(),
            "Sở Tài chính nhất trí với dự thảo; các góp ý cụ thể có bảng kèm theo.",
            FOOT.strip(),
            "PHỤ LỤC",
            "TỔNG HỢP Ý KIẾN GÓP Ý",
            "(Kèm theo Công văn số 1234/STC-HCSN)",
            "| TT | Nội dung dự thảo | Đề nghị sửa đổi, bổ sung | Lý do |",
            "| 1 | Điểm 2 mục II | Đề nghị bỏ cụm từ “(nếu có)” | Thừa |",
        ]
    )
    letter = read_letter(paper_of(text), VERSION)
    assert ("delete", "II.2") in asked(letter)
    assert {"PHỤ LỤC", "TỔNG HỢP Ý KIẾN GÓP Ý", "(Kèm theo Công văn số 1234/STC-HCSN)"} <= set(letter.form)
    assert letter.stance is Stance.AGREE_WITH_OPINIONS


def test_what_stands_after_nơi_nhận_is_read_when_it_asks() -> None:
    letter = reading("Nơi nhận: đề nghị bổ sung Sở Y tế.", "Đề nghị bỏ điểm 2 mục I.")
    assert "Nơi nhận: đề nghị bổ sung Sở Y tế." in kept(letter)
    assert ("delete", "I.2") in asked(letter)


def test_rows_of_a_table_are_opinions_with_their_reasons() -> None:
    letter = reading(
        "| STT | Nội dung góp ý | Lý do |",
        "| 1 | Đề nghị bỏ điểm 2 mục I. | Trùng lặp |",
        "| 2 | Điểm 1 mục II: thay “30/6/2026” bằng “25/6/2026”. | |",
    )
    assert letter.kinds == ("letter", "table")
    assert asked(letter) == [("delete", "I.2"), ("replace", "II.1")]
    assert "Trùng lặp" in letter.opinions[0].text
    assert "Nội dung góp ý" in letter.form


def test_stamps_and_signature_certificates_are_form() -> None:
    letter = reading(
        "ĐẾN Số: 345",
        "Ngày: 10/7/2026",
        "Ký bởi: Sở Tài chính",
        "Thời gian ký: 10/07/2026 08:15:00 +07:00",
        "Đề nghị bỏ điểm 2 mục I.",
    )
    assert kept(letter) == "Đề nghị bỏ điểm 2 mục I."


@pytest.mark.parametrize(
    ("ticked", "found"),
    [
        ("Thống nhất hoàn toàn.", Stance.AGREE),
        ("Thống nhất và có ý kiến sửa đổi, bổ sung.", Stance.AGREE_WITH_OPINIONS),
        ("Không thống nhất.", Stance.DISAGREE),
        ("", Stance.UNKNOWN),
    ],
)
def test_the_box_ticked_on_a_voting_form_is_the_stance(ticked: str, found: Stance) -> None:
    boxes = ("Thống nhất hoàn toàn.", "Thống nhất và có ý kiến sửa đổi, bổ sung.", "Không thống nhất.")
    lines = [f"{'☒' if box == ticked else '□'} {box}" for box in boxes]
    text = "\n".join(
        [
            "PHIẾU LẤY Ý KIẾN",
            "Về dự thảo Kế hoạch",
            "Kính gửi: Thành viên UBND tỉnh",
            *lines,
            "NGƯỜI CHO Ý KIẾN",
            "Lê Văn An",
        ]
    )
    letter = read_letter(paper_of(text), VERSION)
    assert letter.stance is found
    assert len(letter.opinions) == bool(ticked)
    assert "Lê Văn An" in letter.form


@pytest.mark.parametrize(
    "line",
    [
        "Đề nghị cơ quan soạn thảo nghiên cứu, bổ sung quy định chuyển tiếp và hoàn thiện dự thảo.",
        "Đề nghị Sở Khoa học và Công nghệ rà soát chính tả trước khi trình ban hành.",
        "Sở Tài chính nhất trí với dự thảo, gửi Sở Khoa học và Công nghệ tổng hợp, trình UBND tỉnh.",
    ],
)
def test_a_last_sentence_that_says_something_is_no_closing(line: str) -> None:
    assert line in kept(reading(line))


def test_items_that_count_themselves_do_not_run_into_each_other() -> None:
    letter = reading(
        "Thứ nhất, điểm 1 mục II cần lùi thời hạn.",
        "Thứ hai, điểm 2 mục III chưa hợp lý. Vì vậy cần giao ngân sách tỉnh bảo đảm.",
        "Cuối cùng, đề nghị rà soát chính tả.",
    )
    assert [one.target.where for one in letter.opinions] == ["II.1", "III.2", ""]


def test_struck_words_are_not_in_the_new_wording() -> None:
    text = "Viết lại điểm 2 mục III như sau: “2. Kinh phí do các đơn vị ngân sách tự cân đối.”"
    gone = text.index("các đơn vị ")
    struck = Paragraph(
        text, runs=(Run(0, gone), Run(gone, gone + 11, strike=True), Run(gone + 11, len(text)))
    )
    letter = read_letter(Paper("docx", (Story(BODY, (Paragraph("Kính gửi: Sở Y tế"), struck)),)), VERSION)
    (one,) = letter.opinions
    assert one.new == "2. Kinh phí do ngân sách tự cân đối."
    assert one.text == text


def test_faint_recognition_is_told_and_its_places_are_to_be_checked() -> None:
    line = Paragraph("Điểm 2 mục I: thay “05 ngày” bằng “07 ngày”.", page=2, confidence=0.55)
    letter = read_letter(Paper("scan", (Story(BODY, (Paragraph("Kính gửi: Sở Y tế"), line)),)), VERSION)
    (one,) = letter.opinions
    assert (one.target.confidence, one.source.page) == (Confidence.CHECK, 2)
    assert [problem.code for problem in letter.problems] == ["opinions.letter_faint"]
    assert "scan" in letter.kinds


SAID = (
    "Đề nghị bỏ điểm 2 mục I.", "Lý do: trùng với TP. Hồ Chí Minh.", "Sở Tài chính nhất trí với dự thảo.", "Về mục II:",
    "1. Tại mục III", "a) Điểm 1: bỏ từ “bảo đảm”. Cần làm rõ.", "- Khoản 2 chưa rõ, vì sao?", "Dự thảo khá đầy đủ.",
    "Đề nghị sửa như sau:", "“2. Kinh phí.", "a) Nguồn khác.”", "Đối với dự thảo Tờ trình", "Trang 2, dòng 5: thừa từ “các”.",
    "Các nội dung khác nhất trí.", "Thống nhất với phương án 1.", "| STT | Nội dung góp ý | Lý do |", "| 1 | Bỏ điểm 1 mục I | Thừa |",
    "Ý KIẾN CHUNG", "Theo Luật Đầu tư, việc này do tỉnh quyết định; đề nghị giữ nguyên.", "2.1. Mục II cần viết gọn (xem lại câu chữ. Rút ngắn).",
)  # fmt: skip


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SAID), max_size=9))
def test_no_word_of_a_letter_is_lost(lines: list[str]) -> None:
    paper = letter_of(*lines)
    letter = read_letter(paper, VERSION)
    everything = [
        *words(kept(letter)),
        *(word for one in letter.opinions for word in words(one.source.words)),
    ]
    held = {*everything, *(word for line in letter.form for word in words(line))}
    assert set(words(paper.body.text)) <= held
    asking = [line for line in lines if "đề nghị" in line.lower() and not line.startswith("|")]
    for line in asking:
        assert " ".join(words(line)) in " ".join(words(kept(letter)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(blocks())
def test_any_paper_is_read(found: list) -> None:
    letter = read_letter(Paper("docx", (Story(BODY, tuple(found)),)), VERSION)
    assert all(one.text for one in letter.opinions)
    assert all(one.reason for one in letter.unplaced)
