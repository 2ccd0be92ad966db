"""Open what a command was given: a path, or standard input, as a Paper and a Reading."""

from __future__ import annotations

import sys
from pathlib import Path

from thammuu.apps.files import ocr
from thammuu_core import intake, plans
from thammuu_core.errors import Malformed
from thammuu_core.pages import Recognise
from thammuu_core.papers import Paper
from thammuu_core.plans.model import Reading


class FileUnreachable(Malformed):
    """The path names nothing that can be opened."""

    code = "cli.file_unreachable"


def open_paper(name: str) -> Paper:
    """The file as stories of paragraphs and tables. Raises `Told` when it is refused."""
    return intake.read_paper(_bytes(name), Path(name).name, ocr=_recogniser())


def open_reading(name: str, *, state: str = "draft") -> Reading:
    """The file as read. Raises `Told` when it is refused."""
    return plans.read(open_paper(name), state=state)


def _recogniser() -> Recognise | None:
    """OCR with its progress on stderr; None where the programs for it are missing."""
    shown = sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        if shown:
            end = "\n" if done == total else ""
            print(f"\rĐang nhận dạng chữ: trang {done}/{total}", end=end, file=sys.stderr, flush=True)

    return ocr.recogniser(progress)


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        raise FileUnreachable(f"“{name}” là thư mục; chỉ rõ một tệp trong đó.")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileUnreachable(f"Không có tệp “{name}”. Kiểm tra lại đường dẫn.") from error
    except OSError as error:
        raise FileUnreachable(
            f"Không đọc được tệp “{name}”. Kiểm tra quyền đọc của tệp và thư mục."
        ) from error
