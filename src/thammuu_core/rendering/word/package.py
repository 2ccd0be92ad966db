"""The parts of a Word file put together; the same parts give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from thammuu_core.rendering.word.names import FONT, LANGUAGE
from thammuu_core.rendering.word.xml import DECLARATION, element, root, value

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STEADY = (1980, 1, 1, 0, 0, 0)
"""The day of every part: the file says nothing of when it was written."""
_WORD_2013 = 15
"""Below it Word opens a file in compatibility mode."""
_PARTS = ("styles", "numbering", "settings", "fontTable", "header1")
_KINDS = {"header1": "header"}


def package(parts: Mapping[str, bytes], core: Mapping[str, str], custom: Mapping[str, str]) -> bytes:
    """A .docx of `document`, `styles`, `numbering` and `header1`, with what the file says of itself."""
    files = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("officeDocument", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("custom", f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
        ),
        "word/document.xml": parts["document"],
        "word/_rels/document.xml.rels": _relations(
            *((part, f"{_OFFICE}/relationships/{_KINDS.get(part, part)}", f"{part}.xml") for part in _PARTS)
        ),
        **{f"word/{name}.xml": parts[name] for name in ("styles", "numbering", "header1")},
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "docProps/core.xml": _core(core),
        "docProps/custom.xml": _custom(custom),
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, _STEADY)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()


def _types() -> bytes:
    overrides = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        **{f"word/{part}.xml": f"{_WORD}.{_KINDS.get(part, part)}+xml" for part in _PARTS},
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
    listed = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    default = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{default}{listed}</Types>'.encode()


def _relations(*relations: tuple[str, str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in relations
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _settings() -> bytes:
    compatible = element(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=_WORD_2013,
    )
    return root(
        "settings",
        value("defaultTabStop", 720),
        value("characterSpacingControl", "doNotCompress"),
        element("compat", compatible),
        element("themeFontLang", val=LANGUAGE),
        value("decimalSymbol", ","),
        value("listSeparator", ";"),
    )


def _fonts() -> bytes:
    """What stands for the typeface where it is missing: one with serifs."""
    return root("fonts", element("font", value("family", "roman"), value("pitch", "variable"), name=FONT))


def _core(said: Mapping[str, str]) -> bytes:
    """Title, creator, status in the order given; the prefix is part of the key."""
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    inner = "".join(f"<{name}>{escape(words, quote=False)}</{name}>" for name, words in said.items())
    return f"{DECLARATION}<cp:coreProperties {spaces}>{inner}</cp:coreProperties>".encode()


def _custom(said: Mapping[str, str]) -> bytes:
    spaces = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    inner = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{place}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(words, quote=False)}</vt:lpwstr></property>"
        for place, (name, words) in enumerate(said.items(), 2)
    )
    return f"{DECLARATION}<Properties {spaces}>{inner}</Properties>".encode()
