"""The chosen lines of an amendment as facts: what a step says, steps added, steps dropped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import F

from thammuu.apps.documents.held import NOTHING, HeldReading, HeldStep
from thammuu.apps.documents.models import Reading
from thammuu.apps.dossiers import derived
from thammuu.apps.dossiers.acting import changes, facts
from thammuu.apps.dossiers.acting.laying import set_owners
from thammuu.apps.dossiers.indexing import index_dossier, index_steps
from thammuu.apps.dossiers.models import OVER, Act, Dossier, Origin, Part, Step, StepChange
from thammuu.apps.dossiers.plans.amending.adopting import adopt
from thammuu.apps.dossiers.plans.amending.comparing import Compared, Comparison
from thammuu.apps.dossiers.plans.opening import (
    add_doubts,
    add_owners,
    inherited,
    owners_told,
    sources,
    step_row,
)
from thammuu.apps.dossiers.reckoning.times import when_columns
from thammuu.apps.dossiers.telling import tell_amended
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu_core.plans.amendment import Field


class Application:
    """Applies chosen lines, inside the transaction that holds the dossier."""

    def __init__(self, actor: Actor, dossier: Dossier, reading: Reading, reason: str) -> None:
        self.actor, self.dossier, self.reading, self.reason = actor, dossier, reading, reason
        self.at: datetime = clock.now()
        self.renumbered: list[int] = []
        """Parts that got a new label with their whole."""
        self.first = dossier.reading_id is None
        self.own = dossier.reading_id in (None, reading.pk)
        """The dossier stands on this plan: its values point into the words, and are confirmed as they are there."""

    def apply(self, chosen: list[Compared], comparison: Comparison, now: HeldReading) -> None:
        """Rows, derived columns, journal. The labels of a dossier's first plan come with it, chosen or not."""
        if self.first:
            chosen = _with_labels(chosen, comparison)
        places = dict(comparison.partners)
        held = {one.held.mark: one.held for one in chosen if one.held}
        told = owners_told(self.dossier.agency_id, held.values())
        for one in chosen:
            if one.step is not None and one.change.field == Field.DROPPED:
                self._drop(one.step)
            elif one.step is not None and one.held is not None:
                self._change(one.step, one.held, one.change.field, told)
        self._add([one.held for one in chosen if one.change.field == Field.ADDED and one.held], places, now)
        if self.first:
            adopt(self.dossier, self.reading, now, places, _left(chosen, comparison))
        else:
            self._add_doubts(now, {mark: places[mark] for mark in held if mark in places})
        derived.refresh(self.dossier.pk)
        self._index([*self.renumbered, *(places[mark].pk for mark in (places if self.first else held))])
        changed = {one.step.pk: one.step for one in chosen if one.step is not None}
        tell_amended(self.actor, self.dossier, changed.values(), self.reading.uuid)
        self._journal(chosen)

    def _change(self, step: Step, new: HeldStep, field: Field, told: dict[Any, Any]) -> None:
        step.refresh_from_db()
        before = changes.value_of(step, field)
        if field in (Field.LEAD, Field.COORDINATING):
            set_owners(step, Part(field), told[new.mark, Part(field)])
        elif field == Field.WHEN:
            self._set_time(step, new)
        else:
            setattr(step, field, new.where if field == Field.WHERE else new.value(field) or type(before)())
        self._vouch(step, new, field)
        step.version += 1
        step.save()
        self._row(step, field, before, changes.value_of(step, field))
        if field == Field.WHERE:
            self._renumber_parts(step, before)

    def _renumber_parts(self, step: Step, before: str) -> None:
        """Parts are labelled after their whole: II.3.1 goes with II.3, also when that becomes II.4."""
        for part in step.parts.filter(where__startswith=f"{before}."):
            label = part.where
            part.where = step.where + label.removeprefix(before)
            part.version += 1
            part.save(update_fields=["where", "version"])
            self._row(part, Field.WHERE, label, part.where)
            self.renumbered.append(part.pk)

    def _vouch(self, step: Step, new: HeldStep, field: Field) -> None:
        """Where the value comes from and who stands behind it.

        Of the plan that the dossier stands on, a value is what the machine read until a person confirms it; a value
        of another paper was chosen against the one there was, and that is a person's word for it.
        """
        step.inherited = [name for name in step.inherited if name != field]
        step.sources = {name: place for name, place in step.sources.items() if name != field}
        if not self.own:
            step.confirmed = changes.confirmed_with(step, (str(field),))
            return
        step.inherited += [name for name in inherited(new) if name == field]
        step.sources |= {name: place for name, place in sources(new).items() if name == field}
        if field not in new.confirmed_fields:
            step.confirmed = [name for name in step.confirmed if name != field]

    def _set_time(self, step: Step, new: HeldStep) -> None:
        """The columns of the time, and its words where the duty repeats them."""
        told = (new.value("when") or NOTHING).get("as_written") or ""
        if step.when_as_written:
            step.text = step.text.replace(step.when_as_written, told, 1)
        for column, value in when_columns(new.value("when") or NOTHING).items():
            setattr(step, column, value)
        step.also = new.claim.get("also", [])
        derived.set_due([step])

    def _drop(self, step: Step) -> None:
        """The step with its parts, as facts; what is over of them stays as it is."""
        for one in (*step.parts.exclude(state__in=OVER), step):
            fact = facts.Fact(Act.DROP, clock.today(), self.actor.name, note=self.reason)
            facts.journal_fact(self.actor, one, facts.add_fact(self.actor, one, fact, self.at))
            Step.objects.filter(pk=one.pk).update(version=F("version") + 1)

    def _add(self, added: list[HeldStep], places: dict[str, Step], now: HeldReading) -> None:
        """New steps stand behind the step that comes before them in the new plan."""
        order = [one.mark for one in now.standing]
        for one in added:
            before = [mark for mark in order[: order.index(one.mark)] if mark in places]
            position = self._room_behind(places[before[-1]] if before else None)
            step = step_row(self.dossier, position, one)
            step.origin, step.mark = Origin.PLAN, f"{self.reading.pk}.{one.mark}"
            step.sources = step.sources if self.own else {}
            derived.set_due([step])
            step.save(force_insert=True)
            places[one.mark] = step
            step.after.set(places[mark] for mark in one.claim.get("after", ()) if mark in places)
            add_owners(self.dossier.agency_id, [(step, one)])
            self._row(step, Field.ADDED, None, {"text": step.text, "where": step.where})

    def _room_behind(self, step: Step | None) -> int:
        """A free position; what stood there and behind it moves on by one."""
        position = 1
        if step is not None:
            step.refresh_from_db(fields=["position"])
            position = step.position + 1
        self.dossier.steps.filter(position__gte=position).update(position=F("position") + 1)
        return position

    def _row(self, step: Step, field: str, before: Any, after: Any) -> None:
        StepChange.objects.create(
            step=step,
            field=field,
            before=before,
            after=after,
            amended_by=self.reading,
            reason=self.reason,
            made_by_id=self.actor.id,
            made_at=self.at,
        )

    def _add_doubts(self, now: HeldReading, steps: dict[str, Step]) -> None:
        """The doubts of the new reading about these steps, unless the same is said of the step already."""
        known = set(self.dossier.doubts.values_list("step_id", "code", "message"))
        about = ((doubt, steps.get(doubt.about.removeprefix("steps/"))) for doubt in now.doubts)
        new = [one for one, step in about if step and (step.pk, one.code, one.message) not in known]
        add_doubts(self.dossier, new, steps)

    def _index(self, steps: Iterable[int]) -> None:
        index_dossier(self.dossier)
        rows = self.dossier.steps.filter(pk__in=list(steps))
        index_steps(list(rows.select_related("dossier").prefetch_related("owners")))

    def _journal(self, chosen: list[Compared]) -> None:
        record(
            "dossier.amended",
            subject=self.dossier.uuid,
            at=self.at,
            actor=self.actor.uuid,
            agency=self.actor.agency_uuid,
            data={
                "reading": self.reading.uuid,
                "reason": self.reason,
                "lines": [one.change.id for one in chosen],
            },
        )


def _left(chosen: list[Compared], comparison: Comparison) -> set[tuple[str, str]]:
    """What the plan says otherwise than the dossier, and nobody took over."""
    taken = {one.change.id for one in chosen}
    return {
        (one.held.mark, one.change.field)
        for one in comparison.found
        if one.held and one.change.id not in taken
    }


def _with_labels(chosen: list[Compared], comparison: Comparison) -> list[Compared]:
    """The chosen lines, and every new label of a step that can still change, in the order of the comparison."""
    taken = {one.change.id for one in chosen}
    return [
        one
        for one in comparison.found
        if one.change.id in taken
        or (one.change.field == Field.WHERE and one.step is not None and one.step.state not in OVER)
    ]
