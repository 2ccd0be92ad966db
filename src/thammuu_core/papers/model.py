"""Frozen values: Paper > Story > Paragraph | Table > Row > Cell > Paragraph | Table; a Paragraph holds Runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from thammuu_core.errors import Problem
from thammuu_core.papers.forms import Form, SectionForm

BODY = "body"
"""Name of the main story."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one paragraph's text with one effective formatting: styles, defaults and direct settings resolved."""

    start: int
    end: int
    """Offsets into the paragraph's text; the runs of a paragraph are in order and do not overlap."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float | None = None
    """Points."""
    font: str | None = None
    colour: str | None = None
    """RRGGBB, or None for automatic."""
    caps: bool = False
    """Shown in capitals whatever is typed."""
    strike: bool = False
    """Struck through, by one line or two."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `label` is the automatic number a reader sees before it, and is not part of `text`."""

    text: str
    label: str = ""
    """As shown: "1.", "a)", "-"; empty when the number, if any, is typed in the text."""
    depth: int | None = None
    """List level of an automatic label, 0 the outermost."""
    style: str | None = None
    """Name of the paragraph style."""
    heading: int | None = None
    """Outline level of the style, 1 the outermost; None for body text."""
    align: str | None = None
    """left, center, right, both."""
    runs: tuple[Run, ...] = ()
    page: int | None = None
    """Page on which it starts, from 1; known for PDF and scans."""
    confidence: float | None = None
    """Mean confidence of recognised words, 0 to 1; None where nothing was recognised by OCR."""
    mark: str | None = None
    """Identity the file itself carries for this paragraph (w14:paraId, bookmark, content control), if any."""
    form: Form | None = None
    """How it stands on the page; known only when a .docx was read with its forms."""

    @property
    def bold(self) -> bool:
        """Every letter is bold."""
        return bool(self.runs) and all(
            run.bold for run in self.runs if self.text[run.start : run.end].strip()
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """One real cell; a cell merged over several columns or rows stands once, at its top left."""

    blocks: tuple[Block, ...]
    column: int = 0
    """Grid column of its left edge, from 0."""
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """The words of the cell, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in paragraphs(self.blocks))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    header: bool = False
    """Marked by its author to repeat on each page."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `bordered` is False for the invisible tables that lay out header and signature blocks."""

    rows: tuple[Row, ...]
    bordered: bool = True
    page: int | None = None


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its place in the story's text."""

    paragraph: Paragraph
    start: int
    """Offset of its first character in `Story.text`."""
    table: tuple[int, ...] = ()
    """Empty outside tables; else block index of the table, row, cell of the outermost table it stands in."""


@dataclass(frozen=True, slots=True)
class Story:
    """One continuous text: the body, a header, a footer, a note, a text box."""

    name: str
    """`body`, `header:1`, `footer:1`, `footnote:3`, `endnote:1`, `textbox:2`."""
    blocks: tuple[Block, ...]
    _lines: tuple[Line, ...] | None = field(default=None, init=False, repr=False, compare=False)
    _text: str | None = field(default=None, init=False, repr=False, compare=False)
    """Both put together when first asked for, and kept: whoever compares stories asks again and again."""

    @property
    def text(self) -> str:
        """All of its words: paragraphs in document order, table cells row by row, joined by a line feed."""
        if self._text is None:
            object.__setattr__(self, "_text", "\n".join([line.paragraph.text for line in self.lines()]))
        return self._text or ""

    def lines(self) -> tuple[Line, ...]:
        """Its paragraphs in order, each with its offset in `text` and its place in a table."""
        if self._lines is None:
            object.__setattr__(self, "_lines", tuple(_lines_of(self.blocks)))
        return self._lines or ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One file as read."""

    format: str
    """docx, pdf, scan, text."""
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    """What the file says of itself: title, creator, application; keys in English, values as found."""
    pages: int | None = None
    sections: tuple[SectionForm, ...] = ()
    """Paper and margins, in order; known only when a .docx was read with its forms."""

    @property
    def body(self) -> Story:
        """The main story; an empty one if the file has none."""
        return next((story for story in self.stories if story.name == BODY), Story(BODY, ()))


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph of the blocks in document order, those of tables included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


def _lines_of(blocks: tuple[Block, ...]) -> Iterator[Line]:
    start = 0
    for index, block in enumerate(blocks):
        for paragraph, place in _placed(block, index):
            yield Line(paragraph, start, place)
            start += len(paragraph.text) + 1


def _placed(block: Block, index: int) -> Iterator[tuple[Paragraph, tuple[int, ...]]]:
    if isinstance(block, Paragraph):
        yield block, ()
        return
    for r, row in enumerate(block.rows):
        for c, cell in enumerate(row.cells):
            for paragraph in paragraphs(cell.blocks):
                yield paragraph, (index, r, c)
