"""Word files from one line of notation: `docx('p(r/t"Một", ins/r/t"hai")')` are the bytes of a .docx.

A node is a name, then attributes in braces, a text in quotes, and children in parentheses or after a slash:
`p(pPr/jc{val=center}, r(rPr/b, t"Điều 1"))`. Names and attributes are of the word namespace unless a prefix says
otherwise; `:name` has none. Other parts are given by name in the same notation: `docx(body, styles='style{styleId=A}/name{val=A}')`.
"""

from __future__ import annotations

import io
import re
import zipfile
from html import escape

from thammuu_core.papers import Paper
from thammuu_core.wordml import read_docx

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
ROOTS = {
    "styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes", "endnotes": "w:endnotes",
    "comments": "w:comments", "theme": "a:theme", "header1": "w:hdr", "header2": "w:hdr", "footer1": "w:ftr",
    "settings": "w:settings", "commentsExtended": "w15:commentsEx",
}  # fmt: skip
_COMMA = re.compile(r",(?=[\s\w:]+=)")
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TOKEN = re.compile(r'\s*(?:(?P<name>[\w:]+)|(?P<attributes>\{[^}]*\})|"(?P<text>[^"]*)"|(?P<mark>[(),/]))')


def docx(body: str, **parts: str) -> bytes:
    """A package with this body and these further parts, all in the notation."""
    members = {f"word/{name}.xml": part(ROOTS[name], content) for name, content in parts.items()}
    members["word/document.xml"] = part("w:document", f"body({body})")
    return packed(members | frame(parts))


def paper(body: str, *, forms: bool = False, **parts: str) -> Paper:
    """The same, read."""
    return read_docx(docx(body, **parts), forms=forms)


def texts(body: str, **parts: str) -> list[str]:
    """The paragraphs of the body as read, tables included."""
    return paper(body, **parts).body.text.split("\n")


def packed(members: dict[str, str | bytes]) -> bytes:
    """An archive with these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(root: str, content: str) -> str:
    """The XML of one part."""
    declared = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{root} {declared}>{xml(content)}</{root}>'
    )


def frame(parts: dict[str, str]) -> dict[str, str | bytes]:
    """Content types and relationships; the relationship to a part has the part's name as its id."""
    kinds = {name: re.sub(r"\d+$", "", name) for name in parts}
    links = "".join(_link(name, kind, f"{name}.xml") for name, kind in kinds.items())
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}"/></Types>',
        "_rels/.rels": _links(_link("document", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _links(links),
    }


def _links(links: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'


def _link(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{NAMESPACES["r"]}/{kind}" Target="{target}"/>'


def xml(notation: str) -> str:
    """The notation as XML, without namespace declarations."""
    tokens = list(_TOKEN.finditer(notation))
    if "".join(match.group() for match in tokens).rstrip() != notation.rstrip():
        raise ValueError(f"Not in the notation: {notation}")
    written, rest = _nodes(tokens)
    if rest:
        raise ValueError(f"Left over: {rest[0].string[rest[0].start() :]}")
    return written


def _nodes(tokens: list[re.Match[str]]) -> tuple[str, list[re.Match[str]]]:
    written = ""
    while tokens and tokens[0]["name"]:
        node, tokens = _node(tokens)
        written += node
        if tokens and tokens[0]["mark"] == ",":
            tokens = tokens[1:]
    return written, tokens


def _node(tokens: list[re.Match[str]]) -> tuple[str, list[re.Match[str]]]:
    name, tokens = _prefixed(tokens[0]["name"]), tokens[1:]
    attributes = inside = ""
    if tokens and tokens[0]["attributes"]:
        pairs = (pair.split("=", 1) for pair in _COMMA.split(tokens[0]["attributes"][1:-1]))
        attributes = "".join(f' {_prefixed(key.strip())}="{escape(value)}"' for key, value in pairs)
        tokens = tokens[1:]
    if tokens and tokens[0]["text"] is not None:
        inside, tokens = escape(tokens[0]["text"]), tokens[1:]
        attributes += ' xml:space="preserve"'
    if tokens and tokens[0]["mark"] == "/":
        inside, tokens = _node(tokens[1:])
    elif tokens and tokens[0]["mark"] == "(":
        inside, tokens = _nodes(tokens[1:])
        tokens = tokens[1:]
    return f"<{name}{attributes}>{inside}</{name}>", tokens


def _prefixed(name: str) -> str:
    """A name as XML writes it; one with a colon before it has no namespace."""
    return name.removeprefix(":") if ":" in name else f"w:{name}"
