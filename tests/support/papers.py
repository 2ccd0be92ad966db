"""Papers in one line: what Word or a text file says, without a file."""

from __future__ import annotations

from textwrap import dedent

from thammuu_core.papers import BODY, Block, Cell, Paper, Paragraph, Row, Run, Story, Table


def paper_of(text: str) -> Paper:
    """A paper whose paragraphs are the lines of `text`; lines such as "| a / b | c |" make tables, " / " parts a cell.

    "**words**" is a bold paragraph; "1. ~words" a paragraph with the automatic label "1.".
    """
    blocks: list[Block] = []
    rows: list[Row] = []
    for line in dedent(text).strip("\n").split("\n"):
        if line.startswith("|"):
            rows.append(_row(line))
            continue
        if rows:
            blocks.append(Table(tuple(rows)))
            rows = []
        blocks.append(paragraph_of(line))
    if rows:
        blocks.append(Table(tuple(rows)))
    return Paper("text", (Story(BODY, tuple(blocks)),))


def paragraph_of(line: str) -> Paragraph:
    """One paragraph in the notation of `paper_of`."""
    label, automatic, text = line.partition(" ~")
    if automatic:
        return Paragraph(text, label=label)
    if line.startswith("**") and line.endswith("**") and len(line) > 4:
        return Paragraph(line[2:-2], runs=(Run(0, len(line) - 4, bold=True),))
    return Paragraph(line)


def _row(line: str) -> Row:
    cells = line.strip().strip("|").split("|")
    return Row(
        tuple(
            Cell(tuple(Paragraph(part.strip()) for part in cell.split(" / ")), column)
            for column, cell in enumerate(cells)
        )
    )
