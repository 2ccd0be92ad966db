"""From a file that somebody sent to a paper that can be read: recognised, let through the gate, read, not secret."""

from __future__ import annotations

from thammuu_core.intake.archives import check_docx
from thammuu_core.intake.recognition import Format, recognise
from thammuu_core.intake.refusals import NoWords
from thammuu_core.intake.secrecy import refuse_if_secret
from thammuu_core.pages import Recognise, read_images, read_pdf, read_text
from thammuu_core.papers import Paper
from thammuu_core.wordml import read_docx


def admit(data: bytes, name: str = "") -> Format:
    """The format of a file that may be read; raises a refusal for any other. Runs before any parser of ours."""
    found = recognise(data, name)
    if found is Format.DOCX:
        check_docx(data)
    return found


def read_paper(data: bytes, name: str = "", *, ocr: Recognise | None = None, forms: bool = False) -> Paper:
    """Read a file sent by anyone; `ocr` recognises the words of scanned pages (see `pages`).

    With `forms`, a Word file tells how it is laid out as well (see `papers.forms`).

    Raises `errors.Told` with what the sender should do when the file is not fit to be read.
    """
    match admit(data, name):
        case Format.DOCX:
            paper = read_docx(data, forms=forms)
        case Format.PDF:
            paper = read_pdf(data, ocr=ocr)
        case Format.PICTURE:
            paper = read_images([data], ocr=ocr)
        case Format.TEXT:
            paper = read_text(data)
    if not any(story.text.strip() for story in paper.stories):
        raise NoWords
    refuse_if_secret(paper)
    return paper
