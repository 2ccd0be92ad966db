"""`thammuu manage verify_journal`: does the chain of events hold?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thammuu.apps.journal.queries import verdict


class Command(BaseCommand):
    """Says how many events there are and where the chain ends, or exits with an error where it breaks."""

    help = "Kiểm tra tính nguyên vẹn của nhật ký."

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify and tell."""
        found = verdict()
        if found.broken_at is not None:
            raise CommandError(f"Nhật ký HỎNG từ sự kiện số {found.broken_at}: {found.reason}.")
        self.stdout.write(f"Nhật ký nguyên vẹn: {found.events} sự kiện, đầu chuỗi {found.head}")
