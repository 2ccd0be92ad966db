"""The shape every file is read into, whatever its format: stories of paragraphs and tables.

`wordml` fills it from .docx, `pages` from PDF, scans and plain text; `outline` reads it. The text of a story is the
text of its paragraphs in document order, table cells row by row, joined by a line feed; automatic numbers are
labels, not text. All text is NFC. `forms` holds how a Word file lays it all out, for those who check that.
"""

from __future__ import annotations

from thammuu_core.papers.forms import Form, LineRule, PageField, SectionForm
from thammuu_core.papers.model import (
    BODY,
    Block,
    Cell,
    Line,
    Paper,
    Paragraph,
    Row,
    Run,
    Story,
    Table,
)

__all__ = [
    "BODY",
    "Block",
    "Cell",
    "Form",
    "Line",
    "LineRule",
    "PageField",
    "Paper",
    "Paragraph",
    "Row",
    "Run",
    "SectionForm",
    "Story",
    "Table",
]
