"""What of documents can be found by words."""

from __future__ import annotations

from thammuu.apps.documents.models import Document, Reading
from thammuu.apps.search.services import Findable, index

DOCUMENT = "document"


def index_document(reading: Reading) -> None:
    """Make the document findable by its number, its title and all its words, as last read."""
    document: Document = reading.document
    title = " ".join(part for part in (reading.kind, reading.symbol, reading.title) if part)
    words = " ".join(reading.words.values())
    thing = Findable(
        DOCUMENT,
        document.uuid,
        document.agency_id,
        title or document.file.name,
        f"{document.file.name} {words}",
    )
    index(thing)
