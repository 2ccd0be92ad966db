"""One of the two texts of a strand: its story, and which piece each character of that text comes from."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import TypeAlias

from thammuu_core.papers import Block, Paragraph, Story, Table
from thammuu_core.text import normalise
from thammuu_core.wordml.lines import readable
from thammuu_core.wordml.names import w
from thammuu_core.wordml.numbering import Labels, Numbering
from thammuu_core.wordml.revisions.model import TokenKind
from thammuu_core.wordml.revisions.pieces import PAGE, Piece, Shown, Strand, Written, WrittenTable
from thammuu_core.wordml.tables import WIDEST, DraftCell, Grid, cell_settings, grid_size, is_header

_ROW_PROPERTIES, _BEFORE = w("trPr"), w("gridBefore")
_BREAK = TokenKind.BREAK


_Line: TypeAlias = tuple[list[int], int | None]
"""Pieces of one line of a paragraph, and the piece of the break that ends it."""


class View:
    """The original or the accepted text of a strand."""

    def __init__(self, strand: Strand, numbering: Numbering, *, original: bool) -> None:
        self.strand = strand
        self._gone = 0 if original else 1
        self._numbering = numbering
        self._labels = Labels(numbering)
        self.shown: list[Shown] = []
        """In the order of the text, without the last mark."""
        self.story = Story(strand.name, self._blocks(strand.nodes, self.shown))
        self.final = self.shown.pop().at if self.shown else None
        """The piece of that mark; None for a text without a paragraph."""

    def _blocks(self, nodes: Sequence[Written | WrittenTable], shown: list[Shown]) -> tuple[Block, ...]:
        found: list[Block] = []
        held: list[_Line] = []
        last: Written | None = None
        pieces, gone = self.strand.pieces, self._gone
        for node in nodes:
            if node.history[gone] is not None:
                continue
            if isinstance(node, WrittenTable):
                found += self._left_hanging(last, held, shown)
                held, last = [], None
                found.append(self._table(node, shown))
                continue
            if node.plain and last is None:
                found.append(self._unchanged(node, shown))
                continue
            lines = self._lines(node)
            if last is not None:
                lines = [*held[:-1], (held[-1][0] + lines[0][0], lines[0][1]), *lines[1:]]
            if pieces[node.last].history[gone] is not None:
                held, last = lines, node
            else:
                found += self._paragraphs(node, lines, shown)
                held, last = [], None
        found += self._left_hanging(last, held, shown)
        return tuple(found)

    def _left_hanging(self, node: Written | None, lines: list[_Line], shown: list[Shown]) -> list[Paragraph]:
        """A paragraph without a mark and none after it to flow into: nothing, or the mark stands again."""
        if node is None or not any(line for line, _ in lines):
            return []
        return self._paragraphs(node, lines, shown)

    def _lines(self, node: Written) -> list[_Line]:
        if node.plain:
            return [(list(range(node.first, node.last)), None)]
        lines: list[_Line] = []
        line: list[int] = []
        for at in range(node.first, node.last):
            piece = self.strand.pieces[at]
            if piece.history[self._gone] is not None:
                continue
            if piece.kind is not _BREAK:
                line.append(at)
            elif piece.raw != PAGE or any(self.strand.pieces[i].raw.strip() for i in line):
                lines.append((line, at))
                line = []
        return [*lines, (line, None)]

    def _unchanged(self, node: Written, shown: list[Shown]) -> Paragraph:
        """A plain paragraph that none flows into; the other view has it too."""
        if node.made is not None and node.shown is not None:
            shown += node.shown
            return node.made
        own: list[Shown] = []
        text = self._assembled(range(node.first, node.last), node, own)
        own.append(Shown(node.last, "\n"))
        shown += own
        number, level = node.settings.place(node.style, self._numbering)
        made = self._paragraph(node, text, number, level)
        if number is None:
            node.shown, node.made = own, made
        return made

    def _paragraph(self, node: Written, text: str, number: str | None, level: int) -> Paragraph:
        label = self._labels.label(number, level) if number is not None else ""
        style, heading = node.style.name, node.settings.heading(node.style)
        depth = level if label else None
        return Paragraph(text, label, depth, style, heading, None, (), None, None, node.identity)

    def _paragraphs(self, node: Written, lines: list[_Line], shown: list[Shown]) -> list[Paragraph]:
        """One for each line; the first has the number."""
        made: list[Paragraph] = []
        for line, end in lines:
            text = self._assembled(line, node, shown)
            shown.append(Shown(node.last if end is None else end, "\n"))
            if made:
                made.append(Paragraph(text, style=made[0].style, heading=made[0].heading))
            else:
                made.append(self._paragraph(node, text, *node.settings.place(node.style, self._numbering)))
        return made

    def _assembled(self, line: Sequence[int], node: Written, shown: list[Shown]) -> str:
        """The text of a line in normal form; notes down what each piece has of it."""
        if not line:
            return ""
        plain = node.plain and line[0] == node.first  # Else another paragraph flows into it.
        pieces = (
            self.strand.pieces[node.first : node.last] if plain else [self.strand.pieces[at] for at in line]
        )
        raws = [piece.raw for piece in pieces]
        if not plain and any(piece.look for piece in pieces):
            raws = _decoded(pieces)
        written = "".join(raws)
        text = normalise(written).replace("\n", " ")
        if text != written:
            shares = _divided(text, raws)
            shown.extend(Shown(at, share) for at, share in zip(line, shares, strict=True) if share)
        elif plain:
            shown.append(Shown(line[0], text, len(line)))
        else:
            shown.extend(map(Shown, line, raws))
        return text

    def _table(self, table: WrittenTable, shown: list[Shown]) -> Table:
        grid = Grid({})
        held: dict[int, list[Shown]] = {}
        for row in table.rows:
            if row.history[self._gone] is not None:
                continue
            properties = row.element.find(_ROW_PROPERTIES)
            column = grid_size(None if properties is None else properties.find(_BEFORE), 0)
            drafts: list[DraftCell] = []
            for cell in row.cells:
                if cell.history[self._gone] is not None:
                    continue
                own: list[Shown] = []
                settings = cell_settings(cell.element)
                into = grid.place(drafts, column, settings, self._blocks(cell.nodes, own))
                if into is not None:
                    held.setdefault(id(into), []).extend(own)
                column = min(column + settings.columns, WIDEST)
            grid.rows.append((is_header(properties), drafts))
        for _, drafts in grid.rows:
            for draft in drafts:
                shown += held[id(draft)]
        return Table(grid.finished())


def _decoded(pieces: list[Piece]) -> list[str]:
    """The raw texts in Unicode; neighbours that look alike are decoded together, since a letter may be two pieces."""
    found: list[str] = []
    for look, group in groupby(pieces, attrgetter("look")):
        raws = [piece.raw for piece in group]
        if look is None:
            found += raws
        else:
            whole = readable("".join(raws), look)
            found += _cut(whole, [len(readable("".join(raws[: at + 1]), look)) for at in range(len(raws))])
    return found


def _cut(text: str, ends: list[int]) -> list[str]:
    """The text in stretches that end there; the last one has all that is left."""
    ends = [*ends[:-1], len(text)]
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _divided(text: str, raws: list[str]) -> list[str]:
    """The normal form of a line as shares of its pieces; a mark belongs to the letter before it, whoever typed it."""
    written = "".join(raws)
    ends: list[int] = []
    cut = length = end = 0
    for raw in raws:
        length += len(raw)
        begun, cut = cut, max(cut, length)
        while cut < len(written) and unicodedata.combining(written[cut]):
            cut += 1
        end = min(len(text), end + len(normalise(written[begun:cut])))
        ends.append(end)
    return _cut(text, ends)
