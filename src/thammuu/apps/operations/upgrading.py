"""Bringing the tables to this version of the program, with a verified backup made just before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import QuerySet

from thammuu.apps.operations import schema
from thammuu.apps.operations.backups import Backup, back_up
from thammuu.apps.operations.deriving import derive_all
from thammuu.apps.operations.refusals import Downgrade, RowsLost
from thammuu.apps.operations.verifying import verified

Say = Callable[[str], object]


def upgrade(place: Path, say: Say) -> Backup | None:
    """Back up, verify, migrate, compare, derive, collect static files; the backup, or None when the tables were new.

    Raises Downgrade before anything is touched, RowsLost afterwards; whatever a backup may raise.
    """
    if unknown := schema.unknown(connection):
        raise Downgrade(unknown)
    missing = schema.missing(connection)
    say(f"{len(missing)} bước cập nhật: {', '.join(missing)}" if missing else "Các bảng đã đúng phiên bản.")
    made = None
    if schema.applied(connection):
        made = back_up(place)
        verified(made.path)
        say(f"Đã sao lưu và kiểm tra lại bản sao lưu: {made.path}")
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    if made:
        _refuse_loss(made)
    say("Đã cập nhật các bảng, không bảng nào mất dòng.")
    for label, count in derive_all().items():
        say(f"Đã tính lại số liệu của {label}: {count}.")
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    say("Đã gom tệp tĩnh.")
    return made


def _refuse_loss(made: Backup) -> None:
    """Raises RowsLost when a table that is still there has fewer rows than in the backup."""
    loader = MigrationLoader(connection)
    models = {
        schema.table_of(model): model for model in schema.models_after(loader, loader.applied_migrations)
    }
    lost = [
        f"{table} ({held.rows} → {now})"
        for table, held in made.manifest.tables.items()
        if table in models and (now := QuerySet(models[table]).count()) < held.rows
    ]
    if lost:
        raise RowsLost(lost, made.path)
