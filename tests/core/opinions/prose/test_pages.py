"""Places given by page and line of the version as it was printed."""

from __future__ import annotations

from copy import deepcopy

import pytest

from support.letters import letter_of
from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.compositions import compose, worked_facts
from thammuu_core.intake import read_paper
from thammuu_core.opinions import Confidence, Operation
from thammuu_core.opinions.letters import marked_pages, read_letter
from thammuu_core.opinions.prose.pages import Pages, Printed, printed
from thammuu_core.pages import read_lines
from thammuu_core.rendering import to_docx, to_pdf

DOCUMENT = compose("ke-hoach-tinh", deepcopy(dict(worked_facts("ke-hoach-tinh")))).document
VERSION = Version.of("0" * 64, read_paper(to_docx(DOCUMENT)))
PDF = to_pdf(DOCUMENT)
LINES = read_lines(PDF)
PAGES = Pages.of(LINES, VERSION)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Trang 4, dòng 12 từ trên xuống: sửa “a” thành “b”.", Printed(4, 12)),
        ("Tại dòng thứ 3 từ dưới lên, trang 5: bỏ từ “các”.", Printed(5, 3, None, True)),
        ("Trang 7, dòng 2-5: đề nghị viết gọn.", Printed(7, 2, 5)),
        ("Trang số 2: thừa từ “các”.", Printed(2)),
        ("Đề nghị thay “xem trang 4” bằng “xem Phụ lục”.", None),
        ("Tại khoản 2 Điều 5, dòng tiền chưa rõ.", None),
        ("Trang phục của diễn viên.", None),
    ],
)
def test_page_and_line_as_letters_write_them(text: str, place: Printed | None) -> None:
    assert printed((text,)) == place


def test_the_page_may_stand_in_the_heading() -> None:
    assert printed(("Trang 3", "Dòng 4: sửa “a” thành “b”.")) == Printed(3, 4)


def test_every_printed_line_of_the_body_stands_where_its_words_stand() -> None:
    whole = "".join(VERSION.text.split())
    for number, page in enumerate(LINES, 1):
        for at, line in enumerate(page, 1):
            span = PAGES.line(number, at)
            words = "".join(line.split())
            if span is None or whole.count(words) != 1:
                continue
            assert "".join(VERSION.text[slice(*span)].split()) in words


def test_lines_are_counted_from_the_foot_too() -> None:
    assert PAGES.line(1, 1, up=True) == PAGES.line(1, len(LINES[0]))
    assert PAGES.line(1, 999) is None
    assert PAGES.page(99) is None


def test_quoted_words_on_the_line_named_are_the_place() -> None:
    at = next(n for n, line in enumerate(LINES[0], 1) if "công cụ cải tiến" in line)
    letter = read_letter(
        letter_of(f"Trang 1, dòng {at}: thay “công cụ cải tiến” bằng “công cụ”."), VERSION, PAGES
    )
    (one,) = letter.opinions
    assert (one.operation, one.old, one.new) == (Operation.REPLACE, "công cụ cải tiến", "công cụ")
    assert one.target.confidence is Confidence.EXACT
    assert VERSION.text[one.target.start : one.target.end] == "công cụ cải tiến"


def test_words_that_are_not_on_the_line_are_to_be_looked_for_by_a_person() -> None:
    letter = read_letter(letter_of("Trang 1, dòng 12: sửa “chữ không có” thành “chữ khác”."), VERSION, PAGES)
    (one,) = letter.opinions
    assert one.target.confidence is Confidence.CHECK
    assert (one.target.start, one.target.end) == PAGES.line(1, 12)


@pytest.mark.parametrize("pages", [None, PAGES])
def test_without_the_page_the_opinion_is_listed_with_why(pages: Pages | None) -> None:
    letter = read_letter(letter_of("Trang 99, dòng 12: sửa “a” thành “b”."), VERSION, pages)
    (one,) = letter.unplaced
    assert letter.opinions == ()
    assert "trang" in one.reason


def test_of_provisions_that_bear_the_same_label_the_one_on_the_page_named_is_meant() -> None:
    said = "Tại trang 1, khoản 1: đề nghị thay “hồ sơ giấy” bằng “hồ sơ số”."
    nouns = ("hồ sơ giấy", "hồ sơ giấy", "con dấu")
    lines = [
        line
        for n, noun in enumerate(nouns, 1)
        for line in (f"Điều {n}. Lưu giữ", f"1. Văn phòng giữ {noun}.")
    ]
    version = Version.of("1" * 64, paper_of("\n".join(lines)))
    (listed,) = read_letter(letter_of(said), version).unplaced
    assert (listed.old, listed.new, "trang" in listed.reason) == ("hồ sơ giấy", "hồ sơ số", True)
    laid = Pages.of([lines[:2], lines[2:]], version)
    (one,) = read_letter(letter_of(said), version, laid).opinions
    assert (one.target.where, one.old) == ("Điều 1.1", "hồ sơ giấy")


def test_a_scan_of_the_draft_is_laid_page_by_page_beside_its_provisions() -> None:
    pages = marked_pages(read_paper(PDF), VERSION)
    assert [page.number for page in pages] == list(range(1, len(LINES) + 1))
    assert (pages[0].start, [page.end for page in pages[:-1]]) == (0, [page.start for page in pages[1:]])
    beside = [{VERSION.said.get(one) for one in page.provisions} for page in pages]
    assert "I.1" in beside[0]
    assert "Phụ lục, dòng 2" in beside[-1]
