"""Provisions, their places, and the outline of a whole document made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What kind of node a provision is, outermost first as far as one order exists."""

    PART = "part"  # Phần
    CHAPTER = "chapter"  # Chương
    SECTION = "section"  # Mục (of a chapter)
    SUBSECTION = "subsection"  # Tiểu mục
    ARTICLE = "article"  # Điều
    UPPER = "upper"  # A. B.
    ROMAN = "roman"  # I. II.
    ARABIC = "arabic"  # 1. 2. (khoản)
    DECIMAL = "decimal"  # 1.1. 1.2.1.
    LETTER = "letter"  # a) b) (điểm, Vietnamese alphabet)
    DASH = "dash"  # -
    PLUS = "plus"  # +
    TEXT = "text"  # an unlabelled paragraph
    TABLE = "table"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Provision:
    """A node with a permanent id, a label and its own text; a table is a node whose children are its rows.

    `text` is everything of the node's own paragraph as written, a typed label included (an automatic one is not);
    the texts of all nodes in order, joined by a line feed, are the text of the story. A row's text is its cells'
    texts joined by a line feed; its `cells` keep them apart.
    """

    id: str
    level: Level
    text: str
    label: str = ""
    """Without its mark: "II", "3", "a", "1.2", "Điều 5" has label "5"; "-" for a dash; empty when unlabelled."""
    shown: str = ""
    """The label as a reader sees it: "II.", "a)", "Điều 5."; typed or automatic."""
    heading: str | None = None
    """The title part of a labelled node, without label and closing colon; None when the node is a plain sentence
    or paragraph rather than a title."""
    words: int = 0
    """Offset in `text` where the words after a typed label begin."""
    children: tuple[Provision, ...] = ()
    cells: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()
    """Of a row: the grid column of each cell's left edge, where merged cells leave gaps."""
    page: int | None = None

    @property
    def has_text(self) -> bool:
        """Whether its text, be it empty, is a line of the document; a table speaks through its rows."""
        return self.level is not Level.TABLE and (self.level is not Level.ROW or bool(self.cells))

    def walk(self) -> Iterator[Provision]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Place:
    """Some words of one provision: offsets into its own text."""

    provision: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """An annex, or the document that a decision issues, apart from the main body."""

    id: str
    """a1, a2, …"""
    label: str
    """"Phụ lục I", "Kế hoạch", …"""
    title: str
    front: tuple[Provision, ...]
    """The lines that name it."""
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document as provisions, in this order: front, body, back, attachments, notes; nothing left out."""

    front: tuple[Provision, ...]
    """Header block, kind and subject."""
    body: tuple[Provision, ...]
    """Preamble and provisions."""
    back: tuple[Provision, ...]
    """Recipients and signature."""
    attachments: tuple[Attachment, ...] = ()
    notes: tuple[Provision, ...] = ()
    """Footnotes, endnotes, text boxes, headers and footers."""

    def walk(self) -> Iterator[Provision]:
        """Every provision once, in document order."""
        for top in (*self.front, *self.body, *self.back):
            yield from top.walk()
        for attachment in self.attachments:
            for top in (*attachment.front, *attachment.provisions):
                yield from top.walk()
        for top in self.notes:
            yield from top.walk()

    def lines(self) -> Iterator[tuple[Provision, int]]:
        """Every provision with a text of its own and the offset in `text` where that begins."""
        start = 0
        for node in self.walk():
            if node.has_text:
                yield node, start
                start += len(node.text) + 1

    @property
    def text(self) -> str:
        """The whole document: the text of its stories, the main one first, joined by a line feed."""
        return "\n".join(node.text for node, _ in self.lines())
