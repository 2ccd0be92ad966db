"""`thammuu manage backup STORE`: a backup of everything, beside the earlier ones."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thammuu.apps.operations.backups import back_up, note
from thammuu.apps.operations.manifest import Manifest
from thammuu_core.errors import Told


class Command(BaseCommand):
    """Makes a backup while people work, and says what it holds."""

    help = "Sao lưu cơ sở dữ liệu, mọi tệp và nhật ký vào một thư mục; chạy được khi mọi người đang làm việc."
    requires_system_checks = ()
    """A program whose pages are broken must still be able to save what people did."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and how many to keep."""
        parser.add_argument("store", type=Path, help="thư mục chứa các bản sao lưu, nên ở ổ đĩa khác")
        parser.add_argument("--keep", type=_at_least_one, help="chỉ giữ lại chừng ấy bản mới nhất")

    def handle(self, *args: Any, **options: Any) -> None:
        """Back up; exit with an error when files were damaged already, though the backup of all else is made."""
        try:
            made = back_up(options["store"].resolve(), keep=options["keep"])
        except Told as told:
            raise CommandError(told.message) from told
        note(made)
        self.stdout.write(f"Đã sao lưu vào {made.path}: {summary(made.manifest)}.")
        self.stdout.write("Kiểm tra lại bằng: thammuu manage verify_backup " + str(made.path))
        if made.manifest.damaged:
            listed = "\n".join(f"  - {digest}" for digest in made.manifest.damaged[:20])
            raise CommandError(
                f"Bản sao lưu đã có, nhưng {len(made.manifest.damaged)} tệp gốc đã hỏng hoặc mất từ trước nên không "
                f"sao lưu được:\n{listed}\nChạy thammuu manage audit_files để biết tên tệp; lấy lại từ bản sao lưu cũ."
            )


def summary(manifest: Manifest) -> str:
    """What a backup holds, in one line."""
    rows = sum(held.rows for held in manifest.tables.values())
    return (
        f"{len(manifest.tables)} bảng, {rows} dòng, {manifest.files} tệp ({manifest.bytes} byte), "
        f"nhật ký {manifest.events} sự kiện, đầu chuỗi {manifest.head}"
    )


def _at_least_one(words: str) -> int:
    number = int(words)
    if number < 1:
        raise ValueError
    return number
