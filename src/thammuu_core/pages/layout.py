"""Sheets of words to the blocks of a paper: one engine for text PDF and for scans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from thammuu_core.pages.columns import Sides, divided
from thammuu_core.pages.flow import Bounds, Line, leading, paragraph, paragraphs
from thammuu_core.pages.furniture import Parted, part
from thammuu_core.pages.joining import joined
from thammuu_core.pages.model import Sheet, Word
from thammuu_core.pages.rows import Row, rows
from thammuu_core.pages.tables import Box, Grid, grids
from thammuu_core.papers import BODY, Block, Cell, Paragraph, Story, Table
from thammuu_core.papers import Row as TableRow

_PADDING = 6.0
"""Points between a border and the words beside it, as word processors leave by default."""


@dataclass(frozen=True, slots=True)
class _Page:
    """One page taken apart: the rows of its body and the tables between them."""

    sheet: Sheet
    parted: Parted
    ruled: tuple[tuple[Grid, tuple[Word, ...]], ...]
    bounds: Bounds


def stories(sheets: Sequence[Sheet]) -> tuple[Story, ...]:
    """The body, then what stood at the edges of pages, then the notes: nothing of the words is lost."""
    pages = _pages(sheets)
    usual = leading([Line(row, page.bounds) for page in pages for row in page.parted.body])
    blocks = joined(list(_blocks(pages, usual)))
    found = [Story(BODY, tuple(blocks)), *_edges(pages), *_notes(pages, usual)]
    return tuple(story for story in found if story.blocks or story.name == BODY)


def _pages(sheets: Sequence[Sheet]) -> list[_Page]:
    ruled = [_ruled(sheet) for sheet in sheets]
    free = [
        (
            sheet,
            rows(
                (word for word in sheet.words if not any(grid.holds(word) for grid, _ in held)), sheet.number
            ),
        )
        for sheet, held in zip(sheets, ruled, strict=True)
    ]
    parts = part(free)
    usual = _usual_bounds([(sheet, parted) for (sheet, _), parted in zip(free, parts, strict=True)])
    return [
        _Page(sheet, _unmarked(parted), held, usual[sheet.number])
        for sheet, parted, held in zip(sheets, parts, ruled, strict=True)
    ]


def _ruled(sheet: Sheet) -> tuple[tuple[Grid, tuple[Word, ...]], ...]:
    found = []
    for grid in grids(sheet.rules):
        inside = tuple(word for word in sheet.words if grid.holds(word))
        if inside:
            found.append((grid, inside))
    return tuple(found)


def _unmarked(parted: Parted) -> Parted:
    """Marks of notes are no part of the text where the notes themselves were found."""
    if not parted.notes:
        return parted
    body = [replace(row, words=tuple(word for word in row.words if not word.raised)) for row in parted.body]
    return replace(parted, body=tuple(row for row in body if row.words))


def _usual_bounds(pages: Sequence[tuple[Sheet, Parted]]) -> dict[int, Bounds]:
    """The margins of each page, measured on its long lines; a page with few takes those of pages as wide."""
    measured: dict[int, Bounds | None] = {
        sheet.number: _margins(sheet, parted.body) for sheet, parted in pages
    }
    known: dict[int, list[Bounds]] = {}
    for sheet, _ in pages:
        bounds = measured[sheet.number]
        if bounds:
            known.setdefault(round(sheet.width / 20), []).append(bounds)
    found = {}
    for sheet, parted in pages:
        alike = known.get(round(sheet.width / 20), [])
        found[sheet.number] = measured[sheet.number] or _typical(alike) or _extent(sheet, parted.body)
    return found


def _margins(sheet: Sheet, body: Sequence[Row]) -> Bounds | None:
    long = [row for row in body if row.x1 - row.x0 > 0.55 * sheet.width]
    if len(long) < 4:
        return None
    return Bounds(_crowded(row.x0 for row in long), -_crowded(-row.x1 for row in long))


def _crowded(edges: Iterable[float]) -> float:
    """The outermost place where several lines begin: a single one that sticks out is no margin."""
    ordered = sorted(edges)
    needed = max(2, len(ordered) // 5)
    for at, edge in enumerate(ordered):
        near = [other for other in ordered[at:] if other - edge <= 4]
        if len(near) >= needed:
            return median(near)
    return ordered[0]


def _typical(known: Sequence[Bounds]) -> Bounds | None:
    if not known:
        return None
    return Bounds(median(bounds.left for bounds in known), median(bounds.right for bounds in known))


def _extent(sheet: Sheet, body: Sequence[Row]) -> Bounds:
    """Where no line is long: as much white at the right as at the left."""
    left = min((row.x0 for row in body), default=0.12 * sheet.width)
    return Bounds(left, max((sheet.width - left, *(row.x1 for row in body))))


def _blocks(pages: Sequence[_Page], usual: float) -> Iterator[Block]:
    """Blocks in reading order; lines flow on over the end of a page, tables and columns part them."""
    held: list[Line] = []
    for page in pages:
        for item in _items(page):
            if isinstance(item, Row):
                held.append(Line(item, page.bounds))
                continue
            yield from paragraphs(held, usual)
            held = []
            yield _layout_table(item, page, usual) if isinstance(item, Sides) else item
    yield from paragraphs(held, usual)


def _items(page: _Page) -> Iterator[Row | Sides | Table]:
    """Rows and tables of one page from the top."""
    rest = list(page.parted.body)
    for grid, inside in page.ruled:
        above = [row for row in rest if row.baseline < grid.ys[0]]
        rest = rest[len(above) :]
        yield from divided(above)
        yield _table(grid, inside, page.sheet)
    yield from divided(rest)


def _layout_table(sides: Sides, page: _Page, usual: float) -> Table:
    """Text side by side as the table without borders that Word would lay it out with."""
    middle = sum(sides.corridor) / 2
    left = _around(
        sides.left, Bounds(min(page.bounds.left, *(row.x0 for row in sides.left)), middle, sure=False)
    )
    right = _around(
        sides.right, Bounds(middle, max(page.bounds.right, *(row.x1 for row in sides.right)), sure=False)
    )
    laid = [
        TableRow((_side_cell(lines, left, 0, usual), _side_cell(others, right, 1, usual)))
        for lines, others in sides.parts()
    ]
    return Table(tuple(laid), bordered=False, page=page.sheet.number)


def _around(side: Sequence[Row], bounds: Bounds) -> Bounds:
    """Edges as far from the middle of centred lines on both sides; of lines set at the left, as they are."""
    middle = median(row.centre for row in side)
    centred = sum(abs(row.centre - middle) < 4 for row in side) * 2 > len(side)
    if not centred:
        return bounds
    half = max(min(middle - bounds.left, bounds.right - middle), max(row.x1 - row.x0 for row in side) / 2)
    return Bounds(middle - half, middle + half, sure=False)


def _side_cell(side: Sequence[Row], bounds: Bounds, column: int, usual: float) -> Cell:
    lines = [Line(row, bounds) for row in side]
    return Cell(tuple(paragraphs(lines, max(usual, 1.35))), column)


def _table(grid: Grid, inside: Sequence[Word], sheet: Sheet) -> Table:
    held = {box: rows([word for word in inside if box.holds(word)], sheet.number) for box in grid.boxes}
    laid: list[list[Cell]] = [[] for _ in grid.ys[1:]]
    for box, found in held.items():
        column = [row for other, others in held.items() if _span(other) == _span(box) for row in others]
        laid[box.row].append(_cell(box, found, _cell_bounds(box, column), sheet))
    return Table(tuple(TableRow(tuple(cells)) for cells in laid if cells), page=sheet.number)


def _span(box: Box) -> tuple[int, int]:
    return box.column, box.columns


def _cell_bounds(box: Box, column: Sequence[Row]) -> Bounds:
    """The edges of a cell's lines: as far as words of its column reach, if they reach near to the border."""
    width = box.x1 - box.x0
    left = min((row.x0 for row in column), default=box.x0)
    right = max((row.x1 for row in column), default=box.x1)
    padding = min(_PADDING, max(left - box.x0, 0.5))
    near = box.x1 - right < max(0.2 * width, 2 * padding)
    return Bounds(box.x0 + padding, right if near else box.x1 - padding)


def _cell(box: Box, found: Sequence[Row], bounds: Bounds, sheet: Sheet) -> Cell:
    lines = [Line(row, bounds) for row in found]
    blocks: tuple[Block, ...] = tuple(paragraphs(lines, leading(lines))) or (
        Paragraph("", page=sheet.number),
    )
    return Cell(blocks, box.column, box.columns, box.rows)


def _edges(pages: Sequence[_Page]) -> Iterator[Story]:
    """Page numbers and running lines, each page's as they stood."""
    yield Story("header:1", tuple(_alone(row, page) for page in pages for row in page.parted.header))
    yield Story("footer:1", tuple(_alone(row, page) for page in pages for row in page.parted.footer))


def _alone(row: Row, page: _Page) -> Paragraph:
    return paragraph([Line(row, page.bounds)])


def _notes(pages: Sequence[_Page], usual: float) -> Iterator[Story]:
    """One story a note; a note begins with its number."""
    count = 0
    for page in pages:
        note: list[Line] = []
        for row in page.parted.notes:
            if note and (row.words[0].raised or row.text[0].isdigit()) and row.x0 <= note[0].row.x0 + 2:
                count += 1
                yield Story(f"footnote:{count}", tuple(paragraphs(note, usual)))
                note = []
            note.append(Line(row, page.bounds))
        if note:
            count += 1
            yield Story(f"footnote:{count}", tuple(paragraphs(note, usual)))
