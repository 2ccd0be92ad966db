"""Contents in a directory: written beside, fsynced, renamed."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from thammuu.apps.files.refusals import ContentDamaged, StoreFailed, StoreFull

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a disk says that has no room, or no more for us."""
UNFINISHED = ".moi-"
"""How the name of a content begins that is being written."""


@dataclass(frozen=True, slots=True)
class Disk:
    """A directory of contents by their SHA-256."""

    root: Path

    def put(self, data: bytes) -> str:
        """Store the bytes and return their SHA-256; when this returns they survive a power cut.

        Raises StoreFull or StoreFailed with nothing left behind. An fsync that failed is never tried again: a second
        one could succeed without the bytes being there.
        """
        digest = sha256(data).hexdigest()
        target = self.path_of(digest)
        try:
            target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
            if not (target.exists() and target.stat().st_size == len(data)):
                write(target, data)
        except OSError as failure:
            raise (StoreFull() if failure.errno in FULL else StoreFailed()) from failure
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes of that hash. Raises ContentDamaged when they are gone or are others."""
        try:
            data = self.path_of(digest).read_bytes()
        except OSError as failure:
            raise ContentDamaged from failure
        if sha256(data).hexdigest() != digest:
            raise ContentDamaged
        return data

    def has(self, digest: str) -> bool:
        """Something is kept under that hash; whether it is undamaged only `get` tells."""
        return self.path_of(digest).exists()

    def erase(self, digest: str) -> None:
        """Remove the content, if it is there."""
        self.path_of(digest).unlink(missing_ok=True)

    def path_of(self, digest: str) -> Path:
        """Where a content lies; nothing that a user typed is in the path."""
        return self.root / digest[:2] / digest[2:4] / digest


def write(target: Path, data: bytes) -> None:
    """Put a whole new file in place, or leave what was there; on return it survives a power cut."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, 0o640)
        os.rename(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_directory(target.parent)


def sync_directory(directory: Path) -> None:
    """A rename is on disk only when its directory is."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
