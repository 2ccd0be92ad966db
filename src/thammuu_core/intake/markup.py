"""Looks over the XML of one part before any parser builds a tree of it: elements, depth, document type.

What every word processor writes (no comments, no CDATA, one declaration) is counted without parsing; all else is
streamed through expat, which stops at the first offence.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from thammuu_core.intake.limits import DEPTH, ELEMENTS
from thammuu_core.intake.refusals import TooMuchInside, UnsafeMarkup

_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml [^?>]*\?>)?\s*")
_FOREIGN_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_UNSEEN = (b"<\0\0\0", b"\0\0\0<", b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\x4c\x6f\xa7\x94")
"""UTF-32 and EBCDIC: a tree parser guesses them by these bytes, and nothing here could see into them."""
_OPEN, _CLOSE, _LONE = b"<", b"\x01", b"\x02"
_SIGNS = bytes(set(range(256)) - set(_OPEN + _CLOSE + b"/>!?\"'"))
_WORDS = bytes(set(range(256)) - set(_OPEN + _CLOSE + _LONE))
"""What to strike out to keep the signs of markup, and then the tags alone."""


def inspect(part: str, data: bytes) -> int:
    """The number of elements of a part; raises `TooMuchInside` or `UnsafeMarkup`.

    XML that is not well formed is counted as far as it goes; the reader tells of the damage.
    """
    if data.startswith(_UNSEEN):
        raise UnsafeMarkup(part)
    elements = _counted(data)
    return elements if elements is not None else _streamed(part, data)


def _counted(data: bytes) -> int | None:
    """Elements of plain markup within all limits; None when only a parser can tell.

    Tags shrink to one byte each: open, close, and the end of a lone tag. Every pass then takes away the innermost
    elements, so that the number of passes is the depth. Without comments, CDATA and instructions each "<" is a tag,
    and whatever pretends to be the end of one leaves a rest: nothing left means nothing hidden.
    """
    head = _DECLARATION.match(data)
    start = head.end() if head else 0
    if _FOREIGN_ENCODING.search(data, 0, start) or not data.startswith(b"<", start):
        return None
    signs = data[start:].replace(b"</", _CLOSE).translate(None, _SIGNS)
    if b"<!" in signs or b"<?" in signs:
        return None
    tags = signs.replace(b"/>", _LONE).translate(None, _WORDS)
    elements = tags.count(_OPEN)
    if elements > ELEMENTS or len(tags) != 2 * elements:
        return None
    for _ in range(DEPTH):
        tags = tags.replace(_OPEN + _LONE, b"").replace(_OPEN + _CLOSE, b"")
        if not tags:
            return elements
    return None


def _streamed(part: str, data: bytes) -> int:
    parser = expat.ParserCreate()
    elements = depth = 0

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal elements, depth
        elements, depth = elements + 1, depth + 1
        if elements > ELEMENTS:
            raise TooMuchInside("số phần tử")
        if depth > DEPTH:
            raise TooMuchInside("độ lồng nhau")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_: object) -> None:
        raise UnsafeMarkup(part)

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        pass  # Not well formed: the reader tells of it.
    except (LookupError, ValueError) as error:
        # An encoding that Python does not know, or one of several bytes a letter, which expat cannot follow.
        raise UnsafeMarkup(part) from error
    return elements
