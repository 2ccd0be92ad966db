"""`thammuu manage audit_files`: is every stored content still what it was?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thammuu.apps.files.queries import damaged_files
from thammuu_core.errors import Unavailable


class Command(BaseCommand):
    """Reads every content again; for a nightly run."""

    help = "Kiểm tra mọi tệp đã lưu còn nguyên vẹn."

    def handle(self, *args: Any, **options: Any) -> None:
        """Name what is damaged, or say that nothing is."""
        try:
            damaged = list(damaged_files())
        except Unavailable as away:
            raise CommandError(f"Không kiểm tra được: {away.message}") from away
        for file in damaged:
            self.stderr.write(f"HỎNG {file.uuid} {file.name} ({file.sha256})")
        if damaged:
            raise CommandError(
                f"{len(damaged)} tệp hỏng hoặc mất. Lấy lại đúng nội dung từ thư mục files/ của bản sao lưu (cùng tên "
                "là mã băm), chép vào kho tệp rồi kiểm tra lại."
            )
        self.stdout.write("Mọi tệp đã lưu đều nguyên vẹn.")
