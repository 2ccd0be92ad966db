"""A dossier half-way, made from any plan through the same services that people use. Running it again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID, uuid5

from thammuu.apps.documents.queries import visible_document
from thammuu.apps.documents.reading import Claim, claim_of, read_bytes, store_reading
from thammuu.apps.documents.services import receive_document
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import FinishStep, OpenDossier, StartStep
from thammuu.apps.dossiers.rows import DossierView, StepRow
from thammuu.apps.dossiers.timing import last_day
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations import clock
from thammuu.apps.organisations import demo as register
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import actor_of_officer
from thammuu_core.plans.model import Reading as ReadPlan

_KEYS = UUID("6a1f4b0e-52c8-4f7e-9d55-0d2b8a1c7e10")
"""Names the keys of the demo's requests, so that a second run replays the first."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made: the dossier, the day it is, and who can sign in."""

    dossier: UUID
    today: date
    cast: tuple[register.Part, ...]
    password: str


def build(data: bytes, name: str, reading: ReadPlan | None = None) -> Demo:
    """The register, the dossier of this plan, its history, and the simulated day; `reading` saves reading it again.

    Raises Told for a plan that is not taken; nothing is written then.
    """
    claim, words = claim_of(reading) if reading else read_bytes(data, name, lambda done, total: None)
    keys = _Keys(sha256(data).hexdigest(), name)
    spans = _spans(claim)
    today = half_way([due for _, due in spans]) or _signed(claim) or clock.today()
    with clock.at(_weekday(min((start for start, _ in spans), default=today))):
        drafter = actor_of_officer(register.set_up()["drafter"].uuid)
        document = receive_document(drafter, Upload(name, data), key=keys.of("receive"))
        if not (row := visible_document(drafter, document)).readings.exists():
            store_reading(row, claim, words)
        dossier = services.create_dossier_from_reading(drafter, OpenDossier(document), key=keys.of("open"))
    _live_through(drafter, queries.dossier_view(drafter, dossier), today, keys)
    if clock.simulated_on() != today:
        clock.declare_simulation(today)
    return Demo(dossier, today, register.CAST, register.PASSWORD)


@dataclass(frozen=True, slots=True)
class _Keys:
    plan: str
    name: str
    """The same plan under another name is another request."""

    def of(self, act: str) -> UUID:
        return uuid5(_KEYS, f"{self.plan}:{self.name}:{act}")


def _spans(claim: Claim) -> list[tuple[date, date]]:
    """When each dated step may begin, and its last day."""
    spans = []
    for when in (step["when"] for step in claim["steps"]):
        if when.get("end") and (
            due := last_day(date.fromisoformat(when["end"]), strict=bool(when.get("strict")))
        ):
            start = date.fromisoformat(when["start"]) if when.get("start") else due - timedelta(days=14)
            spans.append((start, due))
    return spans


def _signed(claim: Claim) -> date | None:
    """The date of the plan, where it tells one."""
    iso = (claim["date"] or {}).get("iso")
    return date.fromisoformat(iso) if iso else None


def half_way(last_days: list[date]) -> date | None:
    """A day on which about two fifths of the dated steps are behind, the last of them unfinished and late."""
    due = sorted(set(last_days))
    if len(due) < 2:
        return due[0] + timedelta(days=7) if due else None
    at = min(len(due) * 2 // 5, len(due) - 2)
    return due[at] + (due[at + 1] - due[at]) / 2


def _live_through(actor: Actor, view: DossierView, today: date, keys: _Keys) -> None:
    """Finish what was due before, in time; leave the last of it begun and late."""
    past = [step for step in view.steps if step.when.due_on and step.when.due_on < today]
    if not past:
        return
    late = max(past, key=lambda step: step.when.due_on or today)
    for step, start, finish in _history(past, today):
        with clock.at(start):
            begin = StartStep(step.uuid, 1, start, actor.name)
            services.start_step(actor, begin, key=keys.of(f"start {step.number}"))
        if step is late:
            continue
        with clock.at(finish):
            end = FinishStep(step.uuid, 2, finish, actor.name, "Bản ký lưu tại Văn thư Sở (số liệu dùng thử)")
            services.finish_step(actor, end, key=keys.of(f"finish {step.number}"))


def _history(steps: list[StepRow], today: date) -> Iterator[tuple[StepRow, date, date]]:
    """For each step in order of its due day: when it began and when it ended, both in time and on plain weekdays."""
    before: date | None = None
    for step in sorted(steps, key=lambda step: step.when.due_on or today):
        due = step.when.due_on or today
        begin = step.when.starts_on or before or due - timedelta(days=14)
        start = _weekday(min(begin, due - timedelta(days=5)))
        finish = max(start, _weekday(due - timedelta(days=2)))
        yield step, start, finish
        before = finish


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
