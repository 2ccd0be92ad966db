"""The lines of which an iCalendar object is made (RFC 5545, 3.1 and 3.3.11): escaped, folded, ended. Pure.

A library builds an object for every property and checks what we know; for a thousand events that takes a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

WIDTH = 75
"""Octets of a line at most, its end not counted."""
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ENDS = re.compile(r"\r\n|\r|\n")


def text(value: str) -> str:
    """A value of the type TEXT: what would end it or the line is escaped, control characters are left out."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _NOT_TEXT.sub("", _ENDS.sub(r"\\n", escaped))


def line(name: str, value: str) -> str:
    """One property, folded between characters; the end of its last line is `content`'s to write."""
    whole = f"{name}:{value}"
    if len(whole.encode()) <= WIDTH:
        return whole
    lines, width = [""], 0
    for letter in whole:
        size = len(letter.encode())
        if width + size > WIDTH:
            lines.append(" ")
            width = 1
        lines[-1] += letter
        width += size
    return "\r\n".join(lines)


def content(lines: Iterable[str]) -> bytes:
    """The object, as it is sent."""
    return "".join(f"{one}\r\n" for one in lines).encode()
