"""What screens get: the matrix of a draft, a comparison of plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from thammuu.apps.drafting.rows import DraftRow, VersionRow
from thammuu.apps.instruments.rows import Clash, InstrumentRef, ItemRow
from thammuu_core.indicators import Comparison

STATES = {
    "covered": "Đã có",
    "softer": "Nhẹ hơn văn bản giao",
    "unlike": "Khác phạm vi hoặc mốc, tự so",
    "missing": "Chưa có",
    "omitted": "Không đưa vào, có lý do",
}
"""How a demand stands, in the order in which counts are shown."""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A provision of the draft."""

    id: str
    where: str
    words: str


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One demand and how the draft answers it."""

    item: ItemRow
    state: str
    state_words: str
    confirmed: bool
    """A person said so; otherwise the machine proposes it."""
    clause: ClauseRow | None
    remark: str
    """What is weaker than asked, or has changed since it was confirmed."""
    reason: str
    by: str
    at: datetime | None
    number: int
    """How many answers it has; goes with the form."""
    offered: tuple[ClauseRow, ...]
    """Provisions that may answer, the best first."""


@dataclass(frozen=True, slots=True)
class MandateRows:
    """One mandating document with its demands."""

    instrument: InstrumentRef
    rows: tuple[DemandRow, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A version of a draft against its mandates."""

    draft: DraftRow
    version: VersionRow
    mandates: tuple[MandateRows, ...]
    clashes: tuple[Clash, ...]
    clauses: tuple[ClauseRow, ...]
    addable: tuple[InstrumentRef, ...]
    """Documents with demands that the draft is not held against."""
    may_answer: bool

    @property
    def rows(self) -> tuple[DemandRow, ...]:
        """Every demand."""
        return tuple(row for mandate in self.mandates for row in mandate.rows)

    @property
    def counts(self) -> tuple[tuple[str, str, int], ...]:
        """(state, its words, how many demands stand so)."""
        return tuple(
            (state, words, sum(row.state == state for row in self.rows)) for state, words in STATES.items()
        )

    @property
    def unconfirmed(self) -> int:
        """How many demands no person has looked at."""
        return sum(not row.confirmed for row in self.rows)


@dataclass(frozen=True, slots=True)
class DemandPage:
    """One demand of a matrix, for the form that answers it."""

    matrix: Matrix
    row: DemandRow


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A comparison in the list."""

    uuid: UUID
    title: str
    plans: tuple[str, ...]
    begun_by: str
    begun_at: datetime


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A plan of a comparison."""

    uuid: UUID
    name: str
    title: str
    file_uuid: UUID
    targets: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A comparison whole; the cells of `side_by_side` are in the order of `plans`."""

    row: ComparisonRow
    plans: tuple[PlanColumn, ...]
    side_by_side: Comparison
