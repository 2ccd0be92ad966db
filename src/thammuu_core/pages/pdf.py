"""Text PDF: the lines of each page as paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2

from thammuu_core.papers import BODY, Paper, Paragraph, Story
from thammuu_core.text import normalise


def read_pdf(data: bytes, *, ocr: Callable[..., object] | None = None) -> Paper:
    """Read a PDF that has text."""
    document = pypdfium2.PdfDocument(data)
    blocks = tuple(
        Paragraph(line.strip(), page=number)
        for number, page in enumerate(document, start=1)
        for line in normalise(page.get_textpage().get_text_range()).splitlines()
        if line.strip()
    )
    return Paper("pdf", (Story(BODY, blocks),), pages=len(document))
