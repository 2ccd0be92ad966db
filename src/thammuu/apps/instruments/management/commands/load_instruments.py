"""`thammuu manage load_instruments`: the legal documents that come with the program, into the register."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from thammuu.apps.instruments import supplied


class Command(BaseCommand):
    """Adds what is not there yet; may be run after every upgrade."""

    help = "Ghi vào sổ các văn bản pháp luật có sẵn trong bộ cài đặt (chỉ thêm văn bản chưa có)."

    def handle(self, *_: Any, **__: Any) -> None:
        """Load, and say how much was new."""
        self.stdout.write(f"Đã thêm {supplied.load()} dòng vào sổ văn bản pháp luật.")
