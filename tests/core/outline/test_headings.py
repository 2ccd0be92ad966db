"""Titles of labelled paragraphs."""

from __future__ import annotations

import pytest

from support.papers import paper_of
from thammuu_core.outline import caption, outline, said_label
from thammuu_core.papers import BODY, Paper, Paragraph, Run, Story


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("I. MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH, YÊU CẦU"),
        ("II. Nội dung thực hiện:", "Nội dung thực hiện"),
        ("I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích - Nâng cao nhận thức", "MỤC ĐÍCH, YÊU CẦU"),
        ("I. Mục đích, yêu cầu 1. Mục đích a) Nâng cao", "Mục đích, yêu cầu"),
        ("IV. NGUỒN KINH PHÍ Nguồn ngân sách thành phố theo phân cấp.", "NGUỒN KINH PHÍ"),
        (
            "II. CHƯƠNG TRÌNH 135 VÀ CÁC DỰ ÁN (chi tiết tại Phụ lục)",
            "CHƯƠNG TRÌNH 135 VÀ CÁC DỰ ÁN (chi tiết tại Phụ lục)",
        ),
        ("1. Mục đích", "Mục đích"),
        ("2. Yêu cầu:", "Yêu cầu"),
        ("1. Tháng 4-5/2021: Nghiên cứu các văn bản; học tập kinh nghiệm.", None),
        ("1. Sở Tài chính chủ trì bố trí kinh phí hằng năm.", None),
        ("a) Nâng cao nhận thức của người dân;", None),
        ("- Nâng cao nhận thức", None),
        ("Điều 1. Phạm vi điều chỉnh", "Phạm vi điều chỉnh"),
        ("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.", None),
    ],
)
def test_a_title_is_told_from_a_sentence(text: str, heading: str | None) -> None:
    assert outline(paper_of(text)).body[0].heading == heading


def test_a_chapter_is_named_on_the_line_below() -> None:
    chapter = outline(paper_of("Chương I\nQUY ĐỊNH\nCHUNG\nĐiều 1. Phạm vi")).body[0]
    assert (chapter.label, chapter.heading) == ("I", "QUY ĐỊNH CHUNG")


def test_a_bold_opening_is_a_title_run_into_its_text() -> None:
    text = "1. Thời gian: trong tháng 8 năm 2026."
    paper = Paper(
        "docx", (Story(BODY, (Paragraph(text, runs=(Run(0, 13, bold=True), Run(13, len(text)))),)),)
    )
    assert outline(paper).body[0].heading == "Thời gian"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Phần thứ hai", "Phần thứ hai"),
        ("CHƯƠNG I", "Chương I"),
        ("Mục 3. Hồ sơ", "Mục 3"),
        ("II. Hồ sơ", "II"),
    ],
)
def test_a_label_is_said_with_its_word(text: str, said: str) -> None:
    assert said_label(outline(paper_of(text)).body[0]) == said


def test_a_table_of_contents_prints_the_label_with_its_word_and_a_sentence_without_title() -> None:
    (article,) = outline(
        paper_of("Điều 2. Quyết định này có hiệu lực kể từ ngày ký. Bãi bỏ Quyết định cũ.")
    ).body
    assert (said_label(article), caption(article)) == ("Điều 2", "Quyết định này có hiệu lực kể từ ngày ký.")
