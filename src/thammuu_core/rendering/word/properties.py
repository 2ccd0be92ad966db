"""What a Word file says of itself: title, issuer, state; and names as they are written outside capitals."""

from __future__ import annotations

from thammuu_core.formats.model import State
from thammuu_core.rendering.model import Document
from thammuu_core.rendering.word.names import LANGUAGE

STATES = {State.DRAFT: "Dự thảo", State.SUBMITTED: "Trình ký", State.ISSUED: "Ban hành"}
KIND, AGENCY, PARENT = "Loại văn bản", "Cơ quan ban hành", "Cơ quan chủ quản"
ATTACHED = " (kèm theo)"
"""After the names of what the document issues."""


def core(document: Document) -> dict[str, str]:
    """Properties that every program shows."""
    return {
        "dc:title": " ".join(f"{document.kind} {document.subject}".split()),
        "dc:creator": " ".join(document.head.agency.split()),
        "dc:language": LANGUAGE,
        "cp:contentStatus": STATES[document.state],
    }


def custom(document: Document) -> dict[str, str]:
    """Names that stand in the text in capitals."""
    named = _names(document, "")
    return named | _names(document.attached, ATTACHED) if document.attached else named


def _names(document: Document, after: str) -> dict[str, str]:
    head = document.head
    names = {KIND: document.kind, AGENCY: head.agency, PARENT: head.parent}
    return {name + after: said for name, said in names.items()}
