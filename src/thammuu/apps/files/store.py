"""Contents by their SHA-256, in the directory or the bucket that THAMMUU_FILES names. A content is never changed, and
removed only when the law forbids keeping it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from django.conf import settings

from thammuu.apps.files.disk import Disk
from thammuu.apps.files.refusals import ContentDamaged, StoreAway, StoreFailed, StoreFull

__all__ = [
    "ContentDamaged",
    "StoreAway",
    "StoreFailed",
    "StoreFull",
    "erase",
    "get",
    "has",
    "path_of",
    "put",
    "store",
]

_BUCKET = "s3://"


class Store(Protocol):
    """A place that keeps contents; `disk` and `bucket` are the two there are."""

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256; what is returned is kept for sure."""

    def get(self, digest: str) -> bytes:
        """The very bytes of that hash, or ContentDamaged."""

    def has(self, digest: str) -> bool:
        """Something is kept under that hash."""

    def erase(self, digest: str) -> None:
        """Remove it, if it is there."""


def store() -> Store:
    """The store of this installation."""
    return store_at(str(settings.THAMMUU_FILES))


def store_at(place: str) -> Store:
    """The store at a directory, or at `s3://bucket/prefix?endpoint=https://…`."""
    if not place.startswith(_BUCKET):
        return Disk(Path(place))
    from thammuu.apps.files.bucket import Bucket  # an extra: most installations have a disk only

    parts = urlsplit(place)
    endpoint = parse_qs(parts.query).get("endpoint", [None])[-1]
    return Bucket(parts.netloc, parts.path.strip("/"), endpoint)


def is_shared() -> bool:
    """The contents are in a bucket, which does not belong to this one home."""
    return str(settings.THAMMUU_FILES).startswith(_BUCKET)


def put(data: bytes) -> str:
    """Store the bytes and return their SHA-256; when this returns they survive a power cut.

    Raises StoreFull, StoreFailed or StoreAway with nothing left behind.
    """
    return store().put(data)


def get(digest: str) -> bytes:
    """The bytes of that hash. Raises ContentDamaged when they are gone or are others."""
    return store().get(digest)


def has(digest: str) -> bool:
    """Something is kept under that hash; whether it is undamaged only `get` tells."""
    return store().has(digest)


def erase(digest: str) -> None:
    """Remove a content that must not be here at all: a state secret found when a scan was read.

    Legal source: Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Điều 5 khoản 2.
    """
    store().erase(digest)


def path_of(digest: str) -> Path:
    """Where a content lies on the disk of an installation that keeps its files there."""
    return Disk(Path(settings.THAMMUU_FILES)).path_of(digest)
