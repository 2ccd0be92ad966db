"""Documents of ours in the prescribed form: one model, written as a Word file or as a PDF, and read
back from the Word file.

Legal source of the form: Nghị định 30/2020/NĐ-CP, Phụ lục I; the measures are in `measures.tsv`.
"""

from __future__ import annotations

from thammuu_core.rendering.model import (
    Align,
    Annex,
    Basis,
    Block,
    Column,
    Document,
    Enacting,
    Head,
    Level,
    Paragraph,
    Provision,
    Row,
    Run,
    Section,
    Signature,
    Table,
    Urgency,
    plain,
    provision,
)
from thammuu_core.rendering.normal import Unwritable, normalised
from thammuu_core.rendering.pdf import to_pdf
from thammuu_core.rendering.reading import read
from thammuu_core.rendering.word import to_docx
from thammuu_core.rendering.word.parsing import NotOurs

__all__ = [
    "Align",
    "Annex",
    "Basis",
    "Block",
    "Column",
    "Document",
    "Enacting",
    "Head",
    "Level",
    "NotOurs",
    "Paragraph",
    "Provision",
    "Row",
    "Run",
    "Section",
    "Signature",
    "Table",
    "Unwritable",
    "Urgency",
    "normalised",
    "plain",
    "provision",
    "read",
    "to_docx",
    "to_pdf",
]
