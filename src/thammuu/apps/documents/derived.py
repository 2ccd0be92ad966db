"""What is reckoned from readings and can be reckoned again after an upgrade."""

from __future__ import annotations

from thammuu.apps.documents.indexing import index_document
from thammuu.apps.documents.models import Document, Reading, ReadingBand
from thammuu_core.text.likeness import bands, runs


def refresh_all() -> int:
    """Name the texts of readings that have no names yet, and index every document anew; how many were named."""
    unnamed = Reading.objects.filter(bands__isnull=True).only("pk", "words")
    done = 0
    for reading in unnamed.iterator(chunk_size=100):
        add_bands(reading)
        done += 1
    for document in Document.objects.select_related("file").iterator(chunk_size=200):
        if (newest := document.readings.order_by("pk").last()) is not None:
            index_document(newest)
    return done


def add_bands(reading: Reading) -> None:
    """The names under which another container of the same text finds this one."""
    names = bands(runs(reading.words.values()))
    ReadingBand.objects.bulk_create(ReadingBand(reading=reading, name=name) for name in dict.fromkeys(names))
