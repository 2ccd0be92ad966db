"""A paper as the page draws it: leaves of paragraphs and tables in the look of the file, problems marked at their place.

Looks become classes, because the policy of the page refuses inline styles: what is drawn is near to the page in Word,
not equal to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from thammuu.web.drafting.problems import SEVERITIES, Problem
from thammuu_core.outline.parts import split
from thammuu_core.papers import BODY, Block, Paper, Paragraph, Run, Table

_BODY_SIZE = 14
_SIZES = range(8, 23)
_MARK = "bookmark:"
_GRAVEST = tuple(SEVERITIES)
_INDENT = 5.0
"""Millimetres of one step of indentation."""
_DEEPEST = 8
_SPACED = 3.0
"""Points above which a paragraph stands apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look; `begins` are the problems whose place starts here."""

    words: str
    look: str
    begins: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `id` is its address on the page, `permanent` the id that the file itself carries."""

    id: str
    permanent: str
    look: str
    label: str
    bold: bool
    """Whether the label is, as what follows it."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: tuple[Words | Grid, ...]
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; without borders it lays out a head or a signature."""

    id: str
    bordered: bool
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on paper of one orientation, begun anew by an annex."""

    blocks: tuple[Words | Grid, ...]
    landscape: bool


@dataclass(frozen=True, slots=True)
class Aside:
    """A story beside the main one: a text box, a note, a running head."""

    name: str
    paragraphs: tuple[str, ...]


def leaves(paper: Paper, problems: Iterable[Problem]) -> tuple[Leaf, ...]:
    """The main story."""
    drawing = _Drawing(problems)
    drawn = [drawing.block(block) for block in paper.body.blocks]
    starts = sorted({0, *(one.first_block for one in paper.sections), *_annexes(paper)})
    cuts = [*(start for start in starts if start < len(drawn)), len(drawn)]
    return tuple(Leaf(tuple(drawn[start:stop]), _landscape(paper, start)) for start, stop in pairwise(cuts))


def asides(paper: Paper) -> tuple[Aside, ...]:
    """The other stories that have words."""
    told = (
        Aside(story.name.partition(":")[0], tuple(line for line in story.text.splitlines() if line.strip()))
        for story in paper.stories
        if story.name != BODY
    )
    return tuple(one for one in told if any(any(map(str.isalpha, line)) for line in one.paragraphs))


def _annexes(paper: Paper) -> Iterator[int]:
    return (annex.start for annex in split(paper.body.blocks).annexes)


def _landscape(paper: Paper, block: int) -> bool:
    return next((one.landscape for one in reversed(paper.sections) if one.first_block <= block), False)


class _Drawing:
    """Goes through the story once, counting as `Story.lines` and `outline` count."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.index = self.paragraphs = self.tables = 0
        self.problems: dict[int, list[Problem]] = defaultdict(list)
        for problem in problems:
            if problem.spot:
                self.problems[problem.spot.paragraph].append(problem)

    def block(self, block: Block) -> Words | Grid:
        """A block of the story itself, which has an address of its own."""
        if isinstance(block, Paragraph):
            self.paragraphs += 1
            return self._paragraph(block, f"p{self.paragraphs}")
        self.tables += 1
        return self._table(block, f"t{self.tables}")

    def _inner(self, block: Block) -> Words | Grid:
        return self._paragraph(block, "") if isinstance(block, Paragraph) else self._table(block, "")

    def _table(self, table: Table, address: str) -> Grid:
        rows = [
            tuple(Cell(tuple(map(self._inner, cell.blocks)), cell.columns, cell.rows) for cell in row.cells)
            for row in table.rows
        ]
        heads = next((at for at, row in enumerate(table.rows) if not row.header), len(rows))
        return Grid(address, table.bordered, tuple(rows[:heads]), tuple(rows[heads:]))

    def _paragraph(self, paragraph: Paragraph, address: str) -> Words:
        problems = self.problems.get(self.index, [])
        self.index += 1
        permanent = (
            (paragraph.mark or "").removeprefix(_MARK) if (paragraph.mark or "").startswith(_MARK) else ""
        )
        pieces = tuple(_pieces(paragraph, problems))
        return Words(
            address, permanent, " ".join(_looks(paragraph)), paragraph.label, _starts_bold(paragraph), pieces
        )


def _looks(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.align in ("center", "right", "both"):
        yield f"is-{paragraph.align}"
    if not paragraph.text.strip():
        yield "is-blank"
    if (form := paragraph.form) is None:
        return
    if form.first >= _INDENT:
        yield "is-first"
    if steps := min(round(max(form.left + min(form.first, 0.0), 0.0) / _INDENT), _DEEPEST):
        yield f"in-{steps}"
    if form.before + form.after >= _SPACED:
        yield "is-apart"
    if form.border_below or form.drawn_line:
        yield "is-ruled"


def _starts_bold(paragraph: Paragraph) -> bool:
    return bool(paragraph.runs) and paragraph.runs[0].bold


def _pieces(paragraph: Paragraph, problems: list[Problem]) -> Iterator[Piece]:
    """The text cut wherever a look or the place of a problem begins or ends."""
    text, length = paragraph.text, len(paragraph.text)
    places = [(min(one.spot.start, length), min(one.spot.end, length), one) for one in problems if one.spot]
    edges = {place for start, stop, _ in places for place in (start, stop)}
    edges |= {place for run in paragraph.runs for place in (run.start, run.end)}
    cuts = sorted({0, length, *(place for place in edges if 0 <= place <= length)})
    for start, stop in pairwise(cuts):
        run = next(
            (one for one in paragraph.runs if one.start <= start and stop <= one.end), Run(start, stop)
        )
        over = [one for first, last, one in places if first <= start and stop <= last]
        begins = tuple(one for first, _, one in places if first == start)
        yield Piece(text[start:stop], " ".join((*_faces(run), *_lit(over))), begins)
    if late := tuple(one for first, _, one in places if first == length):
        yield Piece("", "", late)


def _faces(run: Run) -> Iterator[str]:
    for name, holds in (("b", run.bold), ("i", run.italic), ("u", run.underline), ("caps", run.caps)):
        if holds:
            yield f"is-{name}"
    size = round(run.size or _BODY_SIZE)
    if size != _BODY_SIZE and size in _SIZES:
        yield f"pt-{size}"


def _lit(problems: list[Problem]) -> Iterator[str]:
    if problems:
        yield f"lit lit--{min((one.severity for one in problems), key=_GRAVEST.index)}"
