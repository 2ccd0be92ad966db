"""Reads of stored files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from thammuu.apps.files import store
from thammuu.apps.files.models import ErasedContent, StoredFile


def file_in(uuid: UUID, places: Iterable[tuple[QuerySet[Any], str]]) -> StoredFile | None:
    """The file, where a row of one of these places holds it in the field named; None where no row does.

    Whoever asks names only places whose rows the person sees. It goes from the file on, so that nothing else is
    looked at.
    """
    file = StoredFile.objects.filter(uuid=uuid).first()
    if file is None or not any(rows.filter(**{field: file}).exists() for rows, field in places):
        return None
    return file


def damaged_files() -> Iterator[StoredFile]:
    """Files whose content is another, or is gone without having been erased by law; one is held in memory at a time.

    Raises StoreAway when the store does not answer: then nothing is known of any file.
    """
    for file in StoredFile.objects.order_by("pk").iterator(chunk_size=500):
        try:
            store.get(file.sha256)
        except store.ContentDamaged:
            if store.has(file.sha256) or not is_erased(file.sha256):
                yield file


def is_erased(digest: str) -> bool:
    """The content was removed because it must not be here."""
    return ErasedContent.objects.filter(sha256=digest).exists()
