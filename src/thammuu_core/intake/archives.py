"""The gate for .docx and .xlsx: looks through the archive, member by member, before any reader opens it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from thammuu_core.intake import limits
from thammuu_core.intake.markup import inspect
from thammuu_core.intake.refusals import (
    DamagedFile,
    HasMacros,
    OldFormat,
    PasswordNeeded,
    TooMuchInside,
    UnknownFormat,
    UnsafeNames,
)
from thammuu_core.wordml import UNREADABLE

_TYPES = "[Content_Types].xml"
_WORKBOOK = "xl/workbook.xml"
_ENCRYPTED = 0x1
_MACROS = re.compile(rb"macroEnabled|ms-office\.vbaProject|relationships/vbaProject")
"""In content types and relationships: a part with programs may bear any name."""
_OTHERS = {
    b"spreadsheetml": "là bảng tính Excel",
    b"presentationml": "là trình chiếu PowerPoint",
    b"opendocument.spreadsheet": "là bảng tính OpenDocument (.ods)",
}


def check_docx(data: bytes) -> None:
    """Let a Word document pass, or raise the refusal that fits; nothing is unpacked beyond the limits."""
    _check(data, _check_kind)


def check_xlsx(data: bytes) -> None:
    """The same for an Excel workbook."""
    _check(data, _check_workbook)


def is_workbook(data: bytes) -> bool:
    """Whether the file says of itself that it is an Excel workbook; says nothing of its being fit to be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _WORKBOOK in archive.namelist()
    except UNREADABLE:
        return False


def _check(data: bytes, check_kind: Callable[[zipfile.ZipFile], None]) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_names(members)
            _check_sizes(members, len(data))
            check_kind(archive)
            _check_markup(archive, members)
    except UNREADABLE as error:
        raise DamagedFile from error


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > limits.MEMBERS:
        raise TooMuchInside("số phần")
    seen = set()
    for member in members:
        # orig_filename: zipfile cuts names at a NUL and turns the slashes of other systems around.
        name = member.orig_filename
        steps = name.replace("\\", "/").split("/")
        if name.lower() in seen or name.startswith("/") or ".." in steps or set(name) & set('\\\0:*?"<>|'):
            raise UnsafeNames(name)
        if any(ord(letter) < 32 or "\u202a" <= letter <= "\u202e" for letter in name):
            raise UnsafeNames(name)
        seen.add(name.lower())


def _check_sizes(members: list[zipfile.ZipInfo], size: int) -> None:
    """Declared sizes bound the rest, for `zipfile` never unpacks more than a member declares."""
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise PasswordNeeded
    if sum(member.file_size for member in members) > limits.UNPACKED:
        raise TooMuchInside("dung lượng sau khi giải nén")
    if sum(member.compress_size for member in members) > size:
        raise TooMuchInside("các phần chồng lên nhau")
    for member in members:
        heavy = member.file_size > limits.RATIO_FROM and member.file_size > limits.RATIO * max(
            1, member.compress_size
        )
        if heavy or member.file_size > limits.MEMBER_UNPACKED:
            raise TooMuchInside("dung lượng sau khi giải nén")


def _check_workbook(archive: zipfile.ZipFile) -> None:
    if _WORKBOOK not in archive.namelist():
        raise UnknownFormat("không phải bảng tính Excel")
    _refuse_macros(archive)


def _refuse_macros(archive: zipfile.ZipFile) -> bytes:
    """The declared types of the parts, none of them a program."""
    names = {name.lower() for name in archive.namelist()}
    types = archive.read(_TYPES) if _TYPES in archive.namelist() else b""
    if _MACROS.search(types) or any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise HasMacros
    return types


def _check_kind(archive: zipfile.ZipFile) -> None:
    types = _refuse_macros(archive)
    names = {name.lower() for name in archive.namelist()}
    if b"wordprocessingml" in types or "word/document.xml" in names:
        return
    mimetype = archive.read("mimetype")[:200] if "mimetype" in names else b""
    if b"opendocument.text" in mimetype:
        raise OldFormat("là văn bản OpenDocument (.odt)")
    raise UnknownFormat(
        next((what for mark, what in _OTHERS.items() if mark in types + mimetype), "là tệp nén")
    )


def _check_markup(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    elements = 0
    for member in members:
        if not member.filename.lower().endswith((".xml", ".rels")):
            continue
        try:
            data = archive.read(member)
        except UNREADABLE:
            continue  # One damaged part does not make a document unreadable; the reader tells of it.
        if member.filename.lower().endswith(".rels") and _MACROS.search(data):
            raise HasMacros
        elements += inspect(member.filename, data)
        if elements > limits.ELEMENTS:
            raise TooMuchInside("số phần tử")
