"""What the walk brings home: pieces of text with the elements they came from, in the frame of paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from lxml import etree

from thammuu_core.papers import Paragraph
from thammuu_core.wordml.looks import Look
from thammuu_core.wordml.revisions.model import Hand, TokenKind
from thammuu_core.wordml.settings import Settings
from thammuu_core.wordml.styles import Style


class History(NamedTuple):
    """What happened to a piece; shared by all pieces of one change, so that identity tells changes apart."""

    inserted: Hand | None = None
    deleted: Hand | None = None
    moved: str | None = None
    computed: bool = False


UNTOUCHED = History()
PAGE = "\f"
"""Raw text of a page or column break, which divides only behind words."""


class Piece(NamedTuple):
    """The text of one element, as the file has it."""

    kind: TokenKind
    element: etree._Element
    """`w:t`, `w:delText`, `m:t`, `w:tab`, `w:sym`, … for text, `w:br` or `w:cr` for a break, `w:p` for a mark. Where
    runs are not asked for their looks, `w:p` for all the text of a paragraph that is nothing but runs with text."""
    raw: str
    """Without the blanks that Word trims."""
    history: History = UNTOUCHED
    look: Look | None = None
    """Only where the font draws other letters than the characters say."""


class Shown(NamedTuple):
    """Text of a view and the pieces that it comes from: one, or all of a plain paragraph."""

    at: int
    text: str
    pieces: int = 1


@dataclass(slots=True)
class Written:
    """A paragraph: its pieces are [first, last) of the strand, the mark is piece `last`."""

    history: History
    """Of what holds it: a paragraph in a row that one text lacks is no paragraph of that text."""
    element: etree._Element
    settings: Settings
    style: Style
    first: int
    last: int = 0
    plain: bool = True
    """No break, no change, no odd font, no comment: both texts have it as it stands."""
    shown: list[Shown] | None = None
    """What either text has of a plain paragraph without a number, once one of them has been made; and as a paragraph:"""
    made: Paragraph | None = None
    identity: str | None = None
    """Content control, bookmark or `w14:paraId`: what `papers.Paragraph.mark` is."""


@dataclass(slots=True)
class WrittenCell:
    """A cell; `column` settings as `wordml.tables` reads them."""

    history: History
    element: etree._Element
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class WrittenRow:
    """A row of a table."""

    history: History
    element: etree._Element
    cells: list[WrittenCell] = field(default_factory=list)


@dataclass(slots=True)
class WrittenTable:
    """A table with every row that either text has."""

    history: History
    element: etree._Element
    rows: list[WrittenRow] = field(default_factory=list)


Node: TypeAlias = Written | WrittenTable


@dataclass(frozen=True, slots=True)
class Anchored:
    """A place where a comment begins, ends or is referred to: before piece `at`."""

    comment: str
    kind: str
    """`start`, `end` or `reference`."""
    at: int


@dataclass(slots=True)
class Strand:
    """One story as walked."""

    name: str
    part: str
    """Name of its part in the package."""
    root: etree._Element
    element: etree._Element
    """Its paragraphs and tables are children of this one: `w:body`, `w:hdr`, `w:footnote`, `w:txbxContent`."""
    pieces: list[Piece] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    anchors: list[Anchored] = field(default_factory=list)
    plain: bool = True
    """Both texts are the same."""
    neither: frozenset[int] = frozenset()
    """Pieces that one put in and another took out."""
