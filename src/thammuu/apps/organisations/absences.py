"""Who is away and who does their work meanwhile: read when an actor is made and by reminders, changed by those who may.

What passes to a substitute is the daily work: the absent officer's roles of drafter, clerk and head of unit, in the
absent officer's units. Roles of leader and administrator do not pass: to sign in someone's place takes a written
authorisation (NĐ 30/2020/NĐ-CP, Điều 13). Standing in is not handed on: whoever stands in for a substitute who is
away too does the substitute's own work only.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from thammuu.apps.organisations import clock, parameters, policies
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.acts import carry_out, swap
from thammuu.apps.organisations.commands import EndAbsence, PlanAbsence
from thammuu.apps.organisations.lineage import units_before, with_predecessors
from thammuu.apps.organisations.models import Absence, DatedQuerySet, Officer, Position, Role
from thammuu.apps.organisations.refusals import (
    AbsencesOverlap,
    DayOutOfOrder,
    NoSubstitute,
    NotAllowed,
    NotVisible,
    SubstituteAway,
)

PASSING = frozenset((Role.DRAFTER.value, Role.CLERK.value, Role.HEAD_OF_UNIT.value))
"""Roles whose daily work a substitute does."""


def in_force(day: date) -> DatedQuerySet:
    """Absences that hold on `day`."""
    return Absence.objects.on(day).filter(called_off=False)


def absent_for(officer_id: int, agency_id: int, day: date) -> tuple[int, ...]:
    """Officers of the agency whose work this one does on `day`; none where the agency lets substitutes only be told."""
    away = in_force(day).filter(substitute_id=officer_id, agency_id=agency_id).order_by("valid_from", "pk")
    found = tuple(away.values_list("officer_id", flat=True))
    return found if found and substitutes_act(agency_id) else ()


def absent_in(agency_ids: Iterable[int], day: date) -> dict[tuple[int, int], list[int]]:
    """Officer and agency → `absent_for`, for everyone who stands in for somebody in these agencies."""
    away = in_force(day).filter(agency_id__in=tuple(agency_ids)).order_by("valid_from", "pk")
    rows = list(away.values_list("substitute_id", "agency_id", "officer_id"))
    acting = {agency for agency in {agency for _, agency, _ in rows} if substitutes_act(agency)}
    found: dict[tuple[int, int], list[int]] = {}
    for substitute, agency, officer in rows:
        if agency in acting:
            found.setdefault((substitute, agency), []).append(officer)
    return found


def substitutes_act(agency_id: int) -> bool:
    """Whether a substitute does the work of the absent officer, and is not only told of it."""
    return parameters.value(agency_id, "absence.substitute") == "act"


def substitutes(officer_ids: Iterable[int], day: date) -> dict[int, int]:
    """Who stands in for each of these officers who is away on `day`: officer id → substitute id; for notices."""
    away = in_force(day).filter(officer_id__in=tuple(officer_ids)).order_by("pk")
    return dict(away.values_list("officer_id", "substitute_id"))


def plan_absence(actor: Actor, command: PlanAbsence, *, key: UUID) -> UUID:
    """An officer of the own agency is away; another one of it does the work meanwhile. The absence's uuid."""
    officer = _officer_to_excuse(actor, command.officer)

    def act() -> UUID:
        if command.last_day < command.first_day:
            raise DayOutOfOrder("Ngày cuối", command.last_day, command.first_day)
        _one_after_the_other(Q(pk=officer.pk) | Q(uuid=command.substitute))
        substitute = _substitute(actor, officer, command)
        _check_alone(officer, command.first_day, command.last_day)
        absence = Absence.objects.create(
            agency_id=actor.agency_id,
            officer=officer,
            substitute=substitute,
            valid_from=command.first_day,
            valid_to=command.last_day,
            reason=command.reason,
        )
        return absence.uuid

    told = {"officer": command.officer, "substitute": command.substitute, "to": command.last_day}
    told["from"] = command.first_day
    return carry_out(actor, "absence.planned", command, key, act, told=told)


def end_absence(actor: Actor, command: EndAbsence, *, key: UUID) -> UUID:
    """Back on another day than planned, or not away at all. The absence's uuid."""
    absence = absence_to_end(actor, command.absence)

    def act() -> UUID:
        last_day = command.last_day
        if last_day is None:
            changes: dict[str, object] = {"called_off": True}
        elif last_day < absence.valid_from:
            raise DayOutOfOrder("Ngày cuối", last_day, absence.valid_from)
        else:
            changes = {"valid_to": last_day}
            _one_after_the_other(Q(pk__in=(absence.officer_id, absence.substitute_id)))
            _check_alone(absence.officer, absence.valid_from, last_day, but=absence)
            _check_stands_in(absence.substitute, actor.agency_id, _day_after(absence), last_day)
        yours = f"Đến hết ngày {last_day:%d/%m/%Y}" if last_day else "Hủy"
        swap(absence, command.version, yours=yours, shown=lambda: _shown(absence), **changes)
        return absence.uuid

    return carry_out(actor, "absence.ended", command, key, act)


def _one_after_the_other(officers: Q) -> None:
    """Plans that touch one of these officers wait for each other; locked in one order, two never wait in a ring."""
    list(Officer.objects.select_for_update(no_key=True).filter(officers).order_by("pk"))


def absence_to_end(actor: Actor, uuid: UUID) -> Absence:
    """The absence, for one who may change it. Raises NotVisible."""
    own = Absence.objects.filter(agency_id=actor.agency_id, uuid=uuid).select_related("officer", "substitute")
    absence = own.first()
    if absence is None or not policies.may_plan_absence(
        actor, absence.officer_id, _units_of(absence.officer, actor.agency_id)
    ):
        raise NotVisible
    return absence


def excusable(actor: Actor) -> QuerySet[Officer]:
    """Officers whose absence the actor may plan, today: `policies.may_plan_absence` for many rows at once."""
    held = Position.objects.on(clock.today()).filter(agency_id=actor.agency_id)
    if not actor.holds(Role.ADMINISTRATOR, Role.LEADER):
        own_units = actor.unit_ids if actor.holds(Role.HEAD_OF_UNIT) else ()
        held = held.filter(unit_id__in=own_units) | held.filter(officer_id=actor.id)
    return Officer.objects.filter(pk__in=held.values("officer_id")).order_by("folded", "pk")


def colleagues(actor: Actor) -> QuerySet[Officer]:
    """Who can stand in: everyone who holds a position in the own agency today."""
    held = Position.objects.on(clock.today()).filter(agency_id=actor.agency_id)
    return Officer.objects.filter(pk__in=held.values("officer_id")).order_by("folded", "pk")


def _officer_to_excuse(actor: Actor, uuid: UUID) -> Officer:
    officer = colleagues(actor).filter(uuid=uuid).first()
    if officer is None:
        raise NotVisible
    if not policies.may_plan_absence(actor, officer.pk, _units_of(officer, actor.agency_id)):
        raise NotAllowed(
            "ghi vắng mặt cho người này", "chính người đó, trưởng đơn vị, lãnh đạo hoặc quản trị"
        )
    return officer


def _units_of(officer: Officer, agency_id: int) -> frozenset[int]:
    held = Position.objects.on(clock.today()).filter(officer=officer, agency_id=agency_id)
    units = tuple(held.exclude(unit=None).values_list("unit_id", flat=True))
    return with_predecessors(units, units_before(agency_id)) if units else frozenset()


def _substitute(actor: Actor, officer: Officer, command: PlanAbsence) -> Officer:
    """Another officer with a position of the own agency throughout, who is not away then."""
    substitute = Officer.objects.filter(uuid=command.substitute).exclude(pk=officer.pk).first()
    if substitute is None:
        raise NoSubstitute
    _check_stands_in(substitute, actor.agency_id, command.first_day, command.last_day)
    return substitute


def _check_stands_in(substitute: Officer, agency_id: int, first: date, last: date) -> None:
    """Raises NoSubstitute, SubstituteAway; says nothing where the last day lies before the first."""
    if last < first:
        return
    throughout = Position.objects.on(first) & Position.objects.on(last)
    if not throughout.filter(agency_id=agency_id, officer=substitute).exists():
        raise NoSubstitute
    if away := _between(first, last).filter(officer=substitute).first():
        raise SubstituteAway(substitute.full_name, away.valid_from, away.valid_to)


def _day_after(absence: Absence) -> date:
    """The first of the days by which it can be made longer."""
    return absence.valid_to + timedelta(days=1)


def _check_alone(officer: Officer, first: date, last: date, *, but: Absence | None = None) -> None:
    others = _between(first, last).filter(officer=officer).exclude(pk=but.pk if but else None)
    if other := others.order_by("valid_from").first():
        raise AbsencesOverlap(other.valid_from, other.valid_to)


def _between(first: date, last: date) -> DatedQuerySet:
    return Absence.objects.between(first, last).filter(called_off=False)


def _shown(absence: Absence) -> str:
    if absence.called_off:
        return "Đã hủy"
    return f"Từ {absence.valid_from:%d/%m/%Y} đến hết ngày {absence.valid_to:%d/%m/%Y}"
