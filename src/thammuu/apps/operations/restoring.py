"""Bringing a backup back to life in an empty place, and proving that what came back is equal to it.

Two processes: the one that was asked checks everything first and touches nothing; the other, whose home and database
are the new ones, loads. So no code of a migration can reach the old database by mistake.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

from thammuu.apps.files import store
from thammuu.apps.files.disk import Disk, sync_directory
from thammuu.apps.insert_only import guard, guarded_tables, unguard
from thammuu.apps.operations import schema
from thammuu.apps.operations.deriving import derive_all
from thammuu.apps.operations.manifest import POOL, Manifest, erased_files, listed_files, read_manifest
from thammuu.apps.operations.refusals import BackupTooNew, RestoreDiffers, RestoreFailed, TargetNotEmpty
from thammuu.apps.operations.rows import load_rows, write_rows
from thammuu.apps.operations.verifying import Verified, rows_of, verified

UNFINISHED = ".dang-khoi-phuc"


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore brought back."""

    tables: int
    rows: int
    files: int
    events: int
    head: str


def restore(backup: Path, into: Path, *, database: str | None) -> Verified:
    """Restore a backup into the empty directory `into`, and into the empty PostgreSQL named by `database` if one is.

    Raises NoBackup, BackupDamaged, BackupTooNew, TargetNotEmpty before anything is touched; RestoreFailed when the
    loading process failed, with `into` as empty as it was.
    """
    found = verified(backup)
    refuse_newer(found.manifest)
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise TargetNotEmpty(f"Thư mục {into}", "Chỉ một thư mục chưa có hoặc còn trống.")
    staging = into.with_name(f"{into.name}{UNFINISHED}")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(mode=0o750, parents=True)
    try:
        _load_in_another_process(backup, staging, database)
        if into.exists():
            into.rmdir()
        staging.rename(into)
        sync_directory(into.parent)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return found


def _load_in_another_process(backup: Path, home: Path, database: str | None) -> None:
    environment = {**os.environ, "THAMMUU_HOME": str(home), "DATABASE_URL": database or ""}
    if not store.is_shared():  # the directory of the old installation is not ours to write into
        environment.pop("THAMMUU_FILES", None)
    command = [sys.executable, "-m", "thammuu", "manage", "restore", str(backup.resolve()), "--here"]
    if subprocess.run(command, env=environment, check=False).returncode:
        raise RestoreFailed(home.with_name(home.name.removesuffix(UNFINISHED)))


def load_here(backup: Path) -> Restored:
    """Load a verified backup into the database and the files of this very installation, which must be empty."""
    manifest, connection = read_manifest(backup), connections[DEFAULT_DB_ALIAS]
    _refuse_tables(connection)
    loader = MigrationExecutor(connection).loader
    MigrationExecutor(connection).migrate(schema.last_of_each_app(loader, manifest.migrations))
    loader = MigrationLoader(connection)
    models = schema.models_after(loader, manifest.migrations)
    with transaction.atomic():
        _empty(models, connection)
        load_rows(models, rows_of(backup), connection)
        connection.check_constraints()
        _compare(models, manifest)
    files = _bring_contents(backup)
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    derive_all()
    rows = sum(held.rows for held in manifest.tables.values())
    return Restored(len(manifest.tables), rows, files, manifest.events, manifest.head)


def refuse_newer(manifest: Manifest) -> None:
    """Raises BackupTooNew for a backup with migrations that this program does not know."""
    if unknown := schema.unknown_among(MigrationLoader(None), manifest.migrations):
        raise BackupTooNew(manifest.program, unknown)


def _refuse_tables(connection: BaseDatabaseWrapper) -> None:
    if connection.introspection.table_names():
        name = connection.settings_dict["NAME"]
        raise TargetNotEmpty(
            f"Cơ sở dữ liệu {name}", "Tạo một cơ sở dữ liệu mới và chỉ nó bằng --database hoặc DATABASE_URL."
        )


def _empty(models: list[type[Model]], connection: BaseDatabaseWrapper) -> None:
    """Take away the rows that migrations put into new tables; the backup has its own of them."""
    guarded, quote = set(guarded_tables(connection)), connection.ops.quote_name
    with connection.cursor() as cursor:
        for table in map(schema.table_of, models):
            cursor.execute(f"SELECT 1 FROM {quote(table)} LIMIT 1")  # noqa: S608  a table of our own
            if cursor.fetchone() is None:
                continue
            lifted = table in guarded
            for statement in unguard(connection.vendor, table) if lifted else ():
                cursor.execute(statement)
            cursor.execute(f"DELETE FROM {quote(table)}")  # noqa: S608
            connection.check_constraints()
            for statement in guard(connection.vendor, table) if lifted else ():
                cursor.execute(statement)


def _compare(models: list[type[Model]], manifest: Manifest) -> None:
    """Read everything that was loaded and hold it against the manifest. Raises RestoreDiffers."""
    found = write_rows(models, DEFAULT_DB_ALIAS, lambda _: None)
    tables = sorted(found.keys() | manifest.tables.keys())
    if faults := [f"bảng {name}" for name in tables if found.get(name) != manifest.tables.get(name)]:
        raise RestoreDiffers(faults)


def _bring_contents(backup: Path) -> int:
    """Put the contents into the store of the new installation; how many."""
    pool, erased, brought = Disk(backup.parent / POOL), erased_files(backup.parent), 0
    for digest, _ in listed_files(backup):
        if digest not in erased:
            store.put(pool.get(digest))
            brought += 1
    return brought
