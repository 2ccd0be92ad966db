"""Agencies, units and contacts for the pages of administration."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.agencies import may_edit_register
from thammuu.apps.organisations.contacts import ContactRow, rows_of
from thammuu.apps.organisations.directory.paging import Page, cut, page_of
from thammuu.apps.organisations.directory.rows import AgencyRow, AgencyView, NameRow, SuccessionRow, UnitRow
from thammuu.apps.organisations.lineage import Followed, agencies_today
from thammuu.apps.organisations.models import (
    Agency,
    AgencyKind,
    AgencyName,
    AgencySuccession,
    Contact,
    Position,
    Unit,
)
from thammuu.apps.organisations.refusals import NotVisible
from thammuu.apps.organisations.units import check_may_administer
from thammuu_core.text import fold


def agencies(
    actor: Actor, words: str = "", kind: str = "", *, ended: bool = False, page: int = 1
) -> Page[AgencyRow]:
    """Agencies of the register whose name holds the words, marks aside; those that have ended on request."""
    check_may_administer(actor)
    today = clock.today()
    found = Agency.objects.filter(valid_to__lt=today) if ended else Agency.objects.on(today)
    if kind:
        found = found.filter(kind=kind)
    if words := fold(words):
        named = AgencyName.objects.filter(folded__contains=words).values("agency_id")
        found = found.filter(pk__in=named)
    followed = agencies_today() if ended else {}
    shown = page_of(found.order_by("pk").prefetch_related("names").select_related("parent"), page)
    above = _names_of({row.parent_id for row in shown.rows if row.parent_id}, today)
    rows = tuple(_agency_row(row, above, today, followed.get(row.pk, ())) for row in shown.rows)
    return Page(rows, shown.total, shown.number)


def agency_view(actor: Actor, uuid: UUID) -> AgencyView:
    """One agency of the register. Raises NotVisible."""
    check_may_administer(actor)
    agency = Agency.objects.filter(uuid=uuid).prefetch_related("names").select_related("parent").first()
    if agency is None:
        raise NotVisible
    today = clock.today()
    name = _name_on(agency, today)
    kept = Contact.objects.on(today).filter(kept_by_id=actor.agency_id, agency=agency)
    return AgencyView(
        uuid=agency.uuid,
        version=agency.version,
        name=name.name if name else str(agency),
        kind=AgencyKind(agency.kind).label if agency.kind else "",
        parent=_names_of({agency.parent_id}, today).get(agency.parent_id, "") if agency.parent_id else "",
        parent_uuid=agency.parent.uuid if agency.parent else None,
        place=agency.place,
        since=agency.valid_from,
        until=agency.valid_to,
        names=tuple(
            NameRow(row.name, row.abbreviation, row.valid_from, row.valid_to) for row in agency.names.all()
        ),
        origins=_successions(agency.origins, "predecessor"),
        successions=_successions(agency.successions, "successor"),
        contacts=rows_of(kept),
        may_edit=may_edit_register(actor),
    )


def units(actor: Actor, *, page: int = 1) -> Page[UnitRow]:
    """Units of the own agency, those there today first."""
    check_may_administer(actor)
    today = clock.today()
    held = Q(pk__in=Position.objects.on(today).filter(agency_id=actor.agency_id))
    people = dict(
        Position.objects.filter(held, unit__isnull=False)
        .values_list("unit_id")
        .annotate(people=Count("officer_id", distinct=True))
    )
    own = Unit.objects.filter(agency_id=actor.agency_id).select_related("successor").order_by("pk")
    rows = (
        UnitRow(
            unit.uuid,
            unit.version,
            unit.name,
            unit.abbreviation,
            unit.valid_from,
            unit.valid_to,
            unit.successor.name if unit.successor else "",
            unit.ended_by,
            people.get(unit.pk, 0),
            unit.holds(today),
        )
        for unit in own
    )
    found = tuple(sorted(rows, key=lambda row: not row.in_force))
    return cut(found, page)


def contacts(actor: Actor, words: str = "", *, page: int = 1) -> Page[ContactRow]:
    """Contacts that the own agency keeps today, by name; an administrator's list."""
    check_may_administer(actor)
    kept = Contact.objects.on(clock.today()).filter(kept_by_id=actor.agency_id)
    if words := words.strip():
        named = AgencyName.objects.filter(folded__contains=fold(words)).values("agency_id")
        kept = kept.filter(Q(name__icontains=words) | Q(matters__icontains=words) | Q(agency__in=named))
    shown = page_of(kept.order_by("name", "pk"), page)
    rows = rows_of(Contact.objects.filter(pk__in=[row.pk for row in shown.rows])) if shown.rows else ()
    return Page(rows, shown.total, shown.number)


def _agency_row(
    agency: Agency, above: dict[int, str], today: date, followed: tuple[Followed, ...]
) -> AgencyRow:
    name = _name_on(agency, today)
    return AgencyRow(
        agency.uuid,
        name.name if name else str(agency),
        name.abbreviation if name else "",
        AgencyKind(agency.kind).label if agency.kind else "",
        above.get(agency.parent_id or 0, ""),
        agency.valid_from,
        agency.valid_to,
        followed,
    )


def _name_on(agency: Agency, day: date) -> AgencyName | None:
    """The name of that day among names already loaded; the last one of an agency that has ended."""
    names = list(agency.names.all())
    there = [name for name in names if name.holds(day)]
    return (there or names or [None])[-1]


def _names_of(agency_ids: Iterable[int], day: date) -> dict[int, str]:
    names = AgencyName.objects.on(day).filter(agency_id__in=agency_ids).order_by("pk")
    return dict(names.values_list("agency_id", "name"))


def _successions(rows: QuerySet[AgencySuccession], side: str) -> tuple[SuccessionRow, ...]:
    made = rows.filter(revokes=None, revoked_by=None).select_related(side)
    found = []
    for row in made.prefetch_related(f"{side}__names").order_by("on", "pk"):
        other = getattr(row, side)
        # Whatever went before is called as on its last day, whatever comes after as on its first.
        name = _name_on(other, row.on if side == "successor" else date.fromordinal(row.on.toordinal() - 1))
        words = name.name if name else str(other)
        found.append(SuccessionRow(row.uuid, other.uuid, words, row.get_kind_display(), row.on, row.by))
    return tuple(found)
