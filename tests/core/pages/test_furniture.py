"""What stands at the edges of pages is told apart from the text."""

from __future__ import annotations

from thammuu_core.pages.furniture import Parted, part
from thammuu_core.pages.model import Sheet, Word
from thammuu_core.pages.rows import rows


def parted(*lines: tuple[float, str]) -> list[Parted]:
    """Three pages with the same lines, each with its baseline, on sheets 842 points high."""
    words = tuple(Word(text, 60, 160, at, 12) for at, text in lines)
    sheets = [Sheet(number, 595, 842, words) for number in (1, 2, 3)]
    return part([(sheet, rows(sheet.words, sheet.number)) for sheet in sheets])


def test_repeated_lines_are_header_and_footer() -> None:
    for page in parted((40, "DỰ-THẢO"), (400, "Nội-dung"), (810, "Lưu-hành-nội-bộ")):
        assert [[row.text for row in some] for some in (page.header, page.body, page.footer)] == [
            ["DỰ-THẢO"], ["Nội-dung"], ["Lưu-hành-nội-bộ"],
        ]  # fmt: skip


def test_a_page_that_only_a_table_fills_keeps_its_footer_apart() -> None:
    for page in parted((40, "DỰ-THẢO"), (810, "Lưu-hành-nội-bộ")):
        assert [row.text for row in page.header] == ["DỰ-THẢO"]
        assert [row.text for row in page.footer] == ["Lưu-hành-nội-bộ"]
