"""One part of a Word file as spans of its bytes: rows, paragraphs, texts; and the placeholders that stand in them.

Nothing is written anew from a tree: what is filled in is spliced into the bytes, so that everything else, down to the
blanks in a tag, stays as the agency's word processor wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from thammuu_core.compositions import lines
from thammuu_core.compositions.filling.refusals import BrokenPlaceholder
from thammuu_core.compositions.model import Count, Name, Sum
from thammuu_core.compositions.refusals import BadTemplate
from thammuu_core.intake.refusals import DamagedFile, UnsafeMarkup
from thammuu_core.wordml.names import WORD

_WORDS = (WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main")
_KEPT = frozenset(("p", "tr", "tbl", "tc", "t"))
_GAPS = frozenset(("br", "tab", "cr"))
_MARK = re.compile(r"\{\{(?P<name>[^{}]*)\}\}")
_LOOSE = re.compile(r"\{\{|\}\}")
_DECLARED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8)", re.IGNORECASE)
_TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
STORIES = {"document": "thân văn bản", "header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích",
           "endnotes": "chú thích cuối"}  # fmt: skip
"""Parts in which placeholders are filled, by the letters of their names."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stands between the braces, and where, in words that a reader would say."""

    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A placeholder in a paragraph: its letters from `start` to `end` of the paragraph's text."""

    start: int
    end: int
    value: Name | Count | Sum
    shown: Placeholder


@dataclass(slots=True)
class Node:
    """A row, a paragraph, a cell, a table or a text: its bytes from `start` to `end`."""

    what: str
    start: int
    end: int = 0
    children: list[Node] = field(default_factory=list)
    text: str = ""
    """Of a text: its letters; of a paragraph: those of its own texts together."""
    inner: int = 0
    """Of a text: where its letters begin in the bytes; they end where the closing tag begins."""
    close: int = 0
    marks: list[Mark] = field(default_factory=list)

    def all_marks(self) -> Iterator[Mark]:
        """Those of the paragraphs in it."""
        yield from self.marks
        for child in self.children:
            yield from child.all_marks()

    @property
    def texts(self) -> Iterator[Node]:
        """Of a paragraph: its own texts, not those of paragraphs in its text boxes."""
        return (child for child in self.children if child.what == "t")


def story(part: str) -> str:
    """ "đầu trang" for "word/header1.xml"; empty for a part that is not filled."""
    folder, _, name = part.rpartition("/")
    return (
        STORIES.get(re.sub(r"\d*\.xml$", "", name), "") if folder == "word" and name.endswith(".xml") else ""
    )


def read(part: str, data: bytes) -> Node:
    """The rows, paragraphs and texts of a part, with their placeholders. Raises BrokenPlaceholder, DamagedFile."""
    if _DECLARED.match(data):
        raise UnsafeMarkup(part)
    root = _Builder(data).read()
    _Places(story(part)).mark(root)
    return root


class _Builder:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._stack = [Node("part", 0, len(data))]
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._finish
        self._parser.CharacterDataHandler = self._letters

    def read(self) -> Node:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            raise DamagedFile from error
        return self._stack[0]

    def _begin(self, name: str, _attributes: dict[str, Any]) -> None:
        space, _, local = name.rpartition(" ")
        if space not in _WORDS or local not in _KEPT | _GAPS:
            return
        if local in _GAPS:
            if paragraph := self._paragraph():
                paragraph.children.append(Node("gap", self._parser.CurrentByteIndex, text="\n"))
            return
        at = self._parser.CurrentByteIndex
        tag = _TAG.match(self._data, at)
        node = Node(local, at, inner=tag.end() if tag else at)
        self._stack[-1].children.append(node)
        self._stack.append(node)

    def _paragraph(self) -> Node | None:
        return self._stack[-1] if self._stack[-1].what == "p" else None

    def _letters(self, text: str) -> None:
        if self._stack[-1].what == "t":
            self._stack[-1].text += text

    def _finish(self, name: str) -> None:
        space, _, local = name.rpartition(" ")
        if space not in _WORDS or local not in _KEPT:
            return
        node = self._stack.pop()
        if self._data[node.start : node.inner].endswith(b"/>"):  # expat is then already behind the tag
            node.close = node.end = node.inner
            return
        node.close = self._parser.CurrentByteIndex
        tag = _TAG.match(self._data, node.close)
        node.end = tag.end() if tag else node.close


class _Places:
    """Finds the placeholders of paragraphs and says where each stands."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._paragraphs = self._tables = 0

    def mark(self, node: Node, table: int = 0, row: int = 0) -> None:
        """Fill in `text` and `marks` of the paragraphs below."""
        rows = 0
        for child in node.children:
            if child.what == "tbl":
                self._tables += 1
                self.mark(child, self._tables)
            elif child.what == "tr":
                rows += 1
                self.mark(child, table, rows)
            else:
                if child.what == "p":
                    self._paragraphs += 1
                    self._take(child, self._where(table, row))
                self.mark(child, table, row)

    def _where(self, table: int, row: int) -> str:
        place = f"bảng {table}, dòng {row}" if row else f"đoạn {self._paragraphs}"
        return f"{self._name}, {place}"

    def _take(self, paragraph: Node, where: str) -> None:
        paragraph.text = "".join(child.text for child in paragraph.children if child.what in ("t", "gap"))
        bare = _MARK.sub("", paragraph.text)
        if _LOOSE.search(bare):
            raise BrokenPlaceholder(where, f"chỗ điền trong “{paragraph.text.strip()[:80]}” thiếu ngoặc.")
        for found in _MARK.finditer(paragraph.text):
            try:
                value = lines.value(found["name"], 0)
            except BadTemplate as wrong:
                raise BrokenPlaceholder(where, "chỗ điền để trống.") from wrong
            shown = Placeholder(" ".join(found["name"].split()), where)
            paragraph.marks.append(Mark(found.start(), found.end(), value, shown))
