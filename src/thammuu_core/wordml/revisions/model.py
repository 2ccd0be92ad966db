"""Frozen values: a returned Word file as streams of tokens that say who put them in and who took them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thammuu_core.errors import Problem
from thammuu_core.papers import BODY, Story


@dataclass(frozen=True, slots=True)
class Hand:
    """Who made a change, and when by their own clock."""

    author: str
    date: str = ""
    """As written. Local time even where a "Z" follows; never a ground for ordering."""


class TokenKind(StrEnum):
    """What a token is in the text of its story."""

    TEXT = "text"
    BREAK = "break"
    """A line break inside a paragraph; "\\n" in the text."""
    MARK = "mark"
    """The end of a paragraph; "\\n" in the text. A row or cell that was put in or taken out marks its tokens too."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of text with one history. Both `inserted` and `deleted`: in neither view."""

    text: str
    kind: TokenKind = TokenKind.TEXT
    inserted: Hand | None = None
    deleted: Hand | None = None
    moved: str | None = None
    """Name that pairs what left (`deleted`) with what arrived (`inserted`)."""
    computed: bool = False
    """Result of a field: Word may change it by itself, so a change of it is nobody's opinion."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment of a Word file. Offsets are into the texts of the story's two views."""

    id: str
    hand: Hand
    text: str
    story: str | None = BODY
    """None for an orphan: a comment that no place of the document refers to."""
    original: tuple[int, int] | None = None
    accepted: tuple[int, int] | None = None
    """Equal ends for a comment on a point, or on words that the view does not have."""
    parent: str | None = None
    """The comment that it answers."""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class RevisedStory:
    """One story with its history; the texts of `original` and `accepted` are those of its tokens."""

    name: str
    tokens: tuple[Token, ...]
    original: Story
    """As it was before all changes: what rejecting all would leave."""
    accepted: Story


@dataclass(frozen=True, slots=True)
class Ledger:
    """Characters of text in the parts of the file against characters that the reader took in, part by part."""

    held: Mapping[str, int]
    read: Mapping[str, int]

    @property
    def balanced(self) -> bool:
        """Nothing of the file's text was passed over."""
        return dict(self.held) == dict(self.read)


@dataclass(frozen=True, slots=True)
class Revised:
    """A Word file with its tracked changes and comments."""

    stories: tuple[RevisedStory, ...]
    remarks: tuple[Remark, ...]
    ledger: Ledger
    formatting: Mapping[str, int] = field(default_factory=dict)
    """Changes of formatting only, by author: counted, never opinions."""
    problems: tuple[Problem, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def body(self) -> RevisedStory:
        """The main story; an empty one if the file has none."""
        empty = RevisedStory(BODY, (), Story(BODY, ()), Story(BODY, ()))
        return next((story for story in self.stories if story.name == BODY), empty)
