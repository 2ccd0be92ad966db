"""A comparison as HTML that says what it means: `ins`, `del`, tables as tables, unchanged stretches folded.

No style and no script: classes and data for those of the page. `data-start` and `data-end` of a paragraph are offsets of
the old text, `data-edit` the number of the change, by which the two sides of a move know each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from thammuu_core.redlines.model import Comparison
from thammuu_core.redlines.passages import (
    NOTHING,
    NOWHERE,
    Kind,
    Passage,
    ShownLine,
    ShownUnit,
    Words,
    passages,
)

_TAGS = {Kind.GONE: "del", Kind.COME: "ins", Kind.LEFT: "del", Kind.ARRIVED: "ins"}
_MOVED = {Kind.LEFT: "Chuyển đi", Kind.ARRIVED: "Chuyển đến"}


def html(comparison: Comparison) -> str:
    """The changes with their surroundings, a heading for each provision."""
    if not comparison.edits:
        return f'<div class="redline"><p>{NOTHING}</p></div>'
    return f'<div class="redline">{"".join(map(_passage, passages(comparison)))}</div>'


def _passage(passage: Passage) -> str:
    inside = "".join(_blocks(passage.units))
    if passage.folded:
        said = f"{len(passage.units)} đoạn không đổi"
        return f'<details class="redline-same"><summary>{said}</summary>{inside}</details>'
    return f"<section><h3>{escape(passage.heading or NOWHERE)}</h3>{inside}</section>"


def _blocks(units: Sequence[ShownUnit]) -> Iterator[str]:
    """Paragraphs; rows that follow one another in one table."""
    for is_row, group in groupby(units, key=lambda unit: unit.is_row):
        if is_row:
            yield f"<table><tbody>{''.join(map(_row, group))}</tbody></table>"
        else:
            yield from (_line(line) for unit in group for line in unit.lines)


def _row(unit: ShownUnit) -> str:
    cells = groupby(unit.lines, key=lambda line: line.place)
    return f"<tr>{''.join(f'<td>{_lines(lines)}</td>' for _, lines in cells)}</tr>"


def _lines(lines: Iterable[ShownLine]) -> str:
    return "".join(map(_line, lines))


def _line(line: ShownLine) -> str:
    said = f'data-start="{line.start}" data-end="{line.end}"'
    return f"<p {said}>{''.join(map(_words, line.words))}</p>"


def _words(words: Words) -> str:
    tag = _TAGS.get(words.kind)
    if tag is None:
        return escape(words.text)
    moved = f' class="moved" title="{_MOVED[words.kind]}"' if words.kind in _MOVED else ""
    return f'<{tag} data-edit="{words.edit}"{moved}>{escape(words.text)}</{tag}>'
