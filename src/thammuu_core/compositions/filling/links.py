"""What a Word file would load from outside when it is opened: relationships that lead out, fields that fetch.

Read as XML and not as bytes: a character reference in an attribute, or a field's code cut into runs, says to Word what
the plain letters say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from thammuu_core.compositions.filling.refusals import HoldsObject, LinksOut
from thammuu_core.compositions.filling.tree import story
from thammuu_core.intake.refusals import DamagedFile

_HYPERLINKS = frozenset(
    f"http://{root}/hyperlink"
    for root in (
        "schemas.openxmlformats.org/officeDocument/2006/relationships",
        "purl.oclc.org/ooxml/officeDocument/relationships",
    )
)
"""An address to click on loads nothing; any other type that only ends like these is none."""
_OBJECTS = re.compile(r"/(?:oleObject|package|control|activeXControlBinary)$")
"""Types of what another program opens."""
_SOURCES = frozenset(("src", "href", "althref"))
"""Attributes of drawings in the old manner (VML) that name a picture by its address."""
_VML = "urn:schemas-microsoft-com:vml"
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\\\", re.IGNORECASE)
"""How a target begins that is no part of the package, whatever its mode says."""
_FETCHES = re.compile(
    r"INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|(?:^\W*)(?:DDE|INCLUDE|IMPORT|LINK|DATABASE|RD)\b", re.IGNORECASE
)
"""The long names anywhere in a code: words before them may stand in a branch that Word does not take."""


def check_links(name: str, data: bytes) -> None:
    """Of a part of relationships (.rels): nothing but hyperlinks may lead out, and nothing to an object.

    Raises LinksOut, HoldsObject, DamagedFile.
    """
    part = name.replace("_rels/", "").removesuffix(".rels")
    for link in _root(data).iter("{*}Relationship"):
        target = link.get("Target", "").strip()
        outside = link.get("TargetMode", "").strip().lower() == "external" or _OUTSIDE.match(target)
        if _OBJECTS.search(link.get("Type", "").strip()):
            raise HoldsObject(story(part) or part)
        if outside and link.get("Type", "").strip() not in _HYPERLINKS:
            raise LinksOut(story(part) or part, target)


def check_fields(name: str, data: bytes) -> None:
    """Of any other part: no field and no drawing may fetch something. Raises LinksOut, DamagedFile."""
    root = _root(data)
    for drawn in root.iter(f"{{{_VML}}}*"):
        for key, target in drawn.items():
            if str(key).rpartition("}")[2].lower() in _SOURCES and _OUTSIDE.match(str(target).strip()):
                raise LinksOut(story(name) or name, str(target))
    for code in _codes(root):
        if found := _FETCHES.search(code):
            raise LinksOut(story(name) or name, found[0].strip())


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile from error


@dataclass(slots=True)
class _Field:
    """A field that is open: its code as far as it is read, and whether its result has begun."""

    code: list[str] = field(default_factory=list)
    shown: bool = False


def _codes(root: etree._Element) -> Iterator[str]:
    """The whole code of every field, in whatever runs it stands; of one without begin or end what there is."""
    fields = [_Field(shown=True)]
    for element in root.iter(*(f"{{*}}{name}" for name in ("fldSimple", "fldChar", "instrText", "t"))):
        match etree.QName(element).localname, fields[-1]:
            case "fldSimple", _:
                yield _attribute(element, "instr")
            case "fldChar", last:
                kind = _attribute(element, "fldCharType")
                if kind == "begin":
                    fields.append(_Field())
                else:
                    yield "".join(last.code)
                    last.code, last.shown = [], True
                    if kind == "end" and len(fields) > 1:
                        fields.pop()
            case what, last:
                if what == "instrText" or not last.shown:
                    last.code.append("".join(map(str, element.itertext())))
    for left in fields:
        yield "".join(left.code)


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")
