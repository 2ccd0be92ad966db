"""Frozen values: what agencies answer to a version sent, as opinions on its provisions, and all of them merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thammuu_core.errors import Problem
from thammuu_core.papers import BODY


class Operation(StrEnum):
    """What an opinion asks for."""

    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    COMMENT = "comment"
    QUESTION = "question"
    KEEP = "keep"
    OPPOSE = "oppose"
    REVIEW = "review"
    MERGE = "merge"
    SPLIT = "split"
    AGREE = "agree"
    OTHER = "other"


CHANGES = (Operation.REPLACE, Operation.INSERT, Operation.DELETE, Operation.MOVE)
"""What changes the words of the draft; every other operation only speaks about them."""


class Origin(StrEnum):
    """From which part of a reply an opinion was read."""

    REVISION = "revision"
    SILENT = "silent"
    """A change made with tracking off, found by comparing."""
    COMMENT = "comment"
    SENTENCE = "sentence"
    """Of a letter."""
    ROW = "row"
    """Of a table or a sheet."""


OF_COPIES = (Origin.REVISION, Origin.SILENT)
"""What was changed in a copy itself, so that its words and its place are exact."""


class Stance(StrEnum):
    """Where an agency stands on the whole draft."""

    AGREE = "agree"
    AGREE_WITH_OPINIONS = "agree_with_opinions"
    DISAGREE = "disagree"
    NO_OPINION = "no_opinion"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How sure the place of an opinion is."""

    EXACT = "exact"
    """These very words, where the reply says."""
    PROVISION = "provision"
    """The provision that the reply names, without words of it."""
    CHECK = "check"
    """Found by likeness, or elsewhere than the reply says: a person must look."""
    WHOLE = "whole"
    """The whole draft."""


@dataclass(frozen=True, slots=True)
class Target:
    """The place of an opinion in the version sent; without offsets when it is the whole draft."""

    start: int | None = None
    end: int | None = None
    """Offsets into the text of `story`."""
    to: int | None = None
    """Of a move: where it lands."""
    provision: str | None = None
    where: str = ""
    """As a reader says it: "II.3"."""
    quote: str = ""
    """Words of the version at that place."""
    confidence: Confidence = Confidence.WHOLE
    story: str = BODY


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the reply it stands, verbatim."""

    words: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply inside a comment thread: kept with the comment, not an opinion of its own."""

    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion of one agency on one place. `old` is of the version sent, `new` and `text` are of the reply."""

    origin: Origin
    operation: Operation
    target: Target
    old: str = ""
    new: str = ""
    text: str = ""
    """Why, as the agency put it; of a letter the sentence itself."""
    author: str = ""
    date: str = ""
    about: int | None = None
    """Index, among the opinions of the same reply, of the change that a comment speaks of."""
    thread: tuple[Answer, ...] = ()
    resolved: bool = False
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words of a reply that could not be anchored, with why."""

    words: str
    reason: str
    page: int | None = None
    operation: Operation = Operation.OTHER
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Number and date of the letter that carries a reply."""

    symbol: str = ""
    date: str = ""
    """ISO, or empty."""
    answers: str = ""
    """Symbol of the letter that it answers, as it says."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Changes and comments in the file, and how many of them became opinions or were counted as form."""

    total: int = 0
    read: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the ledger: what must hold so that nothing is lost, and whether it does."""

    code: str
    held: bool
    message: str = ""
    """Vietnamese; what failed and what to do. Empty when it holds."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One file of an agency, read."""

    file: str
    sha256: str = ""
    agency: str = ""
    kinds: tuple[str, ...] = ()
    """tracked, silent, comments, letter, table, sheet, scan, unchanged, unreadable."""
    stance: Stance = Stance.UNKNOWN
    opinions: tuple[Opinion, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    form: tuple[str, ...] = ()
    """Lines of a letter that are form: header, greeting, recipients, signature."""
    marks: Marks = Marks()
    formatting: int = 0
    base_version: str | None = None
    """SHA-256 of the version of which it is a copy, or on which its letter was read."""
    carried_from: str | None = None
    """SHA-256 of the earlier version of which it is a copy, once its opinions were carried to `base_version`."""
    evidence: str = ""
    """Why it was taken for what it is, in Vietnamese: "Trùng 97 % đoạn với bản gửi 2"."""
    reference: Reference = Reference()
    checks: tuple[Check, ...] = ()
    problems: tuple[Problem, ...] = ()


class Clash(StrEnum):
    """How two proposals on overlapping words stand to each other."""

    COMPATIBLE = "compatible"
    """One holds the other, or they touch different words."""
    ALTERNATIVE = "alternative"
    """Other words for the same place."""
    CONTRADICTORY = "contradictory"
    """One takes away or refuses what the other changes or keeps."""


Key = tuple[int, int]
"""Index of a reply, index of an opinion among its opinions."""


@dataclass(frozen=True, slots=True)
class Row:
    """Equal proposals of one or more agencies, every source kept."""

    id: str
    """Hash of the normal form: the same for the same proposal whatever else arrives, so a decision on it survives."""
    members: tuple[Key, ...]
    conflicts: Mapping[str, Clash] = field(default_factory=dict)
    """Ids of other rows."""
    like: tuple[str, ...] = ()
    """Rows that sound alike: a suggestion, never merged by itself."""


@dataclass(frozen=True, slots=True)
class Merge:
    """All replies to one version, consolidated."""

    base: str
    """SHA-256 of the version."""
    replies: tuple[Reply, ...]
    rows: tuple[Row, ...]
    """In order of the version's text; what has no place last."""
    checks: tuple[Check, ...] = ()
    problems: tuple[Problem, ...] = ()
