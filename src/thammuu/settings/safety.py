"""What an installation is refused to start for: every fault found at once, each with what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from thammuu.apps.operations import schema
from thammuu.settings.base import DEFAULT_SECRET_KEY
from thammuu.settings.database import wal_is_safe
from thammuu_core.errors import Refusal

NETWORK_FILE_SYSTEMS = ("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.glusterfs", "ceph")
FULL = 2
"""What SQLite answers for synchronous=FULL."""
SHORTEST_SECRET = 50


class UnsafeStart(Refusal):
    """A reason not to start; the subclasses say which."""

    code: ClassVar[str] = "settings.unsafe_start"


class DefaultSecret(UnsafeStart):
    """Anyone who has read the source could sign a session."""

    code: ClassVar[str] = "settings.default_secret"

    def __init__(self) -> None:
        super().__init__(
            "THAMMUU_SECRET_KEY chưa đặt, còn là khóa mẫu hoặc ngắn hơn 50 ký tự. Tạo khóa mới bằng lệnh: "
            'python3 -c "import secrets; print(secrets.token_urlsafe(50))" rồi đặt vào biến THAMMUU_SECRET_KEY.'
        )


class DebugOn(UnsafeStart):
    """Error pages would show settings and data."""

    code: ClassVar[str] = "settings.debug_on"

    def __init__(self) -> None:
        super().__init__(
            "DEBUG đang bật. Bỏ DEBUG khỏi cấu hình vận hành: trang lỗi sẽ lộ dữ liệu và cấu hình."
        )


class StaticFilesMissing(UnsafeStart):
    """Pages would come without their style and scripts."""

    code: ClassVar[str] = "settings.static_files_missing"

    def __init__(self) -> None:
        super().__init__(
            "Chưa gom tệp tĩnh nên trang sẽ vỡ giao diện. Chạy: thammuu manage collectstatic --no-input"
        )


class UnsafeDatabase(UnsafeStart):
    """The database is opened in a way that can lose what it acknowledged."""

    code: ClassVar[str] = "settings.unsafe_database"


class SchemaBehind(UnsafeStart):
    """The tables are not those this version was written for."""

    code: ClassVar[str] = "settings.schema_behind"

    def __init__(self, missing: list[str]) -> None:
        names = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")
        super().__init__(
            f"Cơ sở dữ liệu thiếu {len(missing)} bước cập nhật ({names}). Chạy: thammuu manage upgrade THƯ-MỤC-SAO-LƯU "
            "(sao lưu rồi cập nhật; cơ sở dữ liệu mới, chưa có gì: thammuu manage migrate)"
        )


class SchemaAhead(UnsafeStart):
    """The tables were made by a newer version."""

    code: ClassVar[str] = "settings.schema_ahead"

    def __init__(self, unknown: list[str]) -> None:
        super().__init__(
            f"Cơ sở dữ liệu thuộc phiên bản mới hơn chương trình (có {', '.join(unknown[:5])}). "
            "Cài lại đúng phiên bản chương trình, hoặc khôi phục bản sao lưu cũ."
        )


class DatabaseAway(UnsafeStart):
    """There is no database to talk to."""

    code: ClassVar[str] = "settings.database_away"

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Không kết nối được cơ sở dữ liệu: {reason}. Kiểm tra DATABASE_URL hoặc quyền ghi THAMMUU_HOME."
        )


def refuse_unsafe_start() -> None:
    """Raise SystemExit with every fault in words. What endangers data is refused everywhere, the rest in production."""
    faults = [*configuration_faults(settings), *database_faults(connections["default"])]
    if faults:
        lines = "\n".join(f"  - {fault.message} [{fault.code}]" for fault in faults)
        raise SystemExit(f"Tham mưu KHÔNG khởi động vì cấu hình chưa an toàn:\n{lines}")


def configuration_faults(configuration: Any) -> Iterator[UnsafeStart]:
    """Faults that need no database to be seen; only for a production installation."""
    if not configuration.PRODUCTION:
        return
    if configuration.SECRET_KEY == DEFAULT_SECRET_KEY or len(configuration.SECRET_KEY) < SHORTEST_SECRET:
        yield DefaultSecret()
    if configuration.DEBUG:
        yield DebugOn()
    if not (Path(configuration.STATIC_ROOT) / "staticfiles.json").exists():
        yield StaticFilesMissing()


def database_faults(connection: BaseDatabaseWrapper) -> Iterator[UnsafeStart]:
    """Faults of the database as it answers now, not as it was configured."""
    try:
        connection.ensure_connection()
    except DatabaseError as failure:
        yield DatabaseAway(str(failure).strip().splitlines()[0])
        return
    if connection.settings_dict.get("ATOMIC_REQUESTS"):
        yield UnsafeDatabase(
            "ATOMIC_REQUESTS đang bật: mỗi lượt xem trang sẽ giữ khóa ghi. Bỏ thiết lập này."
        )
    if connection.vendor == "sqlite":
        yield from sqlite_faults(connection)
    yield from schema_faults(connection)


def sqlite_faults(connection: BaseDatabaseWrapper) -> Iterator[UnsafeStart]:
    """PRAGMAs read back from the live connection, and where the file lies."""
    journal_mode = str(_pragma(connection, "journal_mode")).upper()
    version = sqlite3.sqlite_version_info
    if journal_mode == "WAL" and not wal_is_safe(version):
        yield UnsafeDatabase(
            f"SQLite {sqlite3.sqlite_version} có lỗi hỏng tệp ở chế độ WAL (WAL-reset). Dùng journal_mode=TRUNCATE "
            "hoặc SQLite từ 3.51.3."
        )
    if journal_mode in ("OFF", "MEMORY"):
        yield UnsafeDatabase(
            f"journal_mode={journal_mode} làm mất dữ liệu khi mất điện. Dùng TRUNCATE hoặc WAL."
        )
    if int(_pragma(connection, "synchronous")) < FULL:
        yield UnsafeDatabase(
            "synchronous chưa là FULL: việc đã xác nhận có thể mất khi mất điện. Đặt synchronous=FULL."
        )
    if int(_pragma(connection, "foreign_keys")) != 1:
        yield UnsafeDatabase("foreign_keys đang tắt. Đặt foreign_keys=ON.")
    if str(getattr(connection, "transaction_mode", None)).upper() != "IMMEDIATE":
        yield UnsafeDatabase(
            'transaction_mode chưa là IMMEDIATE: việc làm đồng thời sẽ bị mất. Đặt "IMMEDIATE".'
        )
    if (kind := file_system_of(Path(connection.settings_dict["NAME"]))) in NETWORK_FILE_SYSTEMS:
        yield UnsafeDatabase(
            f"Tệp SQLite nằm trên ổ mạng ({kind}). Chuyển về ổ đĩa của máy, hoặc dùng PostgreSQL."
        )


def schema_faults(connection: BaseDatabaseWrapper) -> Iterator[UnsafeStart]:
    """Migrations that are not applied, or applied and unknown."""
    if missing := schema.missing(connection):
        yield SchemaBehind(missing)
    if unknown := schema.unknown(connection):
        yield SchemaAhead(unknown)


def file_system_of(path: Path, mounts: str = "/proc/mounts") -> str:
    """The type of the file system that holds `path`; empty where the system does not tell."""
    try:
        lines = Path(mounts).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    place = str(path.resolve())
    found = [(len(point), kind) for _, point, kind, *_ in map(str.split, lines) if _holds(point, place)]
    return max(found, default=(0, ""))[1]


def _holds(point: str, place: str) -> bool:
    return point == "/" or place == point or place.startswith(f"{point}/")


def _pragma(connection: BaseDatabaseWrapper, name: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]
