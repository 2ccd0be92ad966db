"""Reads of stored files."""

from __future__ import annotations

from collections.abc import Iterator

from thammuu.apps.files import store
from thammuu.apps.files.models import StoredFile


def damaged_files() -> Iterator[StoredFile]:
    """Files whose content is gone or is another; one content is held in memory at a time."""
    for file in StoredFile.objects.order_by("pk").iterator(chunk_size=500):
        try:
            store.get(file.sha256)
        except store.ContentDamaged:
            yield file
