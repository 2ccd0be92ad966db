"""Files as they come when something went wrong with them: cut off, overwritten, put together wrongly, in other shapes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from random import Random

from lxml import etree

from support.docx import packed, unpacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAGS = (
    "p", "r", "t", "ins", "del", "delText", "moveFrom", "moveTo", "tbl", "tr", "tc", "sdt", "sdtContent", "pPr", "rPr",
    "fldChar", "instrText", "commentRangeStart", "commentRangeEnd", "commentReference", "br", "body", "hyperlink",
)  # fmt: skip
MAIN = ("word/document.xml", "xl/worksheets/sheet1.xml")
WORDS = (
    "",
    " ",
    "\u0301",
    "\u200b",
    "\u00ad",
    "Điều 5. ",
    "𠀀",
    "0" * 40,
    "Kính gửi",
    "đề nghị sửa “",
    "”",
    "ω\t",
)


def mutated(data: bytes, chance: Random) -> bytes:
    """The file with one to four things wrong with it."""
    for _ in range(chance.randint(1, 4)):
        way = chance.choice(_ways(data))
        data = way(data, chance)
    return data


def _ways(data: bytes) -> tuple[Callable[[bytes, Random], bytes], ...]:
    if not zipfile.is_zipfile(BytesIO(data)):
        return (_bytes,)
    return (_bytes, _member_bytes, _member_lost, _element, _element, _element, _element, _element)


def _bytes(data: bytes, chance: Random) -> bytes:
    """Some bytes cut out, doubled, overwritten; or the end lost."""
    if not data:
        return data
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 2, 30, 1000)))
    noise = bytes(chance.randrange(256) for _ in range(end - start))
    middle = chance.choice((b"", data[start:end] * 2, noise))
    return data[:start] if chance.random() < 0.1 else data[:start] + middle + data[end:]


def _members(data: bytes) -> dict[str, bytes] | None:
    """The parts; None when the package is already broken."""
    try:
        return unpacked(data)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        EOFError,
        KeyError,
        zlib.error,
    ):
        return None


def _member_bytes(data: bytes, chance: Random) -> bytes:
    members = _members(data)
    if not members:
        return data
    name = chance.choice(sorted(members))
    return packed({**members, name: _bytes(members[name], chance)})


def _member_lost(data: bytes, chance: Random) -> bytes:
    members = _members(data)
    if not members:
        return data
    name = chance.choice(sorted(members))
    other = chance.choice(sorted(members))
    if chance.random() < 0.5:
        return packed({**members, name: members[other]})
    return packed({kept: content for kept, content in members.items() if kept != name})


def _element(data: bytes, chance: Random) -> bytes:
    """One element lost, doubled, put elsewhere, renamed, or with other words or attributes."""
    members = _members(data)
    if not members:
        return data
    main = next((one for one in MAIN if one in members), sorted(members)[0])
    name = chance.choice(sorted(members)) if chance.random() < 0.3 else main
    try:
        root = etree.fromstring(members.get(name, b""))
    except etree.XMLSyntaxError:
        return data
    _wrong(root, chance)
    return packed({**members, name: etree.tostring(root)})


def _wrong(root: etree._Element, chance: Random) -> None:
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    one, other = chance.choice(elements), chance.choice(elements)
    parent = one.getparent()
    match chance.randrange(6):
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if parent is not None:
            one.addnext(deepcopy(one))
        case 2 if one is not root and other not in one.iter():
            other.append(one)
        case 3:
            one.tag = W + chance.choice(TAGS)
        case 4:
            one.text = chance.choice(WORDS) + (one.text or "")
        case _:
            for attribute in list(one.attrib)[:1]:
                one.set(attribute, chance.choice(("", "-1", "0", "x", "99999999999", "true")))
