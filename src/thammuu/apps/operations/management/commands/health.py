"""`thammuu manage health`: is the installation well? For people, and with --json for whatever watches it."""

from __future__ import annotations

import dataclasses
import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from thammuu.apps.operations.health import State, examine, worst

EXIT = {State.GOOD: 0, State.WARNING: 1, State.FAILING: 2}
_MARKS = {State.GOOD: "tốt", State.WARNING: "LƯU Ý", State.FAILING: "HỎNG"}
_PARTS = {
    "database": "Cơ sở dữ liệu",
    "schema": "Phiên bản bảng",
    "journal": "Nhật ký",
    "clock": "Đồng hồ",
    "worker": "Việc nền",
    "queue": "Hàng đợi",
    "backup": "Sao lưu",
    "disk": "Ổ đĩa",
    "files": "Kho tệp",
}


class Command(BaseCommand):
    """One line a part; the exit code is 0 when all is well, 1 when somebody must look, 2 when something fails."""

    help = "Kiểm tra tình trạng hệ thống; mã thoát 0 tốt, 1 có điểm cần xem, 2 có phần hỏng."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """For people or for programs."""
        parser.add_argument(
            "--json", action="store_true", help="một đối tượng JSON cho chương trình giám sát"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, tell, and exit by the worst that was found."""
        findings = examine()
        state = worst(findings)
        if options["json"]:
            parts = [dataclasses.asdict(finding) for finding in findings]
            self.stdout.write(json.dumps({"state": state, "parts": parts}, ensure_ascii=False))
        else:
            for finding in findings:
                self.stdout.write(f"{_MARKS[finding.state]:<6} {_PARTS[finding.part]:<15} {finding.message}")
        if code := EXIT[state]:
            sys.exit(code)
