"""Reading with parsers that are not ours (PDF, pictures) in a child with limits: a file that eats memory or time ends
the child and not the worker.

The gate counts the bytes of a file; what its compressed streams unpack to, only the parser meets.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread, Timer
from typing import IO, Any, ClassVar

from thammuu.apps.files.limits import limited
from thammuu.apps.files.reading_child import TOO_HEAVY, Claim
from thammuu_core.errors import Malformed, Told

MEMORY = 2 * 1024**3
PROCESSOR_SECONDS = 900
SILENT_SECONDS = 300
"""Without a page done for so long the child is ended; a page through recognition takes two minutes at the very most."""
LONGEST_LINE = 256 * 1024**2
Progress = Callable[[int, int], None]


class TooHeavy(Malformed):
    """The file used up what one file may use."""

    code: ClassVar[str] = "files.too_heavy"

    def __init__(self) -> None:
        super().__init__(
            "Tệp bung ra quá lớn hoặc quá phức tạp nên không đọc được trong giới hạn an toàn. Mở tệp bằng trình đọc "
            "PDF, in ra PDF mới (Print to PDF) rồi gửi lại; hoặc gửi bản Word, hoặc chia thành nhiều tệp."
        )


class ChildBroke(Exception):
    """The child ended with an error of ours; what it said is the message."""


def read(data: bytes, name: str, progress: Progress) -> tuple[Claim, dict[str, str]]:
    """The claim and the words of a file, as `reading_child` gives them.

    Raises TooHeavy, or whatever refusal the readers have for the file; ChildBroke for a bug.
    """
    with tempfile.TemporaryFile() as complaints, _started(name, complaints) as child:
        Thread(target=_feed, args=(child, data), daemon=True).start()
        found = _last_line(child, progress)
        code = child.wait()
        complaints.seek(0)
        told = complaints.read(4000)
    if code < 0 or code == TOO_HEAVY:
        raise TooHeavy
    if code or found is None:
        raise ChildBroke(told.decode("utf-8", "replace"))
    if "told" in found:
        raise refusal(found["told"], found["message"])
    return found["claim"], found["words"]


def refusal(code: str, message: str) -> Told:
    """The refusal that was raised in the child, of its own type, so that it can be told from others here."""
    kind = next((kind for kind in _kinds(Told) if getattr(kind, "code", None) == code), Malformed)
    made = kind.__new__(kind)
    Told.__init__(made, message)
    return made


def _kinds(kind: type[Told]) -> Iterator[type[Told]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


@contextmanager
def _started(name: str, complaints: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """The child in a session of its own, ended with all that it started when the block ends."""
    child = subprocess.Popen(
        [sys.executable, "-m", "thammuu.apps.files.reading_child", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        env=_environment(),
        start_new_session=True,
        preexec_fn=limited(memory=MEMORY, seconds=PROCESSOR_SECONDS),
    )
    with child:
        try:
            yield child
        finally:
            _end(child)


def _environment() -> dict[str, str]:
    """What the child needs to find Python's modules and tesseract; no key, no address of a database."""
    names = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT", "TMPDIR")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }


def _feed(child: subprocess.Popen[bytes], data: bytes) -> None:
    assert child.stdin is not None
    with suppress(OSError, ValueError):  # a child that ended does not listen
        child.stdin.write(data)
        child.stdin.close()


def _last_line(child: subprocess.Popen[bytes], progress: Progress) -> dict[str, Any] | None:
    """What the child says in the end; each page before is told to `progress`, which is the worker's heartbeat."""
    found: dict[str, Any] | None = None
    assert child.stdout is not None
    while True:
        watch = Timer(SILENT_SECONDS, _end, (child,))
        watch.start()
        line = child.stdout.readline(LONGEST_LINE)
        watch.cancel()
        if not line.endswith(b"\n"):
            return found
        said = json.loads(line)
        if "done" in said:
            progress(said["done"], said["total"])
        else:
            found = said


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child and whatever it started."""
    if child.poll() is not None:
        return
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
