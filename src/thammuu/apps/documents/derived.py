"""What is reckoned from readings and can be reckoned again after an upgrade."""

from __future__ import annotations

from thammuu.apps.documents.models import Reading, ReadingBand
from thammuu_core.text.likeness import bands, runs


def refresh_all() -> int:
    """Name the texts of readings that have no names yet; how many."""
    unnamed = Reading.objects.filter(bands__isnull=True).only("pk", "words")
    done = 0
    for reading in unnamed.iterator(chunk_size=100):
        add_bands(reading)
        done += 1
    return done


def add_bands(reading: Reading) -> None:
    """The names under which another container of the same text finds this one."""
    names = bands(runs(reading.words.values()))
    ReadingBand.objects.bulk_create(ReadingBand(reading=reading, name=name) for name in dict.fromkeys(names))
