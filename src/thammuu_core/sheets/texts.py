"""Words of a cell made comparable."""

from __future__ import annotations

import re

from thammuu_core.text import nfc

_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF, 0xAD)) | dict.fromkeys(
    (*range(10), 11, 12, *range(14, 32), *range(127, 160)), " "
)


def tidy(text: str) -> str:
    """NFC, without invisible signs, blanks closed up; lines stay apart, empty ones go."""
    plain = nfc(text.replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE))
    return _LINES.sub("\n", _BLANKS.sub(" ", plain)).strip()
