"""An installation of its own, for tests with real processes: its own THAMMUU_HOME and its own database on either engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

TESTS = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Home:
    """Where it lives, and the database it uses: "" is SQLite in the home."""

    path: Path
    database: str
    settings: str = "thammuu.settings.dev"
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """The variables of its processes."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": self.settings,
            "THAMMUU_HOME": str(self.path),
            "DATABASE_URL": self.database,
            "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent / 'src'}",
            **self.variables,
        }

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """A process of it: Python with these words."""
        return subprocess.Popen([sys.executable, *words], env=self.environment)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The same, waited for; what it wrote is kept."""
        command = [sys.executable, *words]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)

    def manage(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A management command of it."""
        return self.run("-m", "thammuu", "manage", *words)

    def migrate(self) -> None:
        """Make its tables."""
        made = self.run("-m", "django", "migrate", "-v0", "--skip-checks")
        assert made.returncode == 0, made.stderr


@contextmanager
def home(path: Path, **variables: str) -> Iterator[Home]:
    """An empty installation on the engine of this run of the tests; its database is gone after the block."""
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        yield Home(path, "", variables=variables)
        return
    name = f"home_{uuid4().hex}"
    _on_server(server, f"CREATE DATABASE {name}")
    try:
        yield Home(path, urlunsplit(urlsplit(server)._replace(path=f"/{name}")), variables=variables)
    finally:
        _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


def _on_server(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)
