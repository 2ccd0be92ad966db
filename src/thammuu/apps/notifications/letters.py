"""What a mail says. Pure: names, words and links in, a subject and a text out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SUBJECT = "Tham mưu: {count} việc cần xem"
"""Says nothing of any dossier: subjects are shown on locked telephones."""


@dataclass(frozen=True, slots=True)
class Line:
    """One notice in a mail."""

    kind_words: str
    words: str
    link: str


def letter(name: str, lines: Sequence[Line], address: str) -> tuple[str, str]:
    """Subject and plain text; `address` is where the application is opened, empty when the installation says nothing."""
    told = "\n\n".join(_item(number, line, address) for number, line in enumerate(lines, 1))
    where = f"{address}/thong-bao/" if address else "mục Thông báo của phần mềm Tham mưu"
    text = (
        f"Kính gửi {_one_line(name)},\n\n{told}\n\n"
        f"Xem tất cả, hoặc đổi cách nhận thông báo: {where}\n"
        "Thư này do phần mềm gửi tự động, không trả lời vào địa chỉ này.\n"
    )
    return SUBJECT.format(count=len(lines)), text


def _item(number: int, line: Line, address: str) -> str:
    link = f"\n   {address}{line.link}" if address else ""
    return f"{number}. {line.kind_words}: {_one_line(line.words)}{link}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
