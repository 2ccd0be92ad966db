"""Documents of ours in the prescribed form: one model, written as a Word file or as a PDF.

Legal source of the form: Nghị định 30/2020/NĐ-CP, Phụ lục I; the measures are in `measures.tsv`.
"""

from __future__ import annotations

from thammuu_core.rendering.docx import to_docx
from thammuu_core.rendering.model import (
    Align,
    Annex,
    Basis,
    Block,
    Column,
    Document,
    Enacting,
    Head,
    Heading,
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
from thammuu_core.rendering.pdf import to_pdf

__all__ = [
    "Align",
    "Annex",
    "Basis",
    "Block",
    "Column",
    "Document",
    "Enacting",
    "Head",
    "Heading",
    "Level",
    "Paragraph",
    "Provision",
    "Row",
    "Run",
    "Section",
    "Signature",
    "Table",
    "Urgency",
    "plain",
    "provision",
    "to_docx",
    "to_pdf",
]
