"""The tables as they are now, by the migrations that were applied: which are missing, which are unknown, what holds rows.

Not `apps.get_models()`: a backup before an upgrade is made by the new program of the old tables.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

Key = tuple[str, str]
"""App label and name of a migration."""

NOT_KEPT = frozenset({"django_session", "accounts_session", "django_tasks_db_dbtaskresult"})
"""Tables outside a backup: who is signed in, and the engine's own list of work (the runs themselves are kept)."""


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Migrations of this program that the database does not have, in their order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def unknown(connection: BaseDatabaseWrapper) -> list[str]:
    """Migrations of our apps that the database has and this program has not: it is of a later version."""
    loader = MigrationLoader(connection)
    return unknown_among(loader, loader.applied_migrations)


def unknown_among(loader: MigrationLoader, applied: Iterable[Key]) -> list[str]:
    """Those of the applied migrations that this program does not have."""
    known = set(loader.disk_migrations)
    labels = {label for label, _ in known}
    replaced = {key for migration in loader.disk_migrations.values() for key in migration.replaces}
    return [".".join(key) for key in applied if key[0] in labels and key not in known | replaced]


def applied(connection: BaseDatabaseWrapper) -> list[Key]:
    """The migrations the database has."""
    return sorted(MigrationLoader(connection).applied_migrations)


def models_after(loader: MigrationLoader, applied: Iterable[Key]) -> list[type[Model]]:
    """The models behind the tables that these migrations made, by table name; without those that are NOT_KEPT."""
    nodes = [key for key in applied if key in loader.graph.nodes]
    models = loader.project_state(nodes).apps.get_models(include_auto_created=True)
    kept = (model for model in models if model._meta.managed and not model._meta.proxy)
    return sorted((model for model in kept if model._meta.db_table not in NOT_KEPT), key=table_of)


def last_of_each_app(loader: MigrationLoader, applied: Iterable[Key]) -> list[Key]:
    """Of these migrations those that no other of the same app follows: the targets that lead to just this state."""
    here = {key for key in applied if key in loader.graph.nodes}
    followed = {
        parent.key for key in here for parent in loader.graph.node_map[key].parents if parent.key[0] == key[0]
    }
    return sorted(here - followed)


def table_of(model: type[Model]) -> str:
    """The table's name."""
    return model._meta.db_table
