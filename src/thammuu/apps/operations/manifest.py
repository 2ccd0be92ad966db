"""What a backup says of itself: which tables, how many rows, which files, where the journal ended; sealed by its hash.

A store of backups is a directory: `files/` holds contents by their SHA-256, once for all backups; each backup is a
directory named by its time with `manifest.json`, `rows.jsonl.gz` and `files.tsv`.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from thammuu.apps.operations.refusals import BackupDamaged, NoBackup
from thammuu.apps.operations.rows import Contents

SCHEMA = "thammuu/backup/1"
MANIFEST, ROWS, FILES = "manifest.json", "rows.jsonl.gz", "files.tsv"
POOL, ERASED = "files", "erased.tsv"
"""Beside the backups: the contents, and the hashes of those that had to be removed by law."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that is needed to tell whether a backup is whole and a restore equal."""

    made_at: str
    program: str
    """Version of the program that made it."""
    engine: str
    """sqlite, postgresql: for the reader only, a backup fits both."""
    migrations: tuple[tuple[str, str], ...]
    tables: dict[str, Contents]
    events: int
    head: str
    """Where the journal ended."""
    rows_sha256: str
    files_sha256: str
    files: int
    bytes: int
    damaged: tuple[str, ...]
    """Files that were damaged or gone before this backup was made."""

    def to_json(self) -> str:
        """The text of `manifest.json`."""
        body = {"schema": SCHEMA, **dataclasses.asdict(self)}
        return json.dumps({**body, "seal": _seal(body)}, ensure_ascii=False, indent=1, sort_keys=True)


def read_manifest(backup: Path) -> Manifest:
    """The manifest of a backup. Raises NoBackup, or BackupDamaged when it is not as it was written."""
    try:
        found: dict[str, Any] = json.loads((backup / MANIFEST).read_text(encoding="utf-8"))
        seal = found.pop("seal")
    except FileNotFoundError as absent:
        raise NoBackup(backup) from absent
    except (OSError, ValueError, KeyError) as failure:
        raise BackupDamaged(backup, [f"{MANIFEST} không đọc được"]) from failure
    if seal != _seal(found) or found.pop("schema") != SCHEMA:
        raise BackupDamaged(backup, [f"{MANIFEST} đã bị sửa hoặc bị cắt"])
    return Manifest(
        **found
        | {
            "migrations": tuple(tuple(key) for key in found["migrations"]),
            "tables": {name: Contents(**held) for name, held in found["tables"].items()},
            "damaged": tuple(found["damaged"]),
        }
    )


def finished(store: Path) -> list[Path]:
    """The backups of a store, oldest first; what was never finished is none."""
    if not store.is_dir():
        return []
    return sorted(
        path for path in store.iterdir() if not path.name.startswith(".") and (path / MANIFEST).exists()
    )


def chosen(place: Path) -> Path:
    """The backup that `place` is, or the newest of the store that it is. Raises NoBackup."""
    if (place / MANIFEST).exists():
        return place
    if found := finished(place):
        return found[-1]
    raise NoBackup(place)


def listed_files(backup: Path) -> Iterator[tuple[str, int]]:
    """Hash and size of each content that belongs to the backup."""
    with (backup / FILES).open(encoding="utf-8") as lines:
        for line in lines:
            digest, size = line.split("\t")
            yield digest, int(size)


def erased_files(store: Path) -> frozenset[str]:
    """Contents that no backup of the store may keep."""
    path = store / ERASED
    return frozenset(path.read_text(encoding="utf-8").split()) if path.exists() else frozenset()


def hash_of(path: Path) -> str:
    """SHA-256 of a file, read piece by piece."""
    digest = sha256()
    with path.open("rb") as source:
        while piece := source.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _seal(body: dict[str, Any]) -> str:
    plain = json.loads(json.dumps(body))
    return sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
