"""From a spot in a paper to the runs of the file that show it, cut where the spot begins and ends.

A run is only cut, and a stretch only found, where what the runs hold is letter for letter what the reader gave: a line
that the reader had to change (composed letters, old encodings, fields) is mended as a whole or not at all.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from thammuu_core.formats.spots import Spot
from thammuu_core.wordml.archive import Archive
from thammuu_core.wordml.names import BOX, DEL, MOVE_FROM, RPR, R, T, w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MAIN = ("body", "textbox")
_BREAKS = frozenset((w("br"), w("cr")))
_SIGNS = {w("tab"): "\t", w("noBreakHyphen"): "-"}
_PLAIN = frozenset((T, RPR, *_SIGNS, *_BREAKS))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line, the letters of the line it shows, and where in the run these begin, a break being one letter."""

    run: etree._Element
    start: int
    end: int
    offset: int


def paragraph_of(archive: Archive, spot: Spot) -> etree._Element | None:
    """The `w:p` a spot of the body or a text box stands in."""
    form = spot.paragraph.form
    if form is None or not spot.story.startswith(_MAIN) or form.source[0] >= len(archive.paragraphs):
        return None
    return archive.paragraphs[form.source[0]]


def runs_of(archive: Archive, spot: Spot) -> list[tuple[etree._Element, float | None]]:
    """The runs that show just the letters of the spot, each with its size in points; empty where that cannot be said."""
    paragraph = paragraph_of(archive, spot)
    if paragraph is None or spot.paragraph.form is None:
        return []
    lines = _lines(paragraph)
    line = spot.paragraph.form.source[1]
    if line >= len(lines):
        return []
    text, pieces = lines[line]
    if text != spot.paragraph.text:
        whole = not spot.paragraph.text[: spot.start].strip() and not spot.paragraph.text[spot.end :].strip()
        return [(piece.run, None) for piece in pieces if _is_of_one_line(piece.run)] if whole else []
    shown = [piece for piece in pieces if piece.start < spot.end and piece.end > spot.start]
    return [(cut, _size(spot, piece)) for piece in shown if (cut := _cut(piece, spot)) is not None]


def _lines(paragraph: etree._Element) -> list[tuple[str, list[Piece]]]:
    """The lines of a paragraph, parted by hand, each with its letters and pieces."""
    lines: list[tuple[str, list[Piece]]] = [("", [])]
    for run in _runs(paragraph):
        text, pieces = lines[-1]
        start, offset, at = len(text), 0, 0
        for child in run:
            words = _letters(child)
            at += len(words)
            if child.tag not in _BREAKS:
                text += words
            elif not (child.get(w("type")) and not text.strip()):
                lines[-1] = (text, [*pieces, Piece(run, start, len(text), offset)])
                lines.append(("", []))
                text, pieces, start, offset = "", [], 0, at
        lines[-1] = (text, [*pieces, Piece(run, start, len(text), offset)])
    return lines


def _is_of_one_line(run: etree._Element) -> bool:
    return not any(child.tag in _BREAKS for child in run)


def _letters(child: etree._Element) -> str:
    """What a child of a run shows; a break is one letter."""
    if child.tag == T:
        return child.text or ""
    return "\n" if child.tag in _BREAKS else _SIGNS.get(child.tag, "")


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    """Runs that show words, those of links, fields and insertions included; none of a text box inside."""
    for child in parent:
        if child.tag == R:
            yield child
        elif child.tag not in (DEL, MOVE_FROM, RPR, BOX) and isinstance(child.tag, str):
            yield from _runs(child)


def _size(spot: Spot, piece: Piece) -> float | None:
    return next(
        (run.size for run in spot.paragraph.runs if run.start < piece.end and run.end > piece.start), None
    )


def _cut(piece: Piece, spot: Spot) -> etree._Element | None:
    """The run, or the part of it that shows letters of the spot; None for a run that holds more than plain text."""
    run, before = piece.run, piece.offset - piece.start
    start, end = max(spot.start, piece.start) + before, min(spot.end, piece.end) + before
    length = sum(len(_letters(child)) for child in run)
    if (start, end) == (0, length):
        return run
    if any(child.tag not in _PLAIN for child in run):
        return None
    for cut, add in (((end, length), run.addnext), ((0, start), run.addprevious)):
        if cut[0] < cut[1]:
            other = copy.deepcopy(run)
            other.tail = None
            _keep(other, *cut)
            add(other)
    _keep(run, start, end)
    return run


def _keep(run: etree._Element, start: int, end: int) -> None:
    """Leave of the run only the letters between the offsets."""
    at = 0
    for child in [child for child in run if child.tag != RPR]:
        words = _letters(child)
        kept = words[max(start - at, 0) : max(end - at, 0)]
        at += len(words)
        if not kept:
            run.remove(child)
        elif child.tag == T:
            child.text = kept
            child.set(_SPACE, "preserve")
