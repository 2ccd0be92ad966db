"""Bytes of a plain text file to text: Unicode by its marks, else the encodings Vietnamese has been typed in."""

from __future__ import annotations

import codecs

from thammuu_core.text import decode_lines

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(data: bytes) -> str:
    """The text of a file of unknown encoding; never raises, what cannot be read is shown as U+FFFD.

    Old Vietnamese letters pasted into Unicode are read too, before normalising takes a ư of TCVN3 for a soft hyphen.
    """
    return decode_lines(_unicode(data))


def _unicode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _without_marks(data)


def _without_marks(data: bytes) -> str:
    """UTF-16 shows itself by its zero bytes, TCVN3 and VNI by the syllables they make; else Windows-1258."""
    sample = data[:4096]
    if sample.count(0) * 4 > len(sample):
        encoding = "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
        return data.decode(encoding, "replace")
    if _slips(data) * 1000 < len(data):
        return data.decode("utf-8", "replace")
    western = data.decode("latin-1")
    converted = decode_lines(western)
    return converted if converted != western else data.decode("cp1258", "replace")


def _slips(data: bytes) -> int:
    """How many bytes spoil an otherwise sound UTF-8."""
    return data.decode("utf-8", "replace").count("\ufffd")
