"""Reads of programmes, assignments and templates for screens; what is not visible is NotVisible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When

from thammuu.apps.dossiers.models import DossierState
from thammuu.apps.files.models import StoredFile
from thammuu.apps.organisations import clock, parameters
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.candidates import candidates_for
from thammuu.apps.organisations.models import Unit
from thammuu.apps.organisations.queries import match_owners
from thammuu.apps.organisations.refusals import NotVisible
from thammuu.apps.programme import access, policies
from thammuu.apps.programme.claims import programme_of
from thammuu.apps.programme.models import (
    Assignment,
    AssignmentChange,
    AssignmentState,
    Instruction,
    ProgrammeSheet,
    TemplateVersion,
    WorkProgramme,
)
from thammuu.apps.programme.rows import (
    ItemPage,
    ItemView,
    ProgrammeRow,
    ReadItemRow,
    SheetView,
    TemplateRow,
    TemplateStepRow,
    TemplateView,
    UnitChoice,
)
from thammuu.apps.programme.showing import item_row, item_view, programme_row
from thammuu.apps.programme.timetables import DEFAULT_NAME, template_of
from thammuu_core.errors import Problem
from thammuu_core.programmes import Item
from thammuu_core.schedules import Template, default_template, needs
from thammuu_core.text import fold

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
    found = rows.select_related(
        "programme", "letter", "lead_unit", "lead_agency", "dossier"
    ).prefetch_related("lead_agency__names")
    ordered = found.order_by(F("due_on").asc(nulls_last=True), "pk")[(page - 1) * SIZE : page * SIZE]
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


def unit_choices(actor: Actor) -> tuple[UnitChoice, ...]:
    """The units of the own agency today."""
    units = Unit.objects.on(clock.today()).filter(agency_id=actor.agency_id).order_by("name")
    return tuple(UnitChoice(unit.uuid, unit.name) for unit in units)


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
    sources = (
        policies.visible_sheets(actor).values("file_id"),
        Instruction.objects.filter(assignment__in=seen, evidence__isnull=False).values("evidence_id"),
        AssignmentChange.objects.filter(assignment__in=seen, paper__isnull=False).values("paper_id"),
        seen.filter(letter__document__isnull=False).values("letter__document__file_id"),
    )
    files = StoredFile.objects.filter(uuid=uuid)
    found = next((file for ids in sources if (file := files.filter(pk__in=ids).first())), None)
    if found is None:
        raise NotVisible
    return found


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
        confirmed_on=confirmed.added_at.date() if confirmed else None,
        may_confirm=policies.may_keep(actor) and confirmed is None and bool(programme.items),
    )


def sheet_to_confirm(actor: Actor, uuid: UUID) -> SheetView:
    """For the form that confirms it: NotVisible, NotAllowed."""
    view = sheet_view(actor, uuid)
    access.check_may_keep(actor)
    return view


def check_may_keep(actor: Actor) -> None:
    """For the forms that bring something in: NotAllowed."""
    access.check_may_keep(actor)


def template_rows(actor: Actor) -> tuple[TemplateRow, ...]:
    """The template of the program, then the agency's own that are in use. Administrators see none but that."""
    newest = _newest_versions(actor)
    return (default_row(), *(_template_row(version, version.template.uuid) for version in newest))


def default_row() -> TemplateRow:
    """The template that comes with the program."""
    return TemplateRow(None, DEFAULT_NAME, 0, len(default_template().steps), "", None)


def template_view(actor: Actor, uuid: UUID | None) -> TemplateView:
    """A template with its steps; None is the one of the program. Raises NotVisible."""
    if not policies.may_view(actor):
        raise NotVisible
    if uuid is None:
        return TemplateView(
            default_row(), _template_steps(actor, default_template()), (), policies.may_edit_templates(actor)
        )
    versions = list(access.seen_template(actor, uuid).versions.select_related("made_by"))
    newest = versions[-1]
    return TemplateView(
        _template_row(newest, uuid),
        _template_steps(actor, template_of(newest.steps)),
        tuple(_template_row(one, uuid) for one in reversed(versions)),
        policies.may_edit_templates(actor),
    )


def template_to_edit(actor: Actor, uuid: UUID | None) -> TemplateView:
    """For the editor: NotVisible, NotAllowed."""
    view = template_view(actor, uuid)
    access.check_may_edit_templates(actor)
    return view


def _filtered(rows: QuerySet[Assignment], asked: ItemFilter) -> QuerySet[Assignment]:
    for word in fold(asked.words).split():
        rows = rows.filter(folded__contains=word)
    if asked.unit:
        rows = rows.filter(lead_unit__uuid=asked.unit)
    if asked.programme:
        rows = rows.filter(programme__uuid=asked.programme)
    if asked.month:
        rows = rows.filter(due_on__year=asked.month.year, due_on__month=asked.month.month)
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


def _newest_versions(actor: Actor) -> list[TemplateVersion]:
    rows = TemplateVersion.objects.filter(template__in=policies.visible_templates(actor))
    newest = {one.template_id: one for one in rows.select_related("template", "made_by").order_by("number")}
    return sorted((one for one in newest.values() if one.steps), key=lambda one: one.name)


def _template_row(version: TemplateVersion, uuid: UUID) -> TemplateRow:
    return TemplateRow(
        uuid, version.name, version.number, len(version.steps), version.made_by.full_name, version.made_at
    )


def _template_steps(actor: Actor, template: Template) -> tuple[TemplateStepRow, ...]:
    found = needs(template, parameters.own_days(actor.agency_id))
    return tuple(
        TemplateStepRow(
            need.step.title, need.step.durations, need.step.condition or "", need.step.owner, need.days
        )
        for need in found
    )
