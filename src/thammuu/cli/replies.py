"""Files of replies: which ones there are, and each read, in this process or, when there are many, in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from thammuu.apps.files import office
from thammuu.cli import source, workers
from thammuu_core.anchors import Version
from thammuu_core.errors import Told
from thammuu_core.intake import is_own, seal_of
from thammuu_core.opinions import Reply
from thammuu_core.opinions.prose import PRINTED, Pages
from thammuu_core.opinions.reading import read_reply, unread
from thammuu_core.opinions.sending import read_version
from thammuu_core.pages import read_lines

FEW = 4
"""Files that are read before other processes would have started."""
_SEALED = (".docx", ".xlsx")
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
    own: tuple[str, ...] = ()
    """Tables and redlines that this program made of replies."""


@dataclass(frozen=True, slots=True)
class Given:
    """Names of the files that were sent out, by which every process reads them for itself."""

    versions: tuple[str, ...]
    """The version under consultation first."""
    printed: str | None = None
    """A PDF of that one, by which "trang 4, dòng 12" is understood."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The same, read."""

    versions: tuple[Version, ...]
    pages: Pages | None = None


def find(versions: Sequence[str], given: Sequence[str]) -> Found:
    """The files named, and those of the folders named with all below them.

    The version under consultation itself, which is the first, lock files of Word ("~$…"), hidden files and files that
    we made of replies are passed over. Raises FileUnreachable.
    """
    base = Path(versions[0]).resolve()
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
            if _is_none(told) or inside.resolve() == base:
                passed.append(told)
            else:
                files.setdefault(inside.resolve(), ReplyFile(str(inside), told))
    named = sorted(files.values(), key=lambda one: (one.name, one.path))
    own = _own(versions, named)
    return Found(tuple(one for one in named if one not in own), tuple(passed), tuple(one.name for one in own))


def _own(versions: Sequence[str], files: Sequence[ReplyFile]) -> list[ReplyFile]:
    seals = frozenset(seal_of(_packed(name)) for name in versions)
    return [one for one in files if is_own(_packed(one.path), seals)]


def _packed(name: str) -> bytes:
    """What a file holds that may be a package of Office; nothing of any other, which has no seal."""
    try:
        return source.content(name) if name.lower().endswith(_SEALED) else b""
    except Told:
        return b""


def _inside(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root) / name for name in names)


def _is_none(name: str) -> bool:
    steps = name.split("/")
    return any(step.startswith((".", "~$")) for step in steps) or steps[-1].lower() in _ALONE


def read_sent(given: Given) -> Sent:
    """What was sent out, read. Raises `Told` when it cannot be."""
    versions = tuple(_version(name) for name in given.versions)
    printed = given.printed or (given.versions[0] if versions[0].paper.format == "pdf" else None)
    if printed is None:
        return Sent(versions)
    return Sent(versions, Pages.of(read_lines(source.content(printed)), versions[0]))


def _version(name: str) -> Version:
    data = source.content(name)
    modern = office.modern(data)
    version = read_version(Path(name).name, modern, source.quiet_recogniser(modern))
    return replace(version, sha256=sha256(data).hexdigest())


def read_all(given: Given, sent: Sent, files: Sequence[ReplyFile], jobs: int) -> Iterator[Reply]:
    """Each file as a reply, as they are done. `sent` is what is `given`, for reading in this process."""
    if len(files) <= FEW or jobs <= 1:
        yield from map(partial(_reply, sent), files)
        return
    for number, outcome in workers.each(files, prepare, (given,), jobs):
        file = files[number]
        yield _lost(file, outcome) if isinstance(outcome, workers.Died) else outcome


def with_pages(given: Given, sent: Sent, files: Sequence[ReplyFile], read: Sequence[Reply]) -> list[Reply]:
    """The replies, those that speak of pages read again beside the version as LibreOffice prints it.

    As they are where a print was given, where none speaks of pages, and where LibreOffice is missing or fails.
    """
    asking = {reply.file for reply in read if any(one.reason == PRINTED for one in reply.unplaced)}
    if not asking or given.printed is not None or sent.versions[0].paper.format != "docx":
        return list(read)
    try:
        printed = office.pdf(office.modern(source.content(given.versions[0])))
    except Told:
        return list(read)
    by_page = replace(sent, pages=Pages.of(read_lines(printed), sent.versions[0]))
    again = {file.name: _reply(by_page, file) for file in files if file.name in asking}
    return [again.get(reply.file, reply) for reply in read]


def prepare(given: Given) -> Callable[[ReplyFile], Reply]:
    """For a process of its own: what was sent read once, then file after file."""
    return partial(_reply, read_sent(given))


def _reply(sent: Sent, file: ReplyFile) -> Reply:
    try:
        data = source.content(file.path)
        modern = office.modern(data)
    except Told as told:
        return unread(Reply(file.name), told.code, told.message)
    ocr = source.quiet_recogniser(modern)
    reply = read_reply(sent.versions, file.name, modern, ocr, sent.pages)
    return replace(reply, sha256=sha256(data).hexdigest())


def _lost(file: ReplyFile, died: workers.Died) -> Reply:
    message = (
        "Việc đọc tệp này bị hệ thống dừng giữa chừng (có thể do thiếu bộ nhớ). Hãy mở tệp bằng Word, lưu lại thành "
        f".docx rồi chạy lại riêng tệp này. (mã {died.code})"
    )
    return unread(Reply(file.name), "cli.reader_died", message)
