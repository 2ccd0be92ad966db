"""Lines to paragraphs: where one ends is told by white space, indents, short lines, labels and looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from thammuu_core.pages.model import Word
from thammuu_core.pages.rows import Row
from thammuu_core.papers import Paragraph, Run
from thammuu_core.text import is_syllable

_ENDS = re.compile(r"(?:[.;:!?…]|\./\.)[”\"’)]*$")
_UNIT = re.compile(r"\S*?[-/](?=[^\W\d])|\S+")
"""What a line breaker moves as one: a word, or its part up to a hyphen or slash before a letter."""
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})+")
_RANGE = re.compile(r"[-–] ?\d")
_SIGNS = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.|PHÓ ")
"""Lines of a signature stand each for itself. Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7."""
_CLOSING = re.compile(r"[.,;:)\]”%]+")
_NARROW = 9.0
"""Ems of width under which columns cut words and numbers in two."""
_BROKEN = re.compile(r"\w[-/]$")
_INDENT = 0.6
"""Ems by which a first line stands in at least."""
_LOOSE = 1.2
"""How many times the usual distance between lines parts paragraphs."""
_USUAL_LEADING = 1.35
"""Distance between lines in ems where too little text is there to measure it."""
_CENTRED = 4.0
"""Points by which left and right margin of a centred line differ at most."""
_MARGIN = 2.0
"""Points from the margin at which a line no longer fills its width."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The edges between which lines are set."""

    left: float
    right: float
    sure: bool = True
    """Measured on many lines; False where they are guessed from the lines themselves."""

    def free(self, row: Row, *, centred: bool = False) -> float:
        """Width that the line leaves unused: at its end, or at both when it is centred."""
        after = self.right - row.x1
        return after + row.x0 - self.left if centred else after

    def centres(self, row: Row) -> bool:
        """The line stands in the middle, with room at both sides."""
        before, after = row.x0 - self.left, self.right - row.x1
        return abs(before - after) <= _CENTRED and before > _MARGIN

    def indents(self, row: Row) -> bool:
        """The line begins clearly to the right of the left edge."""
        return row.x0 - self.left > _INDENT * row.size


@dataclass(frozen=True, slots=True)
class Line:
    """A row with the edges it is set between."""

    row: Row
    bounds: Bounds


def leading(lines: Sequence[Line]) -> float:
    """The usual distance in ems between lines of one paragraph: measured where a full line runs on in a small letter."""
    found = [
        (line.row.baseline - before.row.baseline) / line.row.size
        for before, line in pairwise(lines)
        if line.row.page == before.row.page
        and line.row.text[0].islower()
        and not line.row.labelled
        and before.bounds.free(before.row) < line.row.size
        and not line.bounds.indents(line.row)
    ]
    sane = [ratio for ratio in found if 0.9 < ratio < 3]
    return median(sane) if len(sane) >= 3 else max(_USUAL_LEADING, min(sane, default=0))


def paragraphs(lines: Sequence[Line], usual: float) -> Iterator[Paragraph]:
    """The paragraphs that the lines make, `usual` being their `leading`."""
    held: list[Line] = []
    for line in lines:
        if held and _begins(held, line, usual):
            yield paragraph(held)
            held = []
        held.append(line)
    if held:
        yield paragraph(held)


def _begins(held: list[Line], line: Line, usual: float) -> bool:
    """Whether a line begins a paragraph after those held."""
    last, row = held[-1], line.row
    ended = bool(_ENDS.search(last.row.text))
    if _parted(last.row, row, usual) or _looks_new(last, row):
        return True
    if not ended and _runs_on(held, line):
        return False
    if _would_fit(last, row):
        return True
    if line.bounds.centres(row) and last.bounds.centres(last.row):
        return False
    if row.labelled and (ended or line.bounds.indents(row)):
        return not _hangs(held[0].row, row) or ended
    return line.bounds.indents(row) and not _continues(held, row, ended)


def _runs_on(held: list[Line], line: Line) -> bool:
    """The words say that a sentence goes on, however short the line before."""
    last, row = held[-1].row, line.row
    if row.text[0].islower() and not row.labelled and not last.text.isupper():
        return True
    if _RANGE.match(row.text) and last.text[-1].isdigit():
        return True
    return not line.bounds.sure and held[0].row.labelled and not row.labelled


def _parted(last: Row, row: Row, usual: float) -> bool:
    """More white than between lines of one paragraph; across pages nothing can be said."""
    size = max(last.size, row.size)
    return row.page == last.page and row.baseline - last.baseline > _LOOSE * usual * size


def _looks_new(last: Line, row: Row) -> bool:
    """Set in another size, or bold after plain, where the line before was not broken in the middle of its look."""
    recognised = row.words[0].confidence is not None
    if abs(row.size - last.row.size) > (0.45 if recognised else 0.12) * max(row.size, last.row.size):
        return True
    if not last.bounds.sure and (_SIGNS.match(row.text) or last.row.text.isupper() != row.text.isupper()):
        return not row.text[0].islower()
    return row.bold != last.row.bold and _edge(last.row.words[-1], row.words[0]) and not row.text[0].islower()


def _edge(last: Word, first: Word) -> bool:
    return last.bold != first.bold


def _would_fit(last: Line, row: Row) -> bool:
    """The first word could have stood on the line before: it was moved down on purpose."""
    first = row.words[0]
    unit = _UNIT.match(first.text)
    share = len(unit.group()) / len(first.text) if unit else 1.0
    slack = 0.35 if first.confidence is not None else 0.1
    need = (first.x1 - first.x0) * share + (0.22 + slack) * row.size
    centred = last.bounds.centres(last.row) and last.bounds.centres(row)
    return last.bounds.free(last.row, centred=centred) > need


def _hangs(first: Row, row: Row) -> bool:
    """Stands under the words after the label of the first line."""
    start = first.after_label
    return start is not None and abs(row.x0 - start) < 0.35 * row.size


def _continues(held: list[Line], row: Row, ended: bool) -> bool:
    """An indented line goes on with a paragraph set in as a whole, or hanging under its label."""
    if _hangs(held[0].row, row) or (len(held) > 1 and abs(row.x0 - held[-1].row.x0) < 0.3 * row.size):
        return True
    return row.text[0].islower() and not ended


def paragraph(lines: Sequence[Line]) -> Paragraph:
    """The lines as one paragraph: words joined by spaces, lines broken after a hyphen or slash without."""
    pieces: list[tuple[Word, str]] = []
    for line in lines:
        for at, word in enumerate(line.row.words):
            space = "" if word.glued or not pieces else " "
            if at == 0 and pieces and _joins(pieces[-1][0].text, word.text, line):
                space = ""
            pieces.append((word, space))
    text = "".join(space + word.text for word, space in pieces)
    sure = [word.confidence for word, _ in pieces if word.confidence is not None]
    return Paragraph(
        text,
        align=_align(lines),
        runs=tuple(_runs(pieces)),
        page=lines[0].row.page,
        confidence=round(sum(sure) / len(sure), 3) if sure else None,
    )


def _joins(last: str, first: str, line: Line) -> bool:
    """No space stood where the line was broken: after a hyphen or slash, or in the middle of a word in a narrow column."""
    if _BROKEN.search(last):
        return first[0].isalnum()
    if line.bounds.right - line.bounds.left > _NARROW * line.row.size:
        return False
    if _NUMBER.fullmatch(last + first) or _CLOSING.fullmatch(first):
        return True
    return is_syllable(last + first) and not (is_syllable(last) and is_syllable(first))


def _runs(pieces: Iterable[tuple[Word, str]]) -> Iterator[Run]:
    held: Run | None = None
    at = 0
    for word, space in pieces:
        end = at + len(space) + len(word.text)
        if held and _run(held.start, held.end, word) == held:
            held = _run(held.start, end, word)
        else:
            if held:
                yield held
            held = _run(at + len(space) if not held else at, end, word)
        at = end
    if held:
        yield held


def _run(start: int, end: int, word: Word) -> Run:
    return Run(
        start, end, word.bold, word.italic, size=round(word.size, 1), font=word.font, colour=word.colour
    )


def _align(lines: Sequence[Line]) -> str:
    if all(line.bounds.centres(line.row) for line in lines):
        return "center"
    full = [line for line in lines[:-1] if line.bounds.free(line.row) < 2]
    if len(lines) > 1 and len(full) == len(lines) - 1:
        return "both"
    only = lines[0]
    if len(lines) == 1 and only.bounds.free(only.row) < 2 and only.row.x0 - only.bounds.left > 100:
        return "right"
    return "left"
