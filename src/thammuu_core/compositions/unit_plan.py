"""Kế hoạch tham mưu: the plan by which a unit brings a document to issuance, drafted from its timetable.

What it says is read back the same by `plans.read`: steps, times, owners. What no data tells (number, day, aims in
detail) is left to the drafter; nothing is invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thammuu_core.plans.model import When
from thammuu_core.rendering.model import Block, Document, Head, Level, Section, Signature, plain, provision


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
    symbol: str
    """"KH-KHCN"."""
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
    signature: tuple[str, ...] = ("GIÁM ĐỐC",)
    recipients: tuple[str, ...] = ()


def unit_plan(plan: UnitPlan) -> Document:
    """The plan as a document in the prescribed form (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4)."""
    return Document(
        head=Head(plan.agency, plan.day, plan.parent, symbol=plan.symbol, place=plan.place),
        kind="Kế hoạch",
        subject=f"Xây dựng, trình {plan.issuer} ban hành {plan.outcome}",
        sections=(Section(tuple(_blocks(plan))),),
        signature=Signature(plan.signature),
        recipients=plan.recipients,
    )


def _blocks(plan: UnitPlan) -> Iterator[Block]:
    if plan.bases:
        yield plain(
            f"Căn cứ {'; '.join(plan.bases)}; {plan.agency} lập Kế hoạch tham mưu văn bản nêu trên với các nội dung sau:"
        )
    else:
        yield plain(f"{plan.agency} lập Kế hoạch tham mưu văn bản nêu trên với các nội dung sau:")
    yield provision(Level.ROMAN, "Mục đích, yêu cầu")
    yield from _aims(plan)
    yield provision(Level.ROMAN, "Nội dung và tiến độ thực hiện")
    yield from (provision(Level.CLAUSE, _step(step)) for step in plan.steps)
    yield provision(Level.ROMAN, "Tổ chức thực hiện")
    yield from _organisation(plan)


def _aims(plan: UnitPlan) -> Iterator[Block]:
    yield provision(Level.CLAUSE, "Mục đích", title=True)
    yield plain(
        f"Bảo đảm việc xây dựng, trình {plan.issuer} ban hành văn bản đúng tiến độ, đạt chất lượng theo nhiệm vụ được giao."
    )
    yield provision(Level.CLAUSE, "Yêu cầu", title=True)
    yield plain(
        "Nội dung phù hợp quy định của pháp luật và tình hình thực tế; được lấy ý kiến đầy đủ, tiếp thu, giải trình rõ ràng."
    )


def _step(step: PlannedStep) -> str:
    words = _sentence(step.text)
    if step.owner:
        words = f"{words} (do {step.owner} thực hiện)"
    if step.condition:
        words = f"{words} ({_small(step.condition)})"
    return f"{step.when.as_written}: {words}." if step.when else f"{words}."


def _organisation(plan: UnitPlan) -> Iterator[Block]:
    helped = f", phối hợp với {_listed(plan.coordinating)}" if plan.coordinating else ""
    yield provision(
        Level.CLAUSE, f"Giao {plan.lead} chủ trì{helped} thực hiện Kế hoạch theo đúng tiến độ nêu trên."
    )
    yield provision(
        Level.CLAUSE,
        f"Khó khăn, vướng mắc trong quá trình thực hiện gửi về {plan.lead} để tổng hợp, báo cáo xem xét, quyết định.",
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _sentence(words: str) -> str:
    """Begins with a capital and leaves its full stop to the line."""
    words = " ".join(words.split()).rstrip(" .;")
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
