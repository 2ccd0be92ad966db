"""What a programme is read into. A claim, not a decision: a person confirms it before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass

from thammuu_core.errors import Problem
from thammuu_core.plans.model import When, WhenKind

UNDATED = When("", WhenKind.UNDATED)


@dataclass(frozen=True, slots=True)
class Item:
    """One duty of a programme: what, who, by when, to whom (Nghị định 191/2026/NĐ-CP, Điều 20; quy chế làm việc)."""

    place: str
    """Where it stands: "Trang CTCT, dòng 7". Unique among the items of one programme."""
    text: str
    number: str = ""
    """STT as written."""
    groups: tuple[str, ...] = ()
    """Headings over it, the outermost first: "Quý II", "Lĩnh vực văn hóa"."""
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    when: When = UNDATED
    also: tuple[When, ...] = ()
    submitted_to: str = ""
    """Cấp trình: the body that decides."""
    product: str = ""
    """Loại văn bản, sản phẩm."""
    basis: str = ""
    """Căn cứ."""
    note: str = ""
    """Whatever else its row says, each with the head of its column."""


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything read from one file; `year` is None when neither its title nor its dates tell one."""

    title: str
    year: int | None
    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()

    def doubts_of(self, item: Item) -> tuple[Problem, ...]:
        """What is doubtful in one item's row."""
        return tuple(problem for problem in self.problems if _within(problem.where, item.place))


def _within(where: str | None, place: str) -> bool:
    return where is not None and (where == place or where.startswith(f"{place}, "))
