"""Making a backup: rows of one instant, then the contents they name, then one rename that makes it a backup."""

from __future__ import annotations

import fcntl
import gzip
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model, QuerySet
from django.utils import timezone

from thammuu.apps.files import store
from thammuu.apps.files.disk import FULL, Disk, sync_directory
from thammuu.apps.files.queries import is_erased
from thammuu.apps.journal.services import record
from thammuu.apps.journal.verifier import GENESIS
from thammuu.apps.operations import schema
from thammuu.apps.operations.manifest import (
    ERASED,
    FILES,
    MANIFEST,
    POOL,
    ROWS,
    Manifest,
    finished,
    hash_of,
    listed_files,
)
from thammuu.apps.operations.refusals import BackupDiskFull, BackupNotWritten, BackupUnderWay
from thammuu.apps.operations.rows import Contents, write_rows
from thammuu.apps.operations.snapshots import held_still
from thammuu.apps.organisations import clock

ACT = "operations.backed_up"
UNFINISHED = ".dang-ghi-"
_LOCK = ".khoa"
_FILES_TABLE, _ERASED_TABLE, _HEAD_TABLE = "files_storedfile", "files_erasedcontent", "journal_head"


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup."""

    path: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class _Instant:
    """What was read from the database at one instant."""

    migrations: tuple[schema.Key, ...]
    tables: dict[str, Contents]
    events: int
    head: str
    contents: dict[str, int]
    """Size of each content that a file row names, by its hash."""
    erased: frozenset[str]
    tells_erased: bool
    """The schema of this database has a table of what was erased."""


def back_up(place: Path, *, keep: int | None = None) -> Backup:
    """Make a backup in the store `place`; with `keep` remove the oldest beyond that many afterwards.

    Raises BackupDiskFull, BackupNotWritten, BackupUnderWay, StoreAway: then there is no new backup, and all else is
    as it was.
    """
    with _told(place), _only_one(place):
        made = _made(place)
        if keep:
            _remove_old(place, keep)
    return made


def note(backup: Backup) -> None:
    """Put into the journal that the backup was made; not while the tables are those of an earlier version."""
    found = backup.manifest
    data = {"place": str(backup.path), "events": found.events, "head": found.head, "files": found.files}
    with transaction.atomic():
        record(ACT, subject=uuid4(), at=clock.now(), actor=None, agency=None, data=data)


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """Faults of the disk of the backup as refusals; the store of the installation itself is read, never written."""
    try:
        yield
    except store.StoreFull as failure:
        raise BackupDiskFull(place) from failure
    except (OSError, sqlite3.Error, DatabaseError, store.StoreFailed) as failure:
        if getattr(failure, "errno", None) in FULL or "full" in str(failure):
            raise BackupDiskFull(place) from failure
        raise BackupNotWritten(place, str(failure)) from failure


@contextmanager
def _only_one(place: Path) -> Iterator[None]:
    """This process alone writes into the store; what an earlier one left unfinished is swept."""
    place.mkdir(mode=0o750, parents=True, exist_ok=True)
    with (place / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupUnderWay(place) from None
        for left in place.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


def _made(place: Path) -> Backup:
    began = timezone.localtime()
    scratch = place / f"{UNFINISHED}{os.getpid()}"
    scratch.mkdir(mode=0o750)
    try:
        instant = _read_rows(scratch)
        damaged = _copy_contents(place, scratch, instant)
        manifest = _describe(scratch, instant, damaged, began.isoformat(timespec="seconds"))
        (scratch / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")
        _sync(scratch)
        path = _unused(place / f"{began:%Y-%m-%d-%H%M%S}")
        scratch.rename(path)
        sync_directory(place)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    return Backup(path, manifest)


def _read_rows(scratch: Path) -> _Instant:
    """Write ROWS, and read beside it what the rest of the backup needs to know, all of one instant."""
    with held_still(scratch) as alias:
        loader = MigrationLoader(connections[alias])
        models = schema.models_after(loader, loader.applied_migrations)
        by_table = {schema.table_of(model): model for model in models}
        with gzip.open(scratch / ROWS, "wt", compresslevel=6, encoding="utf-8", newline="\n") as out:
            tables = write_rows(models, alias, out.write)
        head = QuerySet(by_table[_HEAD_TABLE], using=alias).filter(pk=1).first()
        named = QuerySet(by_table[_FILES_TABLE], using=alias).values_list("sha256", "size")
        erased = by_table.get(_ERASED_TABLE)
        return _Instant(
            tuple(sorted(loader.applied_migrations)),
            tables,
            head.seq if head else 0,
            head.hash if head else GENESIS,
            dict(named.iterator(chunk_size=2000)),
            _hashes(erased, alias) if erased else frozenset(),
            erased is not None,
        )


def _hashes(model: type[Model], alias: str) -> frozenset[str]:
    return frozenset(QuerySet(model, using=alias).values_list("sha256", flat=True))


def _copy_contents(place: Path, scratch: Path, instant: _Instant) -> list[str]:
    """Bring the contents into the pool and list them; the hashes of those that are damaged or gone.

    Contents never change, so those that the rows of the instant name are still the right ones now.
    """
    pool = Disk(place / POOL)
    gone = {digest for digest in instant.erased if not store.has(digest)}
    _forget_erased(place, pool, gone)
    damaged: list[str] = []
    with (scratch / FILES).open("w", encoding="utf-8", newline="\n") as out:
        for digest, size in sorted(instant.contents.items()):
            if digest in gone:
                continue
            if _in_pool(pool, digest, size) or _brought(pool, digest):
                out.write(f"{digest}\t{size}\n")
            elif not (instant.tells_erased and is_erased(digest)):
                damaged.append(digest)
    return damaged


def _in_pool(pool: Disk, digest: str, size: int) -> bool:
    path = pool.path_of(digest)
    return path.exists() and path.stat().st_size == size


def _brought(pool: Disk, digest: str) -> bool:
    try:
        data = store.get(digest)
    except store.ContentDamaged:
        return False
    pool.put(data)
    return True


def _forget_erased(place: Path, pool: Disk, gone: set[str]) -> None:
    """What the law forbids to keep is not kept in a backup either, nor in the earlier ones."""
    for digest in gone:
        pool.erase(digest)
    if gone:
        (place / ERASED).write_text("".join(f"{digest}\n" for digest in sorted(gone)), encoding="utf-8")


def _describe(scratch: Path, instant: _Instant, damaged: list[str], made_at: str) -> Manifest:
    sizes = [size for _, size in listed_files(scratch)]
    return Manifest(
        made_at=made_at,
        program=version("thammuu"),
        engine=connections[DEFAULT_DB_ALIAS].vendor,
        migrations=instant.migrations,
        tables=instant.tables,
        events=instant.events,
        head=instant.head,
        rows_sha256=hash_of(scratch / ROWS),
        files_sha256=hash_of(scratch / FILES),
        files=len(sizes),
        bytes=sum(sizes),
        damaged=tuple(damaged),
    )


def _sync(directory: Path) -> None:
    """Everything in the directory, and the directory, is on disk."""
    for path in directory.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    sync_directory(directory)


def _unused(path: Path) -> Path:
    """The path, or one beside it: two backups within a second are two backups."""
    later = (path.with_name(f"{path.name}-{number}") for number in range(2, 1000))
    return path if not path.exists() else next(other for other in later if not other.exists())


def _remove_old(place: Path, keep: int) -> None:
    """Remove all but the newest `keep` backups, and the contents that none of those names."""
    backups = finished(place)
    for old in backups[:-keep]:
        (old / MANIFEST).unlink()  # first: a half removed backup must not look like one
        shutil.rmtree(old)
    named = {digest for backup in backups[-keep:] for digest, _ in listed_files(backup)}
    for path in (place / POOL).rglob("*"):
        if path.is_file() and path.name not in named:
            path.unlink()
