"""Parse the command line and hand over to one module a command; every command is imported only when it is called."""

from __future__ import annotations

import argparse
import errno
import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from thammuu_core.errors import Told

UNREADABLE = 2
"""Exit code of input that was refused or could not be read."""

COMMANDS = {
    "read": "đọc một văn bản: thể thức, bố cục, viện dẫn, các bước, nơi nhận, người ký",
    "cite": "tìm viện dẫn trong từng dòng của đầu vào chuẩn",
    "check": "kiểm tra thể thức, viện dẫn và những điểm còn nghi vấn của một văn bản",
    "fix": "sửa thể thức của một tệp Word, không đổi một chữ, ra một tệp mới",
    "render": "soạn một văn bản đúng thể thức từ mẫu và số liệu, ra .docx hoặc .pdf",
    "compare": "so sánh hai bản của một văn bản: điều khoản nào thêm, bỏ, chuyển, sửa, và từng chữ thay đổi",
    "merge": "đọc mọi ý kiến góp ý của các cơ quan về một dự thảo và tổng hợp theo từng điều, khoản",
    "schedule": "lập tiến độ của một kế hoạch trên lịch làm việc chính thức",
    "serve": "chạy ứng dụng",
    "demo": "đọc kế hoạch mẫu (hoặc FILE) và mở thành hồ sơ công việc",
    "manage": "các lệnh quản trị của Django",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 (errors found by `check`, replies lost to `merge`) or 2 (refused, unreadable, misused)."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_vietnamese()
    if words[:1] == ["manage"]:  # Django parses its own words
        return int(_module("manage").run(words[1:]))
    options = _parser().parse_args(words)
    try:
        code = int(_module(options.command).run(options))
        if sys.stdout is not None:  # None: closed by the caller
            sys.stdout.flush()
    except Told as told:
        print(f"thammuu: {told.message}", file=sys.stderr)
        return UNREADABLE
    except BrokenPipeError:  # `thammuu read … | head`
        _drop_output()
        return 0
    except OSError as failure:
        if failure.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        _drop_output()
        print("thammuu: Không ghi được kết quả: ổ đĩa đã đầy. Giải phóng chỗ rồi chạy lại.", file=sys.stderr)
        return UNREADABLE
    return code


def _speak_vietnamese() -> None:
    """Write UTF-8 even where the system is set to ASCII: no other encoding has all of our letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """What is still in the buffer has nowhere to go; without this Python would try once more, and complain, at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """Tells in Vietnamese that a command was misused, and how it is used."""

    def error(self, message: str) -> NoReturn:
        """Exit 2; argparse's own words are English and stand last, for they name the argument."""
        self.print_usage(sys.stderr)
        self.exit(
            UNREADABLE, f"thammuu: Lệnh thiếu hoặc sai tham số; xem “{self.prog} --help”. ({message})\n"
        )


def _about_comparing(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD", help="bản trước")
    command.add_argument("new", metavar="NEW", help="bản sau")
    command.add_argument(
        "-o", "--output", metavar="OUT", help="ghi bản trước với các vết sửa dẫn đến bản sau, .docx"
    )
    command.add_argument("--author", metavar="TÊN", help="tên người sửa ghi trong vết sửa")
    command.add_argument("--json", action="store_true", help="một đối tượng JSON cho chương trình khác")


def _about_merging(command: argparse.ArgumentParser) -> None:
    command.add_argument("base", metavar="BASE", help="dự thảo đã gửi lấy ý kiến")
    command.add_argument(
        "replies", metavar="REPLY", nargs="+", help="tệp các cơ quan gửi về, hoặc thư mục chứa chúng"
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="ghi bảng tổng hợp ra .docx hoặc .xlsx; tên có chữ “redline” (redline.docx) là bản đối chiếu",
    )
    command.add_argument(
        "--by",
        choices=("provision", "agency"),
        default="provision",
        help="bảng .docx xếp theo điều, khoản (provision) hay theo cơ quan (agency)",
    )
    command.add_argument(
        "--redline",
        action="store_true",
        help="ghi bản đối chiếu: dự thảo với vết sửa và bình luận của từng cơ quan, tên tệp thế nào cũng được",
    )
    command.add_argument(
        "--facts",
        metavar="FILE",
        help="số liệu của bảng, .toml hoặc .json: co_quan, van_ban_lay_y_kien, noi_duoc_lay_y_kien, ngay, nguoi_ky …",
    )
    command.add_argument(
        "--template",
        metavar="MẪU",
        help="mẫu bảng riêng: .docx có chỗ điền hoặc .txt theo lối mẫu của chương trình",
    )
    command.add_argument("--json", action="store_true", help="một đối tượng JSON cho chương trình khác")
    command.add_argument("--with-base", action="store_true", help="kèm toàn văn dự thảo trong JSON")
    command.add_argument(
        "--version",
        metavar="FILE",
        action="append",
        default=[],
        help="một bản đã gửi trước đó; nhắc lại cho mỗi bản, mới nhất đứng đầu",
    )
    command.add_argument(
        "--printed", metavar="PDF", help="bản in PDF của dự thảo đã gửi, để hiểu “trang 4, dòng 12”"
    )
    command.add_argument("--jobs", type=_count, metavar="N", help="số tiến trình đọc cùng lúc")


def _count(words: str) -> int:
    count = int(words)
    if count < 1:
        raise ValueError
    return count


def _port(words: str) -> int:
    port = int(words)
    if not 0 < port < 65_536:
        raise ValueError
    return port


def _module(command: str) -> object:
    return importlib.import_module(f"thammuu.cli.{command}")


def _parser() -> _Parser:
    parser = _Parser(prog="thammuu", description="Tham mưu: từ nhiệm vụ được giao đến văn bản được ban hành.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
        if name in {"read", "check", "fix", "schedule"}:
            command.add_argument("file", metavar="FILE", help="tệp .docx, .pdf, .txt; “-” là đầu vào chuẩn")
        if name in {"read", "cite", "check", "fix", "schedule"}:
            command.add_argument(
                "--json", action="store_true", help="một đối tượng JSON cho chương trình khác"
            )
        if name == "render":
            command.add_argument(
                "file",
                metavar="FILE",
                help="số liệu .toml, .json có dòng mau = “mã mẫu”; hoặc .docx đã soạn ở đây",
            )
            command.add_argument("-o", "--output", metavar="OUT", required=True, help="tệp .docx hoặc .pdf")
            command.add_argument(
                "--template",
                metavar="MẪU",
                help="mẫu riêng của cơ quan: .txt hoặc .docx có chỗ điền {{tên mục}}",
            )
        if name == "fix":
            command.add_argument(
                "-o", "--output", metavar="NEW", required=True, help="tệp mới; tệp gốc giữ nguyên"
            )
        if name in {"check", "fix"}:
            command.add_argument(
                "--state",
                choices=("draft", "submitted", "issued"),
                default="draft",
                help="văn bản đang ở trạng thái nào",
            )
        if name == "compare":
            _about_comparing(command)
        if name == "merge":
            _about_merging(command)
        if name in {"serve", "demo"}:
            command.add_argument("--host", default="127.0.0.1")
            command.add_argument("--port", type=_port, default=8000)
        if name == "demo":
            command.add_argument(
                "file", metavar="FILE", nargs="?", help="kế hoạch của bạn thay cho kế hoạch mẫu"
            )
            command.add_argument("--once", action="store_true", help="tự gọi một trang rồi dừng")
    return parser
