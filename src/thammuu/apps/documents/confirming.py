"""Confirming what was read: only what a person pressed or wrote becomes a confirmed value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count

from thammuu.apps.documents import policies
from thammuu.apps.documents.commands import (
    AddStep,
    ArrangeStep,
    ConfirmAsRead,
    ConfirmWithoutDoubt,
    SayValues,
)
from thammuu.apps.documents.held import (
    ADDED,
    DROPPED,
    FATE,
    JOINED,
    KEPT,
    OWNERS,
    STEP,
    HeldReading,
    HeldStep,
    Json,
    Value,
    group_of,
)
from thammuu.apps.documents.models import ConfirmedValue, Reading
from thammuu.apps.documents.queries import held, visible_reading
from thammuu.apps.documents.refusals import ConfirmedMeanwhile, EndsBeforeStart, NowhereToJoin, TextMissing
from thammuu.apps.documents.register import owners_as_matched
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit

Said = list[tuple[str, Json, Json]]
"""(path, value, what the machine read)."""


def confirm_as_read(actor: Actor, command: ConfirmAsRead, *, key: UUID) -> UUID:
    """The values are right as they stand. The reading's uuid. Raises StaleEdit when someone answered meanwhile."""

    def said(now: HeldReading) -> Said:
        _check_seen(now, command.group, command.seen, "Xác nhận như máy đọc")
        group = [value for value in now.values() if group_of(value.path) == command.group]
        asked = [value for value in group if not command.paths or value.path in command.paths]
        if not group or (command.paths and len(asked) != len(set(command.paths))):
            raise NotVisible
        return _as_they_stand(actor, [value for value in asked if not value.confirmed])

    return _say(actor, command.reading, command, said, key)


def confirm_without_doubt(actor: Actor, command: ConfirmWithoutDoubt, *, key: UUID) -> UUID:
    """Everything unanswered that no doubt is about is right as read. The reading's uuid."""
    return _say(actor, command.reading, command, lambda now: _as_they_stand(actor, undoubted(now)), key)


def undoubted(now: HeldReading) -> list[Value]:
    """Values that wait for a person and that no doubt is about; a doubt about a step is about all of it."""
    about = {doubt.about for doubt in now.doubts}
    return [
        value
        for value in now.values()
        if not value.confirmed and value.path not in about and group_of(value.path) not in about
    ]


def say_values(actor: Actor, command: SayValues, *, key: UUID) -> UUID:
    """What a person wrote holds from now on. The reading's uuid. Raises StaleEdit when someone answered meanwhile."""

    def said(now: HeldReading) -> Said:
        known = {value.path: value for value in _of_group(now, command.group)}
        if not known.keys() >= dict(command.values).keys():
            raise NotVisible
        _check_seen(now, command.group, command.seen, _in_words(command.values))
        _check({path.rsplit("/", 1)[1]: value for path, value in command.values})
        return [(path, value, known[path].as_read) for path, value in command.values]

    return _say(actor, command.reading, command, said, key)


def arrange_step(actor: Actor, command: ArrangeStep, *, key: UUID) -> UUID:
    """Drop a step, join it into another, or keep it after all. The reading's uuid."""

    def said(now: HeldReading) -> Said:
        step = now.step(command.mark)
        if step is None:
            raise NotVisible
        _check_seen(now, f"steps/{step.mark}", command.seen, _FATES.get(command.fate, ""))
        joined = _joined(now, step, command.other) if command.fate == JOINED else []
        back = ADDED if not step.claim and command.fate == KEPT else command.fate
        fate = {"fate": back, "other": command.other if command.fate == JOINED else ""}
        if not step.claim:
            fate |= {"where": step.where, "other": fate["other"] or step.other}
        return [*joined, (f"steps/{step.mark}/{FATE}", fate, None)]

    if command.fate not in _FATES:
        raise NotVisible
    return _say(actor, command.reading, command, said, key)


_FATES = {DROPPED: "Bỏ bước này", JOINED: "Gộp bước này", KEPT: "Giữ lại bước này"}


def add_step(actor: Actor, command: AddStep, *, key: UUID) -> UUID:
    """A step that was not read, written by a person. The reading's uuid."""

    def said(now: HeldReading) -> Said:
        if command.behind and now.step(command.behind) is None:
            raise NotVisible
        values = dict(command.values)
        _check({"text": "", **values})
        mark = f"n{1 + sum(not step.claim for step in now.steps)}"
        fate = {"fate": ADDED, "other": command.behind, "where": command.where}
        fields = [(f"steps/{mark}/{field}", values.get(field), None) for field in STEP if values.get(field)]
        return [(f"steps/{mark}/{FATE}", fate, None), *fields]

    return _say(actor, command.reading, command, said, key)


def check_may_confirm(actor: Actor) -> None:
    """Raises NotAllowed when the actor may not confirm what was read."""
    if not policies.may_confirm(actor):
        raise NotAllowed("xác nhận bản đọc", "chuyên viên, văn thư hoặc trưởng đơn vị")


def _say(actor: Actor, uuid: UUID, command: object, said: Callable[[HeldReading], Said], key: UUID) -> UUID:
    """Policy, rows and journal event of any answer, in one transaction with its receipt."""
    reading = visible_reading(actor, uuid)
    check_may_confirm(actor)

    def act() -> UUID:
        rows = said(held(reading))
        if not rows:
            raise ConfirmedMeanwhile
        at = clock.now()
        _add(reading, rows, actor, at)
        record(
            "reading.confirmed",
            subject=reading.document.uuid,
            at=at,
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data={"reading": reading.uuid, "values": {path: value for path, value, _ in rows}},
        )
        return reading.uuid

    return once(actor.uuid, key, "reading.confirmed", command, act)


def _add(reading: Reading, rows: Said, actor: Actor, at: object) -> None:
    """The next edition of each path; of two who write the same edition the second is told."""
    paths = [path for path, _, _ in rows]
    editions = dict(reading.confirmed.filter(path__in=paths).values_list("path").annotate(count=Count("pk")))
    try:
        with transaction.atomic():
            ConfirmedValue.objects.bulk_create(
                ConfirmedValue(
                    reading=reading,
                    path=path,
                    edition=editions.get(path, 0) + 1,
                    value=value,
                    as_read=as_read,
                    by_id=actor.id,
                    at=at,
                )
                for path, value, as_read in rows
            )
    except IntegrityError as clash:
        raise StaleEdit(
            yours=_in_words((path, value) for path, value, _ in rows), current="Người khác vừa ghi cùng lúc."
        ) from clash


def _as_they_stand(actor: Actor, values: list[Value]) -> Said:
    """Owners with the units of the register that their names mean today; that is what the page shows."""
    matched = owners_as_matched(actor.agency_id, values)
    return [(value.path, matched.get(value.path, value.value), value.as_read) for value in values]


def _of_group(now: HeldReading, group: str) -> tuple[Value, ...]:
    if group == "header":
        return now.header
    step = now.step(group.removeprefix("steps/"))
    return step.values if step else ()


def _check_seen(now: HeldReading, group: str, seen: int, yours: str) -> None:
    step = now.step(group.removeprefix("steps/"))
    count = now.header_seen if group == "header" else step.seen if step else 0
    if count != seen:
        confirmed = [value for value in _of_group(now, group) if value.confirmed]
        current = _in_words((value.path, value.value) for value in confirmed)
        by = max(confirmed, key=lambda value: str(value.at)).by if confirmed else ""
        raise StaleEdit(yours=yours, current=f"{current} ({by})" if by else current)


def _joined(now: HeldReading, step: HeldStep, other: str) -> Said:
    """The step that takes it in says both duties, and brings both products."""
    into = now.step(other)
    if into is None or not into.stands or into.mark == step.mark:
        raise NowhereToJoin
    text = f"{(into.value('text') or '').rstrip(' .;')}; {step.value('text') or ''}"
    products = [*(into.value("products") or []), *(step.value("products") or [])]
    said: Said = [(f"steps/{other}/text", text, into.claim.get("text"))]
    if step.value("products"):
        said.append((f"steps/{other}/products", products, into.claim.get("products")))
    return said


def _check(values: dict[str, Json]) -> None:
    """A step says something, and no time ends before it begins."""
    if "text" in values and not (values["text"] or "").strip():
        raise TextMissing
    when = values.get("when") or {}
    start, end = (date.fromisoformat(day) if day else None for day in (when.get("start"), when.get("end")))
    if start and end and end < start:
        raise EndsBeforeStart


def _in_words(values: Iterable[tuple[str, Json]]) -> str:
    """Values in one text, for whoever must compare two of them."""
    return "\n".join(filter(None, (_one(path.rsplit("/", 1)[1], value) for path, value in values)))


def _one(field: str, value: Json) -> str:
    if field == FATE:
        return _FATES.get(value["fate"], "")
    if field in OWNERS:
        return "; ".join(one["as_written"] if isinstance(one, dict) else one for one in value or [])
    if field == "when":
        days = (value.get("start"), value.get("end"))
        return value.get("as_written") or " – ".join(
            f"{date.fromisoformat(day):%d/%m/%Y}" for day in days if day
        )
    return "; ".join(value) if isinstance(value, list) else value or ""
