"""A document as its author means it: what stands in it and in which order, nothing of how it is drawn.

All text is plain text of any kind of origin; the writers let none of it act as markup. A newline in a text is a line
break. The elements are those of Nghị định 30/2020/NĐ-CP, Điều 8.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Align(StrEnum):
    """How a column is set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part with its label written in it: level 1 is "I. KẾT QUẢ", level 2 "1. Việc đã xong"."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width (any unit, shares are of their sum), how its cells are set."""

    head: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, one a column; a band is one cell over all columns that heads the rows below it."""

    cells: tuple[str, ...]
    band: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with lines; its head is repeated on each page, its rows are not parted between pages."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


Block = Paragraph | Heading | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one orientation; landscape only for tables that do not fit otherwise (TT-002)."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines: who issues, under whom, number and symbol, place and date."""

    agency: str
    day: date
    parent: str = ""
    """Cơ quan chủ quản trực tiếp; empty for one that has none, such as UBND tỉnh."""
    number: str = ""
    """Empty for a document that is not yet numbered."""
    symbol: str = ""
    """Without the number and its slash: "BC-SKHCN"."""
    place: str = ""
    open_day: bool = True
    """The day is left blank for the pen, as in every draft; month and year are written."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: authority and position in lines ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), and the name, if known."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document whole."""

    head: Head
    kind: str
    """Tên loại, "Báo cáo"; empty for a công văn, whose subject then stands under the number."""
    subject: str
    sections: tuple[Section, ...]
    signature: Signature
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    """Without dash and semicolon; the last one is where it is archived ("Lưu: VT, P.QLCN")."""
    small: bool = False
    """Set in the smaller of the two sizes that the decree leaves open (13 instead of 14), with single spacing."""


def plain(text: str) -> Paragraph:
    """A paragraph in one face."""
    return Paragraph((Run(text),))
