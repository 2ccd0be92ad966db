"""PDF and Word file have the same words on about as many pages, and the signature never stands alone."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from support.formal import DUTY, plan, specimens
from support.programs import printed_all
from thammuu_core.rendering import Document, Level, Section, normalised, plain, provision, to_docx, to_pdf
from thammuu_core.rendering.counting import labelled
from thammuu_core.rendering.normal import words


def pages(pdf: bytes) -> list[str]:
    """The words of each page, without spaces: how they are put down belongs to the layout."""
    with pypdfium2.PdfDocument(pdf) as file:
        return ["".join(page.get_textpage().get_text_range().split()) for page in file]


def long_and_short() -> dict[str, Document]:
    """Documents of a page to thirty, and some that end near the foot of a page."""
    near = {
        f"near-{lines}": plan(1, annexes=(), sections=(Section(tuple(plain(DUTY) for _ in range(lines))),))
        for lines in range(12, 26)
    }
    return specimens() | {"long": plan(8), "longer": plan(20)} | near


@pytest.mark.office
def test_a_word_file_prints_on_as_many_pages_within_one(tmp_path: Path) -> None:
    documents = long_and_short()
    printed = printed_all({name: to_docx(document) for name, document in documents.items()}, tmp_path)
    for name, document in documents.items():
        ours, theirs = pages(to_pdf(document)), pages(printed[name])
        assert abs(len(ours) - len(theirs)) <= 1, (name, len(ours), len(theirs))
        for label, block in labelled(normalised(document).sections):
            if label and hasattr(block, "runs"):
                begun = "".join(f"{label}{words(block.runs)[:20]}".split())
                assert begun in "".join(theirs), (name, begun)


@pytest.mark.office
def test_words_stand_above_the_signature_wherever_a_page_ends(tmp_path: Path) -> None:
    near = {name: document for name, document in long_and_short().items() if name.startswith("near")}
    printed = printed_all({name: to_docx(document) for name, document in near.items()}, tmp_path)
    for name, document in near.items():
        for made in (to_pdf(document), printed[name]):
            (signed,) = (page for page in pages(made) if "KT.GIÁMĐỐC" in page)
            assert "./.Nơinhận" in signed, name
            assert "NguyễnVănAn" in signed


def test_the_pdf_has_a_tree_of_headings_paragraphs_and_tables() -> None:
    with pypdfium2.PdfDocument(to_pdf(plan())) as pdf:
        assert raw.FPDFCatalog_IsTagged(pdf)
        kinds = {kind for page in pdf for kind in _kinds(page)}
    assert {"P", "H1", "H2", "Table", "TH", "TD"} <= kinds


def _kinds(page: pypdfium2.PdfPage) -> Iterator[str]:
    """The kinds of all elements in the tree of structure that a page belongs to."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    waiting = [
        raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(raw.FPDF_StructTree_CountChildren(tree))
    ]
    while waiting:
        element = waiting.pop()
        if element:
            buffer = ctypes.create_string_buffer(64)
            length = raw.FPDF_StructElement_GetType(element, buffer, 64)
            yield buffer.raw[: length - 2].decode("utf-16-le")
            children = raw.FPDF_StructElement_CountChildren(element)
            waiting += [raw.FPDF_StructElement_GetChildAtIndex(element, at) for at in range(children)]
    raw.FPDF_StructTree_Close(tree)


@pytest.mark.parametrize("name", specimens())
def test_every_word_of_a_document_is_found_in_its_pdf(name: str) -> None:
    document = normalised(specimens()[name])
    found = "".join(pages(to_pdf(document)))
    for label, block in labelled(document.sections):
        if hasattr(block, "runs"):
            assert "".join(f"{label}{words(block.runs)}".split())[:60] in found


def test_pages_of_annexes_are_numbered_from_one_and_the_first_shows_none() -> None:
    with pypdfium2.PdfDocument(to_pdf(plan(4))) as pdf:
        tops = [page.get_textpage().get_text_bounded(bottom=page.get_height() - 50).strip() for page in pdf]
    starts = [place for place, top in enumerate(tops) if not top]
    assert len(starts) == 3
    assert tops[: starts[1]] == ["", *(str(number) for number in range(2, starts[1] + 1))]


def test_a_first_page_may_lie_on_its_side() -> None:
    turned = plan(sections=(Section((provision(Level.DASH, "lời"),), landscape=True),), annexes=())
    with pypdfium2.PdfDocument(to_pdf(turned)) as pdf:
        (page,) = pdf
        assert page.get_width() > page.get_height()
        assert "CỘNG HÒA" in page.get_textpage().get_text_range()
