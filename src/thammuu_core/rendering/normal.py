"""A document as both writers put it down and as it is read back: clean texts, one way to say each thing.

What the form decides is decided here: capitals, what is a title, where "./." stands. `normalised` of a normalised
document is the same document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import ClassVar

from thammuu_core.errors import Refusal
from thammuu_core.rendering.columns import shares
from thammuu_core.rendering.letters import for_word
from thammuu_core.rendering.model import (
    Align,
    Annex,
    Basis,
    Block,
    Column,
    Document,
    Enacting,
    Head,
    Level,
    Paragraph,
    Provision,
    Row,
    Run,
    Section,
    Signature,
    Table,
)

BELOW = frozenset((Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION))
"""Their titles stand below their labels."""
TITLES = BELOW | {Level.ROMAN}
"""Always titles, in capitals."""
MAY_BE_TITLES = frozenset((Level.ARTICLE, Level.CLAUSE))
END = "./."
LONGEST_ID = 37
"""A bookmark's name holds 40 letters, "tm-" among them."""
_COUNCIL = re.compile(
    r"^((?:[ỦU][yỷ]|Uỷ) ban nhân dân|Hội đồng nhân dân) (tỉnh|thành phố|xã|phường|đặc khu)\b", re.IGNORECASE
)
"""Names that are written over two lines everywhere."""
_ID = re.compile(rf"[0-9A-Za-z_-]{{1,{LONGEST_ID}}}")


class Unwritable(Refusal):
    """A document that no form has room for."""

    code: ClassVar[str] = "rendering.unwritable"


def normalised(document: Document) -> Document:
    """The document as it will be read back. Raises Unwritable."""
    made = _document(document)
    _check_ids(made)
    return made


def clean(text: str) -> str:
    """NFC, every letter spelled that a file cannot hold; newlines stay."""
    return for_word(unicodedata.normalize("NFC", text))


def capitals(text: str) -> str:
    """As the form shows names of agencies and titles."""
    return unicodedata.normalize("NFC", text.upper())


def words(runs: Iterable[Run]) -> str:
    """The text of runs."""
    return "".join(run.text for run in runs)


def texts(document: Document) -> Iterator[Block]:
    """Every block of the document, of its annexes and of what it issues, in order."""
    for section in document.sections:
        yield from section.blocks
    for annex in document.annexes:
        for section in annex.sections:
            yield from section.blocks
    if document.attached:
        yield from texts(document.attached)


def _document(document: Document) -> Document:
    sections, ends = _ended(_sections(document.sections), ends=document.ends)
    second = document.second and _signature(document.second)
    attached = document.attached
    if attached is not None:
        if attached.attached:
            raise Unwritable(
                "Văn bản ban hành kèm theo không thể kèm theo một văn bản khác nữa; hãy để thành phụ lục."
            )
        attached = _document(replace(attached, small=document.small, state=document.state))
    return replace(
        document,
        head=_head(document.head),
        kind=clean(document.kind),
        subject=clean(document.subject),
        sections=sections,
        ends=ends,
        signature=_signature(document.signature),
        second=second if second and (second.lines or second.name) else None,
        addressees=_filled(document.addressees),
        recipients=_filled(document.recipients),
        annexes=tuple(_annex(annex) for annex in document.annexes),
        attached=attached,
    )


def _head(head: Head) -> Head:
    number = clean(head.number).strip()
    if "/" in number:
        raise Unwritable(f"Số “{number}” không được có dấu “/”; phần sau dấu “/” ghi vào ký hiệu.")
    number = number.rjust(2, "0") if number.isdecimal() else number
    day = head.day.replace(day=1) if head.day and head.open_day else head.day
    return replace(
        head,
        agency=_COUNCIL.sub(r"\1\n\2", clean(head.agency)),
        parent=clean(head.parent),
        number=number if head.numbered else "",
        symbol=clean(head.symbol) if head.numbered else "",
        place=clean(head.place) if day or head.undated else "",
        day=day,
        undated=head.undated and day is None,
        open_day=head.open_day if day else True,
    )


def _signature(signature: Signature) -> Signature:
    lines = (capitals(line) for line in _filled(signature.lines))
    return Signature(tuple(lines), clean(signature.name))


def _filled(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item for item in map(clean, items) if item.strip())


def _annex(annex: Annex) -> Annex:
    sections, ends = _ended(_sections(annex.sections), ends=annex.ends)
    return Annex(capitals(clean(annex.title)), sections, ends)


def _sections(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    made = (replace(section, blocks=tuple(_blocks(section))) for section in sections)
    return tuple(section for section in made if section.blocks)


def _blocks(section: Section) -> Iterator[Block]:
    for block in section.blocks:
        match block:
            case Paragraph(runs):
                yield replace(block, runs=_runs(runs))
            case Basis(text):
                if kept := clean(text).rstrip(" ;.,\n\u00a0"):
                    yield Basis(kept)
            case Enacting(text):
                yield Enacting(capitals(clean(text)))
            case Provision():
                yield _provision(block)
            case Table():
                yield _table(block, landscape=section.landscape)


def _provision(block: Provision) -> Provision:
    if block.id and not _ID.fullmatch(block.id):
        raise Unwritable(
            f"Mã “{block.id}” của một mục không dùng được: chỉ gồm chữ không dấu, chữ số, “-”, “_”, không quá {LONGEST_ID} ký tự."
        )
    title = block.level in TITLES or (block.title and block.level in MAY_BE_TITLES)
    runs = _runs(block.runs)
    if title:
        text = words(runs)
        runs = _runs((Run(capitals(text) if block.level in TITLES else text),))
    return Provision(block.level, runs, block.id, title)


def _runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs of one face joined, empty ones left out."""
    shown = (replace(run, text=clean(run.text)) for run in runs)
    faces = groupby((run for run in shown if run.text), key=lambda run: (run.bold, run.italic))
    return tuple(Run(clean(words(same)), *face) for face, same in faces)


def _table(table: Table, *, landscape: bool) -> Table:
    columns = table.columns
    if not columns:
        raise Unwritable("Một bảng không có cột nào; hãy thêm cột hoặc bỏ bảng.")
    rows = tuple(_row(row, len(columns)) for row in table.rows)
    aligned = any(not row.band for row in rows)
    fitted = shares(tuple(column.share for column in columns), landscape=landscape)
    return Table(
        tuple(
            Column(clean(column.head), share, column.align if aligned else Align.LEFT)
            for column, share in zip(columns, fitted, strict=True)
        ),
        rows,
    )


def _row(row: Row, columns: int) -> Row:
    cells = tuple(map(clean, row.cells))
    if row.band:
        return Row(cells[:1] or ("",), band=True)
    if len(cells) != columns:
        raise Unwritable(
            f"Bảng có {columns} cột nhưng một dòng có {len(cells)} ô: “{' | '.join(cells)[:80]}”."
        )
    return Row(cells, bold=row.bold and any(cells))


def _ended(sections: tuple[Section, ...], *, ends: bool) -> tuple[tuple[Section, ...], bool]:
    """The sections without "./.", and whether the writers put it: only after words that are no title."""
    if not sections:
        return sections, False
    *others, section = sections
    *before, block = section.blocks
    if not isinstance(block, Paragraph | Provision) or (isinstance(block, Provision) and block.title):
        return sections, False
    written = words(block.runs).rstrip()
    if not ends and not written.endswith(END):
        return sections, False
    last = replace(block, runs=_cut(block.runs))
    return (*others, replace(section, blocks=(*before, last))), True


def _cut(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without the full stop, "./." or semicolon at their end."""
    kept = list(runs)
    while kept:
        text = kept[-1].text.rstrip(" \n\u00a0;./")
        if text:
            return (*kept[:-1], replace(kept[-1], text=text))
        kept.pop()
    return ()


def _check_ids(document: Document) -> None:
    seen: set[str] = set()
    for block in texts(document):
        if isinstance(block, Provision) and block.id:
            if block.id in seen:
                raise Unwritable(f"Hai mục có cùng mã “{block.id}”; mỗi mục cần một mã riêng.")
            seen.add(block.id)
