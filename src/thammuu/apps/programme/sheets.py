"""A programme as it was received and read, for the page on which a person confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.candidates import candidates_for
from thammuu.apps.organisations.models import Unit
from thammuu.apps.organisations.queries import match_owners
from thammuu.apps.programme import access, policies
from thammuu.apps.programme.claims import programme_of
from thammuu.apps.programme.models import ProgrammeSheet, WorkProgramme
from thammuu.apps.programme.rows import ReadItemRow, SheetView
from thammuu.apps.programme.showing import programme_row
from thammuu_core.errors import Problem
from thammuu_core.programmes import Item


def sheet_view(actor: Actor, uuid: UUID) -> SheetView:
    """A file as read. Raises NotVisible."""
    sheet = access.seen_sheet(actor, uuid)
    programme = programme_of(sheet.claim)
    confirmed = _same_content(sheet)
    leads = _leads(actor, programme.items)
    of_items = {problem for item in programme.items for problem in programme.doubts_of(item)}
    return SheetView(
        uuid=sheet.uuid,
        file_name=sheet.file.name,
        received_by=sheet.received_by.full_name,
        received_at=sheet.received_at,
        title=programme.title,
        year=programme.year,
        items=tuple(
            _read_item(at, item, leads[item.lead], programme.doubts_of(item))
            for at, item in enumerate(programme.items)
        ),
        problems=tuple(problem for problem in programme.problems if problem not in of_items),
        programme=programme_row(confirmed) if confirmed else None,
        confirmed_on=clock.local(confirmed.added_at).date() if confirmed else None,
        may_confirm=policies.may_keep(actor) and confirmed is None and bool(programme.items),
    )


def sheet_to_confirm(actor: Actor, uuid: UUID) -> SheetView:
    """For the form that confirms it: NotVisible, NotAllowed."""
    view = sheet_view(actor, uuid)
    access.check_may_keep(actor)
    return view


def _same_content(sheet: ProgrammeSheet) -> WorkProgramme | None:
    return WorkProgramme.objects.filter(
        agency_id=sheet.agency_id, sheet__file__sha256=sheet.file.sha256
    ).first()


@dataclass(frozen=True, slots=True)
class _Lead:
    """What a lead as written is in the register."""

    name: str = ""
    elsewhere: bool = False
    meant: tuple[str, ...] = ()


def _leads(actor: Actor, items: tuple[Item, ...]) -> dict[tuple[str, ...], _Lead]:
    """For each lead of an item what it is; for those that are not known, what may be meant."""
    names = tuple(dict.fromkeys(name for item in items for name in item.lead))
    today = clock.today()
    matches = {one.as_written: one for one in match_owners(actor.agency_id, names, today)}
    ids = [one.unit_id for one in matches.values() if one.unit_id]
    units = dict(Unit.objects.filter(pk__in=ids).values_list("pk", "name"))
    unknown = tuple(name for name in names if not (matches[name].unit_id or matches[name].agency_id))
    meant = candidates_for(actor.agency_id, unknown, today, most=3) if unknown else {}
    found: dict[tuple[str, ...], _Lead] = {}
    for lead in {item.lead for item in items}:
        match = matches[lead[0]] if len(lead) == 1 else None
        agency = match.agency_id if match else None
        found[lead] = _Lead(
            name=(units.get(match.unit_id or 0) or (match.as_written if agency else "")) if match else "",
            elsewhere=agency is not None and agency != actor.agency_id,
            meant=tuple(one.name for name in lead for one in meant.get(name, ())),
        )
    return found


def _read_item(index: int, item: Item, lead: _Lead, doubts: tuple[Problem, ...]) -> ReadItemRow:
    return ReadItemRow(
        index=index,
        place=item.place,
        number=item.number,
        text=item.text,
        groups=item.groups,
        lead=item.lead,
        lead_name=lead.name,
        meant=lead.meant,
        elsewhere=lead.elsewhere,
        coordinating=item.coordinating,
        due_words="; ".join(when.as_written for when in (item.when, *item.also) if when.as_written),
        due_on=item.when.end,
        submitted_to=item.submitted_to,
        product=item.product,
        basis=item.basis,
        note=item.note,
        doubts=doubts,
    )
