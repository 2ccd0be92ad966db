"""The Word file is what people who go on writing in Word expect, and what the schema allows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from support.docx import packed, unpacked
from support.formal import documents, plan, regulation, specimens
from thammuu_core.papers.model import Paragraph, paragraphs
from thammuu_core.rendering import (
    Annex,
    Document,
    Level,
    Provision,
    Section,
    Unwritable,
    normalised,
    provision,
    to_docx,
)
from thammuu_core.rendering.counting import labelled
from thammuu_core.wordml import read_docx

NO_THEME = "relationships/theme"
"""Files of Word name a theme; the prescribed form names one typeface and one colour, so ours have none."""


def faults(word: bytes, folder: Path) -> list[str]:
    """What a validator of the transitional schema has against a file."""
    path = folder / "document.docx"
    path.write_bytes(word)
    return [
        error.description
        for error in OpenXmlValidator().validate(path).errors
        if NO_THEME not in error.description
    ]


def body(word: bytes) -> str:
    return unpacked(word)["word/document.xml"].decode()


def lines(word: bytes) -> list[Paragraph]:
    return list(paragraphs(read_docx(word).body.blocks))


def labels_shown(word: bytes) -> list[str]:
    """The automatic labels that our own reader counts, in order."""
    return [line.label for line in lines(word) if line.label]


def labels_meant(document: Document) -> list[str]:
    whole = normalised(document)
    units = [whole.sections, *(annex.sections for annex in whole.annexes)]
    if whole.attached:
        units += [whole.attached.sections, *(annex.sections for annex in whole.attached.annexes)]
    return [label for unit in units for label, _ in labelled(unit) if label]


@pytest.mark.parametrize("name", specimens())
def test_each_kind_is_valid(name: str, tmp_path: Path) -> None:
    assert faults(to_docx(specimens()[name]), tmp_path) == []


def test_the_validator_sees_an_element_out_of_its_order(tmp_path: Path) -> None:
    members = unpacked(to_docx(plan()))
    swapped = members["word/document.xml"].replace(
        b'<w:pStyle w:val="Title"/>', b'<w:jc w:val="center"/><w:pStyle w:val="Title"/>'
    )
    assert any(
        "pStyle" in fault for fault in faults(packed(members | {"word/document.xml": swapped}), tmp_path)
    )


@pytest.mark.long
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_document_is_valid(tmp_path_factory: pytest.TempPathFactory, document: Document) -> None:
    assert faults(to_docx(document), tmp_path_factory.mktemp("valid")) == []


@pytest.mark.parametrize("name", specimens())
def test_labels_are_counted_by_word_as_they_are_meant(name: str) -> None:
    document = specimens()[name]
    assert labels_shown(to_docx(document)) == labels_meant(document)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(list(Level)), max_size=30), min_size=1, max_size=3))
def test_labels_of_any_order_of_provisions_are_counted_as_meant(units: list[list[Level]]) -> None:
    sections = [(Section(tuple(provision(level, "lời") for level in unit)),) for unit in units]
    document = plan(sections=sections[0], annexes=tuple(Annex("Phụ lục thử", unit) for unit in sections[1:]))
    assert labels_shown(to_docx(document)) == labels_meant(document)


def test_points_follow_the_vietnamese_alphabet() -> None:
    points = Section(tuple(provision(Level.POINT, "lời") for _ in range(25)))
    shown = labels_shown(to_docx(plan(sections=(points,), annexes=())))
    assert "".join(label.removesuffix(")") for label in shown) == "abcdđeghiklmnopqrstuvxy" + "aaab"


def test_provisions_carry_their_ids() -> None:
    document = plan()
    ids = [block.id for block in document.sections[0].blocks if isinstance(block, Provision) and block.id]
    marks = [
        line.mark for line in lines(to_docx(document)) if line.mark and line.mark.startswith("bookmark:tm-")
    ]
    assert marks == [f"bookmark:tm-{own}" for own in ids]


def test_titles_are_headings_of_word_from_the_first_level_on() -> None:
    def headings(document: Document) -> list[tuple[str, int]]:
        found = [
            (line.label, line.heading) for line in lines(to_docx(document)) if line.heading and line.label
        ]
        return list(dict.fromkeys(found))

    assert headings(plan(annexes=()))[:3] == [("I.", 1), ("II.", 1), ("1.", 2)]
    assert headings(regulation())[:4] == [("Phần I", 1), ("Chương I", 2), ("Mục 1", 3), ("Điều 1.", 5)]


def test_a_signature_is_kept_with_the_last_words() -> None:
    before, _, _ = body(to_docx(plan(annexes=()))).rpartition('<w:tblStyle w:val="Phầncuối"/>')
    last_two = before.rsplit("<w:p>", 2)[1:]
    assert all("<w:keepNext/>" in paragraph for paragraph in last_two)


def test_each_annex_counts_its_pages_from_one() -> None:
    sections = body(to_docx(plan())).split("<w:sectPr>")[1:]
    assert ['<w:pgNumType w:start="1"/>' in section for section in sections] == [True, True, True]
    assert ["<w:titlePg/>" in section for section in sections] == [True, True, True]
    assert ['w:orient="landscape"' in section for section in sections] == [False, True, False]


def test_a_turned_page_in_the_middle_counts_on() -> None:
    turned = tuple(Section((provision(Level.DASH, "lời"),), landscape=turn) for turn in (False, True, False))
    sections = body(to_docx(plan(sections=turned, annexes=()))).split("<w:sectPr>")[1:]
    assert ['<w:pgNumType w:start="1"/>' in section for section in sections] == [True, False, False]


def test_the_end_mark_stands_once() -> None:
    for last in ("thực hiện", "thực hiện.", "thực hiện./.", "thực hiện;"):
        section = Section((provision(Level.CLAUSE, last),))
        (line,) = (
            line.text
            for line in lines(to_docx(plan(sections=(section,), annexes=())))
            if "thực hiện" in line.text
        )
        assert line == "thực hiện./."


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"id": "có dấu"}, "không dùng được"),
        ({"id": "x" * 38}, "không quá 37"),
    ],
)
def test_an_id_that_word_cannot_hold_is_refused(said: dict[str, str], why: str) -> None:
    section = Section((provision(Level.CLAUSE, "lời", **said),))
    with pytest.raises(Unwritable, match=why):
        to_docx(plan(sections=(section,)))


def test_an_id_given_twice_is_refused() -> None:
    section = Section((provision(Level.CLAUSE, "một", id="a"), provision(Level.CLAUSE, "hai", id="a")))
    with pytest.raises(Unwritable, match="cùng mã"):
        to_docx(plan(sections=(section,)))
