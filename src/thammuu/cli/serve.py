"""`thammuu serve`: the web server and one worker for background jobs, until interrupted."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def run(options: argparse.Namespace) -> int:
    """Serve with the settings that the environment names, else those of production."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thammuu.settings.production")
    with serving(options.host, options.port) as children:
        return wait(children)


@contextmanager
def serving(host: str, port: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Both processes while the block runs; they are told to stop at its end, and killed if they do not."""
    # Threads, one process: SQLite has one writer anyway, and pages are short.
    web = [
        "granian",
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--blocking-threads",
        "4",
        "--log-level",
        "warning",
        "thammuu.wsgi:application",
    ]
    worker = ["thammuu", "manage", "work", "--interval", "0.5"]
    programs = Path(sys.executable).parent
    children = [subprocess.Popen([str(programs / words[0]), *words[1:]]) for words in (web, worker)]
    try:
        yield children
    finally:
        for child in children:
            child.terminate()
        for child in children:
            try:
                child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                child.kill()


def wait(children: list[subprocess.Popen[bytes]]) -> int:
    """Until interrupted (0) or until one of the children ends by itself (its exit code, at least 1)."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        while True:
            for child in children:
                with suppress(subprocess.TimeoutExpired):
                    return child.wait(timeout=0.5) or 1
    return 0
