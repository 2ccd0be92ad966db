"""From the blocks of a paper to provisions with ids, in document order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thammuu_core.outline.headings import heading, in_capitals
from thammuu_core.outline.labels import Label, labels
from thammuu_core.outline.lines import words_of
from thammuu_core.outline.nesting import nest
from thammuu_core.papers import Block, Paragraph, Row, Table
from thammuu_core.papers.model import paragraphs
from thammuu_core.provisions import Level, Provision
from thammuu_core.text.letters import SMALL

_NAMED_BELOW = frozenset({Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION})
_CONTINUES = re.compile(rf"\s*[-–—]\s?[\d{SMALL}]")
_ENDED = re.compile(r"[.;:,!?)\]”\"…/]\W*$")
_QUOTE_LIMIT = 120
_NOTHING = Paragraph("")
_STEP = re.compile(r"\d+(?:\.\d+)*|[IVXLC]+|[A-ZĐ]|[a-zđ]")


@dataclass
class Counter:
    """Hands out p1, p2, … and t1, t2, … in document order."""

    paragraphs: int = 0
    tables: int = 0

    def paragraph(self) -> str:
        self.paragraphs += 1
        return f"p{self.paragraphs}"

    def table(self) -> str:
        self.tables += 1
        return f"t{self.tables}"


@dataclass
class _Node:
    block: Block
    label: Label | None
    children: list[_Node] = field(default_factory=list)


def flat(blocks: Sequence[Block], counter: Counter) -> tuple[Provision, ...]:
    """Blocks without labels: headers, signatures, notes."""
    return tuple(_provision(_Node(block, None), counter) for block in blocks)


def tree(blocks: Sequence[Block], counter: Counter) -> tuple[Provision, ...]:
    """Blocks nested by their labels."""
    quoted = _quoted(blocks)
    readings = [_readings(blocks, index) if index not in quoted else [] for index in range(len(blocks))]
    firm = [_is_firm(block, found) for block, found in zip(blocks, readings, strict=True)]
    roots: list[_Node] = []
    nodes: list[_Node] = []
    for block, (parent, label) in zip(blocks, nest(readings, firm), strict=True):
        node = _Node(block, label)
        nodes.append(node)
        (roots if parent < 0 else nodes[parent].children).append(node)
    return tuple(_provision(node, counter) for node in roots)


def _is_firm(block: Block, readings: Sequence[Label]) -> bool:
    """Labels of the word processor, and Roman numbers of titles in capitals, stand even where out of order."""
    if not isinstance(block, Paragraph) or not readings:
        return False
    roman = readings[0].level is Level.ROMAN and not readings[0].guessed
    return bool(block.label) or (roman and in_capitals(" ".join(block.text[readings[0].end :].split()[:2])))


def _readings(blocks: Sequence[Block], index: int) -> list[Label]:
    block = blocks[index]
    if not isinstance(block, Paragraph):
        return []
    if block.label:
        return _automatic(block)
    found = labels(block.text)
    return [] if found and _is_inside_sentence(blocks, index) else found


def _is_inside_sentence(blocks: Sequence[Block], index: int) -> bool:
    """Whether the dash that begins a block is one of a sentence that a converter cut: "giai đoạn 2026 ⏎ - 2030"."""
    below = blocks[index + 1] if index + 1 < len(blocks) else _NOTHING
    before, text, after = map(words_of, (blocks[index - 1], blocks[index], below))
    if not index or not before or _ENDED.search(before) or not _CONTINUES.match(text):
        return False
    listed = any(_CONTINUES.match(neighbour) for neighbour in (before, after))
    return (before[-1].isdigit() and text.strip("-–— ")[:1].isdigit()) or not listed


def _automatic(block: Paragraph) -> list[Label]:
    """A label that the word processor shows; what cannot be read as a number is a bullet of its list level."""
    found = [label for label in labels(block.label + " x") if label.end <= len(block.label) + 1]
    if found and found[0].scheme not in ("-", "+", "bullet", "*"):
        return found
    mark = found[0].name if found else block.label.strip()
    level = Level.PLUS if mark == "+" else Level.DASH
    depth = block.depth or 0
    scheme = {"-": "-", "+": "+"}.get(mark, "bullet") if not depth else f"bullet:{depth}"
    return [Label(level, scheme, (), mark, mark, 0)]


def _quoted(blocks: Sequence[Block]) -> set[int]:
    """Blocks inside a quotation that runs over several paragraphs, as in amending acts: their labels are not ours."""
    inside: set[int] = set()
    index = 0
    while index < len(blocks):
        stop = _quotation_end(blocks, index)
        inside.update(range(index, stop))
        index = max(stop, index + 1)
    return inside


def _quotation_end(blocks: Sequence[Block], start: int) -> int:
    block = blocks[start]
    text = block.text.lstrip() if isinstance(block, Paragraph) else ""
    if not text.startswith(("“", '"', "«")):
        return start
    for index in range(start, min(start + _QUOTE_LIMIT, len(blocks))):
        block = blocks[index]
        body = block.text if isinstance(block, Paragraph) else "\n".join(p.text for p in paragraphs((block,)))
        body = body[1:] if index == start else body
        if re.search(r"[”\"»]\W*$", body.strip()):
            return index + 1
    return start


def _provision(node: _Node, counter: Counter) -> Provision:
    if isinstance(node.block, Table):
        return _table(node.block, counter)
    paragraph, label = node.block, node.label
    identity = counter.paragraph()
    children = tuple(_provision(child, counter) for child in node.children)
    if label is None:
        return Provision(identity, Level.TEXT, paragraph.text, children=children, page=paragraph.page)
    words = 0 if paragraph.label else label.end
    words += len(paragraph.text[words:]) - len(paragraph.text[words:].lstrip(" \t*_\u00a0"))
    named = any(child.label for child in node.children)
    title = heading(paragraph, label, words, named) or _title_below(node)
    return Provision(
        identity,
        label.level,
        paragraph.text,
        label.name,
        paragraph.label.strip() or label.shown,
        title,
        words,
        children,
        page=paragraph.page,
    )


def _title_below(node: _Node) -> str | None:
    """Chapters are often named on the line under their number."""
    if not node.label or node.label.level not in _NAMED_BELOW:
        return None
    lines: list[str] = []
    for child in node.children:
        text = child.block.text.strip(" *_") if isinstance(child.block, Paragraph) else ""
        if child.label or (text and lines and not in_capitals(text)) or isinstance(child.block, Table):
            break
        if text:
            lines.append(text)
    return " ".join(" ".join(lines).split()) or None


def _table(table: Table, counter: Counter) -> Provision:
    identity = counter.table()
    rows = tuple(_row(row, f"{identity}r{place}") for place, row in enumerate(table.rows, 1))
    return Provision(identity, Level.TABLE, "", children=rows, page=table.page)


def _row(row: Row, identity: str) -> Provision:
    words = [paragraph.text for cell in row.cells for paragraph in paragraphs(cell.blocks)]
    cells = tuple(cell.text for cell in row.cells) if words else ()
    label, title = _row_label([" ".join(cell.split()) for cell in cells])
    columns = tuple(cell.column for cell in row.cells) if words else ()
    return Provision(identity, Level.ROW, "\n".join(words), label, label, title, cells=cells, columns=columns)


def _row_label(cells: list[str]) -> tuple[str, str | None]:
    """The number in a row's first cell; a row with one cell of words is a title inside the table."""
    filled = [cell.strip("* ") for cell in cells if cell.strip("* ")]
    if not filled:
        return "", None
    if len(filled) == 1:
        found = labels(filled[0])
        return (found[0].name, filled[0][found[0].end :].strip()) if found else ("", filled[0])
    number = filled[0].rstrip(".)") if cells[0].strip() else ""
    if not _STEP.fullmatch(number):
        return "", None
    return number, filled[1] if len(filled) == 2 else None
