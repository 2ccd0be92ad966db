"""Which blocks of a letter are its form and which its body; what speaks is body wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core.opinions.prose.phrases import asks, small
from thammuu_core.outline.backs import back_start
from thammuu_core.outline.parts import split
from thammuu_core.papers import BODY, Block, Paper, Paragraph, Table
from thammuu_core.papers.model import paragraphs

_MARGIN = ("header", "footer")
_LONG = 160
"""Characters of a paragraph that is no line of a recipients' list or a signature."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The blocks of the body, and the lines of form before, in and after it."""

    body: tuple[Block, ...]
    annex: tuple[Block, ...]
    """What follows the signature: a table of opinions, notes."""
    front: tuple[str, ...]
    back: tuple[str, ...]


def parts(paper: Paper) -> Parts:
    """Take a letter apart; names of annexes are form, and the opinions in them are body."""
    blocks = paper.body.blocks
    found = split(blocks)
    start = found.body
    stop = _back(blocks, start)
    after = found.stop if found.stop > stop else _annexed(blocks, stop)
    front, spoken = _sifted(blocks[:start], heading=True)
    back, late = _sifted(blocks[stop:after], heading=False)
    named = {
        index for annex in found.annexes if annex.start >= stop for index in range(annex.start, annex.content)
    }
    titles, titled = _sifted(tuple(blocks[index] for index in sorted(named)), heading=True)
    rest = tuple(block for index, block in enumerate(blocks) if index >= after and index not in named)
    stories = [story for story in paper.stories if story.name != BODY]
    margins = _lines(block for story in stories if story.name.startswith(_MARGIN) for block in story.blocks)
    others = tuple(block for story in stories if not story.name.startswith(_MARGIN) for block in story.blocks)
    return Parts(
        (*spoken, *blocks[start:stop]), (*late, *titled, *rest, *others), front, (*back, *titles, *margins)
    )


def _back(blocks: tuple[Block, ...], start: int) -> int:
    """Where recipients or signature begin; a line that asks for something about recipients is none."""
    stop = back_start(blocks, start)
    while stop < len(blocks) and isinstance(blocks[stop], Paragraph) and asks(_text(blocks[stop])):
        stop = back_start(blocks, stop + 1)
    return stop


def _annexed(blocks: tuple[Block, ...], stop: int) -> int:
    """Where what follows the signature begins: a table of opinions, a paragraph too long for a signature."""
    for index in range(stop, len(blocks)):
        if index > stop and (_is_table(blocks[index]) or len(_text(blocks[index])) > 2 * _LONG):
            return index
    return len(blocks)


def _sifted(blocks: tuple[Block, ...], heading: bool) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """The lines that are form, and the blocks among them that speak."""
    spoken = tuple(block for block in blocks if _speaks(block, heading))
    return _lines(block for block in blocks if not _speaks(block, heading)), spoken


def _speaks(block: Block, heading: bool) -> bool:
    if isinstance(block, Table):
        return _is_table(block)
    text = small(block.text).lstrip(" *_-–")
    if heading and text.startswith(("kính gửi", "v/v", "số", "về việc", "về ")):
        return False
    return asks(block.text) and len(text.split()) > 4


def _is_table(block: Block) -> bool:
    """A table with borders that has columns of words, unlike those that lay out header and signature."""
    return (
        isinstance(block, Table)
        and block.bordered
        and len(block.rows) > 1
        and max(len(row.cells) for row in block.rows) > 2
    )


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _lines(blocks: Iterator[Block]) -> tuple[str, ...]:
    return tuple(
        line for paragraph in paragraphs(tuple(blocks)) for line in paragraph.text.split("\n") if line.strip()
    )
