"""The life of a dossier's steps for a demo: which day it is, and what was done until then, scene by scene.

A scene is one request of one person on one day, through the service that people use. A scene that was played before is
passed over, so that running the demo again changes nothing and leaves alone what people did meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from thammuu.apps.documents.reading import Claim
from thammuu.apps.dossiers import services
from thammuu.apps.dossiers.commands import AskMoreTime, ConfirmStep, FinishStep, HandOverStep, StartStep
from thammuu.apps.dossiers.models import Origin, Step, StepState
from thammuu.apps.dossiers.reckoning.timing import last_day
from thammuu.apps.dossiers.rows import DossierView, StepRow
from thammuu.apps.journal import receipts
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor

_KEYS = UUID("6a1f4b0e-52c8-4f7e-9d55-0d2b8a1c7e10")
OUTSIDE = "Văn phòng UBND tỉnh"
KEPT = "Bản ký lưu tại Văn thư Sở (số liệu dùng thử)"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a demo's requests, so that a second run replays the first."""

    plan: str
    name: str
    """The same plan under another name is another request."""

    def of(self, act: str) -> UUID:
        """The key of one request."""
        return uuid5(_KEYS, f"{self.plan}:{self.name}:{act}")


@dataclass(frozen=True, slots=True)
class Scene:
    """One request; `play` makes it, with the key that it is known by."""

    day: date
    actor: Actor
    name: str
    play: Callable[[UUID], UUID]


def play(scenes: Iterable[Scene], keys: Keys) -> None:
    """Every scene once, each on its day, in the order of the days."""
    for scene in sorted(scenes, key=lambda scene: scene.day):
        key = keys.of(scene.name)
        if receipts.answered(scene.actor.uuid, key) is None:
            with clock.at(scene.day):
                scene.play(key)


def spans_of(claim: Claim) -> list[tuple[date, date]]:
    """When each dated step may begin, and its last day."""
    spans = []
    for when in (step["when"] for step in claim["steps"]):
        if when.get("end") and (
            due := last_day(_day(when.get("start")), _day(when["end"]), strict=bool(when.get("strict")))
        ):
            start = _day(when.get("start")) or due - timedelta(days=14)
            spans.append((start, due))
    return spans


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def signed(claim: Claim) -> date | None:
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


@dataclass(frozen=True, slots=True)
class Stage:
    """The steps of a dossier on the simulated day."""

    view: DossierView
    today: date

    @property
    def past(self) -> list[StepRow]:
        """Steps whose last day is over, in its order; the last of them is late."""
        over = [step for step in self._planned if step.when.due_on and step.when.due_on < self.today]
        return sorted(over, key=lambda step: step.when.due_on or self.today)

    @property
    def coming(self) -> StepRow | None:
        """The next step to end."""
        due = [step for step in self._planned if step.when.due_on and step.when.due_on >= self.today]
        return min(due, key=lambda step: step.when.due_on or self.today, default=None)

    @property
    def _planned(self) -> list[StepRow]:
        return [
            step for step in self.view.steps if step.origin == Origin.PLAN and step.state != StepState.DROPPED
        ]

    @property
    def yesterday(self) -> date:
        """The working day before."""
        return weekday(self.today - timedelta(days=1))


def steps_lived(stage: Stage, drafter: Actor, head: Actor) -> Iterator[Scene]:
    """What was due is done, but for the last: that lies late with the head, and more time is asked for; the next waits
    outside. The drafter has confirmed what the machine read of the steps that are done.
    """
    past = stage.past
    for step, start, finish in _history(past, stage.today):
        late = step is past[-1]
        yield _start(drafter, step, start)
        if late:
            due = step.when.due_on or stage.today
            yield _hand_over(drafter, step, max(start, weekday(due - timedelta(days=1))), head)
            yield _more_time(drafter, step, stage)
            continue
        yield _finish(drafter, step, finish)
        yield _confirm(drafter, step, stage.yesterday)
    coming, begun = stage.coming, weekday(stage.today - timedelta(days=4))
    if past and coming and (coming.when.starts_on or begun) <= begun:
        yield _start(drafter, coming, begun)
        yield _hand_over(drafter, coming, stage.yesterday, None)


def _start(actor: Actor, step: StepRow, day: date) -> Scene:
    def act(key: UUID) -> UUID:
        return services.start_step(actor, StartStep(step.uuid, _version(step), day, actor.name), key=key)

    return Scene(day, actor, f"start {step.number}", act)


def _finish(actor: Actor, step: StepRow, day: date) -> Scene:
    def act(key: UUID) -> UUID:
        done = FinishStep(step.uuid, _version(step), day, actor.name, KEPT)
        return services.finish_step(actor, done, key=key)

    return Scene(day, actor, f"finish {step.number}", act)


def _hand_over(actor: Actor, step: StepRow, day: date, to: Actor | None) -> Scene:
    """To a colleague, or to the office outside that is waited for."""

    def act(key: UUID) -> UUID:
        given = HandOverStep(
            step.uuid,
            _version(step),
            day,
            actor.name,
            officer=to.uuid if to else None,
            words="" if to else OUTSIDE,
            note="Xin ý kiến trước khi trình" if to else "Gửi hồ sơ lấy ý kiến",
        )
        return services.hand_over_step(actor, given, key=key)

    return Scene(day, actor, f"hand over {step.number}", act)


def _more_time(actor: Actor, step: StepRow, stage: Stage) -> Scene:
    day, until = stage.yesterday, weekday(stage.today + timedelta(days=10))

    def act(key: UUID) -> UUID:
        asked = AskMoreTime(
            step.uuid,
            _version(step),
            day,
            actor.name,
            until,
            "Còn chờ ý kiến của hai đơn vị",
            f"Tờ trình của đơn vị ngày {day:%d/%m/%Y}",
        )
        return services.ask_more_time(actor, asked, key=key)

    return Scene(day, actor, f"more time {step.number}", act)


def _confirm(actor: Actor, step: StepRow, day: date) -> Scene:
    said = {"text": True, "when": True, "lead": step.lead, "coordinating": step.coordinating}

    def act(key: UUID) -> UUID:
        fields = tuple(field for field, there in said.items() if there)
        return services.confirm_step(actor, ConfirmStep(step.uuid, _version(step), fields), key=key)

    return Scene(day, actor, f"confirm {step.number}", act)


def _version(step: StepRow) -> int:
    """As it is now: the scenes before changed it."""
    return Step.objects.values_list("version", flat=True).get(uuid=step.uuid)


def _history(steps: list[StepRow], today: date) -> Iterator[tuple[StepRow, date, date]]:
    """For each step in order of its due day: when it began and when it ended, both in time and on plain weekdays."""
    before: date | None = None
    for step in sorted(steps, key=lambda step: step.when.due_on or today):
        due = step.when.due_on or today
        begin = step.when.starts_on or before or due - timedelta(days=14)
        start = weekday(min(begin, due - timedelta(days=5)))
        finish = max(start, weekday(due - timedelta(days=2)))
        yield step, start, finish
        before = finish


def weekday(day: date) -> date:
    """The day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
