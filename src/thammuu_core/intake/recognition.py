"""What a file is, by its first bytes; its name is believed only where bytes say nothing."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from thammuu_core.intake import limits
from thammuu_core.intake.refusals import (
    EmptyFile,
    FileTooLarge,
    OldFormat,
    PasswordNeeded,
    UnknownFormat,
)


class Format(StrEnum):
    """The formats that are read."""

    DOCX = "docx"
    PDF = "pdf"
    PICTURE = "picture"
    """A photograph or a scan of one page, or of several in a TIFF."""
    TEXT = "text"


_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG|II\*\0|MM\0\*|BM.{4}\0{4}", re.DOTALL)
"""JPEG, PNG, TIFF in both byte orders, BMP; "BM" alone begins many a text."""
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
"""An OpenDocument text names its type in its first member, not compressed."""
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
_CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32), 127))
_HEAD = 1024
_OTHER_NAMES = frozenset(
    (
        ".docx",
        ".docm",
        ".dotx",
        ".doc",
        ".rtf",
        ".odt",
        ".pdf",
        ".png",
        ".jpg",
        ".jpeg",
        ".tif",
        ".tiff",
        ".xlsx",
        ".zip",
    )
)
"""Names that promise more than plain text."""
_CONTAINED = (
    ("WordDocument", OldFormat, "là Word đời cũ (.doc)"),
    ("Workbook", UnknownFormat, "là bảng tính Excel đời cũ (.xls)"),
    ("PowerPoint Document", UnknownFormat, "là trình chiếu PowerPoint đời cũ (.ppt)"),
)
"""Streams by which the container of old Office files tells what it holds."""


def recognise(data: bytes, name: str = "") -> Format:
    """The format of a file; raises the refusal that fits when it is none that is read here."""
    if len(data) > limits.BYTES:
        raise FileTooLarge(len(data), limits.BYTES)
    head = data[:_HEAD]
    if not head.strip(_BLANK) and not data.strip(_BLANK):
        raise EmptyFile
    if head.startswith(_ZIP):
        return Format.DOCX
    if b"%PDF-" in head:
        return Format.PDF
    _refuse_old(data, head)
    if _PICTURE.match(head):
        return Format.PICTURE
    if head.startswith(_ARCHIVES) or not _is_text(data):
        raise UnknownFormat
    suffix = PurePath(name).suffix.lower()
    if suffix in _OTHER_NAMES:
        raise UnknownFormat(f"mang đuôi {suffix} nhưng bên trong chỉ là chữ thuần")
    return Format.TEXT


def old_suffix(data: bytes) -> str | None:
    """How a program that converts must name it: ".doc", ".rtf" or ".odt"; None for anything else, locked files too."""
    head = data[:_HEAD]
    if head.startswith(_CONTAINER):
        is_word = _utf16("WordDocument") in data and _utf16("EncryptedPackage") not in data
        return ".doc" if is_word else None
    if head.lstrip(_BLANK).lower().startswith(b"{\\rtf"):
        return ".rtf"
    return ".odt" if head.startswith(_ZIP) and _OPEN_TEXT in head else None


def _refuse_old(data: bytes, head: bytes) -> None:
    if head.startswith(_CONTAINER):
        if _utf16("EncryptedPackage") in data:
            raise PasswordNeeded
        for stream, refusal, what in _CONTAINED:
            if _utf16(stream) in data:
                raise refusal(what)
        raise UnknownFormat
    start = head.lstrip(_BLANK)[:200].lower()
    if start.startswith(b"{\\rtf"):
        raise OldFormat("là văn bản RTF")
    if start.startswith((b"<!doctype html", b"<html", b"mime-version:")) or b"<html" in start:
        raise OldFormat("là trang web (HTML) mang đuôi khác")
    if start.startswith(b"<?xml"):
        raise OldFormat("là XML")


def _is_text(data: bytes) -> bool:
    """Whether the bytes can be words to their end: few control characters, and zeros only as UTF-16 has them."""
    zeros = data.count(0)
    if data.startswith(_UNICODE_MARKS):
        return zeros > 0.2 * len(data)
    if zeros:
        return 0.2 < zeros / len(data) < 0.6 and not (data[::2].count(0) and data[1::2].count(0))
    return (len(data) - len(data.translate(None, _CONTROLS))) * 50 <= len(data)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")
