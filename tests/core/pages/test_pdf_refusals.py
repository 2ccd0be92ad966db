"""Files that are no readable PDF are refused in words; nothing else ever comes out of the reader."""

from __future__ import annotations

import io
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from support.pdfs import Pdf
from thammuu_core.errors import Told
from thammuu_core.pages import RecognisedPage, read_images, read_pdf
from thammuu_core.pages.refusals import DamagedPages, LockedPdf, NoRecogniser

LOCKED = b"/Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b">"


@cache
def sample() -> bytes:
    """A PDF of two pages with words, lines and a table."""
    pdf = Pdf()
    for _ in range(2):
        pdf.page().lines(85, 60, ["First of all, a line.", "1. And a second one;"]).grid(
            (80, 200, 300), (100, 130, 160)
        )
        pdf.text(90, 120, "cell").text(210, 150, "other")
    return pdf.bytes()


def picture() -> bytes:
    """A PDF of one white page."""
    out = io.BytesIO()
    Image.new("L", (600, 800), 255).save(out, "PDF")
    return out.getvalue()


def test_a_file_with_a_password_is_refused() -> None:
    locked = sample().replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt << " + LOCKED + b" >>")
    with pytest.raises(LockedPdf, match="mật khẩu"):
        read_pdf(locked)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"words", b"%PDF-1.4\n%%EOF"])
def test_what_is_no_pdf_is_told_to_be_damaged(data: bytes) -> None:
    with pytest.raises(DamagedPages):
        read_pdf(data)


def test_a_scan_without_recognition_names_the_packages() -> None:
    with pytest.raises(NoRecogniser, match="tesseract-ocr-vie"):
        read_pdf(picture())


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n broken", b"II*\0\x08\0\0\0\0\0\0\0\0\0"])
def test_a_damaged_picture_is_told(data: bytes) -> None:
    with pytest.raises(DamagedPages):
        read_images([data], ocr=lambda images: [RecognisedPage(image.number) for image in images])


def test_pages_without_text_among_others_are_told_not_refused() -> None:
    pdf = Pdf().page().lines(85, 60, ["Words of the first page."]).page()
    pdf.raw("q 500 0 0 700 40 40 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x7f\x7f\x00 EI Q")
    paper = read_pdf(pdf.bytes())
    assert paper.body.text == "Words of the first page."
    assert [problem.code for problem in paper.problems] == ["pages.not_recognised"]


def never_raises(changes: list[tuple[int, int]]) -> None:
    """Read the sample with bytes changed at relative places."""
    data = bytearray(sample())
    for place, value in changes:
        data[place % len(data)] = value
    with suppress(Told):
        read_pdf(bytes(data))


CHANGES = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=40)


@settings(max_examples=150, deadline=None)
@given(CHANGES)
def test_changed_bytes_are_read_or_told(changes: list[tuple[int, int]]) -> None:
    never_raises(changes)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4000))
def test_a_file_cut_short_is_read_or_told(length: int) -> None:
    with suppress(Told):
        read_pdf(sample()[:length])


@pytest.mark.long
@settings(max_examples=20_000, deadline=None)
@given(CHANGES)
def test_many_changed_bytes_are_read_or_told(changes: list[tuple[int, int]]) -> None:
    never_raises(changes)
