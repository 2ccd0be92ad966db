"""`thammuu manage restore BACKUP --into DIRECTORY`: a backup brought back to life in an empty place."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thammuu.apps.operations.management.commands.backup import summary
from thammuu.apps.operations.manifest import chosen
from thammuu.apps.operations.restoring import load_here, restore
from thammuu_core.errors import Told


class Command(BaseCommand):
    """Verifies the backup, loads it, and compares what was loaded with it; never writes over anything."""

    help = "Khôi phục một bản sao lưu vào nơi còn trống rồi so lại từng bảng, từng tệp, nhật ký."
    requires_system_checks = ()

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Which backup, and where to."""
        parser.add_argument(
            "backup", type=Path, help="một bản sao lưu, hoặc thư mục chứa các bản (lấy bản mới nhất)"
        )
        target = parser.add_mutually_exclusive_group(required=True)
        target.add_argument(
            "--into", type=Path, help="thư mục chưa có hoặc còn trống, sẽ là THAMMUU_HOME mới"
        )
        target.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
        parser.add_argument(
            "--database",
            help="postgresql://… còn trống; mặc định DATABASE_URL, không có thì SQLite trong --into",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore; the second process is this same command with --here."""
        try:
            if options["here"]:
                load_here(options["backup"])
                return
            into = options["into"].resolve()
            database = options["database"] or os.environ.get("DATABASE_URL")
            found = restore(chosen(options["backup"].resolve()), into, database=database)
        except Told as told:
            raise CommandError(told.message) from told
        self.stdout.write(f"Đã khôi phục {found.path} vào {into}: {summary(found.manifest)}.")
        self.stdout.write(
            "Đã so lại từng bảng, từng tệp và nhật ký: bằng bản sao lưu. Mọi người phải đăng nhập lại."
        )
        self.stdout.write(f"Chạy tiếp với THAMMUU_HOME={into}, rồi: thammuu manage collectstatic --no-input")
