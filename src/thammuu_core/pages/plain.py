"""Plain text: one paragraph a line, `| a | b |` lines as tables, emphasis marks as bold and italic.

Decisions. A line that a mail program or a converter broke in the middle of a sentence is joined again. Inside a cell
" / " stands between paragraphs. A line of bare pipes and dashes is drawing, not text. `**` and `*` around words are
emphasis and go, the words stay; a mark without its partner is text and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.pages.decoding import decoded
from thammuu_core.pages.wrapping import unwrapped
from thammuu_core.papers import BODY, Block, Cell, Paper, Paragraph, Row, Run, Story, Table
from thammuu_core.text import fold, normalise
from thammuu_core.text.letters import CAPITALS

_ROW = re.compile(r"\|.*\|")
_DRAWING = re.compile(r"[|:\-=+_ ]*")
_BETWEEN_PARAGRAPHS = re.compile(r"(?<=[^ ]) (?:/ )+(?=[^ /])")
_NUMBER_LABEL = re.compile(r"số\s*:?\s*\d*", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_HEADING = re.compile(r"(#{1,6}) +(?=\S)")
_LOST_BREAK = re.compile(rf"(?<=[.;]) (?=[IVX]{{1,5}}\. [{CAPITALS}]{{2,}} [{CAPITALS}]{{2,}})")
_LAYOUT = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam", "noi nhan")


def read_text(data: bytes) -> Paper:
    """Read a plain text file in whatever encoding it came."""
    lines = [line.strip() for line in normalise(decoded(data)).replace("\r\n", "\n").split("\n")]
    return Paper("text", (Story(BODY, tuple(_blocks(_parted(unwrapped(_marked(lines)))))),))


def _blocks(lines: list[str]) -> Iterator[Block]:
    rows: list[Row] = []
    for line in lines:
        if _ROW.fullmatch(line):
            if _DRAWING.fullmatch(line) and "-" in line:
                rows[-1:] = [Row(row.cells, header=len(rows) == 1) for row in rows[-1:]]
            else:
                rows.append(_row(line))
            continue
        if rows:
            yield _table(rows)
            rows = []
        if line and line != "|":
            yield _paragraph(line)
    if rows:
        yield _table(rows)


def _row(line: str) -> Row:
    cells = (part.strip() for part in line[1:-1].split("|"))
    return Row(tuple(Cell(tuple(map(_paragraph, _parts(cell))), column) for column, cell in enumerate(cells)))


def _parts(cell: str) -> list[str]:
    """The paragraphs of a cell; the slash of a blank number ("Số: / KH") does not divide."""
    parts: list[str] = []
    for part in _BETWEEN_PARAGRAPHS.split(cell):
        if parts and _NUMBER_LABEL.fullmatch(parts[-1]):
            parts[-1] += f" / {part}"
        else:
            parts.append(part)
    return [part.strip() for part in parts]


def _table(rows: list[Row]) -> Table:
    """A table of text; header and signature blocks are known by the words that the law puts there."""
    words = fold(" ".join(cell.text for row in rows for cell in row.cells))
    return Table(tuple(rows), bordered=not any(mark in words for mark in _LAYOUT))


_BOLD_ON, _BOLD_OFF, _ITALIC_ON, _ITALIC_OFF = "\x01", "\x02", "\x03", "\x04"
"""Control characters, which `normalise` has removed from the text, stand for emphasis until runs are made."""
_EMPHASIS = re.compile(r"[\x01-\x04]")


def _marked(lines: list[str]) -> list[str]:
    """Lines with emphasis marks in pairs replaced; bold may run over several lines of one block."""
    text = "\n".join(
        _ITALIC.sub(f"{_ITALIC_ON}\\1{_ITALIC_OFF}", line) if "**" not in line else line for line in lines
    )
    blocks = text.split("\n\n")
    return "\n\n".join(map(_bold, blocks)).split("\n")


def _bold(block: str) -> str:
    parts = block.split("**")
    if len(parts) < 3 or len(parts) % 2 == 0:
        return block
    shown = [part if at % 2 == 0 else _over_lines(part) for at, part in enumerate(parts)]
    return "".join(shown)


def _over_lines(part: str) -> str:
    return f"{_BOLD_OFF}\n{_BOLD_ON}".join(part.split("\n")).join((_BOLD_ON, _BOLD_OFF))


def _paragraph(line: str) -> Paragraph:
    heading = _HEADING.match(line)
    line = line[heading.end() :] if heading else line
    level = len(heading[1]) if heading else None
    text, runs, bold, italic = "", [], False, False
    start = 0
    for mark in (*_EMPHASIS.finditer(line), None):
        piece = line[start : mark.start()] if mark else line[start:]
        if piece:
            runs.append(Run(len(text), len(text) + len(piece), bold, italic))
            text += piece
        if mark:
            start = mark.end()
            bold = bold if mark[0] in (_ITALIC_ON, _ITALIC_OFF) else mark[0] == _BOLD_ON
            italic = italic if mark[0] in (_BOLD_ON, _BOLD_OFF) else mark[0] == _ITALIC_ON
    return Paragraph(
        text,
        heading=level,
        runs=tuple(runs) if bold or italic or len(runs) > 1 or _EMPHASIS.search(line) else (),
    )


def _parted(lines: list[str]) -> list[str]:
    """Lines with a heading in capitals put on a line of its own again, where a converter lost the break before it."""
    return [part for line in lines for part in (_LOST_BREAK.split(line) if line[:1] != "|" else [line])]
