"""The file that was sent out, as the version to which replies are held."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from hashlib import sha256

from thammuu_core.anchors import Version
from thammuu_core.intake import Format, admit, read_paper
from thammuu_core.pages import Recognise
from thammuu_core.wordml import UNREADABLE, read_revised
from thammuu_core.wordml.revisions.model import Remark

_WORDS = re.compile(
    r"word/(?:document|numbering|footnotes|endnotes|comments|(?:header|footer)\d*)\.xml", re.IGNORECASE
)


def read_version(name: str, data: bytes, ocr: Recognise | None = None) -> Version:
    """The version that this file is. Raises `errors.Told` when it is not fit to be read."""
    version = Version.of(sha256(data).hexdigest(), read_paper(data, name, ocr=ocr))
    if admit(data, name) is not Format.DOCX:
        return version
    remarks = frozenset(signed(remark) for remark in read_revised(data).remarks)
    return replace(version, remarks=remarks, parts=parts(data))


def signed(remark: Remark) -> tuple[str, str, str]:
    """What makes a comment the same one in every copy of a file."""
    return remark.hand.author, remark.hand.date, remark.text


def parts(data: bytes) -> frozenset[tuple[str, int]]:
    """Name and checksum of each part of a Word file that holds words or numbers, as its directory tells; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(
                (one.filename.lower(), one.CRC)
                for one in archive.infolist()
                if _WORDS.fullmatch(one.filename)
            )
    except UNREADABLE:
        return frozenset()
