"""Elements are found by what they say, in whatever layout a Word file holds them."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from support.written_documents import LETTER, PLAN, line, words
from thammuu_core.formats import State, check
from thammuu_core.formats.elements import Elements, find
from thammuu_core.papers import Cell, Row, Table
from thammuu_core.wordml import read_docx

LEFT = ("UBND TỈNH LÀO CAI", "SỞ CÔNG THƯƠNG", "Số: 05/KH-SCT")
RIGHT = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Lào Cai, ngày 05 tháng 4 năm 2026",
)
FOOT = ("Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT, CN.")
SIGNED = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn An")


def document(head: str) -> docx.document.Document:
    """A plan whose header and foot are laid out as `head` says."""
    made = docx.Document()
    _LAYOUTS[head](made, LEFT, RIGHT)
    for text in ("KẾ HOẠCH", "Nâng cao năng suất năm 2026"):
        made.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_paragraph("Các phòng, đơn vị thuộc Sở triển khai thực hiện./.")
    _LAYOUTS["table" if head == "boxes" else head](made, FOOT, SIGNED)
    return made


def _table(made: docx.document.Document, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    cells = made.add_table(1, 2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        cell.text = "\n".join(lines)


def _rows(made: docx.document.Document, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    table = made.add_table(3, 2)
    for row, pair in zip(table.rows, zip(left, right, strict=True), strict=True):
        for cell, text in zip(row.cells, pair, strict=True):
            cell.text = text


def _tabs(made: docx.document.Document, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    for one, other in zip(left, right, strict=True):
        made.add_paragraph(f"{one}\t{other}")


def _spaces(made: docx.document.Document, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    for one, other in zip(left, right, strict=True):
        made.add_paragraph(f"{one}          {other}")


def _boxes(made: docx.document.Document, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    for lines in (left, right):
        paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in lines)
        made.add_paragraph().add_run()._r.append(
            parse_xml(
                f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
                f"<w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict>"
            )
        )


_LAYOUTS = {"table": _table, "rows": _rows, "tabs": _tabs, "spaces": _spaces, "boxes": _boxes}


def read(made: docx.document.Document) -> Elements:
    data = io.BytesIO()
    made.save(data)
    return find(read_docx(data.getvalue()))


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_every_layout_shows_the_same_elements(layout: str) -> None:
    found = read(document(layout))
    assert [found.nation and found.nation.text, found.motto and found.motto.text] == [*RIGHT[:2]]
    assert [found.number and found.number.text, found.date and found.date.text] == [LEFT[2], RIGHT[2]]
    assert [spot.text for spot in (*found.parent, *found.issuer)] == [*LEFT[:2]]
    assert found.kind is not None
    assert found.kind.code == "KH"
    assert [spot.text for spot in found.subject] == ["Nâng cao năng suất năm 2026"]
    assert found.recipients_label is not None
    assert [spot.text for spot in found.recipients] == [*FOOT[1:]]
    (signature,) = found.signatures
    assert [spot.text for spot in signature.lines] == [*SIGNED[:2]]
    assert signature.name is not None
    assert signature.name.text == "Nguyễn Văn An"


def test_looks_alone_neither_make_nor_unmake_an_element() -> None:
    bare = PLAN.but(nation=(line(RIGHT[0]),), motto=(line(RIGHT[1]),), kind=(line("KẾ HOẠCH", 11),))
    found = find(bare.paper())
    assert found.nation
    assert found.motto
    assert found.kind_line


def test_effective_looks_count_not_only_direct_ones() -> None:
    made = document("table")
    made.styles["Normal"].font.size = docx.shared.Pt(15)
    data = io.BytesIO()
    made.save(data)
    found = check(read_docx(data.getvalue()), state=State.ISSUED).findings
    assert "cỡ 15" in next(one.message for one in found if one.rule == "TT-102")


def test_addressees_beside_their_label_are_found() -> None:
    label, names = line("Kính gửi:", align="right"), (words("- Sở Tài chính;"), words("- Công an tỉnh."))
    table = Table((Row((Cell((label,), 0), Cell(names, 1))),), bordered=False)
    found = find(LETTER.but(addressed=(table,)).paper())  # type: ignore[arg-type]
    assert [spot.text for spot in found.addressees] == ["- Sở Tài chính;", "- Công an tỉnh."]


def test_a_sentence_that_leads_over_to_the_text_is_no_ground() -> None:
    lead = words("Căn cứ Quyết định số 36/QĐ-TTg, Sở Công Thương ban hành Kế hoạch như sau:")
    assert find(PLAN.but(body=(lead, *PLAN.body)).paper()).bases == ()


def test_a_last_ground_that_speaks_of_issuing_is_still_a_ground() -> None:
    grounds = (
        words(
            "Căn cứ Quyết định số 36/QĐ-TTg ngày 11 tháng 01 năm 2021 của Thủ tướng Chính phủ phê duyệt Kế hoạch;"
        ),
        words("Căn cứ Quyết định số 1199/QĐ-UBND của Ủy ban nhân dân tỉnh ban hành Chương trình công tác."),
        words("Sở Công Thương kính trình Ủy ban nhân dân tỉnh các nội dung sau:"),
    )
    found = find(PLAN.but(body=(*grounds, *PLAN.body)).paper())
    assert [spot.paragraph for spot in found.bases] == [*grounds[:2]]


@pytest.mark.parametrize(
    ("number", "kind", "regime"),
    [
        ("Số: 30/2020/NĐ-CP", "NGHỊ ĐỊNH", "qppl"),
        ("Số: 16/2026/QĐ-UBND", "QUYẾT ĐỊNH", "qppl"),
        ("Số: 42-KH/TU", "KẾ HOẠCH", "party"),
        ("Số: 12/GP-SCT", "GIẤY PHÉP", "specialised"),
        ("Số: 12/QĐ-SCT", "QUYẾT ĐỊNH", "administrative"),
    ],
)
def test_the_decree_is_asked_only_about_administrative_documents(number: str, kind: str, regime: str) -> None:
    report = PLAN.but(number=(line(number, 20),), kind=(line(kind),)).checked()
    assert report.regime == regime
    assert (report.errors == ()) is (regime != "administrative")


def test_a_form_that_firms_fill_in_is_left_alone() -> None:
    report = PLAN.but(parent=(), issuer=(line("CÔNG TY CỔ PHẦN AN PHÚ"),)).checked()
    assert (report.regime, report.errors) == ("none", ())


def test_a_table_of_opinions_has_a_form_of_its_own() -> None:
    report = PLAN.but(number=(), kind=(line("BẢNG TỔNG HỢP Ý KIẾN", bold=True),), subject=()).checked()
    assert (report.regime, report.errors) == ("specialised", ())
