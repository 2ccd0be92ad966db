"""A document as its author means it: what stands in it and in which order, nothing of how it is drawn.

All text is plain text of any kind of origin; the writers let none of it act as markup. A newline in a text is a line
break. Labels (Điều 1., a), -) and the marks of the form (";" after a basis, "./." at the end) are never in a text: the
writers put them. The elements are those of Nghị định 30/2020/NĐ-CP, Điều 8.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thammuu_core.formats.model import State


class Align(StrEnum):
    """How a column or a line is set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Level(StrEnum):
    """What kind of provision, outermost first: both schemes of Phụ lục I, II.6."""

    PART = "part"  # Phần I, its title below
    CHAPTER = "chapter"  # Chương I, its title below
    SECTION = "section"  # Mục 1, its title below
    SUBSECTION = "subsection"  # Tiểu mục 1, its title below
    ARTICLE = "article"  # Điều 1.
    ROMAN = "roman"  # I.
    CLAUSE = "clause"  # 1.
    POINT = "point"  # a)
    DASH = "dash"  # -
    PLUS = "plus"  # +


class Urgency(StrEnum):
    """Mức độ khẩn; proposed by the drafter, decided by the signer (Phụ lục I, III.2)."""

    URGENT = "urgent"  # KHẨN
    VERY_URGENT = "very_urgent"  # THƯỢNG KHẨN
    EXPRESS = "express"  # HỎA TỐC


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body; set to both margins with its first line indented unless `align` says otherwise."""

    runs: tuple[Run, ...]
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """One căn cứ, its first word included: "Căn cứ Luật …", "Theo đề nghị của …"; the writers put ";" and "."."""

    text: str


@dataclass(frozen=True, slots=True)
class Enacting:
    """A line of the form in the middle, in capitals: who decides ("GIÁM ĐỐC SỞ …") and "QUYẾT ĐỊNH:"."""

    text: str


@dataclass(frozen=True, slots=True)
class Provision:
    """A numbered provision; its label is counted by the writers, anew below each provision of a higher level.

    Parts, chapters, sections, subsections and "I." are always titles; an article or a clause is one when `title`.
    """

    level: Level
    runs: tuple[Run, ...]
    id: str = ""
    """Permanent; letters, digits, "-" and "_", at most 37. The Word file carries it as the bookmark "tm-<id>"."""
    title: bool = False


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
    bold: bool = False
    """A sum, in bold."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with lines; its head is repeated on each page, its rows are not parted between pages."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


Block = Paragraph | Basis | Enacting | Provision | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one orientation; landscape only for tables that do not fit otherwise (TT-002)."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines: who issues, under whom, number and symbol, place and date."""

    agency: str
    day: date | None
    """None where the form has no line of place and date: Biên bản, and what a decision issues."""
    parent: str = ""
    """Cơ quan chủ quản trực tiếp; empty for one that has none, such as UBND tỉnh."""
    number: str = ""
    """Empty for a document that is not yet numbered."""
    symbol: str = ""
    """Without the number and its slash: "BC-SKHCN"."""
    place: str = ""
    open_day: bool = True
    """The day is left blank for the pen, as in every draft; month and year are written."""
    undated: bool = False
    """Without a `day`: the line stands all the same, its day, month and year left for the pen."""
    numbered: bool = True
    """False where the form has no line of number and symbol: what a decision issues, phiếu trình."""
    urgency: Urgency | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: authority and position in lines ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), and the name, if known."""

    lines: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex; label ("Phụ lục", with several "Phụ lục I") and line of guidance are put by the writers."""

    title: str
    sections: tuple[Section, ...]
    ends: bool = False
    """"./." after its last words."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document whole."""

    head: Head
    kind: str
    """Tên loại, "Báo cáo"; empty for a công văn, whose subject then stands under the number."""
    subject: str
    sections: tuple[Section, ...]
    signature: Signature = Signature()
    """Without lines and name: nobody signs it, as in what a decision issues."""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    """Without dash and semicolon; the last one is where it is archived ("Lưu: VT, P.QLCN")."""
    small: bool = False
    """Set in the smaller of the two sizes that the decree leaves open (13 instead of 14), with single spacing."""
    second: Signature | None = None
    """Who signs on the left: the secretary of a Biên bản. The recipients then stand below both (Mẫu 1.9)."""
    annexes: tuple[Annex, ...] = ()
    attached: Document | None = None
    """What this decision issues or approves (Mẫu 1.3); begins on a page of its own after the signature."""
    state: State = State.DRAFT
    ends: bool = True
    """"./." after the last words of the body; put once, whether they already have it or not."""


def plain(text: str) -> Paragraph:
    """A paragraph in one face."""
    return Paragraph((Run(text),))


def provision(level: Level, text: str, *, id: str = "", title: bool = False) -> Provision:
    """A provision in one face."""
    return Provision(level, (Run(text),) if text else (), id, title)
