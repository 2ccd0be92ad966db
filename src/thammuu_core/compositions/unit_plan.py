"""Kế hoạch tham mưu: the plan by which a unit brings a document to issuance, drafted from its timetable.

What it says is read back the same by `plans.read`: steps, times, owners. What no data tells (number, day, aims in
detail) is left to the drafter; nothing is invented. Its words are the template "ke-hoach-don-vi".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thammuu_core.compositions.model import Facts
from thammuu_core.compositions.supplied import compose
from thammuu_core.plans.model import When
from thammuu_core.rendering import Document
from thammuu_core.text.first_letter import capital_first, small_first

TEMPLATE = "ke-hoach-don-vi"


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step as the plan writes it; a step with a condition has no time."""

    text: str
    when: When | None = None
    condition: str = ""
    owner: str = ""
    """Named only where it is not the unit that leads."""


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """All that a plan is written from."""

    agency: str
    parent: str
    abbreviation: str
    """Of the agency, as in its symbols: "KHCN"."""
    place: str
    day: date
    """Month and year are written, the day is left for the pen."""
    outcome: str
    """What is to be issued, with its kind: "Kế hoạch nâng cao năng suất …"."""
    issuer: str
    """Who issues it: "UBND tỉnh"."""
    lead: str
    steps: tuple[PlannedStep, ...]
    coordinating: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    """By what it was assigned, each a citation: "Quyết định số … về việc …"."""
    office: str = "Giám đốc"
    """Of the head, who signs; the name is left for the pen."""
    recipients: tuple[str, ...] = ()
    filed: str = "VT"
    """Where it is kept: "VT, TĐC"."""


def unit_plan(plan: UnitPlan) -> Document:
    """The plan as a document in the prescribed form (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4)."""
    return compose(TEMPLATE, facts(plan)).document


def facts(plan: UnitPlan) -> Facts:
    """The plan by the names of its template."""
    return {
        "cơ quan": plan.agency,
        "cơ quan chủ quản": plan.parent,
        "chữ tắt cơ quan": plan.abbreviation,
        "địa danh": plan.place,
        "ngày": plan.day,
        "người ký": {"chức vụ": plan.office},
        "nơi nhận": plan.recipients,
        "lưu": plan.filed,
        "văn bản tham mưu": plan.outcome,
        "nơi ban hành": plan.issuer,
        "căn cứ": plan.bases,
        "bước": tuple(_step(step) for step in plan.steps),
        "đơn vị chủ trì": plan.lead,
        "đơn vị phối hợp": plan.coordinating,
    }


def _step(step: PlannedStep) -> Facts:
    return {
        "việc": _sentence(step.text),
        "thời gian": step.when.as_written if step.when else "",
        "người làm": step.owner,
        "điều kiện": small_first(step.condition),
    }


def _sentence(words: str) -> str:
    """Begins with a capital and leaves its full stop to the line."""
    words = " ".join(words.split()).rstrip(" .;")
    return capital_first(words)
