"""Is the installation well? Each part looked at by itself, so that one that fails hides no other."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from thammuu.apps.files import store
from thammuu.apps.files.disk import UNFINISHED
from thammuu.apps.jobs.models import JobRun, RunState
from thammuu.apps.journal.models import Event, Head
from thammuu.apps.operations import schema
from thammuu.apps.operations.backups import ACT
from thammuu.apps.operations.jobs import PULSE, PULSE_EVERY
from thammuu_core.errors import Told

SILENT_AFTER = 3 * PULSE_EVERY
WAITS_TOO_LONG = timedelta(minutes=15)
CLOCK_BACK = timedelta(seconds=60)
BACKUP_OLD = timedelta(hours=26)
LITTLE_ROOM, NO_ROOM = 5 * 10**9, 5 * 10**8
"""Bytes left on the disk: from where on to worry, from where on to act at once."""


class State(StrEnum):
    """How a part is; the worst of all parts is the state of the whole."""

    GOOD = "good"
    WARNING = "warning"
    """Work goes on; somebody must look today."""
    FAILING = "failing"
    """People cannot work, or what they do is in danger."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One part as it is now."""

    part: str
    """database, schema, journal, clock, worker, queue, disk, files, backup."""
    state: State
    message: str
    """Vietnamese; says what to do unless all is well."""


Look = Callable[[], Finding]


def examine() -> tuple[Finding, ...]:
    """Look at every part. Without a database there is nothing to learn of the parts that are in it."""
    first = _guarded("database", database)
    if first.state is not State.GOOD:
        return (first, *_each(OUTSIDE))
    second = _guarded("schema", tables)
    inside = INSIDE if second.state is not State.FAILING else {}
    return (first, second, *_each(inside), *_each(OUTSIDE))


def worst(findings: tuple[Finding, ...]) -> State:
    """The state of the whole."""
    return max((finding.state for finding in findings), key=list(State).index)


def _each(looks: dict[str, Look]) -> Iterator[Finding]:
    return (_guarded(part, look) for part, look in looks.items())


def _guarded(part: str, look: Look) -> Finding:
    try:
        return look()
    except Told as told:
        return Finding(part, State.FAILING, told.message)
    except (DatabaseError, OSError) as failure:
        return Finding(part, State.FAILING, f"không xem được: {str(failure).strip().splitlines()[0]}")


def database() -> Finding:
    """It answers."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Finding("database", State.GOOD, f"cơ sở dữ liệu {connection.vendor} trả lời")


def tables() -> Finding:
    """They are those of this program."""
    if unknown := schema.unknown(connection):
        return Finding(
            "schema", State.FAILING, f"cơ sở dữ liệu của phiên bản mới hơn ({unknown[0]}); cài lại bản mới"
        )
    if missing := schema.missing(connection):
        words = f"thiếu {len(missing)} bước cập nhật; chạy thammuu manage upgrade THƯ-MỤC-SAO-LƯU"
        return Finding("schema", State.FAILING, words)
    return Finding("schema", State.GOOD, "các bảng đúng phiên bản chương trình")


def journal() -> Finding:
    """The head names the last event; that the whole chain holds is for `verify_journal`."""
    head, last = Head.objects.filter(pk=1).first(), Event.objects.order_by("-seq").first()
    if (head.seq, head.hash) != (last.seq, last.hash) if head and last else bool(head or last):
        return Finding(
            "journal", State.FAILING, "đầu nhật ký không khớp; chạy ngay thammuu manage verify_journal"
        )
    told = f"{head.seq} sự kiện, đầu chuỗi {head.hash}" if head else "chưa có sự kiện nào"
    return Finding("journal", State.GOOD, told)


def clock() -> Finding:
    """The machine's time is not before that of the last event: else a day's acts would get the day before."""
    last = Event.objects.order_by("-seq").values_list("body", flat=True).first()
    if (
        last
        and (back := datetime.fromisoformat(json.loads(last)["machine_at"]) - timezone.now()) > CLOCK_BACK
    ):
        minutes = int(back.total_seconds() // 60)
        words = (
            f"đồng hồ máy chậm hơn sự kiện mới nhất {minutes} phút; chỉnh giờ (NTP) trước khi làm việc tiếp"
        )
        return Finding("clock", State.FAILING, words)
    return Finding("clock", State.GOOD, "đồng hồ không chậm hơn sự kiện mới nhất")


def worker() -> Finding:
    """A worker, wherever it is, did the last turns of the pulse."""
    done = JobRun.objects.filter(job=PULSE, state=RunState.DONE).order_by("-ended_at").first()
    if done is None or done.ended_at is None:
        words = "chưa thấy tiến trình việc nền nào; chạy thammuu manage work (thammuu serve tự chạy một tiến trình)"
        return Finding("worker", State.WARNING, words)
    if (silent := timezone.now() - done.ended_at) > SILENT_AFTER:
        words = f"không tiến trình việc nền nào làm việc từ {_said(silent)} nay; chạy lại thammuu manage work"
        return Finding("worker", State.FAILING, words)
    return Finding("worker", State.GOOD, f"việc nền chạy, nhịp cuối {_said(silent)} trước, ở {done.worker}")


def queue() -> Finding:
    """Nothing that is due waits long, and little was given up lately."""
    now = timezone.now()
    late = JobRun.objects.filter(state=RunState.WAITING, due_at__lt=now - WAITS_TOO_LONG).order_by("due_at")
    failed = JobRun.objects.filter(state=RunState.FAILED, ended_at__gt=now - timedelta(days=1)).count()
    if (first := late.first()) is not None:
        words = f"{late.count()} việc nền quá lượt, lâu nhất {_said(now - first.due_at)} ({first.job}); thêm tiến trình work"
        return Finding("queue", State.WARNING, words)
    told = "không việc nền nào chờ quá lượt" + (
        f"; {failed} việc không làm được trong 24 giờ qua" if failed else ""
    )
    return Finding("queue", State.GOOD, told)


def backup() -> Finding:
    """A backup was made since yesterday."""
    last = Event.objects.filter(act=ACT).order_by("-seq").values_list("body", flat=True).first()
    if last is None:
        return Finding(
            "backup", State.WARNING, "chưa sao lưu lần nào; chạy thammuu manage backup THƯ-MỤC-SAO-LƯU"
        )
    found = json.loads(last)
    age = timezone.now() - datetime.fromisoformat(found["machine_at"])
    place = found["data"]["place"]
    if age > BACKUP_OLD:
        words = f"bản sao lưu mới nhất đã cũ {_said(age)} ({place}); xem lại lịch chạy thammuu manage backup"
        return Finding("backup", State.WARNING, words)
    return Finding("backup", State.GOOD, f"sao lưu {_said(age)} trước vào {place}")


def disk() -> Finding:
    """There is room where the installation lives."""
    home = Path(settings.HOME)
    left = shutil.disk_usage(home).free
    told = f"còn {left / 10**9:.1f} GB ở {home}"
    if left < NO_ROOM:
        return Finding("disk", State.FAILING, f"{told}: sắp không ghi được gì nữa; giải phóng chỗ NGAY")
    if left < LITTLE_ROOM:
        return Finding("disk", State.WARNING, f"{told}: giải phóng chỗ hoặc mở rộng ổ đĩa")
    return Finding("disk", State.GOOD, told)


def files() -> Finding:
    """The store of contents takes and gives."""
    if store.is_shared():
        store.has("0" * 64)
        return Finding("files", State.GOOD, "kho tệp S3 trả lời")
    root = Path(settings.THAMMUU_FILES)
    root.mkdir(mode=0o750, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=root, prefix=UNFINISHED)
    try:
        os.write(handle, b"x")
        os.fsync(handle)
    finally:
        os.close(handle)
        os.unlink(name)
    return Finding("files", State.GOOD, f"ghi được vào {root}")


INSIDE: dict[str, Look] = {
    "journal": journal,
    "clock": clock,
    "worker": worker,
    "queue": queue,
    "backup": backup,
}
OUTSIDE: dict[str, Look] = {"disk": disk, "files": files}


def _said(length: timedelta) -> str:
    """A length of time as people say it."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} phút"
    return f"{minutes // 60} giờ" if minutes < 48 * 60 else f"{minutes // (24 * 60)} ngày"
