"""The bytes of a part with its placeholders filled: rows and paragraphs repeated, letters replaced, the rest copied."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape

from thammuu_core.compositions.facts import Known
from thammuu_core.compositions.filling.tree import Mark, Node
from thammuu_core.compositions.model import Kind, Name
from thammuu_core.rendering.letters import for_word

_ONCE = re.compile(
    rb"""\s\w+:(?:paraId|textId)\s*=\s*["'][^"']*["']"""
    rb"""|<(\w+):bookmark(?:Start|End)\b[^>]*?(?:/>|></\1:bookmark(?:Start|End)>)"""
)
"""What may stand only once in a file: left out of the copies of a row or paragraph."""
_SPACE = b' xml:space="preserve"'


def filled_part(data: bytes, tree: Node, known: Known) -> bytes:
    """The part filled."""
    return _Splicer(data).inside(tree, known, 0, len(data))


class _Splicer:
    def __init__(self, data: bytes) -> None:
        self._data = data

    def inside(self, node: Node, known: Known, start: int, end: int) -> bytes:
        """The bytes from `start` to `end`, with what is in the children filled."""
        made: list[bytes] = []
        for child in node.children:
            if child.what == "gap":
                continue
            made += [self._data[start : child.start], self._node(child, known)]
            start = child.end
        return b"".join((*made, self._data[start:end]))

    def _node(self, node: Node, known: Known) -> bytes:
        if not any(True for _ in node.all_marks()):
            return self._data[node.start : node.end]
        if node.what in ("tr", "p") and (path := _repeated(node, known)):
            return b"".join(self._copies(node, path, known))
        return self._once(node, known)

    def _copies(self, node: Node, path: tuple[str, ...], known: Known) -> Iterator[bytes]:
        """One for every row of the field; without rows one that shows what is missing."""
        rows = known.rows(path) or ({} if node.what == "tr" else None,)
        for place, row in enumerate(rows, 1):
            made = self._once(node, known.inside(path, row, place))
            yield made if place == 1 else _ONCE.sub(b"", made)

    def _once(self, node: Node, known: Known) -> bytes:
        if node.what != "p":
            return self.inside(node, known, node.start, node.end)
        return self._paragraph(node, known)

    def _paragraph(self, node: Node, known: Known) -> bytes:
        """Each value goes where its placeholder begins; the rest of the placeholder is cut out of its texts."""
        values = [(mark, _value(mark, known)) for mark in node.marks]
        made: list[bytes] = []
        at = node.start
        letters = 0
        for child in node.children:
            if child.what == "gap":
                letters += len(child.text)
                continue
            made.append(self._data[at : child.start])
            if child.what == "t":
                made.append(self._text(child, letters, values))
                letters += len(child.text)
            else:
                made.append(self._node(child, known))
            at = child.end
        return b"".join((*made, self._data[at : node.end]))

    def _text(self, text: Node, first: int, values: list[tuple[Mark, str]]) -> bytes:
        """A text whose letters are those of the paragraph from `first` on."""
        if not text.text:  # "<w:t/>" has no letters to take out, and no closing tag
            return self._data[text.start : text.end]
        last = first + len(text.text)
        touched = [(mark, value) for mark, value in values if mark.start < last and mark.end > first]
        if not touched:
            return self._data[text.start : text.end]
        made, at = "", first
        for mark, value in touched:
            made += text.text[at - first : max(mark.start - first, 0)]
            made += value if first <= mark.start else ""
            at = min(mark.end, last)
        return self._written(text, made + text.text[at - first :])

    def _written(self, text: Node, words: str) -> bytes:
        """The tags of the text around other words; a line break parts it in two texts."""
        opening, closing = self._data[text.start : text.inner], self._data[text.close : text.end]
        if b"xml:space" not in opening:
            opening = opening[:-1] + _SPACE + b">"
        name = re.match(rb"<(?:(\w+):)?", opening)
        prefix = name[1] + b":" if name and name[1] else b""
        gap = closing + b"<" + prefix + b"br/>" + opening
        return opening + gap.join(escape(line, quote=False).encode() for line in words.split("\n")) + closing


def _value(mark: Mark, known: Known) -> str:
    if isinstance(mark.value, Name) and known.value(mark.value.path) is None and _optional(mark.value, known):
        return ""
    return for_word(unicodedata.normalize("NFC", known.words(mark.value)))


def _optional(value: Name, known: Known) -> bool:
    field = known.template.field(*value.path)
    return field is not None and not field.required


def _repeated(node: Node, known: Known) -> tuple[str, ...] | None:
    """The field whose rows repeat this row or paragraph: the first that one of its placeholders names.

    A row of a table by a column of a field of rows; a paragraph, or a row, by {{mỗi …}}.
    """
    for mark in node.all_marks():
        if not isinstance(mark.value, Name):
            continue
        path = mark.value.path
        field = known.template.field(*path[:-1]) if len(path) > 1 else None
        if field and field.kind is Kind.ROWS and not known.holds(path[:-1]):
            if node.what == "tr" or mark.value.each:
                return path[:-1]
        elif mark.value.each and not known.holds(path):
            return path
    return None
