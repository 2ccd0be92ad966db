"""Lines of a text PDF become the paragraphs their author typed."""

from __future__ import annotations

import pytest

from support.pdfs import Pdf
from thammuu_core.pages import read_pdf
from thammuu_core.papers import Paper, Paragraph

LEFT, INDENT = 85, 121
FULL = "The department of works shall draw up the plan and send it to every unit of the"
"""Fills the width of the page at 12 points, so that what follows runs on."""


def body(pdf: Pdf) -> list[str]:
    """The paragraphs of the body."""
    return read_pdf(pdf.bytes()).body.text.split("\n")


def story(paper: Paper, name: str) -> str:
    """The text of one story, empty if it is not there."""
    return next((story.text for story in paper.stories if story.name == name), "")


def prose(pdf: Pdf, *, y: float = 100, paragraphs: int = 3) -> Pdf:
    """Justified paragraphs with first lines set in: two full lines and a short one."""
    for at in range(paragraphs):
        top = y + at * 55
        pdf.text(INDENT, top, FULL[:-7]).text(LEFT, top + 15, FULL).text(LEFT, top + 30, "province.")
    return pdf


def test_an_indented_line_begins_a_paragraph() -> None:
    assert body(prose(Pdf().page())) == [f"{FULL[:-7]} {FULL} province."] * 3


def test_a_paragraph_runs_on_over_the_end_of_the_page() -> None:
    pdf = prose(Pdf().page()).text(INDENT, 780, FULL[:-7])
    prose(pdf.page().text(LEFT, 60, "others in the province."))
    found = read_pdf(pdf.bytes()).body.blocks
    assert [block.page for block in found if isinstance(block, Paragraph)] == [1, 1, 1, 1, 2, 2, 2]
    assert isinstance(found[3], Paragraph)
    assert found[3].text == f"{FULL[:-7]} others in the province."


def test_white_space_parts_paragraphs_that_are_not_set_in() -> None:
    pdf = Pdf().page()
    for y in (100, 160, 220):
        pdf.lines(
            LEFT,
            y,
            [FULL, "and the rest of the land and all that is in it, as far as it goes, and", "no more"],
        )
    assert len(body(pdf)) == 3


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    pdf = prose(Pdf().page()).lines(LEFT, 400, ["Title of all", "Another line", "Third of them"])
    assert body(pdf)[3:] == ["Title of all", "Another line", "Third of them"]


@pytest.mark.parametrize("label", ["1.", "a)", "-", "+", "II.", "1.2."])
def test_a_label_begins_a_paragraph_after_a_full_sentence(label: str) -> None:
    full = f"{FULL[:-4]} it;"
    pdf = prose(Pdf().page()).lines(LEFT, 400, [full, f"{label} Then it is sent."])
    assert body(pdf)[3:] == [full, f"{label} Then it is sent."]


def test_lines_under_the_words_of_a_list_item_belong_to_it() -> None:
    pdf = prose(Pdf().page()).text(LEFT, 400, "1.").text(103, 400, FULL[:-4])
    pdf.text(103, 415, "other units.")
    assert body(pdf)[3:] == [f"1. {FULL[:-4]} other units."]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("of the years 2021-", "2025 it is", "2021-2025"),
        ("as told in 36/QD-", "TTg and so", "36/QD-TTg"),
        ("work and/", "or rest", "and/or"),
        ("Freedom -", "Happiness", "Freedom - Happiness"),
    ],
)
def test_a_line_broken_after_a_hyphen_or_slash_is_joined_as_it_was_written(
    before: str, after: str, joined: str
) -> None:
    line = f"{'x' * 4} {FULL[: 78 - len(before)]}{before}"
    pdf = prose(Pdf().page()).lines(LEFT, 400, [line, after])
    assert joined in body(pdf)[3]


def test_bold_and_size_are_told_by_runs() -> None:
    pdf = prose(Pdf().page().text(LEFT, 60, "Chapter", size=16, bold=True))
    first = read_pdf(pdf.bytes()).body.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.text, first.bold, first.runs[0].size) == ("Chapter", True, 16.0)


def test_runs_cover_the_text_in_order() -> None:
    pdf = Pdf().page().text(LEFT, 60, "Bold", bold=True).text(115, 60, "then plain")
    (block,) = read_pdf(pdf.bytes()).body.blocks
    assert isinstance(block, Paragraph)
    assert [(block.text[run.start : run.end].strip(), run.bold) for run in block.runs] == [
        ("Bold", True),
        ("then plain", False),
    ]


def test_page_numbers_and_running_lines_leave_the_body_and_are_kept() -> None:
    pdf = Pdf()
    for number in (1, 2, 3):
        prose(pdf.page().text(290, 30, str(number)).text(LEFT, 820, f"Plan of works, sheet {number}"))
    paper = read_pdf(pdf.bytes())
    assert len(paper.body.blocks) == 9
    assert story(paper, "header:1") == "1\n2\n3"
    assert story(paper, "footer:1").count("Plan of works") == 3


def test_notes_leave_the_body_and_their_marks_with_them() -> None:
    pdf = (
        prose(Pdf().page())
        .text(LEFT, 400, "See the law")
        .text(141, 395, "1", size=7)
        .text(147, 400, "of works.")
    )
    pdf.rule(LEFT, 700, 200, 700).text(LEFT, 715, "1 As amended.", size=9)
    paper = read_pdf(pdf.bytes())
    assert body(pdf)[3:] == ["See the law of works."]
    assert story(paper, "footnote:1") == "1 As amended."


@pytest.mark.parametrize(
    ("turn", "matrix"), [(0, "1 0 0 1"), (90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0")]
)
def test_a_turned_page_is_read_upright(turn: int, matrix: str) -> None:
    pdf = Pdf(extra=f"/Rotate {turn}").page()
    for at, words in enumerate(("first line.", "second line.", "third line.")):
        x, y = {
            0: (100, 700 - 40 * at),
            90: (100 + 40 * at, 100),
            180: (500, 100 + 40 * at),
            270: (500 - 40 * at, 700),
        }[turn]
        pdf.raw(f"BT /R 12 Tf {matrix} {x} {y} Tm ({words}) Tj ET")
    assert body(pdf) == ["first line.", "second line.", "third line."]


def test_an_empty_page_is_no_scan() -> None:
    assert read_pdf(prose(Pdf().page()).page().bytes()).pages == 2
