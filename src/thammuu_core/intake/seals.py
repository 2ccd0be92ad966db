"""Files that this program made of people's opinions: sealed when written, so that they are never read as opinions.

The seal is a custom property of a Word or Excel file with the checksum of what the file held. Office programs keep such
properties: a draft made by going on from a redline has its seal, and so have all copies of that draft. So a seal says
"ours" only of a file that is as it was written, or whose seal the draft under consultation does not have.
"""

from __future__ import annotations

import copy
import io
import posixpath
import re
import zipfile
from collections.abc import Collection, Iterable
from hashlib import sha256

from lxml import etree

from thammuu_core.wordml import UNREADABLE

_NAME = "thammuu"
_PROPERTY = re.compile(rb'name="thammuu"[^>]*>\s*<[^>]*>\s*consolidated:([0-9a-f]{64})\s*<')
_LARGEST = 1 << 20
"""Bytes of a part of properties; what is larger is none of ours."""
_FOLDER = "docProps/"
_PART, _TYPES, _LINKS = f"{_FOLDER}custom.xml", "[Content_Types].xml", "_rels/.rels"
_SAYS_NOTHING = (_FOLDER, _TYPES, _LINKS)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_LINK = f"{_OFFICE}/relationships/custom-properties"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM, _VALUES = f"{_OFFICE}/custom-properties", f"{_OFFICE}/docPropsVTypes"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that people may add to, in all Office files."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def sealed(data: bytes) -> bytes:
    """A Word or Excel file of ours with its seal, in place of any other; all that it says keeps its bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        files = {entry.filename: source.read(entry) for entry in source.infolist()}
        entries = {entry.filename: entry for entry in source.infolist()}
        seal = _checksum(source.infolist())
    part = _linked(files)
    files[part] = _with_property(files.get(part), f"consolidated:{seal}")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, held in files.items():
            entry = copy.copy(entries[name]) if name in entries else _fresh(name)
            target.writestr(entry, held)
    return buffer.getvalue()


def seal_of(data: bytes) -> str | None:
    """The seal that a file has, whoever wrote in it since."""
    return _read(data)[0]


def is_own(data: bytes, drafts: Collection[str | None]) -> bool:
    """Whether a file is one that we made of opinions; `drafts` are the seals of the versions that were sent out."""
    seal, held = _read(data)
    return seal is not None and (seal == held or seal not in drafts)


def _read(data: bytes) -> tuple[str | None, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if not entry.filename.startswith(_FOLDER) or entry.file_size > _LARGEST:
                    continue
                found = _PROPERTY.search(archive.read(entry))
                if found:
                    return found[1].decode(), _checksum(archive.infolist())
    except UNREADABLE:
        pass
    return None, ""


def _checksum(entries: Iterable[zipfile.ZipInfo]) -> str:
    """Of all parts that say something, by the checksums that the archive has of them; nothing is unpacked."""
    said = sorted(
        (entry.filename, entry.CRC) for entry in entries if not entry.filename.startswith(_SAYS_NOTHING)
    )
    return sha256(repr(said).encode()).hexdigest()


def _linked(files: dict[str, bytes]) -> str:
    """The part of custom properties; where there is none the package is told of one."""
    links = etree.fromstring(files[_LINKS], _PARSER)
    for link in links:
        if str(link.get("Type", "")).rpartition("/")[2] in {"custom-properties", "customProperties"}:
            return posixpath.normpath(str(link.get("Target", "")).lstrip("/"))
    types = etree.fromstring(files[_TYPES], _PARSER)
    etree.SubElement(links, _like(links, "Relationship"), Id=_free(links), Type=_LINK, Target=_PART)
    etree.SubElement(types, _like(types, "Override"), PartName=f"/{_PART}", ContentType=_KIND)
    files[_LINKS], files[_TYPES] = _written(links), _written(types)
    return _PART


def _with_property(part: bytes | None, words: str) -> bytes:
    root = etree.fromstring(part, _PARSER) if part else etree.Element(f"{{{_CUSTOM}}}Properties")
    for other in root.findall("{*}property"):
        if other.get("name") == _NAME:
            root.remove(other)
    number = max([1, *(int(other.get("pid", 1)) for other in root.findall("{*}property"))]) + 1
    place = etree.SubElement(root, _like(root, "property"), fmtid=_SET, pid=str(number), name=_NAME)
    etree.SubElement(place, f"{{{_VALUES}}}lpwstr", nsmap={"vt": _VALUES}).text = words
    return _written(root)


def _like(root: etree._Element, name: str) -> str:
    return str(root.tag).partition("}")[0] + "}" + name


def _free(links: etree._Element) -> str:
    taken = {link.get("Id") for link in links}
    return next(name for name in map("rId{}".format, range(1, len(taken) + 2)) if name not in taken)


def _written(root: etree._Element) -> bytes:
    found: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return found


def _fresh(name: str) -> zipfile.ZipInfo:
    """Of 1980: the file says nothing of when it was written."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
