"""What stands in a document stands in its Word file and its PDF, unharmed, in the prescribed form."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from datetime import date

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from thammuu_core.rendering import (
    Column,
    Document,
    Head,
    Level,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    Table,
    plain,
    provision,
    to_docx,
    to_pdf,
)
from thammuu_core.rendering.letters import for_paper, for_word
from thammuu_core.rendering.lines import addressee_lines, date_line, number_line, recipient_lines

Writer = Callable[[Document], bytes]
MARKUP = (
    "#let x = 1; *đậm* _nghiêng_ $x^2$ <nhãn> @viện-dẫn \\ ~ // lời /* lời */ `mã` [x] {y} & <b>&amp;</b> ]]>"
)
DAY = date(2021, 7, 6)


def head(**said: object) -> Head:
    plain_head = {
        "agency": "Sở Khoa học và Công nghệ",
        "day": DAY,
        "place": "Bắc Giang",
        "symbol": "BC-SKHCN",
    }
    return Head(**(plain_head | said))  # type: ignore[arg-type]


def document(text: str = "Nội dung", **said: object) -> Document:
    """A document in which `text` stands in every kind of place."""
    table = Table((Column(text, 2), Column("Hạn", 1)), (Row((text,), band=True), Row((text, text))))
    section = Section(
        (provision(Level.CLAUSE, text, title=True), Paragraph((Run(text), Run(text, bold=True))), table)
    )
    whole = {
        "head": head(parent="UBND tỉnh Bắc Giang"),
        "kind": "Báo cáo",
        "subject": text,
        "sections": (section,),
        "signature": Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), text),
        "addressees": (text, "UBND tỉnh"),
        "recipients": (text, "Lưu: VT"),
    }
    return Document(**(whole | said))  # type: ignore[arg-type]


PLACES = 9
"""How often `document` holds its text: subject, heading, two runs, three cells and a band, signer, two lists."""


def words_of_pdf(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as file:
        return "".join(page.get_textpage().get_text_range() for page in file)


def words_of_docx(word: bytes) -> str:
    root = docx.Document(io.BytesIO(word)).element
    return "".join(node.text or "" for node in root.iter(qn("w:t")))


def bare(text: str) -> str:
    """Letters only: line ends, spaces and hyphenation belong to the layout."""
    return "".join(unicodedata.normalize("NFC", text).split()).replace("\ufffe", "-").replace("\u200b", "")


TEXT = st.text(st.characters(), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
@example(MARKUP)
@example("\x00\x0b\ud800 \u202eđảo\u2066 \U0001f600 漢字 ‹U+1F600›")
@example("a\r\nb\rc\td")
def test_any_text_stands_in_a_word_file_unharmed(text: str) -> None:
    found = bare(words_of_docx(to_docx(document(text))))
    assert found.count(bare(for_word(unicodedata.normalize("NFC", text)))) >= (PLACES if bare(text) else 0)


VIETNAMESE = st.text(
    st.sampled_from(
        "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạấầẩẫậứừửữựýỳỷỹỵ0123456789 #*_$<>@\\~/`[]{}&=+-.,;:!?'\"()%|^"
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(VIETNAMESE)
@example(MARKUP)
def test_any_vietnamese_text_stands_in_a_pdf_unharmed(text: str) -> None:
    found = bare(words_of_pdf(to_pdf(document(text))))
    assert found.count(bare(text)) >= (PLACES if bare(text) else 0)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
@example("\x00\x0b\ud800 \u202eđảo\u2066 \U0001f600 漢字 \u0301\u0323 \u200b\u00ad\ufeff")
def test_no_text_keeps_a_pdf_from_being_made(text: str) -> None:
    assert to_pdf(document(text)).startswith(b"%PDF-")


def test_a_letter_that_no_typeface_shows_is_spelled_and_not_dropped() -> None:
    assert for_paper("漢 ≥ ệ") == "‹U+6F22› ≥ ệ"
    assert for_word("漢 \x00") == "漢 ‹U+0000›"
    assert "‹U+6F22›" in words_of_pdf(to_pdf(document("漢")))


def test_words_that_would_be_read_backwards_are_told_by_number() -> None:
    assert for_word("\u202ecod.exe") == "‹U+202E›cod.exe"


def test_the_pdf_is_tagged_archivable_and_the_same_each_time() -> None:
    pdf = to_pdf(document())
    assert pdf == to_pdf(document())
    assert b"/MarkInfo" in pdf
    assert re.search(rb"<pdfaid:part>2</pdfaid:part>.*<pdfaid:conformance>B<", pdf, re.DOTALL)


@pytest.mark.parametrize(
    ("number", "symbol", "expected"),
    [
        ("5", "BC-SKHCN", "Số: 05/BC-SKHCN"),
        ("125", "BC-SKHCN", "Số: 125/BC-SKHCN"),
        ("", "BC", "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC"),
    ],
)
def test_a_number_below_ten_has_a_zero_before_it(number: str, symbol: str, expected: str) -> None:
    assert number_line(head(number=number, symbol=symbol)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 1, 5), "Bắc Giang, ngày 05 tháng 01 năm 2020"),
        (date(2019, 6, 29), "Bắc Giang, ngày 29 tháng 6 năm 2019"),
        (date(2021, 12, 10), "Bắc Giang, ngày 10 tháng 12 năm 2021"),
        (date(2021, 2, 3), "Bắc Giang, ngày 03 tháng 02 năm 2021"),
    ],
)
def test_zeros_of_the_date_are_those_of_the_decree(day: date, expected: str) -> None:
    assert date_line(head(day=day, open_day=False)) == expected


def test_a_day_that_nobody_knows_is_left_whole_for_the_pen() -> None:
    blank = "\u00a0" * 6
    assert date_line(head(day=None, undated=True)) == f"Bắc Giang, ngày {blank} tháng {blank} năm {blank}"
    assert date_line(head(day=None)) == ""


def test_the_day_of_a_draft_is_left_for_the_pen() -> None:
    assert re.fullmatch(r"Bắc Giang, ngày \u00a0+ tháng 7 năm 2021", date_line(head()))


def test_one_addressee_stands_on_the_line_and_several_below_it() -> None:
    assert addressee_lines(document(addressees=("UBND tỉnh",))) == ("Kính gửi: UBND tỉnh",)
    several = addressee_lines(document(addressees=("Sở A", "Sở B")))
    assert several == ("Kính gửi:", "- Sở A;", "- Sở B.")
    assert addressee_lines(document(addressees=())) == ()


def test_the_last_recipient_ends_with_a_full_stop() -> None:
    assert recipient_lines(document(recipients=("Như trên", "Lưu: VT"))) == ("- Như trên;", "- Lưu: VT.")
    assert recipient_lines(document(recipients=())) == ()


@pytest.mark.parametrize("writer", [to_docx, to_pdf])
def test_an_empty_document_can_be_written(writer: Writer) -> None:
    assert writer(document("", sections=(), addressees=(), recipients=()))


def test_the_page_of_a_word_file_is_that_of_the_decree() -> None:
    file = docx.Document(io.BytesIO(to_docx(document())))
    (section,) = file.sections
    paper = (section.page_width, section.page_height)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in paper] == [210, 297]
    assert [round(side.mm) for side in margins] == [20, 20, 30, 15]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_every_style_of_a_word_file_is_times_new_roman_in_vietnamese() -> None:
    file = docx.Document(io.BytesIO(to_docx(document())))
    used = {line.style for line in file.element.body.iter(qn("w:p")) if line.style}
    fonts = {file.styles.element.get_by_id(style).rPr.rFonts.get(qn("w:ascii")) for style in used}
    assert fonts == {"Times New Roman"}
    (language,) = file.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "vi-VN"


def test_the_head_of_a_table_is_repeated_and_its_rows_are_not_parted() -> None:
    file = docx.Document(io.BytesIO(to_docx(document())))
    table = next(table for table in file.tables if table.style.name == "Table Grid")
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [True, False, False]
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


def test_a_landscape_section_turns_its_pages_only() -> None:
    sections = (Section((plain("Một"),)), Section((plain("Hai"),), landscape=True), Section((plain("Ba"),)))
    file = docx.Document(io.BytesIO(to_docx(document(sections=sections))))
    assert [section.page_width > section.page_height for section in file.sections] == [False, True, False]
    with pypdfium2.PdfDocument(to_pdf(document(sections=sections))) as pdf:
        assert [page.get_width() > page.get_height() for page in pdf] == [False, True, False]


def test_the_first_page_has_no_number_and_the_second_has() -> None:
    long = Section(tuple(plain(f"Đoạn thứ {number}. " * 12) for number in range(30)))
    with pypdfium2.PdfDocument(to_pdf(document(sections=(long,)))) as pdf:
        tops = [page.get_textpage().get_text_bounded(bottom=page.get_height() - 50).strip() for page in pdf]
    assert tops[:3] == ["", "2", "3"]
