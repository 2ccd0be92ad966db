"""A .docx as a package: its parts, their XML read by a hardened parser, their links to one another.

A part that is missing or damaged is told as a problem; only a package without a readable main part is refused.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import ClassVar

from lxml import etree

from thammuu_core.errors import Malformed, Problem, Severity
from thammuu_core.wordml.names import PACKAGE_LINKS

UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError,
    EOFError, OSError, ValueError, KeyError, IndexError, OverflowError, MemoryError,
)  # fmt: skip
"""What the standard library raises on one damaged archive or another."""

_LARGEST_PART = 1 << 28
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)  # fmt: skip
"""Namespaces of Strict Open XML and the transitional ones that everybody else writes."""

_TEXT = "document.xml"
"""The part without which there is no text."""


class NotADocx(Malformed):
    """The bytes are not a Word document, or its main part cannot be read at all."""

    code: ClassVar[str] = "wordml.not_docx"


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship of a part: `kind` is the last step of its type, `target` the name of a part of the package."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of one .docx; `problems` gathers what could not be read."""

    def __init__(self, data: bytes) -> None:
        self.problems: list[Problem] = []
        self._read: dict[str, bytes] = {}
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._names = {name.lstrip("/").lower(): name for name in self._archive.namelist()}
        except UNREADABLE as error:
            raise NotADocx(
                "Tệp không phải văn bản Word (.docx) hoặc đã hỏng. Hãy mở bằng Word và lưu lại thành .docx."
            ) from error

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    def xml(self, part: str) -> etree._Element | None:
        """The root element of a part; None when the package has no such part or it is beyond repair."""
        name = self._names.get(part.lower())
        if name is None:
            return None
        try:
            if self._archive.getinfo(name).file_size > _LARGEST_PART:
                raise ValueError(name)
            data = self._archive.read(name)
        except UNREADABLE:
            self._damaged(part)
            return None
        self._read[part] = data
        return self._parsed(part, data)

    def mentions(self, part: str, *patterns: re.Pattern[bytes]) -> bool:
        """Whether one of these stands in the bytes of a part read before; one not in UTF-8 may hold anything."""
        data = self._read.get(part, b"")
        return b"\0" in data or any(pattern.search(data) for pattern in patterns)

    def links(self, part: str) -> dict[str, Link]:
        """The links of a part to other parts of the package, by id; links out of the package are left alone."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        found = {}
        for element in root.iterfind(f"{{{PACKAGE_LINKS}}}Relationship"):
            identity, kind, target = (element.get(key, "") for key in ("Id", "Type", "Target"))
            if element.get("TargetMode") != "External" and target:
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[identity] = Link(identity, kind.rpartition("/")[2], path)
        return found

    def _parsed(self, part: str, data: bytes) -> etree._Element | None:
        if b"purl.oclc.org/ooxml" in data:
            for strict, usual in STRICT:
                data = data.replace(strict, usual)
        try:
            return etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, ValueError):
            self._damaged(part)
        try:
            return etree.fromstring(data, _parser(recover=True))
        except (etree.XMLSyntaxError, ValueError):
            return None

    def _damaged(self, part: str) -> None:
        message = (
            f"Phần {part} của tệp bị hỏng, chỉ đọc được một phần. Hãy mở tệp bằng Word, kiểm tra và lưu lại."
        )
        severity = Severity.ERROR if part.endswith(_TEXT) else Severity.WARNING
        self.problems.append(Problem("wordml.part_damaged", severity, message, part))


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False,
        remove_comments=True, remove_pis=True, recover=recover,
    )  # fmt: skip
