"""Pages that are not Word: plain text, PDF and scans, read into the shape that `wordml` gives.

Recognition of words in pictures (OCR) is not done here: who calls hands in a `Recognise`.
"""

from __future__ import annotations

from thammuu_core.pages.model import PageImage, Recognise, RecognisedPage, RecognisedWord
from thammuu_core.pages.pdf import read_lines, read_pdf
from thammuu_core.pages.photographs import read_images
from thammuu_core.pages.plain import read_text

__all__ = [
    "PageImage",
    "Recognise",
    "RecognisedPage",
    "RecognisedWord",
    "read_images",
    "read_lines",
    "read_pdf",
    "read_text",
]
