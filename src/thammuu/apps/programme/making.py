"""Rows of assignments: what was read or typed, its owner matched to the register, its last day by the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from thammuu.apps.dossiers.reckoning.rules import includes_named_day
from thammuu.apps.dossiers.reckoning.timing import last_day
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.matching import Match
from thammuu.apps.organisations.queries import match_owners
from thammuu.apps.programme.commands import ItemCorrection, ItemFields
from thammuu.apps.programme.models import Assignment, Letter, WorkProgramme
from thammuu_core.plans.model import When, WhenKind
from thammuu_core.programmes import Item
from thammuu_core.text import fold


@dataclass(frozen=True, slots=True)
class Home:
    """What an assignment belongs to; neither for one given by word of mouth."""

    programme: WorkProgramme | None = None
    letter: Letter | None = None


def add_assignments(actor: Actor, items: Sequence[Item], home: Home, at: datetime) -> int:
    """A row for each item; how many."""
    owners = _matches(
        actor, ["; ".join(item.lead) for item in items], [item.lead for item in items], at.date()
    )
    literal = not includes_named_day(actor.agency_id)
    rows = [_row(actor, item, match, home, at, literal) for item, match in zip(items, owners, strict=True)]
    Assignment.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def add_assignment(actor: Actor, fields: ItemFields, home: Home, at: datetime) -> Assignment:
    """The row of one typed item."""
    row = Assignment(
        agency_id=actor.agency_id,
        programme=home.programme,
        letter=home.letter,
        added_at=at,
        **said(actor, fields, at.date()),
    )
    row.save(force_insert=True)
    return row


def said(actor: Actor, fields: ItemFields, day: date) -> dict[str, Any]:
    """The columns that a person's words fill."""
    lead = fields.lead.strip()
    (match,) = _matches(actor, [lead], [(lead,) if lead else ()], day)
    return {
        "text": fields.text.strip(),
        "folded": fold(fields.text),
        "lead_words": lead,
        "lead_unit_id": match.unit_id,
        "lead_agency_id": match.agency_id,
        "coordinating": list(fields.coordinating),
        "when_as_written": f"{fields.due_on:%d/%m/%Y}" if fields.due_on else "",
        "starts_on": None,
        "ends_on": fields.due_on,
        "strict": False,
        "due_on": last_day(None, fields.due_on, strict=False),
        "product": fields.product.strip(),
        "submitted_to": fields.submitted_to.strip(),
        "basis": fields.basis.strip(),
        "note": fields.note.strip(),
    }


def corrected(item: Item, correction: ItemCorrection | None) -> Item:
    """The item with what a person put in the place of what was read."""
    if correction is None:
        return item
    if correction.lead is not None:
        item = replace(item, lead=(correction.lead.strip(),) if correction.lead.strip() else ())
    if correction.due_on is not None:
        due = correction.due_on
        item = replace(item, when=When(f"{due:%d/%m/%Y}", WhenKind.DEADLINE, None, due), also=())
    return item


def _matches(actor: Actor, words: Sequence[str], leads: Sequence[tuple[str, ...]], day: date) -> list[Match]:
    """Whom each item is given to; several leads are nobody's until a person chooses."""
    names = tuple(dict.fromkeys(lead[0] for lead in leads if len(lead) == 1))
    known = dict(zip(names, match_owners(actor.agency_id, names, day), strict=True))
    return [
        known[lead[0]] if len(lead) == 1 else Match(said) for said, lead in zip(words, leads, strict=True)
    ]


def _row(actor: Actor, item: Item, match: Match, home: Home, at: datetime, literal: bool) -> Assignment:
    return Assignment(
        agency_id=actor.agency_id,
        programme=home.programme,
        letter=home.letter,
        number=item.number[:50],
        groups=list(item.groups),
        place=item.place[:300],
        text=item.text,
        folded=fold(item.text),
        lead_words="; ".join(item.lead),
        lead_unit_id=match.unit_id,
        lead_agency_id=match.agency_id,
        coordinating=list(item.coordinating),
        when_as_written="; ".join(when.as_written for when in (item.when, *item.also) if when.as_written),
        starts_on=item.when.start,
        ends_on=item.when.end,
        strict=item.when.strict,
        due_on=last_day(item.when.start, item.when.end, strict=item.when.strict and literal),
        product=item.product,
        submitted_to=item.submitted_to,
        basis=item.basis,
        note=item.note,
        added_at=at,
    )
