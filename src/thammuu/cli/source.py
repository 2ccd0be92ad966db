"""Open what a command was given: a path, or standard input, as a Paper and a Reading."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from thammuu.apps.files import ocr, office
from thammuu_core import intake
from thammuu_core.errors import Malformed, Refusal
from thammuu_core.pages import Recognise
from thammuu_core.papers import Paper
from thammuu_core.plans.model import Reading


class FileUnreachable(Malformed):
    """The path names nothing that can be opened."""

    code = "cli.file_unreachable"


class WrongTarget(Refusal):
    """An output that is not written."""

    code = "cli.wrong_target"


class SameFile(Refusal):
    """What was given stays as it is."""

    code = "cli.same_file"

    def __init__(self) -> None:
        super().__init__(
            "Tệp mới trùng với tệp gốc. Hãy đặt tên khác sau “-o”: tệp gốc phải được giữ nguyên."
        )


def new_file(name: str, forms: Sequence[str], given: Sequence[str]) -> Path:
    """Where to write what is made: in one of these forms (".docx"), over none of the files given.

    Raises WrongTarget, SameFile.
    """
    target = Path(name)
    if target.suffix.lower() not in forms:
        said = " hoặc ".join(forms)
        raise WrongTarget(
            f"Không ghi được dạng “{target.suffix or target.name}”. Đặt tên sau “-o” là {said}."
        )
    if any(one != "-" and target.exists() and target.samefile(one) for one in given if Path(one).exists()):
        raise SameFile
    return target


def open_reading(name: str, *, state: str = "draft") -> Reading:
    """The file as read. Raises `Told` when it is refused."""
    return reading_of(content(name), name, state=state)


def reading_of(data: bytes, name: str, *, state: str = "draft") -> Reading:
    """The bytes of that file as read. Raises `Told` when they are refused."""
    from thammuu_core import plans  # not every command reads a plan, and its grammar takes time to load

    return plans.read(paper_of(data, name), state=state)


def paper_of(data: bytes, name: str, *, forms: bool = False) -> Paper:
    """The bytes of that file as a paper; with `forms` as laid out too. Raises `Told` when they are refused."""
    return intake.read_paper(office.modern(data), Path(name).name, ocr=_recogniser(), forms=forms)


def _recogniser() -> Recognise | None:
    """OCR with its progress on stderr; None where the programs for it are missing."""
    shown = sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        if shown:
            end = "\n" if done == total else ""
            print(f"\rĐang nhận dạng chữ: trang {done}/{total}", end=end, file=sys.stderr, flush=True)

    return ocr.recogniser(progress)


def quiet_recogniser(data: bytes) -> Recognise | None:
    """OCR without progress for one file among many; None for a package, which has no pictures of pages to read."""
    return None if data.startswith(b"PK") else ocr.recogniser()


def reachable(name: str) -> None:
    """Raises FileUnreachable when no file of this name can be opened."""
    try:
        with Path(name).open("rb"):
            return
    except OSError as error:
        raise FileUnreachable(f"Không đọc được tệp “{name}”. Kiểm tra lại đường dẫn và quyền đọc.") from error


def write(target: Path, data: bytes) -> None:
    """Put the bytes there. Raises FileUnreachable; a full disk is told by `main`."""
    try:
        target.write_bytes(data)
    except (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError) as error:
        raise FileUnreachable(f"Không ghi được “{target}”. Kiểm tra thư mục và quyền ghi.") from error


def content(name: str) -> bytes:
    """The bytes of a file, "-" for standard input. Raises FileUnreachable."""
    if name == "-":
        return sys.stdin.buffer.read() if sys.stdin else b""  # None: closed by the caller
    try:
        return Path(name).read_bytes() if name else b""
    except IsADirectoryError as error:
        raise FileUnreachable(f"“{name}” là thư mục; chỉ rõ một tệp trong đó.") from error
    except FileNotFoundError as error:
        raise FileUnreachable(f"Không có tệp “{name}”. Kiểm tra lại đường dẫn.") from error
    except (OSError, ValueError) as error:
        raise FileUnreachable(
            f"Không đọc được tệp “{name}”. Kiểm tra đường dẫn, quyền đọc của tệp và thư mục."
        ) from error
