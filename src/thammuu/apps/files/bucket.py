"""Contents in an S3-compatible object store, through django-storages; for more than one web machine.

A put is one request whose SHA-256 the store itself checks: it is there whole or not at all, as a rename is on disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

from thammuu.apps.files.refusals import ContentDamaged, StoreAway, StoreFull

_PATIENCE = Config(connect_timeout=5, read_timeout=60, retries={"max_attempts": 3, "mode": "standard"})
_FULL = ("QuotaExceeded", "XMinioStorageFull", "InsufficientCapacity", "EntityTooLarge")
_ABSENT = ("404", "NoSuchKey", "NotFound")


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket, and the prefix in it, that holds contents by their SHA-256."""

    name: str
    prefix: str
    endpoint: str | None

    def put(self, data: bytes) -> str:
        """Store the bytes and return their SHA-256. Raises StoreFull or StoreAway with nothing acknowledged."""
        digest = sha256(data).hexdigest()
        try:
            if self._size(digest) != len(data):
                self._bucket().upload_fileobj(
                    BytesIO(data), self._key(digest), ExtraArgs={"ChecksumAlgorithm": "SHA256"}
                )
        except (ClientError, BotoCoreError) as failure:
            raise (StoreFull() if _code(failure) in _FULL else StoreAway()) from failure
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes of that hash. Raises ContentDamaged when they are gone or are others, StoreAway without an answer."""
        try:
            data = bytes(self._bucket().Object(self._key(digest)).get()["Body"].read())
        except (ClientError, BotoCoreError) as failure:
            raise (ContentDamaged() if _code(failure) in _ABSENT else StoreAway()) from failure
        if sha256(data).hexdigest() != digest:
            raise ContentDamaged
        return data

    def has(self, digest: str) -> bool:
        """Something is kept under that hash. Raises StoreAway without an answer."""
        try:
            return self._size(digest) is not None
        except (ClientError, BotoCoreError) as failure:
            raise StoreAway from failure

    def erase(self, digest: str) -> None:
        """Remove the content with all its versions, if it is there. Raises StoreAway without an answer."""
        try:
            self._bucket().object_versions.filter(Prefix=self._key(digest)).delete()
            self._bucket().Object(self._key(digest)).delete()
        except (ClientError, BotoCoreError) as failure:
            raise StoreAway from failure

    def _size(self, digest: str) -> int | None:
        try:
            return int(self._bucket().Object(self._key(digest)).content_length)
        except ClientError as failure:
            if _code(failure) in _ABSENT:
                return None
            raise

    def _key(self, digest: str) -> str:
        return "/".join(part for part in (self.prefix, digest[:2], digest[2:4], digest) if part)

    def _bucket(self) -> Any:
        return _storage(self.name, self.endpoint).bucket


@cache
def _storage(name: str, endpoint: str | None) -> S3Storage:
    """The connection, one for each thread inside; keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."""
    return S3Storage(bucket_name=name, endpoint_url=endpoint, client_config=_PATIENCE)


def _code(failure: ClientError | BotoCoreError) -> str:
    return str(failure.response["Error"]["Code"]) if isinstance(failure, ClientError) else ""
