"""`thammuu manage upgrade STORE`: the tables of this version, after a backup that was verified."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from thammuu.apps.operations.backups import note
from thammuu.apps.operations.upgrading import upgrade
from thammuu_core.errors import Told


class Command(BaseCommand):
    """Stop the web server and the workers first; start them when this ends well."""

    help = "Nâng cấp sau khi đổi phiên bản chương trình: sao lưu, cập nhật bảng, tính lại số liệu, gom tệp tĩnh, kiểm tra."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the backup goes."""
        parser.add_argument("store", type=Path, help="thư mục chứa các bản sao lưu")

    def handle(self, *args: Any, **options: Any) -> None:
        """Upgrade; whatever goes wrong, say where the backup is and that nothing is lost."""
        place = options["store"].resolve()
        try:
            made = upgrade(place, self.stdout.write)
        except Told as told:
            raise CommandError(told.message) from told
        except DatabaseError as failure:
            raise CommandError(
                f"Cập nhật bảng KHÔNG xong: {failure}. Bản sao lưu vừa làm ở {place} còn nguyên: sửa nguyên nhân rồi chạy "
                f"lại, hoặc cài lại phiên bản cũ và chạy thammuu manage restore {place} --into THƯ-MỤC-TRỐNG."
            ) from failure
        if made:
            note(made)
        call_command("check")
        self.stdout.write("Nâng cấp xong. Mở lại thammuu serve (và các tiến trình thammuu manage work).")
