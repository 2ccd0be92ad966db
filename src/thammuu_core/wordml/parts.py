"""Where the stories of a .docx stand: its main part, the headers and footers that are shown, its notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from thammuu_core.papers import BODY
from thammuu_core.wordml.names import LINK_ID, w
from thammuu_core.wordml.package import NotADocx, Package

_NOT_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


class Place(NamedTuple):
    """One story and where it stands."""

    name: str
    part: str
    root: etree._Element
    element: etree._Element
    """Its paragraphs and tables are the children of this one."""
    link: str = ""
    """The id by which sections refer to a header or footer."""


class Parts:
    """The parts of one document; raises `NotADocx` when there is no body to read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = _main_part(package)
        root = package.xml(self.main)
        body = None if root is None else root.find(w("body"))
        if root is None or body is None:
            raise NotADocx(
                "Tệp không có nội dung văn bản Word đọc được. Hãy mở bằng Word, kiểm tra và lưu lại thành .docx."
            )
        self.root, self.body = root, body
        self._links = package.links(self.main)
        self._linked: dict[str, etree._Element | None] = {}

    def name_of(self, kind: str) -> str:
        """The part of this kind that the document names; the usual place when its list of links is damaged."""
        return next((link.target for link in self._links.values() if link.kind == kind), f"word/{kind}.xml")

    def linked(self, kind: str) -> etree._Element | None:
        """The root of the part of this kind, if there is one; the same whenever it is asked for."""
        if kind not in self._linked:
            self._linked[kind] = self.package.xml(self.name_of(kind))
        return self._linked[kind]

    def stories(self) -> Iterator[Place]:
        """The body, then all headers, footers and notes, each once."""
        yield Place(BODY, self.main, self.root, self.body)
        yield from self._margins()
        for kind in ("footnote", "endnote"):
            yield from self._notes(kind)

    def _margins(self) -> Iterator[Place]:
        """Headers and footers that some section shows."""
        for kind in ("header", "footer"):
            shown = dict.fromkeys(
                reference.get(LINK_ID, "") for reference in self.body.iter(w(f"{kind}Reference"))
            )
            number = 0
            for identity in shown:
                link = self._links.get(identity)
                root = self.package.xml(link.target) if link else None
                if link is not None and root is not None:
                    number += 1
                    yield Place(f"{kind}:{number}", link.target, root, root, identity)

    def _notes(self, kind: str) -> Iterator[Place]:
        part, root = self.name_of(f"{kind}s"), self.linked(f"{kind}s")
        for note in () if root is None else root.iterfind(w(kind)):
            if root is not None and note.get(w("type")) not in _NOT_NOTES:
                yield Place(f"{kind}:{note.get(w('id'), '')}", part, root, note)


def properties(package: Package) -> dict[str, str]:
    """What the file says of itself; a property that is missing or empty is left out."""
    wanted = {
        "docProps/core.xml": {"title": "title", "creator": "creator", "lastModifiedBy": "modified_by"},
        "docProps/app.xml": {"Application": "application"},
    }
    found = {}
    for part, names in wanted.items():
        root = package.xml(part)
        for element in () if root is None else root:
            name = names.get(str(element.tag).rpartition("}")[2])
            if name and element.text and element.text.strip():
                found[name] = element.text.strip()
    return found


def _main_part(package: Package) -> str:
    for link in package.links("").values():
        if link.kind == "officeDocument" and link.target in package:
            return link.target
    return "word/document.xml"
