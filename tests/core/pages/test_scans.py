"""Words and boxes of any recogniser become the paper that a text PDF of the same page would give."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import pytest
from PIL import Image, ImageDraw

from support.pdfs import Pdf
from support.scans import Wear, bound, page, scanned
from thammuu_core.pages import PageImage, RecognisedPage, RecognisedWord, read_images, read_pdf
from thammuu_core.pages.model import Sheet, Word
from thammuu_core.pages.numerals import repaired
from thammuu_core.pages.pictures import slant, traits
from thammuu_core.papers import Paper, Paragraph, Table

DRAWN = {"first": (300, 400), "second": (520, 400), "third": (300, 700)}


def white() -> Image.Image:
    """An A4 page at 300 dpi."""
    return Image.new("L", (2480, 3508), 255)


def words(*, sure: float = 0.95) -> tuple[RecognisedWord, ...]:
    """Three words on two lines."""
    return tuple(
        RecognisedWord(text, x, y, x + 200, y + 50, sure, (1, 1, y)) for text, (x, y) in DRAWN.items()
    )


def read(*pages: RecognisedPage, sheet: Image.Image | None = None) -> Paper:
    """A scan that was recognised as told."""

    def recognise(images: Iterable[PageImage]) -> Iterator[RecognisedPage]:
        given = list(images)
        assert [image.total for image in given] == [len(pages)] * len(pages)
        return iter(pages)

    return read_pdf(bound([sheet or white()] * len(pages)), ocr=recognise)


def codes(paper: Paper) -> list[str]:
    return [problem.code for problem in paper.problems]


def test_recognised_words_become_lines_with_their_confidence() -> None:
    paper = read(RecognisedPage(1, words()))
    assert (paper.format, paper.body.text) == ("scan", "first second\nthird")
    assert [part.confidence for part in paper.body.blocks if isinstance(part, Paragraph)] == [0.95, 0.95]
    assert codes(paper) == ["pages.recognised"]


def test_a_doubtful_page_is_told_with_its_words() -> None:
    paper = read(RecognisedPage(1, words(sure=0.4)), RecognisedPage(2, words()))
    assert codes(paper) == ["pages.recognised", "pages.low_confidence"]
    assert "“first”" in paper.problems[1].message
    assert paper.problems[1].where == "trang 1"


def test_a_page_that_fails_is_told_and_the_others_are_read() -> None:
    paper = read(RecognisedPage(2, words()), RecognisedPage(1, failure="quá 120 giây"))
    assert codes(paper) == ["pages.recognised", "pages.not_recognised"]
    assert "first" in paper.body.text


def test_a_page_without_words_is_told() -> None:
    assert codes(read(RecognisedPage(1))) == ["pages.recognised", "pages.nothing_read"]


def test_specks_are_no_words() -> None:
    dust = RecognisedWord("~", 900, 900, 905, 905, 0.1), RecognisedWord("—", 300, 900, 800, 905, 0.9)
    assert read(RecognisedPage(1, (*words(), *dust))).body.text == "first second\nthird"


def test_lines_ruled_on_the_picture_make_a_table() -> None:
    sheet = white()
    draw = ImageDraw.Draw(sheet)
    for x in (200, 510, 1200):
        draw.line((x, 300, x, 900), fill=0, width=4)
    for y in (300, 600, 900):
        draw.line((200, y, 1200, y), fill=0, width=4)
    (table,) = read(RecognisedPage(1, words()), sheet=sheet).body.blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["first", "second"], ["third", ""]]


@pytest.mark.parametrize("turn", [-2.0, -0.5, 0.0, 0.7, 1.5])
def test_slant_is_measured_to_a_fifth_of_a_degree(turn: float) -> None:
    sheet = scanned(
        page(["Nội dung công việc của từng đơn vị trong năm " * 4] * 6), Wear(turn=turn, blur=0.8)
    )
    assert slant(sheet) == pytest.approx(-turn, abs=0.2)


def test_bold_strokes_outlast_plain_ones() -> None:
    sheet = white()
    draw = ImageDraw.Draw(sheet)
    draw.line((100, 100, 100, 200), fill=0, width=5)
    draw.line((500, 100, 500, 200), fill=0, width=10)
    seen = traits(sheet)
    assert seen.weight((450, 90, 550, 210)) > 1.3 * seen.weight((50, 90, 150, 210))


def test_single_pictures_are_read_in_order() -> None:
    def recognise(images: Iterable[PageImage]) -> Iterator[RecognisedPage]:
        for image in images:
            yield RecognisedPage(
                image.number, (RecognisedWord(f"Page{image.number}", 300, 400, 500, 450, 0.9, (1,)),)
            )

    png = io.BytesIO()
    white().save(png, "PNG")
    paper = read_images([png.getvalue()] * 2, ocr=recognise)
    assert (paper.body.text, paper.pages) == ("Page1\nPage2", 2)


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        (("I.", "H.", "HI."), ("I.", "II.", "III.")),
        (("I.", "II.", "II."), ("I.", "II.", "III.")),
        (("L.", "II.", "II."), ("I.", "II.", "III.")),
        (("I.", "IV.", "I."), ("I.", "IV.", "I.")),
    ],
)
def test_roman_numbers_of_headings_are_put_right(seen: tuple[str, ...], right: tuple[str, ...]) -> None:
    found = [
        word
        for at, number in enumerate(seen)
        for word in (
            Word(number, 100, 115, 100 + 40 * at, 14, confidence=0.9),
            Word("NHIỆM", 120, 170, 100 + 40 * at, 14, confidence=0.9),
        )
    ]
    (sheet,) = repaired([Sheet(1, 595, 842, tuple(found), recognised=True)])
    assert tuple(word.text for word in sheet.words[::2]) == right


def test_text_that_a_scanner_put_behind_its_picture_is_told_to_be_recognised() -> None:
    pdf = Pdf().page().lines(85, 60, ["Sinh ra trong tay ta"])
    pdf.page().pages[-1].append("3 Tr")
    pdf.lines(85, 60, ["Hai trang sau trang ta"])
    paper = read_pdf(pdf.bytes())
    assert paper.body.text.split("\n") == ["Sinh ra trong tay ta", "Hai trang sau trang ta"]
    (problem,) = paper.problems
    assert problem.code == "pages.recognised"
    assert "Trang 2 " in problem.message
