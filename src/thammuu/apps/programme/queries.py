"""Reads of programmes, assignments and templates for screens; what is not visible is NotVisible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When

from thammuu.apps.dossiers.models import DossierState
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.queries import file_in
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import visible
from thammuu.apps.programme import access, policies
from thammuu.apps.programme.models import (
    Assignment,
    AssignmentChange,
    AssignmentState,
    Instruction,
)
from thammuu.apps.programme.rows import ItemPage, ItemView, ProgrammeRow
from thammuu.apps.programme.sheets import sheet_to_confirm, sheet_view
from thammuu.apps.programme.showing import item_row, item_view, programme_row
from thammuu.apps.programme.templates import template_rows, template_to_edit, template_view
from thammuu_core.text import fold

__all__ = [
    "SIZE",
    "STATES",
    "ItemFilter",
    "assignment_page",
    "assignment_to_instruct",
    "assignment_to_keep",
    "assignment_to_open",
    "assignment_view",
    "check_may_keep",
    "file_to_serve",
    "instructs_in_person",
    "may_keep",
    "months",
    "of_dossier",
    "programme_choices",
    "sheet_to_confirm",
    "sheet_view",
    "template_rows",
    "template_to_edit",
    "template_view",
]

STATES = ("late", "waiting", "running", "done", "withdrawn")
"""Of an assignment, in the order in which they are shown."""
SIZE = 50


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """What to show of the list; empty fields do not filter."""

    words: str = ""
    unit: UUID | None = None
    programme: UUID | None = None
    month: date | None = None
    """The first day of the month in which they fall due."""
    state: str = ""


def assignment_page(actor: Actor, asked: ItemFilter, page: int = 1) -> ItemPage:
    """One page of the assignments the actor sees, what falls due first on top, and how many stand in each state."""
    today = clock.today()
    rows = _with_state(_filtered(policies.visible_assignments(actor), asked), today)
    tally = dict(rows.order_by().values_list("standing").annotate(Count("pk")))
    if asked.state in STATES:
        rows = rows.filter(standing=asked.state)
    total = tally.get(asked.state, 0) if asked.state in STATES else sum(tally.values())
    pages = max(1, -(-total // SIZE))
    page = min(max(page, 1), pages)
    order = (F("due_on").asc(nulls_last=True), "pk")
    # Numbers first: sorted with all their words and leads, twenty thousand rows take a quarter of a second.
    numbers = list(rows.order_by(*order).values_list("pk", flat=True)[(page - 1) * SIZE : page * SIZE])
    found = rows.filter(pk__in=numbers).select_related(
        "programme", "letter", "lead_unit", "lead_agency", "dossier"
    )
    ordered = found.prefetch_related("lead_agency__names").order_by(*order)
    shown = tuple(item_row(one, one.standing, today) for one in ordered)
    return ItemPage(shown, total, page, pages, tuple((state, tally.get(state, 0)) for state in STATES))


def assignment_view(actor: Actor, uuid: UUID) -> ItemView:
    """One assignment whole. Raises NotVisible."""
    assignment = access.seen_assignment(actor, uuid)
    today = clock.today()
    standing = _with_state(Assignment.objects.filter(pk=assignment.pk), today).values_list(
        "standing", flat=True
    )[0]
    instructions = Instruction.objects.filter(assignment=assignment).select_related(
        "unit", "recorded_by", "evidence"
    )
    changes = AssignmentChange.objects.filter(assignment=assignment).select_related("recorded_by", "paper")
    return item_view(actor, item_row(assignment, standing, today), assignment, instructions, changes)


def assignment_to_keep(actor: Actor, uuid: UUID) -> ItemView:
    """For the forms that change it, refused as the services would: NotVisible, NotAllowed."""
    access.assignment_to_keep(actor, uuid)
    return assignment_view(actor, uuid)


def assignment_to_instruct(actor: Actor, uuid: UUID) -> ItemView:
    """For the form of a bút phê, refused as the service would."""
    access.assignment_to_instruct(actor, uuid)
    return assignment_view(actor, uuid)


def assignment_to_open(actor: Actor, uuid: UUID) -> ItemView:
    """For the pages that lay it out, refused as the service would."""
    access.assignment_to_open(actor, uuid)
    return assignment_view(actor, uuid)


def of_dossier(actor: Actor, dossier: UUID) -> tuple[UUID, str] | None:
    """The assignment a dossier was made from, with its words; None when there is none the actor sees."""
    found = policies.visible_assignments(actor).filter(dossier__uuid=dossier).first()
    return (found.uuid, found.text) if found else None


def may_keep(actor: Actor) -> bool:
    """Whether to offer importing and typing."""
    return policies.may_keep(actor)


def instructs_in_person(actor: Actor) -> bool:
    """Whether a bút phê is the actor's own, so that the form need not ask for its proof."""
    return policies.is_leader(actor)


def programme_choices(actor: Actor) -> tuple[ProgrammeRow, ...]:
    """The programmes of the own agency, the newest first."""
    return tuple(programme_row(one) for one in policies.visible_programmes(actor))


def months(actor: Actor) -> tuple[date, ...]:
    """The months in which anything falls due, in order."""
    found = policies.visible_assignments(actor).filter(due_on__isnull=False).dates("due_on", "month")
    return tuple(found)


def file_to_serve(actor: Actor, uuid: UUID) -> StoredFile:
    """A file of the programme that the actor sees: a sheet, a bút phê, the paper of a change. Raises NotVisible."""
    seen = policies.visible_assignments(actor)
    places = (
        (policies.visible_sheets(actor), "file"),
        (Instruction.objects.filter(assignment__in=seen), "evidence"),
        (AssignmentChange.objects.filter(assignment__in=seen), "paper"),
        (seen, "letter__document__file"),
    )
    return visible(file_in(uuid, places))


def check_may_keep(actor: Actor) -> None:
    """For the forms that bring something in: NotAllowed."""
    access.check_may_keep(actor)


def _filtered(rows: QuerySet[Assignment], asked: ItemFilter) -> QuerySet[Assignment]:
    for word in fold(asked.words).split():
        rows = rows.filter(folded__contains=word)
    if asked.unit:
        rows = rows.filter(lead_unit__uuid=asked.unit)
    if asked.programme:
        rows = rows.filter(programme__uuid=asked.programme)
    if asked.month:
        following = (asked.month + timedelta(days=31)).replace(day=1)
        rows = rows.filter(due_on__gte=asked.month, due_on__lt=following)
    return rows


def _with_state(rows: QuerySet[Assignment], today: date) -> QuerySet[Assignment]:
    """Where each stands, by its own day and by how far its dossier is."""
    done = Q(dossier__state=DossierState.CLOSED) | Q(dossier__steps_total__gt=0, dossier__steps_open=0)
    cases = (
        When(state=AssignmentState.WITHDRAWN, then=Value("withdrawn")),
        When(done, then=Value("done")),
        When(due_on__lt=today, then=Value("late")),
        When(dossier__isnull=False, then=Value("running")),
    )
    return rows.annotate(standing=Case(*cases, default=Value("waiting"), output_field=CharField()))
