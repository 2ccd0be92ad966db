"""Where a provision stands, as a reader would say it: "II.3", "Phần A, I.2", "Điều 2.1", "Phụ lục I, dòng 12"."""

from __future__ import annotations

import re

from thammuu_core.provisions import Level, Outline, Provision
from thammuu_core.text.letters import CAPITALS

_FIRST_SENTENCE = re.compile(rf"(?<=[^.\s]{{2}}[.])\s(?=[{CAPITALS}])")
_SILENT = frozenset({Level.DASH, Level.PLUS, Level.TEXT, Level.TABLE})
_ENDS_WORDED = re.compile(r"(?:^|, )(?:Phần|Chương|Mục|Tiểu mục) [^.,]+$")
_WORDS = {
    Level.ARTICLE: "Điều",
    Level.PART: "Phần",
    Level.CHAPTER: "Chương",
    Level.SECTION: "Mục",
    Level.SUBSECTION: "Tiểu mục",
}


def said_label(node: Provision) -> str:
    """The label with its word where a reader says one: "Điều 2", "Phần thứ nhất"; else bare: "II", "a"."""
    word = _WORDS.get(node.level)
    if word is None:
        return node.label
    spelt = node.shown[len(word) :] if node.shown.casefold().startswith(word.casefold()) else node.label
    return f"{word} {spelt.strip(' .:-–')}"


def caption(node: Provision) -> str:
    """What a table of contents prints for a labelled node: its title, else its first sentence."""
    return node.heading or _FIRST_SENTENCE.split(" ".join(node.text[node.words :].split()), maxsplit=1)[0]


def where(outline: Outline) -> dict[str, str]:
    """Provision id to the path of labels that a reader would say; "" for what stands under no label."""
    found: dict[str, str] = {}
    for top in (*outline.front, *outline.body, *outline.back, *outline.notes):
        _walk(top, "", "", found)
    for attachment in outline.attachments:
        for top in (*attachment.front, *attachment.provisions):
            _walk(top, "", attachment.label, found)
    return found


def _walk(node: Provision, path: str, part: str, found: dict[str, str]) -> None:
    path = _step(node, path)
    found[node.id] = ", ".join(filter(None, (part, path)))
    rows = 0
    for child in node.children:
        if child.level is Level.ROW:
            rows += 1
            line = f"dòng {child.label or rows}"
            found[child.id] = ", ".join(filter(None, (part, path, line)))
        else:
            _walk(child, path, part, found)


def _step(node: Provision, path: str) -> str:
    """The path with this node's label: articles count through a document, a decimal repeats its parents' numbers."""
    if node.level in _SILENT or not node.label:
        return path
    if node.level is Level.ARTICLE:
        return said_label(node)
    if node.level in _WORDS:
        return f"{path}, {said_label(node)}" if path else said_label(node)
    parent, _, last = path.rpartition(".")
    if path == node.label or node.label.startswith(f"{path}."):
        return node.label
    if last and node.label.startswith(f"{last}."):
        return f"{parent}.{node.label}" if parent else node.label
    if not path:
        return node.label
    return f"{path}{', ' if _ENDS_WORDED.search(path) else '.'}{node.label}"
