"""What may be stored: a file that the core's gate admits, under a name that is only a name and says what it is."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

from thammuu.apps.files import office
from thammuu.apps.files.uploads import Upload
from thammuu_core import intake
from thammuu_core.intake import Format
from thammuu_core.intake.refusals import NoWords

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MEDIA = {
    Format.DOCX: (_WORD, (".docx",)),
    Format.PDF: ("application/pdf", (".pdf",)),
    Format.TEXT: ("text/plain", (".txt", ".csv")),
}
_PICTURES = (
    (b"\x89PNG", "image/png", (".png",)),
    (b"\xff\xd8\xff", "image/jpeg", (".jpg", ".jpeg")),
    (b"BM", "image/bmp", (".bmp",)),
    (b"", "image/tiff", (".tif", ".tiff")),
)
_OLD = {
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
}
READ_AT_THE_DOOR = (Format.DOCX, Format.TEXT)
"""Read whole before a byte is stored, so that a state secret never reaches the disk; a scan takes too long for that."""


def admit(upload: Upload, *, workbook: bool = False) -> tuple[str, str]:
    """The media type by content, and the name to keep. Raises Told: a hostile, secret or unknown file is not taken.

    `workbook`: an Excel file is welcome too; it is looked at in its head only, whoever imports a list reads it whole.
    """
    if workbook and intake.is_workbook(upload.data):
        intake.look_at_workbook(upload.data, upload.name)
        return _EXCEL, _named(upload, (".xlsx",))
    data = office.modern(upload.data)
    found = intake.admit(data, upload.name)
    if found in READ_AT_THE_DOOR:
        with suppress(
            NoWords
        ):  # Photographs pasted into a Word file prove a step, though there is nothing to read.
            intake.read_paper(data, upload.name)
    if data is not upload.data:
        suffix = str(intake.old_suffix(upload.data))
        return _OLD[suffix], _named(upload, (suffix,))
    media, extensions = _MEDIA.get(found) or _picture(upload.data)
    return media, _named(upload, extensions)


def _named(upload: Upload, extensions: tuple[str, ...]) -> str:
    """The name to keep, saying what the file is."""
    name = safe_name(upload.name)
    return name if name.lower().endswith(extensions) else f"{name}{extensions[0]}"


def safe_name(name: str) -> str:
    """The last part of the name, NFC, without control and direction marks, at most 200 characters; never empty."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(
        " " if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") else letter for letter in last
    )
    stem, dot, extension = kept.strip(" .").rpartition(".")
    return (f"{stem[:190]}{dot}{extension[:9]}" if stem else kept.strip(" .")[:200]) or "tep"


def _picture(data: bytes) -> tuple[str, tuple[str, ...]]:
    return next((media, extensions) for magic, media, extensions in _PICTURES if data.startswith(magic))
