"""Front, body, back, attachments, notes."""

from __future__ import annotations

import pytest

from support.papers import paper_of
from thammuu_core.outline import outline
from thammuu_core.papers import BODY, Paper, Paragraph, Story

PLAN = """
| UBND TỈNH LÀO CAI / SỞ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
KẾ HOẠCH
Tiêm chủng năm 2026
Căn cứ chức năng được giao;
I. MỤC ĐÍCH
Phòng bệnh.
| Nơi nhận: / - Lưu: VT. | GIÁM ĐỐC / Lê Văn An |
"""


def texts(nodes: object) -> list[str]:
    return [node.text for top in nodes for node in top.walk() if node.has_text and node.text]  # type: ignore[attr-defined]


def test_a_plan_has_a_front_a_body_and_a_back() -> None:
    read = outline(paper_of(PLAN))
    assert texts(read.front)[-2:] == ["KẾ HOẠCH", "Tiêm chủng năm 2026"]
    assert texts(read.body) == ["Căn cứ chức năng được giao;", "I. MỤC ĐÍCH", "Phòng bệnh."]
    assert texts(read.back)[0].startswith("Nơi nhận:")
    assert read.attachments == ()


@pytest.mark.parametrize(
    ("annex", "label", "title"),
    [
        ("PHỤ LỤC II\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 5/KH-SYT)", "Phụ lục II", "DANH MỤC NHIỆM VỤ"),
        ("Phụ lục số 01:\n**Danh mục nhiệm vụ**", "Phụ lục 01", "Danh mục nhiệm vụ"),
        ("Phụ lục: DANH SÁCH ĐƠN VỊ", "Phụ lục", "DANH SÁCH ĐƠN VỊ"),
        ("Biểu 01: TIẾN ĐỘ THỰC HIỆN", "Biểu 01", "TIẾN ĐỘ THỰC HIỆN"),
        ("Mẫu biểu số 03\nDỰ TOÁN THU", "Mẫu biểu 03", "DỰ TOÁN THU"),
        (
            "MẪU SỐ 2\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBÁO CÁO",
            "Mẫu 2",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM BÁO CÁO",
        ),
        ("QUY CHẾ\nPHỐI HỢP QUẢN LÝ (Ban hành kèm theo Quyết định số 5)", "Quy chế", "PHỐI HỢP QUẢN LÝ"),
        ("KẾ HOẠCH\nTRỒNG RỪNG\n(Kèm theo Quyết định số 5)", "Kế hoạch", "TRỒNG RỪNG"),
        (
            "QUY CHẾ\nPhối hợp quản lý chợ\n(Ban hành kèm theo Quyết định số 5)",
            "Quy chế",
            "Phối hợp quản lý chợ",
        ),
        ("DANH SÁCH XÃ KHÓ KHĂN\n(Kèm theo Kế hoạch số 5)", "Phụ lục", "DANH SÁCH XÃ KHÓ KHĂN"),
    ],
)
def test_what_follows_the_signature_is_an_attachment_with_its_name(
    annex: str, label: str, title: str
) -> None:
    read = outline(paper_of(f"{PLAN.rstrip()}\n{annex}\nI. Nội dung\n1. Một việc"))
    (found,) = read.attachments
    assert (found.id, found.label, found.title) == ("a1", label, title)
    assert [top.label for top in found.provisions] == ["I"]


def test_each_annex_stands_apart() -> None:
    read = outline(paper_of(PLAN.rstrip() + "\nPHỤ LỤC I\nMỘT\n1. A\nPHỤ LỤC II\nHAI\n1. B"))
    assert [(annex.id, annex.label) for annex in read.attachments] == [
        ("a1", "Phụ lục I"),
        ("a2", "Phụ lục II"),
    ]


@pytest.mark.parametrize(
    "line",
    ["Phụ lục kèm theo Kế hoạch này được gửi các đơn vị.", "Mẫu báo cáo do Sở hướng dẫn.", "QUYẾT ĐỊNH:"],
)
def test_a_sentence_about_an_annex_is_none(line: str) -> None:
    assert outline(paper_of(f"{PLAN.rstrip()}\n{line}")).attachments == ()


def test_addressees_belong_to_the_front_of_a_letter() -> None:
    read = outline(
        paper_of("Số: 5/SYT-NV\nKính gửi:\n- Sở Nội vụ;\n- Sở Tài chính.\nSở Y tế báo cáo như sau:\n1. Một")
    )
    assert texts(read.front)[-1] == "- Sở Tài chính."
    assert texts(read.body)[0] == "Sở Y tế báo cáo như sau:"


def test_an_addressee_over_two_lines_stays_in_the_front() -> None:
    read = outline(
        paper_of("Kính gửi:\n- Sở Nông nghiệp và Môi trường, Sở\nNội vụ;\n- Sở Y tế.\nSở Tài chính báo cáo:")
    )
    assert texts(read.body) == ["Sở Tài chính báo cáo:"]


def test_other_stories_and_footnotes_left_at_the_end_are_notes() -> None:
    body = paper_of(PLAN.rstrip() + "\n[1] Luật Phòng bệnh.").body
    paper = Paper("docx", (Story("footnote:1", (Paragraph("Xem Phụ lục."),)), Story(BODY, body.blocks)))
    read = outline(paper)
    assert texts(read.notes) == ["[1] Luật Phòng bệnh.", "Xem Phụ lục."]
    assert read.text == f"{body.text}\nXem Phụ lục."
