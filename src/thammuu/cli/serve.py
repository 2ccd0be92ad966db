"""`thammuu serve`: the web server and one worker for background jobs, until interrupted."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from thammuu_core.errors import Unavailable

WATCH_SECONDS = 1.0
"""How often the children are looked at; a worker that cannot live is started no oftener."""


class PortBusy(Unavailable):
    """Somebody else listens there, or the address is not ours to listen on."""

    code = "cli.port_busy"

    def __init__(self, host: str, port: int) -> None:
        super().__init__(
            f"Không mở được {host}:{port}: cổng đang có chương trình khác dùng hoặc địa chỉ không thuộc máy này. "
            f"Chọn cổng khác, ví dụ --port {port + 1} (với make: PORT={port + 1})."
        )


def run(options: argparse.Namespace) -> int:
    """Serve with the settings that the environment names, else those of production."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thammuu.settings.production")
    with serving(options.host, options.port) as children:
        return wait(children)


@contextmanager
def serving(host: str, port: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Both processes while the block runs; they are told to stop at its end, and killed if they do not.

    Raises PortBusy before anything is started: otherwise whoever has the port would answer in our place.
    """
    _check_free(host, port)
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


def _check_free(host: str, port: int) -> None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port closed a moment ago is free
            probe.bind(address)
    except OSError as failure:
        raise PortBusy(host, port) from failure


def wait(children: list[subprocess.Popen[bytes]]) -> int:
    """Until interrupted (0) or until the web server ends by itself (its exit code, at least 1).

    A worker that dies, be it of a file that no memory can hold, is replaced and takes no page with it; its work is
    tried again, and given up, by `jobs`.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    web, worker = children
    with suppress(KeyboardInterrupt):
        while True:
            with suppress(subprocess.TimeoutExpired):
                return web.wait(timeout=WATCH_SECONDS) or 1
            if worker.poll() is not None:
                print(
                    f"thammuu: tiến trình việc nền đã dừng (mã {worker.returncode}), mở lại.", file=sys.stderr
                )
                children[1] = worker = subprocess.Popen(worker.args)
    return 0
