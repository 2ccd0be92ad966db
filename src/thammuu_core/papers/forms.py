"""How a Word file lays its words out, as measured: what a checker of the prescribed form needs and a reader does not.

Lengths across the page are millimetres, lengths down the page and sizes of letters points. Everything is effective:
styles, what they are based on, defaults, numbering and direct settings are already put together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class LineRule(StrEnum):
    """What `Form.line` counts."""

    MULTIPLE = "multiple"
    """Lines: 1.0 is single spacing."""
    EXACT = "exact"
    """Points, whatever the letters need."""
    AT_LEAST = "at_least"
    """Points, more when the letters need more."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one paragraph stands."""

    first: float = 0.0
    """Indent of the first line against the others, mm; negative when it hangs out."""
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    """Space above, pt; nothing between neighbours of one style that ask for none."""
    after: float = 0.0
    line: float = 1.0
    line_rule: LineRule = LineRule.MULTIPLE
    keep_next: bool = False
    keep_lines: bool = False
    contextual: bool = False
    """Asks for no space towards neighbours of its style; `before` and `after` have it taken off already."""
    border_below: float | None = None
    """Length of a line drawn as the border between it and what follows, mm."""
    drawn_line: float | None = None
    """Length of the longest level line drawn as a shape anchored in it, or typed of underscores or dashes, mm."""
    source: tuple[int, int] = (0, 0)
    """Where the file says it: which `w:p` of its part in document order, and which line of that one, both from 0."""


@dataclass(frozen=True, slots=True)
class PageField:
    """One place where a section prints the number of the page."""

    where: str
    """`header` or `footer`."""
    kind: str
    """On which pages: `default`, `first`, `even`."""
    align: str | None = None
    """left, center, right; None when it cannot be said."""
    size: float | None = None
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class SectionForm:
    """One section of the document: its paper and its margins."""

    first_block: int
    """Index in the blocks of the body at which it begins."""
    width: float = 0.0
    height: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    """With the gutter, if there is one."""
    right: float = 0.0
    header: float = 0.0
    """From the edge of the paper to the header, mm."""
    footer: float = 0.0
    landscape: bool = False
    title_page: bool = False
    """Its first page has a header and a footer of its own."""
    first_page: int | None = None
    """The number its pages begin with; None to count on."""
    number_form: str | None = None
    """How its pages are numbered when not in Arabic numerals: `lowerRoman`…"""
    headers: dict[str, str] = field(default_factory=dict)
    """Story names by kind; those inherited from the section before included."""
    footers: dict[str, str] = field(default_factory=dict)
    page_fields: tuple[PageField, ...] = ()
    """Only those that are shown: `first` needs a title page, `even` a document that tells odd pages from even."""
