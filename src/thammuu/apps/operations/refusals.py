"""What an administrator is told when a backup, a restore or an upgrade cannot be; nothing was lost in any of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from thammuu_core.errors import Malformed, Refusal, Unavailable


class BackupDiskFull(Unavailable):
    """There is no room for the backup."""

    code: ClassVar[str] = "operations.backup_disk_full"

    def __init__(self, place: Path) -> None:
        super().__init__(
            f"Ổ đĩa chứa {place} đã đầy: bản sao lưu lần này CHƯA có. Dữ liệu đang dùng và các bản sao lưu trước "
            "vẫn nguyên vẹn. Giải phóng chỗ (hoặc chạy với --keep SỐ-BẢN sau khi có chỗ) rồi sao lưu lại."
        )


class BackupNotWritten(Unavailable):
    """The disk of the backup failed otherwise."""

    code: ClassVar[str] = "operations.backup_not_written"

    def __init__(self, place: Path, reason: str) -> None:
        super().__init__(
            f"Không ghi được bản sao lưu vào {place} ({reason}): bản sao lưu lần này CHƯA có. Dữ liệu đang dùng và "
            "các bản sao lưu trước vẫn nguyên vẹn. Kiểm tra ổ đĩa và quyền ghi rồi sao lưu lại."
        )


class BackupUnderWay(Refusal):
    """Another process writes into the same place."""

    code: ClassVar[str] = "operations.backup_under_way"

    def __init__(self, place: Path) -> None:
        super().__init__(f"Đang có một lần sao lưu khác ghi vào {place}. Đợi lần đó xong rồi chạy lại.")


class NoBackup(Malformed):
    """Nothing there is a finished backup."""

    code: ClassVar[str] = "operations.no_backup"

    def __init__(self, place: Path) -> None:
        super().__init__(
            f"{place} không có bản sao lưu nào đã hoàn tất. Chỉ đúng thư mục đã đưa cho lệnh backup, hoặc một bản "
            "trong đó (thư mục tên ngày giờ, có manifest.json)."
        )


class BackupDamaged(Malformed):
    """The backup is not what it was when it was made."""

    code: ClassVar[str] = "operations.backup_damaged"

    def __init__(self, place: Path, faults: Sequence[str]) -> None:
        listed = "\n".join(f"  - {fault}" for fault in faults[:20])
        more = f"\n  - … và {len(faults) - 20} điểm nữa" if len(faults) > 20 else ""
        super().__init__(
            f"Bản sao lưu {place} KHÔNG dùng được:\n{listed}{more}\nDùng một bản sao lưu khác; "
            "nếu đây là bản mới nhất, hãy sao lưu lại ngay khi dữ liệu còn nguyên vẹn."
        )


class BackupTooNew(Refusal):
    """It was made by a later version of the program."""

    code: ClassVar[str] = "operations.backup_too_new"

    def __init__(self, program: str, unknown: Sequence[str]) -> None:
        super().__init__(
            f"Bản sao lưu do phiên bản mới hơn ({program}) tạo, có các bước cập nhật mà chương trình này chưa biết "
            f"({', '.join(unknown[:5])}). Cài phiên bản {program} trở lên rồi khôi phục."
        )


class TargetNotEmpty(Refusal):
    """A restore never writes over anything."""

    code: ClassVar[str] = "operations.target_not_empty"

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what} không trống, nên KHÔNG khôi phục vào đó và không đụng tới gì. {remedy}")


class RestoreDiffers(Unavailable):
    """What was loaded is not what the backup says; it is taken away again."""

    code: ClassVar[str] = "operations.restore_differs"

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(
            "Khôi phục KHÔNG thành: dữ liệu nạp vào không bằng bản sao lưu ở "
            + "; ".join(faults[:10])
            + ". Bản sao lưu vẫn nguyên; báo nơi phát hành chương trình kèm dòng này."
        )


class RestoreFailed(Unavailable):
    """The process that loads the backup ended with an error, which it has told."""

    code: ClassVar[str] = "operations.restore_failed"

    def __init__(self, into: Path) -> None:
        super().__init__(
            f"Khôi phục KHÔNG thành vì lỗi nêu ở trên. {into} vẫn trống và bản sao lưu vẫn nguyên; nếu dùng "
            "PostgreSQL, xóa rồi tạo lại cơ sở dữ liệu đích trước khi chạy lại."
        )


class Downgrade(Refusal):
    """The database belongs to a later version."""

    code: ClassVar[str] = "operations.downgrade"

    def __init__(self, unknown: Sequence[str]) -> None:
        super().__init__(
            f"Cơ sở dữ liệu thuộc phiên bản mới hơn chương trình này (có {', '.join(unknown[:5])}), nên KHÔNG nâng cấp và "
            "không đụng tới gì. Cài lại phiên bản mới, hoặc khôi phục bản sao lưu làm trước lần nâng cấp đó."
        )


class RowsLost(Unavailable):
    """After the migrations a table has fewer rows than before."""

    code: ClassVar[str] = "operations.rows_lost"

    def __init__(self, lost: Sequence[str], backup: Path) -> None:
        super().__init__(
            f"Sau khi cập nhật, có bảng ít dòng hơn trước: {', '.join(lost)}. ĐỪNG mở cho người dùng. Khôi phục bản "
            f"sao lưu vừa làm: thammuu manage restore {backup} --into THƯ-MỤC-TRỐNG, và báo nơi phát hành."
        )
