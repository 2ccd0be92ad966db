"""From a file that somebody sent to a paper that can be read: recognised, let through the gate, read, not secret."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2

from thammuu_core import pages
from thammuu_core.intake.archives import check_docx
from thammuu_core.intake.recognition import Format, recognise
from thammuu_core.intake.refusals import DamagedFile, PasswordNeeded
from thammuu_core.intake.secrecy import refuse_if_secret
from thammuu_core.papers import Paper
from thammuu_core.wordml import read_docx


def admit(data: bytes, name: str) -> Format:
    """The format of a file that may be read; raises a refusal for any other. Runs before any parser of ours."""
    found = recognise(data, name)
    if found is Format.DOCX:
        check_docx(data)
    elif found is Format.PDF:
        _check_pdf(data)
    return found


def read_paper(data: bytes, name: str, *, ocr: Callable[..., object] | None = None) -> Paper:
    """Read a file sent by anyone; `ocr` recognises the words of scanned pages (see `pages`).

    Raises `errors.Told` with what the sender should do when the file is not fit to be read.
    """
    match admit(data, name):
        case Format.DOCX:
            paper = read_docx(data)
        case Format.PDF:
            paper = pages.read_pdf(data, ocr=ocr)
        case Format.TEXT:
            paper = pages.read_text(data)
    refuse_if_secret(paper)
    return paper


def _check_pdf(data: bytes) -> None:
    if b"/Encrypt" not in data:
        return
    try:
        pypdfium2.PdfDocument(data).close()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise PasswordNeeded from error
        raise DamagedFile from error
