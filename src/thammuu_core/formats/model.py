"""What a check gives: findings of rules, each with its place; and what a rule's function gets and yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from thammuu_core.errors import Problem, Severity
from thammuu_core.formats.elements import Elements
from thammuu_core.formats.mends import Mend
from thammuu_core.formats.nodes import Tree, trees
from thammuu_core.formats.spots import Spot
from thammuu_core.outline import outline
from thammuu_core.papers import Paper
from thammuu_core.provisions import Outline


class State(StrEnum):
    """How far a document has come; what may be blank and how much a fault matters depend on it."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ISSUED = "issued"


class Regime(StrEnum):
    """Which law prescribes the form."""

    ADMINISTRATIVE = "administrative"
    """Nghị định 30/2020/NĐ-CP."""
    QPPL = "qppl"
    """Nghị định 78/2025/NĐ-CP."""
    PARTY = "party"
    """The Party's own guidance."""
    SPECIALISED = "specialised"
    """Licences, certificates, slips: forms of a sector's law or of the house."""
    NONE = "none"
    """No state agency's document by itself: an annex, a table, notes, a text in another language."""


class Shown(StrEnum):
    """What a paper must show for a rule to speak: a rule says nothing about what the reading may have lost."""

    WORDS = "words"
    """Words in their order."""
    LAYOUT = "layout"
    """Words in the columns they stand in: Word files only."""
    LOOKS = "looks"
    """Bold, italic, size, alignment: Word files only."""
    FORMS = "forms"
    """Measures of paragraphs and pages: Word files read with `forms=True`."""


class Part(StrEnum):
    """Parts of a document in the order in which a report tells them."""

    WHOLE = "whole"
    PAGE = "page"
    NATION = "nation"
    ISSUER = "issuer"
    NUMBER = "number"
    DATE_LINE = "date_line"
    MARKS = "marks"
    TITLE = "title"
    ADDRESSEES = "addressees"
    BASES = "bases"
    BODY = "body"
    PROVISIONS = "provisions"
    TABLES = "tables"
    REFERENCES = "references"
    CAPITALS = "capitals"
    SIGNATURE = "signature"
    RECIPIENTS = "recipients"
    ANNEXES = "annexes"
    COPIES = "copies"


PART_NAMES = {
    Part.WHOLE: "Toàn văn bản",
    Part.PAGE: "Trang giấy",
    Part.NATION: "Quốc hiệu, Tiêu ngữ",
    Part.ISSUER: "Tên cơ quan ban hành",
    Part.NUMBER: "Số, ký hiệu",
    Part.DATE_LINE: "Địa danh, thời gian",
    Part.MARKS: "Dấu chỉ mức độ, phạm vi",
    Part.TITLE: "Tên loại, trích yếu",
    Part.ADDRESSEES: "Kính gửi",
    Part.BASES: "Căn cứ",
    Part.BODY: "Nội dung",
    Part.PROVISIONS: "Bố cục",
    Part.TABLES: "Bảng",
    Part.REFERENCES: "Viện dẫn",
    Part.CAPITALS: "Viết hoa",
    Part.SIGNATURE: "Chữ ký",
    Part.RECIPIENTS: "Nơi nhận",
    Part.ANNEXES: "Phụ lục",
    Part.COPIES: "Bản sao",
}
"""As a reader says them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Some letters of one paragraph of a story."""

    story: str
    """`body`, `textbox:2`, …"""
    paragraph: int
    """Index among all paragraphs of the story in document order, those of tables included (`Story.lines()`)."""
    start: int
    end: int
    """Offsets into the paragraph's text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as the table states it."""

    id: str
    """TT-121: the rule of the reference; KY-, SA-, VH-, VD-, BC-: families beside it."""
    code: str
    """Stable and dotted: `formats.number_word`."""
    part: Part
    title: str
    source: str
    """The legal text it comes from."""
    text: str
    """The rule in one sentence."""
    severities: tuple[Severity | None, Severity | None, Severity | None]
    """In a draft, when submitted, when issued; None: it does not speak then."""
    shown: Shown
    repairable: bool
    """Whether changing form alone, no word, can mend it."""

    def severity(self, state: State) -> Severity | None:
        """How much a breach matters in that state."""
        return self.severities[tuple(State).index(state)]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule's function yields: one breach, told; the rule's id, weight and source are added by the check."""

    message: str
    """Vietnamese: what is there, what must be, what to do."""
    at: Spot | None = None
    """None where something is missing."""
    where: str | None = None
    """Words a reader would say ("mục II.3"); the name of the rule's part when not given."""
    at_most: Severity | None = None
    """Lighter than the rule's own weight: a breach that practice lives with."""
    mend: Mend | None = None
    """What would mend it without a word changed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule."""

    code: str
    rule: str
    severity: Severity
    part: Part
    where: str
    place: Place | None
    message: str
    basis: str
    repairable: bool = False

    @property
    def problem(self) -> Problem:
        """The same as a problem beside others."""
        return Problem(self.code, self.severity, self.message, self.where, self.basis)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings by part of the document, and the rules that were asked."""

    regime: Regime
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Those with which the document must not go on."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)


@dataclass(frozen=True)
class Checked:
    """What a rule's function may look at."""

    paper: Paper
    elements: Elements
    state: State
    today: date | None = None

    @cached_property
    def outline(self) -> Outline:
        """The provisions, made when the first rule asks for them."""
        return outline(self.paper)

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """The same, each provision with its place in the paper."""
        return trees(self.paper, self.outline)

    @property
    def shows_looks(self) -> bool:
        """Whether the file keeps columns, sizes and styles: a Word file does."""
        return self.paper.format == "docx"

    @property
    def issued(self) -> bool:
        """Nothing may be blank any more."""
        return self.state is State.ISSUED


Check: TypeAlias = Callable[[Checked], Iterator[Hit]]
