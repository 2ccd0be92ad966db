"""A story as what is aligned: lines of its paragraphs, and rows of its tables, with their places in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from thammuu_core.papers import Line, Story
from thammuu_core.redlines.canon import canonical, typed_label


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or a row or cell with its `parts`; [start, end) of the story's text, its own line end left out."""

    start: int
    end: int
    key: str
    label: str = ""
    """The automatic one; of a line only."""
    parts: tuple[Unit, ...] = ()
    """Cells of a row."""
    lines: tuple[Unit, ...] = ()
    """Lines of a cell that hold words."""
    is_row: bool = False

    @property
    def shown(self) -> str:
        """As a reader sees it, the automatic label included."""
        return canonical(f"{self.label} {self.key}") if self.label else self.key

    @property
    def words(self) -> str:
        """Without a label, typed or automatic."""
        return self.key if self.is_row else self.key[typed_label(self.key) :] or self.key


def units(story: Story) -> tuple[Unit, ...]:
    """What holds words, in order: empty lines and rows are left out, for they come and go unmeant."""
    made: list[Unit] = []
    for place, lines in groupby(story.lines(), key=lambda line: line.table[:2]):
        here = tuple(lines)
        made += (_row(here),) if place else (unit for line in here for unit in _lines(line))
    return tuple(unit for unit in made if unit.key)


def _row(lines: Iterable[Line]) -> Unit:
    cells = tuple(_cell(tuple(of)) for _, of in groupby(lines, key=lambda line: line.table[2]))
    said = "\n".join(cell.key for cell in cells)
    return Unit(cells[0].start, cells[-1].end, said if said.strip() else "", parts=cells, is_row=True)


def _cell(lines: tuple[Line, ...]) -> Unit:
    inside = tuple(unit for line in lines for unit in _lines(line) if unit.key)
    last = lines[-1]
    end = last.start + len(last.paragraph.text)
    return Unit(lines[0].start, end, "\n".join(unit.key for unit in inside), lines=inside)


def _lines(line: Line) -> Iterator[Unit]:
    """A paragraph with line breaks is as many lines: whether a break ends a paragraph is form."""
    text, label = line.paragraph.text, line.paragraph.label
    if "\n" not in text:
        yield Unit(line.start, line.start + len(text), canonical(text), label)
        return
    start = line.start
    for piece in text.split("\n"):
        yield Unit(start, start + len(piece), canonical(piece), label if start == line.start else "")
        start += len(piece) + 1
