"""Parse the command line and hand over to one module a command; every command is imported only when it is called."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from thammuu_core.errors import Told

UNREADABLE = 2
"""Exit code of input that was refused or could not be read."""

COMMANDS = {
    "read": "đọc một văn bản: thể thức, bố cục, viện dẫn, các bước, nơi nhận, người ký",
    "cite": "tìm viện dẫn trong từng dòng của đầu vào chuẩn",
    "check": "kiểm tra viện dẫn và những điểm còn nghi vấn của một văn bản",
    "schedule": "lập tiến độ của một kế hoạch trên lịch làm việc chính thức",
    "serve": "chạy ứng dụng",
    "demo": "đọc kế hoạch mẫu (hoặc FILE) và mở thành hồ sơ công việc",
    "manage": "các lệnh quản trị của Django",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 (errors found by `check`) or 2 (refused, unreadable, misused)."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["manage"]:  # Django parses its own words
        return int(_module("manage").run(words[1:]))
    options = _parser().parse_args(words)
    try:
        return int(_module(options.command).run(options))
    except Told as told:
        print(f"thammuu: {told.message}", file=sys.stderr)
        return UNREADABLE
    except BrokenPipeError:  # `thammuu read … | head`
        sys.stderr.close()
        return 0


def _module(command: str) -> object:
    return importlib.import_module(f"thammuu.cli.{command}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thammuu", description="Tham mưu: từ nhiệm vụ được giao đến văn bản được ban hành."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
        if name in {"read", "check", "schedule"}:
            command.add_argument("file", metavar="FILE", help="tệp .docx, .pdf, .txt; “-” là đầu vào chuẩn")
        if name in {"read", "cite", "check", "schedule"}:
            command.add_argument(
                "--json", action="store_true", help="một đối tượng JSON cho chương trình khác"
            )
        if name == "check":
            command.add_argument(
                "--state",
                choices=("draft", "submitted", "issued"),
                default="draft",
                help="văn bản đang ở trạng thái nào",
            )
        if name in {"serve", "demo"}:
            command.add_argument("--host", default="127.0.0.1")
            command.add_argument("--port", type=int, default=8000)
        if name == "demo":
            command.add_argument(
                "file", metavar="FILE", nargs="?", help="kế hoạch của bạn thay cho kế hoạch mẫu"
            )
            command.add_argument("--once", action="store_true", help="tự gọi một trang rồi dừng")
    return parser
