"""Contents on disk, by their SHA-256: written beside, fsynced, renamed. A content is never changed, and removed only
when the law forbids keeping it."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from django.conf import settings

from thammuu_core.errors import Unavailable


class StoreFull(Unavailable):
    """There is no room left on the disk."""

    code: ClassVar[str] = "files.store_full"

    def __init__(self) -> None:
        super().__init__(
            "Máy chủ đã hết dung lượng, tệp CHƯA được lưu. Hãy báo quản trị hệ thống rồi gửi lại sau."
        )


class StoreFailed(Unavailable):
    """The disk did not take the bytes for sure."""

    code: ClassVar[str] = "files.store_failed"

    def __init__(self) -> None:
        super().__init__(
            "Máy chủ không ghi được tệp xuống đĩa, tệp CHƯA được lưu. Hãy báo quản trị hệ thống kiểm tra ổ đĩa."
        )


class ContentDamaged(Unavailable):
    """What is on disk is not what was stored; it is not served."""

    code: ClassVar[str] = "files.content_damaged"

    def __init__(self) -> None:
        super().__init__(
            "Tệp lưu trên máy chủ bị hỏng hoặc bị mất nên không mở được. Hãy báo quản trị khôi phục từ bản sao lưu."
        )


def put(data: bytes) -> str:
    """Store the bytes and return their SHA-256; when this returns they survive a power cut.

    Raises StoreFull or StoreFailed with nothing left behind. An fsync that failed is never tried again: a second
    one could succeed without the bytes being there.
    """
    digest = sha256(data).hexdigest()
    target = path_of(digest)
    try:
        target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        if not (target.exists() and target.stat().st_size == len(data)):
            _write(target, data)
    except OSError as failure:
        full = failure.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise (StoreFull() if full else StoreFailed()) from failure
    return digest


def get(digest: str) -> bytes:
    """The bytes of that hash. Raises ContentDamaged when they are gone or are others."""
    try:
        data = path_of(digest).read_bytes()
    except OSError as failure:
        raise ContentDamaged from failure
    if sha256(data).hexdigest() != digest:
        raise ContentDamaged
    return data


def erase(digest: str) -> None:
    """Remove a content that must not be here at all: a state secret found when a scan was read.

    Legal source: Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Điều 5 khoản 2.
    """
    path_of(digest).unlink(missing_ok=True)


def path_of(digest: str) -> Path:
    """Where a content lies; nothing that a user typed is in the path."""
    return Path(settings.THAMMUU_FILES) / digest[:2] / digest[2:4] / digest


def _write(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".moi-")
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
    _sync_directory(target.parent)


def _sync_directory(directory: Path) -> None:
    """A rename is on disk only when its directory is."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
