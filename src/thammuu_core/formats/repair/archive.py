"""The parts of a Word file that is being mended; parts nobody touches keep their bytes."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from thammuu_core.wordml.names import P

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_STORY_PARTS = ("header", "footer", "footnotes", "endnotes", "document")


class Archive:
    """One file, taken apart. The gate has looked at it before: it is no bomb, has no DOCTYPE, no macro."""

    def __init__(self, data: bytes) -> None:
        self._archive = ZipFile(BytesIO(data))
        self._data = data
        self._roots: dict[str, etree._Element] = {}

    @cached_property
    def main(self) -> str:
        """Name of the main part; by its type, since nothing says that it is called document.xml."""
        types = etree.fromstring(self._archive.read("[Content_Types].xml"), _PARSER)
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
                self._roots[name] = etree.fromstring(self._archive.read(name), _PARSER)
            except (KeyError, etree.XMLSyntaxError):
                return None
        return self._roots[name]

    @cached_property
    def paragraphs(self) -> list[etree._Element]:
        """Every `w:p` of the main part, in document order: `Form.source` counts them."""
        root = self.root(self.main)
        return [] if root is None else list(root.iter(P))

    def written(self) -> bytes:
        """The file; the very bytes it came in when nothing was changed."""
        changed = {name: new for name, root in self._roots.items() if (new := self._changed(name, root))}
        if not changed:
            return self._data
        buffer = BytesIO()
        with ZipFile(buffer, "w") as target:
            for entry in self._archive.infolist():
                target.writestr(entry, changed.get(entry.filename) or self._archive.read(entry.filename))
        return buffer.getvalue()

    def _changed(self, name: str, root: etree._Element) -> bytes | None:
        before = etree.fromstring(self._archive.read(name), _PARSER)
        if etree.tostring(before) == etree.tostring(root):
            return None
        return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
