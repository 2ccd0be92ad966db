"""Officers and absences for the pages of administration."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Prefetch, Q

from thammuu.apps.organisations import absences, clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.directory.paging import Page, page_of
from thammuu.apps.organisations.directory.rows import AbsenceRow, OfficerRow, OfficerView, PositionRow
from thammuu.apps.organisations.employment import works_in
from thammuu.apps.organisations.models import Absence, Officer, Position
from thammuu.apps.organisations.officers import officer_to_edit
from thammuu.apps.organisations.units import check_may_administer
from thammuu_core.text import fold


def officers(actor: Actor, words: str = "", unit: UUID | None = None, *, page: int = 1) -> Page[OfficerRow]:
    """Officers who hold or held a position in the own agency, by name; by words of name or user name, by unit."""
    check_may_administer(actor)
    today = clock.today()
    held = Position.objects.filter(agency_id=actor.agency_id)
    if unit:
        held = held.on(today).filter(unit__uuid=unit)
    found = Officer.objects.filter(pk__in=held.values("officer_id"))
    if words:
        found = found.filter(Q(folded__contains=fold(words)) | Q(user__username__icontains=words.strip()))
    positions = Position.objects.on(today).filter(agency_id=actor.agency_id).select_related("unit")
    now = Prefetch("positions", queryset=positions.order_by("pk"), to_attr="held_now")
    shown = page_of(found.select_related("user").prefetch_related(now).order_by("folded", "pk"), page)
    rows = tuple(
        OfficerRow(
            officer.uuid,
            officer.full_name,
            officer.user.username if officer.user else "",
            tuple(_position_row(position, today) for position in officer.held_now),
            _account_state(officer),
        )
        for officer in shown.rows
    )
    return Page(rows, shown.total, shown.number)


def officer_view(actor: Actor, uuid: UUID) -> OfficerView:
    """One officer of the own agency. Raises NotVisible."""
    officer = officer_to_edit(actor, uuid)
    today = clock.today()
    held = officer.positions.filter(agency_id=actor.agency_id).select_related("unit").order_by("-pk")
    return OfficerView(
        officer.uuid,
        officer.version,
        officer.full_name,
        officer.user.username if officer.user else "",
        officer.user.email if officer.user else "",
        _account_state(officer),
        Authenticator.objects.filter(user=officer.user_id).exists(),
        officer.user.last_login if officer.user else None,
        tuple(_position_row(position, today) for position in held),
        officer.pk == actor.id,
        works_in(officer.pk, actor.agency_id),
    )


def absences_seen(actor: Actor, *, page: int = 1) -> Page[AbsenceRow]:
    """Absences that the actor may plan, and those in which the actor stands in; the newest first."""
    seen = Q(officer__in=absences.excusable(actor)) | Q(substitute=actor.id) | Q(officer=actor.id)
    found = Absence.objects.filter(seen, agency_id=actor.agency_id)
    found = found.select_related("officer", "substitute").order_by("-valid_to", "-pk")
    shown = page_of(found, page)
    may = set(absences.excusable(actor).values_list("pk", flat=True)) if shown.rows else set()
    also = _away_too(shown.rows)
    rows = tuple(_absence_row(row, may, also) for row in shown.rows)
    return Page(rows, shown.total, shown.number)


def _position_row(position: Position, today: date) -> PositionRow:
    return PositionRow(
        position.uuid,
        position.version,
        position.get_role_display(),
        position.title,
        position.unit.name if position.unit else "",
        position.valid_from,
        position.valid_to,
        position.holds(today),
    )


def _account_state(officer: Officer) -> str:
    if officer.user is None or not officer.user.is_active:
        return "off"
    if not officer.user.has_usable_password():
        return "none"
    return "first" if officer.first_password else "active"


def _away_too(rows: tuple[Absence, ...]) -> dict[int, list[tuple[date, date]]]:
    """For each substitute: when they are away themselves."""
    found: dict[int, list[tuple[date, date]]] = {}
    substitutes = {row.substitute_id for row in rows}
    for row in Absence.objects.filter(officer__in=substitutes, called_off=False):
        found.setdefault(row.officer_id, []).append((row.valid_from, row.valid_to))
    return found


def _absence_row(row: Absence, may: set[int], also: dict[int, list[tuple[date, date]]]) -> AbsenceRow:
    overlaps = (
        first <= row.valid_to and last >= row.valid_from for first, last in also.get(row.substitute_id, ())
    )
    state = _absence_state(row)
    return AbsenceRow(
        row.uuid,
        row.version,
        row.officer.full_name,
        row.substitute.full_name,
        row.valid_from,
        row.valid_to,
        row.reason,
        state,
        row.officer_id in may and state in ("now", "to_come"),
        state != "called_off" and any(overlaps),
    )


def _absence_state(row: Absence) -> str:
    today = clock.today()
    if row.called_off:
        return "called_off"
    if row.valid_to < today:
        return "past"
    return "to_come" if row.valid_from > today else "now"
