"""Reading a backup again from end to end: is it what it was when it was made?"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from thammuu.apps.files.disk import Disk
from thammuu.apps.files.refusals import ContentDamaged
from thammuu.apps.journal.verifier import Link, verify
from thammuu.apps.operations.manifest import (
    FILES,
    POOL,
    ROWS,
    Manifest,
    erased_files,
    hash_of,
    listed_files,
    read_manifest,
)
from thammuu.apps.operations.refusals import BackupDamaged
from thammuu.apps.operations.rows import Contents, Row, contents_of, read_rows

EVENTS = "journal_event"
NOTHING = Contents(0, sha256().hexdigest())
"""What a table without rows holds."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A backup that can be restored."""

    path: Path
    manifest: Manifest


def verified(backup: Path) -> Verified:
    """Check seal, hashes, counts, journal and every content. Raises NoBackup, BackupDamaged with all that is wrong."""
    manifest = read_manifest(backup)
    faults = list(_lists(backup, manifest))
    if not faults:
        faults = [*_rows(backup, manifest), *_journal(backup, manifest), *_contents(backup)]
    if faults:
        raise BackupDamaged(backup, faults)
    return Verified(backup, manifest)


def rows_of(backup: Path) -> Iterator[Row]:
    """The rows of a backup."""
    with gzip.open(backup / ROWS, "rt", encoding="utf-8", newline="\n") as lines:
        yield from read_rows(lines)


def _lists(backup: Path, manifest: Manifest) -> Iterator[str]:
    for name, expected in ((ROWS, manifest.rows_sha256), (FILES, manifest.files_sha256)):
        if not (backup / name).exists():
            yield f"thiếu {name}"
        elif hash_of(backup / name) != expected:
            yield f"{name} đã bị sửa hoặc bị cắt"


def _rows(backup: Path, manifest: Manifest) -> Iterator[str]:
    try:
        found = contents_of(rows_of(backup))
    except (OSError, EOFError, ValueError, zlib.error):
        yield f"{ROWS} không đọc được"
        return
    for table in sorted(manifest.tables.keys() | found.keys()):
        if found.get(table, NOTHING) != manifest.tables.get(table):
            yield f"bảng {table} không khớp số dòng hoặc mã băm"


def _journal(backup: Path, manifest: Manifest) -> Iterator[str]:
    found = verify(_links(backup))
    if found.broken_at is not None:
        yield f"nhật ký hỏng từ sự kiện số {found.broken_at}: {found.reason}"
    elif (found.events, found.head) != (manifest.events, manifest.head):
        yield "nhật ký không kết thúc ở nơi đã ghi khi sao lưu"


def _links(backup: Path) -> Iterator[Link]:
    for row in rows_of(backup):
        if row.table == EVENTS:
            values = dict(zip(row.columns, row.values, strict=True))
            yield Link(values["seq"], values["previous"], values["hash"], values["body"])


def _contents(backup: Path) -> Iterator[str]:
    pool, erased = Disk(backup.parent / POOL), erased_files(backup.parent)
    for digest, _ in listed_files(backup):
        if digest in erased:
            continue
        try:
            pool.get(digest)
        except ContentDamaged:
            _set_aside(pool, digest)
            yield f"tệp {digest} trong {POOL}/ bị hỏng hoặc bị mất"


def _set_aside(pool: Disk, digest: str) -> None:
    """Out of the way of the next backup, which would take it for the content by its size; kept for whoever must look."""
    path = pool.path_of(digest)
    with suppress(OSError):
        path.rename(path.with_name(f"{digest}.damaged"))
