"""Documents that no form foresaw: written correctly, or refused with what to do; never a broken file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest

from support.formal import DUTY, head, plan
from thammuu_core.rendering import (
    Column,
    Document,
    Head,
    Row,
    Section,
    Signature,
    Table,
    Unwritable,
    plain,
    read,
    to_docx,
    to_pdf,
)

WRITERS = [to_docx, to_pdf]
NAME = "Nguyễn Thị Phương Thảo " * 9
WORD = "W" * 200
MAY_BREAK = "\u200b"


def bare(**said: object) -> Document:
    return plan(sections=(Section((plain("lời"),)),), annexes=(), **said)


def words_of(pdf: bytes) -> list[str]:
    """The words of each page inside the paper, without spaces and places where a word may be broken."""
    with pypdfium2.PdfDocument(pdf) as file:
        inside = [
            page.get_textpage().get_text_bounded(0, 0, page.get_width() - 20, page.get_height())
            for page in file
        ]
    return ["".join(words.split()).replace(MAY_BREAK, "") for words in inside]


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize(
    "said",
    [
        {"recipients": ()},
        {"recipients": (), "signature": Signature()},
        {"recipients": tuple(f"Sở thứ {number}" for number in range(90))},
        {"signature": Signature(("Giám đốc",), NAME)},
        {"signature": Signature((NAME,), WORD)},
        {"subject": NAME * 5},
        {"subject": WORD},
        {"head": head("KH", agency=NAME, parent=NAME, place=NAME)},
        {"head": head("KH", agency=WORD, symbol=WORD)},
        {"head": Head("", None, numbered=False), "kind": "", "subject": ""},
        {"sections": ()},
    ],
)  # fmt: skip
def test_what_is_empty_or_very_long_is_written(
    writer: Callable[[Document], bytes], said: dict[str, object]
) -> None:
    document = replace(bare(), **said)
    assert writer(document)
    assert read(to_docx(document))


def test_columns_of_a_table_never_leave_the_page() -> None:
    columns = tuple(Column(f"Cột {number}", 1) for number in range(20))
    table = Table(columns, (Row(tuple("19.999,5" for _ in columns)), Row((WORD, *("" for _ in columns[1:])))))
    document = bare()
    wide = replace(document, sections=(Section((table,)),))
    assert "".join(words_of(to_pdf(wide))).count("19.999,5") == 20
    assert "".join(words_of(to_pdf(wide))).count("W") == 200
    assert all(column.share >= 450 for column in read(to_docx(wide)).sections[0].blocks[0].columns)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize(
    ("table", "why"),
    [
        (Table((), ()), "không có cột nào"),
        (Table((Column("a", 1), Column("b", 1)), (Row(("một",)),)), "2 cột nhưng một dòng có 1 ô"),
    ],
)
def test_a_table_that_is_none_is_refused(writer: Callable[[Document], bytes], table: Table, why: str) -> None:
    with pytest.raises(Unwritable, match=why):
        writer(replace(bare(), sections=(Section((table,)),)))


@pytest.mark.parametrize("writer", WRITERS)
def test_a_number_with_its_symbol_in_it_is_refused(writer: Callable[[Document], bytes]) -> None:
    with pytest.raises(Unwritable, match="dấu “/”"):
        writer(bare(head=head("KH", number="12/KH")))


def test_what_a_decision_issues_cannot_issue_anything() -> None:
    with pytest.raises(Unwritable, match="phụ lục"):
        to_docx(replace(bare(), attached=replace(bare(), attached=bare())))


def test_letters_that_a_file_cannot_hold_are_told_by_number() -> None:
    found = read(to_docx(bare(subject="a\x00b\u202ec\ud800")))
    assert found.subject == "a‹U+0000›b‹U+202E›c‹U+D800›"


def test_nothing_of_a_row_higher_than_a_page_is_lost() -> None:
    row = Row((" ".join(f"từ{number}." for number in range(3000)), "hết"))
    tall = replace(bare(), sections=(Section((Table((Column("Lời", 3), Column("Hạn", 1)), (row,)),)),))
    found = "".join(words_of(to_pdf(tall)))
    assert all(f"từ{number}." in found for number in range(3000))


def test_a_long_table_may_stand_right_above_the_signature() -> None:
    table = Table((Column("Số", 1),), tuple(Row((f"dòng{number}.",)) for number in range(120)))
    pages = words_of(to_pdf(replace(bare(), sections=(Section((table,)),))))
    assert all(f"dòng{number}." in "".join(pages) for number in range(120))
    assert "dòng119." in pages[-1]
    assert "NguyễnVănAn" in pages[-1]


def test_no_recipient_is_lost_below_the_page() -> None:
    many = tuple(f"nơi nhận thứ {number}" for number in range(150))
    found = "".join(words_of(to_pdf(bare(recipients=many))))
    assert all(f"-nơinhậnthứ{number}" in found for number in range(150))


@pytest.mark.long
def test_five_hundred_pages_are_written() -> None:
    long = replace(bare(), sections=(Section(tuple(plain(DUTY * 4) for _ in range(4000))),))
    assert len(words_of(to_pdf(long))) >= 500
    assert len(read(to_docx(long)).sections[0].blocks) == 4000
