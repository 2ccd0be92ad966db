"""`thammuu merge BASE REPLY...`: all opinions of all replies on one draft."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from thammuu.cli import replies
from thammuu_core.anchors import Version
from thammuu_core.errors import Malformed, Problem, Severity
from thammuu_core.exchange.opinions import merge_to_dict
from thammuu_core.opinions import Merge, Reply
from thammuu_core.opinions.merging import merge
from thammuu_core.opinions.reading import UNREADABLE

INTERRUPTED = 130
"""Exit code that a shell expects of a program stopped by Ctrl-C."""


class NoReplies(Malformed):
    """The folder has no file that could be a reply."""

    code = "cli.no_replies"


def run(options: argparse.Namespace) -> int:
    """Print or write the merge; 1 when a reply could not be read or does not add up, else 0."""
    found = replies.find([options.base, *options.version], options.replies)
    write = _writer(options, [options.base, *options.version, *(one.path for one in found.files)])
    if not found.files:
        raise NoReplies("Không thấy tệp góp ý nào. Kiểm tra lại thư mục hoặc tên tệp.")
    given = replies.Given((options.base, *options.version), options.printed)
    sent = replies.read_sent(given)
    version, *earlier = sent.versions
    jobs = options.jobs or _processors()
    try:
        read = list(_watched(replies.read_all(given, sent, found.files, jobs), len(found.files)))
    except KeyboardInterrupt:
        print("\nthammuu: Đã dừng theo yêu cầu; chưa ghi gì.", file=sys.stderr)
        return INTERRUPTED
    read = replies.with_pages(given, sent, found.files, read)
    merged = merge(version, read, earlier)
    merged = replace(merged, problems=(*merged.problems, *_passed(found)))
    _tell(merged, version, options)
    if write:
        write(merged, version)
    return int(_needs_a_person(merged))


def _tell(merged: Merge, version: Version, options: argparse.Namespace) -> None:
    if options.json:
        told = merge_to_dict(merged, version, Path(options.base).name, with_base=options.with_base)
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    from thammuu.cli import opinions  # rich takes longer to load than a program that wants JSON waits

    opinions.show(merged, version)


def _writer(options: argparse.Namespace, given: Sequence[str]) -> Callable[[Merge, Version], None] | None:
    """What writes the file that was asked for. Raises `Told` for one that cannot be, before any reply is read."""
    if options.output is None:
        return None
    from thammuu.cli import consolidated  # writers of Word and Excel files load no faster

    return consolidated.writer(options, given)


def _needs_a_person(merged: Merge) -> bool:
    checks = [*merged.checks, *(check for reply in merged.replies for check in reply.checks)]
    return any(UNREADABLE in reply.kinds for reply in merged.replies) or not all(c.held for c in checks)


def _passed(found: replies.Found) -> Iterator[Problem]:
    if found.passed:
        listed = ", ".join(found.passed)
        message = f"Không đọc các tệp không phải văn bản góp ý trong thư mục: {listed}."
        yield Problem("cli.files_passed_over", Severity.NOTE, message)
    if found.own:
        listed = ", ".join(found.own)
        message = f"Không đọc tệp do phần mềm lập, không phải văn bản trả lời: {listed}."
        yield Problem("cli.own_files_passed_over", Severity.NOTE, message)


def _watched(read: Iterable[Reply], total: int) -> Iterator[Reply]:
    """The same, with a bar on standard error where a person watches."""
    shown = sys.stderr.isatty() and total > 1
    for done, reply in enumerate(read, start=1):
        if shown:
            bar = ("█" * (30 * done // total)).ljust(30, "░")
            print(f"\rĐang đọc góp ý {bar} {done}/{total}", end="", file=sys.stderr, flush=True)
        yield reply
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
