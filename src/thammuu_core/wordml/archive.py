"""The parts of a Word file that is being changed; parts nobody touches keep their bytes.

A file in Strict Open XML is read in the usual namespaces, as `package` does, and written back in its own.
"""

from __future__ import annotations

import copy
import posixpath
from functools import cached_property
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from thammuu_core.wordml.names import PACKAGE_LINKS, P
from thammuu_core.wordml.package import STRICT

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
)
_STORY_PARTS = ("header", "footer", "footnotes", "endnotes", "document")
_TYPES = "[Content_Types].xml"
_STEADY = (1980, 1, 1, 0, 0, 0)
"""The day of a part that the file did not have: it says nothing of when it was written."""


class Archive:
    """One file, taken apart. The gate has looked at it before: it is no bomb, has no DOCTYPE, no macro."""

    def __init__(self, data: bytes) -> None:
        self._archive = ZipFile(BytesIO(data))
        self._data = data
        self._roots: dict[str, etree._Element] = {}
        self._added: dict[str, bytes] = {}

    @cached_property
    def main(self) -> str:
        """Name of the main part; by its type, since nothing says that it is called document.xml."""
        try:
            types = etree.fromstring(self._archive.read(_TYPES), _PARSER)
        except (KeyError, etree.XMLSyntaxError):
            types = ()
        for override in types:
            if str(override.get("ContentType", "")).endswith("document.main+xml"):
                return str(override.get("PartName")).lstrip("/")
        return "word/document.xml"

    @property
    def words(self) -> tuple[str, ...]:
        """Parts that hold words."""
        folder = self.main.rpartition("/")[0]
        return tuple(
            name
            for name in self._archive.namelist()
            if name == self.main
            or (
                name.rpartition("/")[0] == folder
                and name.rpartition("/")[2].startswith(_STORY_PARTS)
                and name.endswith(".xml")
            )
        )

    @property
    def styles(self) -> str:
        """Name of the part of styles, whether there is one or not."""
        return f"{self.main.rpartition('/')[0]}/styles.xml"

    def root(self, name: str) -> etree._Element | None:
        """The root of a part, to be changed in place; None for a part that is not there or cannot be read whole."""
        if name not in self._roots:
            try:
                self._roots[name] = self._parsed(name)
            except (KeyError, etree.XMLSyntaxError):
                return None
        return self._roots[name]

    @cached_property
    def paragraphs(self) -> list[etree._Element]:
        """Every `w:p` of the main part, in document order: `Form.source` counts them."""
        root = self.root(self.main)
        return [] if root is None else list(root.iter(P))

    def linked(self, kind: str) -> str | None:
        """The part of this kind (`comments`) to which the main part has a link."""
        links = self.root(self._links)
        for link in () if links is None else links.iterfind(f"{{{PACKAGE_LINKS}}}Relationship"):
            if str(link.get("Type", "")).rpartition("/")[2] == kind:
                return posixpath.normpath(posixpath.join("/", self._folder, link.get("Target", ""))).lstrip(
                    "/"
                )
        return None

    @property
    def sound(self) -> bool:
        """Whether its main part, its types and its links can be read whole, so that it can be written without loss."""
        present = set(self._archive.namelist())
        needed = (self.main, _TYPES, *({self._links} & present))
        return all(self.root(name) is not None for name in needed)

    def replace(self, name: str, root: etree._Element) -> None:
        """Another root for a part that is there."""
        self._roots[name] = root

    def add(self, kind: str, relation: str, content_type: str, root: etree._Element) -> None:
        """A part that the file does not have, linked from the main part; `relation` and `content_type` as Word has them."""
        name = posixpath.join(self._folder, f"{kind}.xml")
        number = 1
        while name in self._archive.namelist():
            number += 1
            name = posixpath.join(self._folder, f"{kind}{number}.xml")
        self._added[name] = self._serialised(root)
        types = self.root(_TYPES)
        if types is not None:
            space = str(types.tag).partition("}")[0] + "}"
            etree.SubElement(types, f"{space}Override", PartName=f"/{name}", ContentType=content_type)
        self._link(relation, posixpath.basename(name))

    def written(self) -> bytes:
        """The file; the very bytes it came in when nothing was changed."""
        changed: dict[str, bytes] = {
            name: other
            for name, root in self._roots.items()
            if (other := self._changed(name, root)) is not None
        }
        if not changed and not self._added:
            return self._data
        buffer = BytesIO()
        with ZipFile(buffer, "w") as target:
            for entry in self._archive.infolist():
                part = entry.filename
                # A copy: writing sets the place in the new file, and we may have to read the old one again.
                new = changed.pop(part) if part in changed else self._archive.read(part)
                target.writestr(copy.copy(entry), new)
            for name, data in {**self._added, **changed}.items():
                fresh = ZipInfo(name, _STEADY)
                fresh.compress_type = ZIP_DEFLATED
                target.writestr(fresh, data)
        return buffer.getvalue()

    @property
    def _folder(self) -> str:
        return posixpath.dirname(self.main)

    @property
    def _links(self) -> str:
        folder, name = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def _link(self, relation: str, target: str) -> None:
        links = self.root(self._links)
        if links is None:
            links = etree.fromstring(f'<Relationships xmlns="{PACKAGE_LINKS}"/>')
            self._roots[self._links] = links
        taken = {link.get("Id") for link in links}
        number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        etree.SubElement(
            links, f"{{{PACKAGE_LINKS}}}Relationship", Id=f"rId{number}", Type=relation, Target=target
        )

    @cached_property
    def _strict(self) -> bool:
        return self.main in self._archive.namelist() and STRICT[0][0] in self._archive.read(self.main)

    def _parsed(self, name: str) -> etree._Element:
        data = self._archive.read(name)
        if self._strict:
            for strict, usual in STRICT:
                data = data.replace(strict, usual)
        return etree.fromstring(data, _PARSER)

    def _changed(self, name: str, root: etree._Element) -> bytes | None:
        if name in self._archive.namelist() and etree.tostring(self._parsed(name)) == etree.tostring(root):
            return None
        return self._serialised(root)

    def _serialised(self, root: etree._Element) -> bytes:
        data: bytes = etree.tostring(
            root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
        )
        if self._strict:
            for strict, usual in STRICT:
                data = data.replace(usual, strict)
        return data
