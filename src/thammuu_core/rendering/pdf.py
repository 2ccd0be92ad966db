"""A document as PDF/A-2b, tagged, set by typst from `document.typ`.

The texts reach typst as data (JSON in `sys.inputs`), never as source: nothing in them is markup.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from thammuu_core.rendering.counting import Counter, label
from thammuu_core.rendering.letters import FAMILIES, font_folders, for_paper
from thammuu_core.rendering.lines import (
    URGENCY,
    addressee_lines,
    annex_label,
    date_line,
    guidance,
    letter_subject,
    number_line,
    recipient_lines,
)
from thammuu_core.rendering.measures import MOTTO, NATION, sizes, text_width
from thammuu_core.rendering.model import (
    Annex,
    Basis,
    Block,
    Document,
    Enacting,
    Level,
    Paragraph,
    Provision,
    Row,
    Run,
    Section,
    Signature,
    Table,
)
from thammuu_core.rendering.normal import BELOW, END, capitals, normalised
from thammuu_core.rendering.normal import texts as blocks_of
from thammuu_core.rendering.widths import line_count, width

_LONGEST_WORD = 24
"""Letters: a longer word is measured, and where it does not fit it may be broken between any two letters."""
_MOST_LINES = 20
"""Of a row, or of recipients beside a signature, that is kept on one page."""
_MAY_BREAK = "\u200b"


def to_pdf(document: Document) -> bytes:
    """The document as a PDF; the same document gives the same bytes. Raises Unwritable."""
    kept = normalised(document)
    measures = sizes(small=kept.small)
    data = _Data(kept, measures).whole()
    given = {"document": data, "sizes": measures, "fonts": FAMILIES}
    compiler = typst.Compiler(
        _source(), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={"given": json.dumps(given)}
    )
    pdf: bytes = compiler.compile(format="pdf", pdf_standards=["a-2b"], timestamp=0)  # type: ignore[assignment]
    return pdf


@cache
def _source() -> bytes:
    return files("thammuu_core.rendering").joinpath("document.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Read once: finding them takes a third of the time of a page."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(font_folders())
    )


class _Data:
    """What `document.typ` is given: units (the document, an annex, what it issues), each paged by itself."""

    def __init__(self, document: Document, measures: dict[str, float]) -> None:
        self._document = document
        self._measures = measures
        found = {block.level for block in blocks_of(document) if isinstance(block, Provision) and block.title}
        self._depths = {level: depth for depth, level in enumerate((own for own in Level if own in found), 1)}

    def whole(self) -> dict[str, Any]:
        """All of it."""
        document = self._document
        day = document.head.day
        return {
            "title": _text(f"{document.kind} {document.subject}".strip()),
            "author": _text(document.head.agency),
            "day": [day.year, day.month, day.day] if day else None,
            "nation": NATION,
            "motto": MOTTO,
            "units": list(self._units(document)),
        }

    def _units(self, document: Document, told: str = "") -> Iterator[dict[str, Any]]:
        yield {
            "head": self._head(document),
            "kind": _text(capitals(document.kind)),
            "subject": _text(document.subject) if document.kind else "",
            "guidance": _text(told),
            "addressees": [_text(line) for line in addressee_lines(document)],
            "sections": self._sections(document.sections, ends=document.ends),
            "closing": self._closing(document),
        }
        told = guidance(document)
        for place, annex in enumerate(document.annexes, 1):
            yield self._annex(annex, annex_label(place, len(document.annexes)), told)
        if document.attached:
            yield from self._units(document.attached, told)

    def _annex(self, annex: Annex, named: str, told: str) -> dict[str, Any]:
        sections = self._sections(annex.sections, ends=annex.ends)
        return {"label": named, "subject": _text(annex.title), "guidance": _text(told), "sections": sections}

    def _head(self, document: Document) -> dict[str, Any]:
        head = document.head
        return {
            "agency": _text(capitals(head.agency)),
            "parent": _text(capitals(head.parent)),
            "number": _text(number_line(head)) if head.numbered else "",
            "letter_subject": _text(letter_subject(document)),
            "urgency": URGENCY[head.urgency] if head.urgency else "",
            "urgency_width": self._measures[f"{head.urgency}_width"] if head.urgency else 0,
            "date": _text(date_line(head)),
        }

    def _closing(self, document: Document) -> dict[str, Any] | None:
        recipients = [_text(line) for line in recipient_lines(document)]
        signed, second = _signature(document.signature), document.second and _signature(document.second)
        if not recipients and not signed and not second:
            return None
        whole = len(recipients) < _MOST_LINES
        return {"recipients": recipients, "first": signed, "second": second, "whole": whole}

    def _sections(self, sections: tuple[Section, ...], *, ends: bool) -> list[dict[str, Any]]:
        counter = Counter()
        shown = [self._section(section, counter) for section in sections]
        if ends:
            shown[-1]["blocks"][-1]["runs"].append(_run(Run(END)))
        return shown

    def _section(self, section: Section, counter: Counter) -> dict[str, Any]:
        room = text_width(self._measures, landscape=section.landscape)
        blocks = section.blocks
        following: list[Block | None] = [*blocks[1:], None]
        shown = [
            self._block(block, after, counter, room) for block, after in zip(blocks, following, strict=True)
        ]
        return {"landscape": section.landscape, "blocks": shown}

    def _block(self, block: Block, after: Block | None, counter: Counter, room: float) -> dict[str, Any]:
        match block:
            case Paragraph(runs, align):
                return {"type": "paragraph", "runs": [_run(run) for run in runs], "align": align or ""}
            case Basis(text):
                mark = ";" if isinstance(after, Basis) else "."
                return {"type": "paragraph", "runs": [_run(Run(text + mark, italic=True))], "align": ""}
            case Enacting(text):
                return {"type": "enacting", "text": _text(text)}
            case Provision():
                return self._provision(block, counter)
            case Table():
                return self._table(block, room)

    def _provision(self, block: Provision, counter: Counter) -> dict[str, Any]:
        shown = label(block.level, counter.next(block.level))
        if block.title:
            text = "".join(run.text for run in block.runs)
            depth, below = self._depths[block.level], block.level in BELOW
            return {"type": "title", "label": shown, "text": _text(text), "level": depth, "below": below}
        named = Run(f"{shown} ", bold=block.level is Level.ARTICLE)
        return {"type": "paragraph", "runs": [_run(run) for run in (named, *block.runs)], "align": ""}

    def _table(self, table: Table, room: float) -> dict[str, Any]:
        size, total = self._measures["table"], sum(column.share for column in table.columns)
        rooms = [room * column.share / total - 2 * self._measures["cell_padding"] for column in table.columns]
        columns = [
            {"head": _fitted(column.head, own, size), "share": column.share, "align": column.align}
            for column, own in zip(table.columns, rooms, strict=True)
        ]
        rows = [
            {
                "cells": [
                    _fitted(cell, room if row.band else own, size)
                    for cell, own in zip(row.cells, rooms, strict=False)
                ],
                "band": row.band,
                "bold": row.bold,
                "whole": self._is_short(row, room, rooms),
            }
            for row in table.rows
        ]
        return {"type": "table", "columns": columns, "rows": rows}

    def _is_short(self, row: Row, room: float, rooms: list[float]) -> bool:
        """Whether a row fits on a page with others: one that does not must be parted, or its end would be lost."""
        size = self._measures["table"]
        return all(
            _surely_fits(cell, own * _MOST_LINES / 2, size) or line_count(cell, own, size) < _MOST_LINES
            for cell, own in zip(row.cells, [room] if row.band else rooms, strict=True)
        )


def _surely_fits(text: str, room: float, size: float) -> bool:
    """Whether no measuring is needed: hardly a letter is wider than it is high."""
    return "\n" not in text and len(text) * size * 25.4 / 72 < room


def _signature(signature: Signature) -> dict[str, Any] | None:
    if not signature.lines and not signature.name:
        return None
    return {"lines": [_text(line) for line in signature.lines], "name": _text(signature.name)}


def _run(run: Run) -> dict[str, Any]:
    return {"text": _text(run.text), "bold": run.bold, "italic": run.italic}


def _text(text: str) -> str:
    """Words of the page; one that would be wider than a line may be broken anywhere."""
    if all(len(word) <= _LONGEST_WORD * 2 for word in text.split()):
        return for_paper(text)
    return _broken(for_paper(text), lambda word: len(word) > _LONGEST_WORD * 2)


def _fitted(text: str, room: float, size: float) -> str:
    """Words of a cell; one that is wider than its column may be broken anywhere."""
    if _surely_fits(text, room, size):
        return for_paper(text)
    return _broken(
        for_paper(text),
        lambda word: not _surely_fits(word, room, size) and width(word, size, bold=True) > room,
    )


def _broken(text: str, too_wide: Callable[[str], bool]) -> str:
    lines = (
        " ".join(_MAY_BREAK.join(word) if too_wide(word) else word for word in line.split(" "))
        for line in text.split("\n")
    )
    return "\n".join(lines)
