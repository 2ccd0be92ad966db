"""A story as what is aligned: lines of its paragraphs, and rows of its tables, with their places in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from thammuu_core.papers import Block, Paragraph, Row, Story
from thammuu_core.redlines.canon import canonical, typed_label


class Unit(NamedTuple):
    """A line, a row or a cell; [start, end) of the story's text, its own line end left out.

    A named tuple, for hundreds are made of each copy and nearly all are only compared by their key.
    """

    start: int
    end: int
    key: str
    label: str = ""
    """The automatic one, of a line; of a cell if it holds nothing else."""
    table: int | None = None
    """Of a row: which block of the story its table is."""
    row: Row | None = None
    lines: tuple[Unit, ...] = ()
    """Of a cell: its lines that hold words."""

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.row is not None

    @property
    def shown(self) -> str:
        """As a reader sees it, the automatic label included."""
        return canonical(f"{self.label} {self.key}") if self.label else self.key

    @property
    def words(self) -> str:
        """Without a label, typed or automatic."""
        return self.key if self.is_row else self.key[typed_label(self.key) :] or self.key


class _Same:
    """A story for as long as it is looked up by being itself: reckoning a hash of its words would cost more."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def __hash__(self) -> int:
        return id(self.story)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.story is other.story


def units(story: Story) -> tuple[Unit, ...]:
    """What holds words, in order: empty lines and rows are left out, for they come and go unmeant."""
    return tuple(unit for unit in _all(story.blocks) if unit.key)


@lru_cache(maxsize=2)
def _remembered(same: _Same) -> tuple[Unit, ...]:
    return units(same.story)


def remembered(story: Story) -> tuple[Unit, ...]:
    """The same for the version sent, with which copy after copy is compared."""
    return _remembered(_Same(story))


def _all(blocks: Iterable[Block]) -> Iterator[Unit]:
    start = 0
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield from _lines(block, start)
            start += len(block.text) + 1
            continue
        for row in block.rows:
            texts = [cell.text for cell in row.cells]
            end = start + sum(map(len, texts)) + max(len(texts) - 1, 0)
            said = "\n".join(map(canonical, texts))
            yield Unit(start, end, said if said.strip() else "", table=index, row=row)
            start = end + (1 if texts else 0)


def _lines(paragraph: Paragraph, start: int) -> Iterator[Unit]:
    """A paragraph with line breaks is as many lines: whether a break ends a paragraph is form."""
    text, label = paragraph.text, paragraph.label
    if "\n" not in text:
        yield Unit(start, start + len(text), canonical(text), label)
        return
    for number, piece in enumerate(text.split("\n")):
        yield Unit(start, start + len(piece), canonical(piece), "" if number else label)
        start += len(piece) + 1


def cells_of(unit: Unit) -> tuple[Unit, ...]:
    """The cells of a row, empty ones too."""
    return tuple(_cells(unit)) if unit.row else ()


def _cells(unit: Unit) -> Iterator[Unit]:
    start = unit.start
    for cell in unit.row.cells if unit.row else ():
        length = len(cell.text)
        all_lines = lines_of(_all(cell.blocks))
        lines = (line for line in all_lines if line.key)
        placed = tuple(line._replace(start=line.start + start, end=line.end + start) for line in lines)
        label = "" if placed else next((line.label for line in all_lines if line.label), "")
        yield Unit(start, start + length, canonical(cell.text), label, lines=placed)
        start += length + 1


def lines_of(of: Iterable[Unit]) -> tuple[Unit, ...]:
    """The same units with rows taken apart into the lines of their cells."""
    return tuple(
        line
        for unit in of
        for line in ([x for cell in cells_of(unit) for x in cell.lines] if unit.is_row else (unit,))
    )
