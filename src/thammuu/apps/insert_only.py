"""Tables that only grow: a migration operation whose triggers refuse UPDATE and DELETE on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation, OperationCategory

PREFIX = "insert_only_"

_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {PREFIX}refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'insert_only: % of % is refused', TG_OP, TG_TABLE_NAME; END
$$ LANGUAGE plpgsql
"""


class InsertOnly(Operation):
    """After this migration rows of `table` can be added, never changed or removed, whatever program asks."""

    category = OperationCategory.SQL
    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str) -> None:
        self.table = table

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The models are the same with and without the guard."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Set the guard; anew where it stands already, because SQLite loses it whenever Django rebuilds a table."""
        vendor = schema_editor.connection.vendor
        for statement in (*unguard(vendor, self.table), *guard(vendor, self.table)):
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Lift the guard."""
        for statement in unguard(schema_editor.connection.vendor, self.table):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        """One line for `migrate --plan`."""
        return f"Refuse UPDATE and DELETE on {self.table}"


def guard(vendor: str, table: str) -> list[str]:
    """SQL that sets the guard on `table`."""
    if vendor == "postgresql":
        trigger = f"CREATE TRIGGER {PREFIX}{table} BEFORE UPDATE OR DELETE ON {table}"
        return [_POSTGRESQL_FUNCTION, f"{trigger} FOR EACH ROW EXECUTE FUNCTION {PREFIX}refuse()"]
    return [
        f"CREATE TRIGGER {PREFIX}{table}_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'insert_only: {act} of {table} is refused'); END"
        for act in ("UPDATE", "DELETE")
    ]


def unguard(vendor: str, table: str) -> list[str]:
    """SQL that lifts the guard from `table`."""
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {PREFIX}{table} ON {table}"]
    return [f"DROP TRIGGER IF EXISTS {PREFIX}{table}_{act}" for act in ("update", "delete")]


def guarded_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables that carry the guard now, by the database's own catalogue."""
    if connection.vendor == "postgresql":
        catalogue = "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE starts_with(tgname, %s)"
    else:
        catalogue = (
            "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger' AND instr(name, %s) = 1"
        )
    with connection.cursor() as cursor:
        cursor.execute(catalogue, [PREFIX])
        return sorted(row[0] for row in cursor.fetchall())
