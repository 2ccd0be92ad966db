"""What may be stored: size, kind by content, and a name that is only a name."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from typing import ClassVar

from django.conf import settings

from thammuu.apps.files.uploads import Upload
from thammuu_core.errors import Malformed

_MAGIC = (
    (b"PK\x03\x04", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"%PDF-", ".pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png"),
    (b"\xff\xd8\xff", ".jpg", "image/jpeg"),
)


class TooLarge(Malformed):
    """More bytes than the installation takes."""

    code: ClassVar[str] = "files.too_large"

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            f"Tệp nặng {size / 2**20:.1f} MB, quá mức {limit / 2**20:.0f} MB. Hãy giảm độ phân giải ảnh quét hoặc tách tệp."
        )


class Empty(Malformed):
    """No bytes at all."""

    code: ClassVar[str] = "files.empty"

    def __init__(self) -> None:
        super().__init__("Tệp rỗng (0 byte). Hãy mở lại tệp gốc, lưu rồi gửi lại.")


class KindNotTaken(Malformed):
    """The contents are of no kind that is kept here, or not of the kind that the name says."""

    code: ClassVar[str] = "files.kind_not_taken"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Không nhận tệp “{name}”: chỉ nhận .docx, .pdf, .txt, .png, .jpg và nội dung phải đúng với phần mở rộng."
        )


def media_type(upload: Upload) -> str:
    """The media type by content. Raises Empty, TooLarge or KindNotTaken.

    The hostile insides of a .docx or a PDF are the business of `thammuu_core.intake`, before anything parses it.
    """
    if not upload.data:
        raise Empty
    if len(upload.data) > settings.THAMMUU_UPLOAD_LIMIT:
        raise TooLarge(len(upload.data), settings.THAMMUU_UPLOAD_LIMIT)
    extension = PurePosixPath(upload.name.lower().replace(".jpeg", ".jpg")).suffix
    for magic, kind, media in _MAGIC:
        if upload.data.startswith(magic) and extension == kind:
            return media
    if extension == ".txt" and b"\x00" not in upload.data[:4096]:
        return "text/plain"
    raise KindNotTaken(safe_name(upload.name))


def safe_name(name: str) -> str:
    """The last part of the name, NFC, without control and direction marks, at most 200 characters; never empty."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(
        " " if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") else letter for letter in last
    )
    stem, dot, extension = kept.strip(" .").rpartition(".")
    return (f"{stem[:190]}{dot}{extension[:9]}" if stem else kept.strip(" .")[:200]) or "tep"
