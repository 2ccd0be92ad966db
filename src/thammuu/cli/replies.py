"""Files of replies: which ones there are, and each read, in this process or, when there are many, in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from thammuu.cli import source, workers
from thammuu_core.anchors import Version
from thammuu_core.opinions import Reply
from thammuu_core.opinions.reading import read_reply, unread
from thammuu_core.opinions.sending import read_version

FEW = 4
"""Files that are read before other processes would have started."""
_ALONE = frozenset(("thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class ReplyFile:
    """One file to be read, and the name by which it is told."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """Files of replies, in order of their names, and those of a folder that are none."""

    files: tuple[ReplyFile, ...]
    passed: tuple[str, ...] = ()


def find(base: str, given: Sequence[str]) -> Found:
    """The files named, and those of the folders named with all below them.

    The base itself, lock files of Word ("~$…") and hidden files are passed over. Raises FileUnreachable.
    """
    own = Path(base).resolve()
    files: dict[Path, ReplyFile] = {}
    passed = []
    for name in given:
        path = Path(name)
        if not path.is_dir():
            source.reachable(name)
            files.setdefault(path.resolve(), ReplyFile(name, path.name))
            continue
        for inside in sorted(_inside(path)):
            told = inside.relative_to(path).as_posix()
            if _is_none(told) or inside.resolve() == own:
                passed.append(told)
            else:
                files.setdefault(inside.resolve(), ReplyFile(str(inside), told))
    return Found(tuple(sorted(files.values(), key=lambda one: (one.name, one.path))), tuple(passed))


def _inside(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root) / name for name in names)


def _is_none(name: str) -> bool:
    steps = name.split("/")
    return any(step.startswith((".", "~$")) for step in steps) or steps[-1].lower() in _ALONE


def version_of(name: str) -> Version:
    """The version of which this is the file. Raises `Told` when it cannot be read."""
    data = source.content(name)
    return read_version(Path(name).name, data, source.quiet_recogniser(data))


def read_all(
    versions: Sequence[str], ready: Sequence[Version], files: Sequence[ReplyFile], jobs: int
) -> Iterator[Reply]:
    """Each file as a reply, as they are done. `ready` are the versions of these files, for reading in this process."""
    if len(files) <= FEW or jobs <= 1:
        yield from map(partial(_reply, ready), files)
        return
    for number, outcome in workers.each(files, prepare, (tuple(versions),), jobs):
        file = files[number]
        yield _lost(file, outcome) if isinstance(outcome, workers.Died) else outcome


def prepare(versions: Sequence[str]) -> Callable[[ReplyFile], Reply]:
    """For a process of its own: the versions read once, then file after file."""
    return partial(_reply, [version_of(name) for name in versions])


def _reply(versions: Sequence[Version], file: ReplyFile) -> Reply:
    try:
        data = source.content(file.path)
    except source.FileUnreachable as told:
        return unread(Reply(file.name), told.code, told.message)
    return read_reply(versions, file.name, data, source.quiet_recogniser(data))


def _lost(file: ReplyFile, died: workers.Died) -> Reply:
    message = (
        "Việc đọc tệp này bị hệ thống dừng giữa chừng (có thể do thiếu bộ nhớ). Hãy mở tệp bằng Word, lưu lại thành "
        f".docx rồi chạy lại riêng tệp này. (mã {died.code})"
    )
    return unread(Reply(file.name), "cli.reader_died", message)
