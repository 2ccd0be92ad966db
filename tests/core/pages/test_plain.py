"""Plain text in any encoding becomes paragraphs and tables."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.pages import read_text
from thammuu_core.papers import Paragraph, Table
from thammuu_core.text import normalise

SENTENCE = "Kế hoạch được ban hành trước ngày 30/6/2021"


def texts(written: str) -> list[str]:
    """The paragraphs of a text as read."""
    return read_text(written.encode()).body.text.split("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_however_it_is_written(encoding: str) -> None:
    assert read_text(SENTENCE.encode(encoding)).body.text == SENTENCE


@pytest.mark.parametrize(
    "data",
    [
        "KÕ ho¹ch ®­îc ban hµnh tr­íc ngµy 30/6/2021".encode("latin-1"),
        "Keá hoaïch ñöôïc ban haønh tröôùc ngaøy 30/6/2021".encode("latin-1"),
        b"K\xea\xec hoa\xf2ch \xf0\xfd\xf5\xf2c ban ha\xccnh tr\xfd\xf5\xecc nga\xccy 30/6/2021",
    ],
    ids=["TCVN3", "VNI", "Windows-1258"],
)
def test_old_encodings_are_recognised_by_the_syllables_they_make(data: bytes) -> None:
    assert read_text(data).body.text == SENTENCE


@pytest.mark.parametrize(
    "old",
    [
        "KÕ ho¹ch ®\u00adîc ban hµnh tr\u00adíc ngµy 30/6/2021",
        "Keá hoaïch ñöôïc ban haønh tröôùc ngaøy 30/6/2021",
    ],
    ids=["TCVN3", "VNI"],
)
def test_old_letters_pasted_into_unicode_are_recognised_line_by_line(old: str) -> None:
    assert texts(old) == [SENTENCE]
    assert texts(f"Tỉnh đã giao.\n{old}\nSở chủ trì.") == ["Tỉnh đã giao.", SENTENCE, "Sở chủ trì."]


def test_a_short_line_beside_old_ones_is_read_as_they_are() -> None:
    old = "KÕ ho¹ch ®\u00adîc ban hµnh tr\u00adíc ngµy 30/6/2021."
    assert texts(f"Tỉnh đã giao.\n{old}\nN¬i nhËn:\nSở chủ trì.")[1:3] == [f"{SENTENCE}.", "Nơi nhận:"]


@pytest.mark.parametrize(
    "foreign",
    [
        "Société d’Études à Paris, créée après un décret très général, où l’État a été représenté",
        "La señora Muñoz añadió más información técnica según el próximo decreto público",
        "As informações não estão disponíveis; é você que irá enviá-las após a decisão",
        "Müller und Söhne prüfen für Köln die Größe der Straße über Öl und Äpfel",
    ],
)
def test_other_languages_are_never_converted(foreign: str) -> None:
    assert texts(foreign) == [foreign]
    assert texts(f"Tỉnh đã giao.\n\n{foreign}")[1] == foreign


def test_one_spoilt_byte_does_not_spoil_the_rest() -> None:
    data = (SENTENCE + "\n").encode() * 200 + b"\xff"
    assert read_text(data).body.text.startswith(SENTENCE)


def test_a_paragraph_is_a_line_that_is_not_blank() -> None:
    assert texts("KẾ HOẠCH\r\n\r\n  I. Mục đích  \r\n1. Yêu cầu") == ["KẾ HOẠCH", "I. Mục đích", "1. Yêu cầu"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Kết quả 6 tháng\nPhần thứ nhất", ["Kết quả 6 tháng", "Phần thứ nhất"]),
        ("theo quy định tại\nĐiều 3 của Luật", ["theo quy định tại Điều 3 của Luật"]),
        ("hoàn thành trước tháng\n6 năm 2026", ["hoàn thành trước tháng 6 năm 2026"]),
        ("Hà Nội, ngày 18\ntháng 11 năm 2025", ["Hà Nội, ngày 18 tháng 11 năm 2025"]),
        ("Giao Chi cục chủ trì tham mưu cho\nUBND tỉnh", ["Giao Chi cục chủ trì tham mưu cho UBND tỉnh"]),
        ("1. Mục đích\na) Cụ thể hóa", ["1. Mục đích", "a) Cụ thể hóa"]),
        (
            "18. Các doanh nghiệp số\na) Doanh nghiệp viễn thông",
            ["18. Các doanh nghiệp số", "a) Doanh nghiệp viễn thông"],
        ),
        ("QUYẾT ĐỊNH\nvề việc ban hành", ["QUYẾT ĐỊNH", "về việc ban hành"]),
        ("I. Mục đích\n\nđoạn mới", ["I. Mục đích", "đoạn mới"]),
        ("hoàn thành.\nđoạn khác", ["hoàn thành.", "đoạn khác"]),
    ],
)
def test_a_sentence_broken_to_fit_a_width_is_joined(written: str, read: list[str]) -> None:
    assert texts(written) == read


def test_a_heading_in_capitals_inside_a_line_begins_a_paragraph() -> None:
    written = "1. Rà soát văn bản. II. TỔ CHỨC THỰC HIỆN 1. Sở Tư pháp (mục II. A nêu trên)."
    assert texts(written) == [
        "1. Rà soát văn bản.",
        "II. TỔ CHỨC THỰC HIỆN 1. Sở Tư pháp (mục II. A nêu trên).",
    ]


def test_a_file_broken_at_one_width_is_joined_before_capitals_too() -> None:
    wrapped = (
        "Thực hiện ý kiến của Thủ tướng Chính phủ về việc đẩy mạnh phân cấp, phân quyền và\n"
        "cải cách thủ tục, Sở Nội vụ đã chủ trì, phối hợp với các đơn vị rà soát toàn bộ\n"
        "hồ sơ của năm trước và lập danh mục những việc còn lại, gửi lấy ý kiến của các\n"
        "phòng chuyên môn, sau đó tổng hợp thành báo cáo trình Giám đốc Sở xem xét, quyết\n"
        "định trước khi gửi đến Văn phòng, nơi sẽ kiểm tra thể thức lần cuối cùng và cho\n"
        "phép phát hành. Việc phối hợp giữa hai bên do Phó Giám đốc phụ trách và Trưởng\n"
        "phòng Tổng hợp cùng chịu trách nhiệm trước lãnh đạo Sở và trước Ủy ban nhân dân\n"
        "Tỉnh theo quy chế làm việc.\n"
        "Nơi nhận:\n"
        "Số: 5 /SNV        Lào Cai"
    )
    assert [text[:12] for text in texts(wrapped)] == ["Thực hiện ý ", "Nơi nhận:", "Số: 5 /SNV  "]


def test_pipes_make_a_table() -> None:
    (before, table, after) = read_text(
        "Phụ lục\n| TT | Việc |\n|---|:-:|\n| 1 | Lấy ý kiến |\nHết".encode()
    ).body.blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["TT", "Việc"], ["1", "Lấy ý kiến"]]
    assert [row.header for row in table.rows] == [True, False]
    assert table.bordered
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)


def test_the_header_block_is_an_unruled_table_of_several_lines() -> None:
    written = "| UBND TỈNH / SỞ CÔNG THƯƠNG / Số:   /KH-SCT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc |"
    (table,) = read_text(written.encode()).body.blocks
    assert isinstance(table, Table)
    assert not table.bordered
    assert table.rows[0].cells[0].text == "UBND TỈNH\nSỞ CÔNG THƯƠNG\nSố:   /KH-SCT"


def test_the_slash_of_a_blank_number_does_not_divide() -> None:
    (table,) = read_text("| Số: / KH-SCT | Nơi nhận |".encode()).body.blocks
    assert isinstance(table, Table)
    assert table.rows[0].cells[0].text == "Số: / KH-SCT"


@pytest.mark.parametrize(
    ("written", "read", "runs"),
    [
        ("**KẾ HOẠCH** năm", "KẾ HOẠCH năm", [(0, 8, True, False), (8, 12, False, False)]),
        ("*Ghi chú* cuối", "Ghi chú cuối", [(0, 7, False, True), (7, 12, False, False)]),
        ("2 * 3 và 4*5", "2 * 3 và 4*5", []),
        ("* Lưu ý: quan trọng", "* Lưu ý: quan trọng", []),
        ("lẻ ** loi", "lẻ ** loi", []),
    ],
)
def test_emphasis_becomes_runs_and_only_pairs_are_emphasis(
    written: str, read: str, runs: list[object]
) -> None:
    (paragraph,) = read_text(written.encode()).body.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == read
    assert [(run.start, run.end, run.bold, run.italic) for run in paragraph.runs] == runs


def test_bold_may_run_over_two_lines() -> None:
    first, second = read_text("**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**".encode()).body.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.text, first.bold, second.text, second.bold) == ("KT. GIÁM ĐỐC", True, "PHÓ GIÁM ĐỐC", True)


def test_a_number_sign_marks_a_heading() -> None:
    (paragraph,) = read_text("## Mục đích".encode()).body.blocks
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.text, paragraph.heading) == ("Mục đích", 2)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    read_text(data)


@given(st.text(alphabet="aă|*-# /\n.", max_size=80))
def test_no_word_is_lost(written: str) -> None:
    assert re.findall(r"\w", read_text(written.encode()).body.text) == re.findall(r"\w", normalise(written))


@pytest.mark.corpus
def test_every_text_keeps_its_words(corpus: Path) -> None:
    for path in sorted(corpus.glob("text/*.txt")):
        data = path.read_bytes()
        words = Counter(re.findall(r"\w+", normalise(data.decode())))
        assert Counter(re.findall(r"\w+", read_text(data).body.text)) == words, path.name


def test_the_blank_lines_of_a_signature_are_no_paragraphs() -> None:
    row = "| - Lưu: VT. | KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / / / / Lê Văn An |"
    assert read_text(row.encode()).body.text == "- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Văn An"
