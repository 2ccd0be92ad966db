"""A document as PDF/A-2b, tagged, set by typst from `document.typ`.

The texts reach typst as data (JSON in `sys.inputs`), never as source: nothing in them is markup.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from thammuu_core.rendering.letters import FAMILIES, font_folders, for_paper
from thammuu_core.rendering.lines import (
    addressee_lines,
    date_line,
    letter_subject,
    number_line,
    recipient_lines,
)
from thammuu_core.rendering.measures import MOTTO, NATION, sizes
from thammuu_core.rendering.model import Block, Document, Heading, Paragraph, Section, Table


def to_pdf(document: Document) -> bytes:
    """The document as a PDF; the same document gives the same bytes."""
    given = {"document": _data(document), "sizes": sizes(small=document.small), "fonts": FAMILIES}
    pdf: bytes = typst.compile(  # type: ignore[call-overload]
        _source(),
        font_paths=font_folders(),
        ignore_system_fonts=True,
        sys_inputs={"given": json.dumps(given)},
        format="pdf",
        pdf_standards=["a-2b"],
        timestamp=0,
    )
    return pdf


@cache
def _source() -> bytes:
    return files("thammuu_core.rendering").joinpath("document.typ").read_bytes()


def _data(document: Document) -> dict[str, Any]:
    head = document.head
    return {
        "nation": NATION,
        "motto": MOTTO,
        "agency": _text(head.agency.upper()),
        "parent": _text(head.parent.upper()),
        "number": _text(number_line(head)),
        "date": _text(date_line(head)),
        "day": [head.day.year, head.day.month, head.day.day],
        "kind": _text(document.kind.upper()),
        "subject": _text(document.subject),
        "letter_subject": _text(letter_subject(document)),
        "addressees": [_text(line) for line in addressee_lines(document)],
        "recipients": [_text(line) for line in recipient_lines(document)],
        "signature": [_text(line.upper()) for line in document.signature.lines],
        "name": _text(document.signature.name),
        "small": document.small,
        "sections": [_section(section) for section in document.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {"landscape": section.landscape, "blocks": [_block(block) for block in section.blocks]}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(runs):
            shown = [{"text": _text(run.text), "bold": run.bold, "italic": run.italic} for run in runs]
            return {"type": "paragraph", "runs": shown}
        case Heading(text, level):
            return {"type": "heading", "text": _text(text.upper() if level == 1 else text), "level": level}
        case Table():
            return _table(block)


def _table(table: Table) -> dict[str, Any]:
    columns = [
        {"head": _text(column.head), "share": column.share, "align": column.align} for column in table.columns
    ]
    rows = [{"cells": [_text(cell) for cell in row.cells], "band": row.band} for row in table.rows]
    return {"type": "table", "columns": columns, "rows": rows}


def _text(text: str) -> str:
    return for_paper(unicodedata.normalize("NFC", text))
