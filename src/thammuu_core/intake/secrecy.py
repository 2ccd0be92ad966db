"""Documents marked as state secrets are not taken in.

Legal source: Luật Bảo vệ bí mật nhà nước số 117/2025/QH15; Nghị định số 30/2020/NĐ-CP, Phụ lục I (ô số 10a).
"""

from __future__ import annotations

import re

from thammuu_core.intake.refusals import StateSecret
from thammuu_core.papers import BODY, Paper
from thammuu_core.text import nfc

_STAMP = re.compile(r"(TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)|(?i:(?:độ|dấu)\s+mật\s*:?\s*(tuyệt\s+mật|tối\s+mật|mật))")
"""Alone only in capitals, as a stamp is; in any letters after its label."""
_FRAME = " \t.,;:*-–—_[](){}|\"'“”"
_HEADER_LINES = 25
_MARGINS = ("header", "textbox")


def refuse_if_secret(paper: Paper) -> None:
    """Raise `StateSecret` if a line of the header block, a page header or a text box is nothing but a secrecy stamp.

    The same word in a sentence, in another word ("Mật độ", "bảo mật") or deep in the text marks nothing.
    """
    for line in _stampable(paper):
        match = _STAMP.fullmatch(nfc(line).strip(_FRAME))
        if match:
            raise StateSecret(" ".join((match[1] or match[2]).upper().split()))


def _stampable(paper: Paper) -> list[str]:
    lines: list[str] = []
    for story in paper.stories:
        written = [line for line in story.text.split("\n") if line.strip()]
        if story.name == BODY:
            lines += written[:_HEADER_LINES]
        elif story.name.startswith(_MARGINS):
            lines += written
    return lines
