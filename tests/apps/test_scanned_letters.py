"""A signed letter as agencies send it: printed, signed, scanned; read as the Word file would be."""

from __future__ import annotations

from copy import deepcopy

import pypdfium2
import pytest
from PIL import Image

from support.programs import missing
from support.scans import Wear, bound, scanned
from thammuu.apps.files import ocr
from thammuu_core.anchors import Version
from thammuu_core.compositions import compose, worked_facts
from thammuu_core.intake import read_paper
from thammuu_core.opinions import Reference, Stance
from thammuu_core.opinions.letters import Letter, marked_pages, read_letter
from thammuu_core.papers import Paper
from thammuu_core.rendering import to_docx, to_pdf

PLAN = compose("ke-hoach-tinh", deepcopy(dict(worked_facts("ke-hoach-tinh")))).document
VERSION = Version.of("0" * 64, read_paper(to_docx(PLAN)))
ASKED = (
    (
        "Tại mục II",
        "đề nghị bổ sung cụm từ “và hợp tác xã” vào sau cụm từ “doanh nghiệp”",
        "cho đủ đối tượng",
    ),
    ("Tại điểm a khoản 2 mục II", "đề nghị điều chỉnh từ “10%” thành “12%”", "phù hợp với chỉ tiêu của tỉnh"),
    ("Tại STT 2 Phụ lục", "đề nghị làm rõ đơn vị chủ trì", ""),
)


def letter() -> bytes:
    facts = deepcopy(dict(worked_facts("cong-van-tra-loi")))
    facts["gop_y"] = [{"chỗ": place, "nội dung": words, "lý do": why} for place, words, why in ASKED]
    return to_pdf(compose("cong-van-tra-loi", facts).document)


def scan(pdf: bytes, wear: Wear) -> Paper:
    """The file printed and scanned, and what is recognised of it."""
    recognise = ocr.recogniser() or pytest.fail(
        missing("tesseract with vie: apt-get install tesseract-ocr tesseract-ocr-vie")
    )
    document = pypdfium2.PdfDocument(pdf)
    sheets: list[Image.Image] = [
        scanned(page.render(scale=wear.dpi / 72, grayscale=True).to_pil().convert("L"), wear)
        for page in document
    ]
    return read_paper(bound(sheets, wear.dpi), "scan.pdf", ocr=recognise)


def places(read: Letter) -> list[tuple[str, str]]:
    return [(one.operation.value, one.target.where) for one in read.opinions]


EXPECTED = [("agree", ""), ("insert", "II.1"), ("replace", "II.2.a"), ("question", "Phụ lục, dòng 2")]


def test_a_text_pdf_is_read_as_the_word_file_is() -> None:
    read = read_letter(read_paper(letter()), VERSION)
    assert (read.agency, read.stance) == ("Sở Tài chính", Stance.AGREE_WITH_OPINIONS)
    assert places(read) == EXPECTED


@pytest.mark.ocr
@pytest.mark.parametrize("wear", [Wear(dpi=200), Wear(dpi=200, turn=0.8, blur=0.7, noise=30, quality=50)])
def test_a_scanned_letter_is_read_as_the_word_file_is(wear: Wear) -> None:
    read = read_letter(scan(letter(), wear), VERSION)
    assert read.kinds == ("letter", "scan")
    assert read.agency == "Sở Tài chính"
    assert read.reference == Reference("1190/STC-HCSN", "2021-07-12", "312/SKHCN-TĐC")
    assert read.stance is Stance.AGREE_WITH_OPINIONS
    assert places(read) == EXPECTED
    assert {one.source.page for one in read.opinions} == {1}


@pytest.mark.ocr
def test_a_scan_of_the_draft_is_laid_beside_its_provisions() -> None:
    pages = marked_pages(scan(to_pdf(PLAN), Wear(dpi=200, turn=0.5, noise=20)), VERSION)
    beside = [{VERSION.said.get(one) for one in page.provisions} for page in pages]
    assert {"I.1", "II.2.a"} <= beside[0]
    assert "Phụ lục, dòng 2" in beside[-1]
