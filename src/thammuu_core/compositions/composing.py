"""A template and facts → a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thammuu_core.compositions.facts import BLANK, Known
from thammuu_core.compositions.lines import ENDED, line
from thammuu_core.compositions.model import (
    Each,
    Grid,
    Inserted,
    Kind,
    Line,
    Maybe,
    Name,
    Node,
    Part,
    Piece,
    Slot,
    Sum,
    Template,
    Turn,
    Value,
    When,
    Words,
)
from thammuu_core.rendering import (
    Annex,
    Basis,
    Block,
    Column,
    Enacting,
    Paragraph,
    Provision,
    Row,
    Run,
    Section,
    Table,
)


def annexes_of(template: Template, known: Known) -> Iterator[Annex]:
    """The annexes in which something stands."""
    for annex in template.annexes:
        if sections := sections_of(annex.nodes, known):
            yield Annex(words(annex.title, known), sections)


def sections_of(nodes: Iterable[Node], known: Known) -> tuple[Section, ...]:
    """The body, a section for each turn of the page; ids of provisions are counted through."""
    sections = [Section(())]
    for block in blocks(nodes, known):
        if isinstance(block, Turn):
            sections.append(Section((), landscape=block.landscape))
        else:
            sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, block))
    return tuple(section for section in sections if section.blocks)


def blocks(nodes: Iterable[Node], known: Known) -> Iterator[Block | Turn]:
    """What the nodes become."""
    for node in nodes:
        match node:
            case Turn():
                yield node
            case Line():
                yield from _lines(node, known)
            case Each(path, inner):
                for place, row in enumerate(known.rows(path) or _blank(path, known), 1):
                    yield from blocks(inner, known.inside(path, row, place))
            case When(path, filled, inner):
                if bool(known.value(path)) == filled:
                    yield from blocks(inner, known)
            case Inserted(path, number):
                yield from _inserted(path, number, known)
            case Grid():
                yield from _table(node, known)


def _blank(path: tuple[str, ...], known: Known) -> tuple[Value, ...]:
    """One empty row where rows are required: what is missing in it is then seen and told."""
    field = known.template.field(*path)
    if field is None or not field.required:
        return ()
    known.miss(path)
    return ({} if field.kind is Kind.ROWS else BLANK,)


def words(pieces: Iterable[Piece], known: Known) -> str:
    """The pieces in one text."""
    return "".join(run.text for run in _runs(pieces, known))


def repeated(pieces: tuple[Piece, ...], known: Known) -> Iterator[Known]:
    """The facts for each time a line stands: once, or for every item of the field that "{mỗi …}" names.

    No time when an optional field of the line is empty.
    """
    each = next(
        (one.value.path for one in _slots(pieces) if isinstance(one.value, Name) and one.value.each), None
    )
    if each is None:
        if not left_out(pieces, known):
            yield known
        return
    path = each if known.holds(each[:-1]) or known.template.field(*each[:-1]) is None else each[:-1]
    rows = known.rows(path)
    for place, row in enumerate(rows or _blank(path, known), 1):
        inside = known.inside(path, row, place)
        if not left_out(pieces, inside):
            yield inside


def left_out(pieces: Iterable[Piece], known: Known) -> bool:
    """Whether a placeholder that need not be filled is empty: the line is then not printed."""
    names = (one.value.path for one in _slots(pieces) if isinstance(one.value, Name))
    return any(
        known.value(path) is None and (field := known.template.field(*path)) and not field.required
        for path in names
    )


def _slots(pieces: Iterable[Piece]) -> Iterator[Slot]:
    return (piece for piece in pieces if isinstance(piece, Slot))


def _lines(node: Line, known: Known) -> Iterator[Block]:
    for inside in repeated(node.pieces, known):
        yield _block(node, _runs(node.pieces, inside))


def _block(node: Line, runs: tuple[Run, ...]) -> Block:
    text = "".join(run.text for run in runs)
    match node.what:
        case Part.BASIS:
            return Basis(text)
        case Part.ENACTING:
            return Enacting(text)
        case Part.PARAGRAPH:
            return Paragraph(runs, node.align)
    return Provision(node.what, runs, title=node.title and not text.rstrip().endswith(ENDED))


def _runs(pieces: Iterable[Piece], known: Known) -> tuple[Run, ...]:
    return tuple(
        Run(piece.text if isinstance(piece, Words) else known.words(piece.value), piece.bold, piece.italic)
        for piece in _standing(pieces, known)
    )


def _standing(pieces: Iterable[Piece], known: Known) -> Iterator[Words | Slot]:
    """The pieces without the optional ones in which something is empty."""
    for piece in pieces:
        if not isinstance(piece, Maybe):
            yield piece
        elif all(known.value(one.value.path) is not None for one in _slots(piece.pieces)):
            yield from piece.pieces


def _inserted(path: tuple[str, ...], number: int, known: Known) -> Iterator[Block]:
    """The lines that somebody wrote, each as what its label says; none of their signs is a placeholder."""
    field = known.template.field(*path)
    rows = known.rows(path)
    if not rows and field and field.required:
        known.miss(path)
        rows = (BLANK,)
    for text in rows:
        for one in str(text).splitlines():
            if one.strip():
                node = line(one.strip(), number, marked=False)
                yield _block(node, _runs(node.pieces, known))


def _table(grid: Grid, known: Known) -> Iterator[Table]:
    rows = known.rows(grid.path)
    field = known.template.field(*grid.path)
    if not rows:
        if field is None or not field.required:
            return
        known.miss(grid.path)
    columns = tuple(Column(column.head, column.share, column.align) for column in grid.columns)
    made = tuple(_rows(grid, rows, known)) or (Row((BLANK,) * len(columns)),)
    yield Table(columns, made)


def _rows(grid: Grid, rows: Iterable[object], known: Known) -> Iterator[Row]:
    group = None
    for place, row in enumerate(rows, 1):
        inside = known.inside(grid.path, row, place)  # type: ignore[arg-type]
        if grid.group:
            named = str(inside.value((*grid.path, grid.group)) or "")
            if named and named != group:
                yield Row((named,), band=True)
            group = named
        yield Row(tuple(_cell(column.pieces, inside) for column in grid.columns))
    if grid.total:
        yield _sums(grid, known)


def _cell(pieces: tuple[Piece, ...], known: Known) -> str:
    """Empty where an optional field is."""
    return "" if left_out(pieces, known) else words(pieces, known)


def _sums(grid: Grid, known: Known) -> Row:
    """The words in the first column wide enough for them, sums where a column holds one money or number."""
    cells = [""] * len(grid.columns)
    widest = max(range(len(grid.columns)), key=lambda place: grid.columns[place].share)
    for place, column in enumerate(grid.columns):
        slots = [one.value for one in _slots(column.pieces)]
        if len(slots) == 1 and isinstance(slots[0], Name):
            field = known.template.field(*slots[0].path)
            if field and field.kind in (Kind.MONEY, Kind.NUMBER):
                *outer, last = slots[0].path
                cells[place] = known.words(Sum(tuple(outer), last))
    cells[widest] = grid.total
    return Row(tuple(cells), bold=True)
