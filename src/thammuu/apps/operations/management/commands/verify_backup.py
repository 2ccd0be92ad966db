"""`thammuu manage verify_backup STORE`: can the newest backup (or the one named) be restored?"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thammuu.apps.operations.management.commands.backup import summary
from thammuu.apps.operations.manifest import chosen
from thammuu.apps.operations.restoring import refuse_newer
from thammuu.apps.operations.verifying import verified
from thammuu_core.errors import Told


class Command(BaseCommand):
    """Reads the whole backup again; needs no database."""

    help = "Đọc lại toàn bộ một bản sao lưu: mã băm, số dòng, nhật ký, từng tệp."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which backup."""
        parser.add_argument(
            "backup", type=Path, help="một bản sao lưu, hoặc thư mục chứa các bản (lấy bản mới nhất)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify and tell."""
        try:
            found = verified(chosen(options["backup"].resolve()))
            refuse_newer(found.manifest)
        except Told as told:
            raise CommandError(told.message) from told
        self.stdout.write(f"Bản sao lưu {found.path} nguyên vẹn: {summary(found.manifest)}.")
        if found.manifest.damaged:
            self.stdout.write(
                f"Lưu ý: {len(found.manifest.damaged)} tệp gốc đã hỏng từ trước lần sao lưu này."
            )
