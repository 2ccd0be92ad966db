"""How assignments come in: a file read and then confirmed, typed by hand, an incoming letter."""

from __future__ import annotations

from uuid import UUID, uuid5

from thammuu.apps.documents.models import Document
from thammuu.apps.documents.services import receive_document
from thammuu.apps.files.services import add_row, keep
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.programme import access
from thammuu.apps.programme.claims import claim_of, programme_of, read_file
from thammuu.apps.programme.commands import AddItem, AddProgramme, ConfirmSheet, ReadSheet, ReceiveLetter
from thammuu.apps.programme.making import Home, add_assignment, add_assignments, corrected
from thammuu.apps.programme.models import Letter, ProgrammeSheet, WorkProgramme
from thammuu.apps.programme.refusals import AlreadyImported, NothingTaken, OriginalMissing, YearImplausible
from thammuu.apps.programme.services.instructions import add_instruction, keep_evidence

_YEARS = range(1990, 2101)


def read_sheet(actor: Actor, command: ReadSheet, *, key: UUID) -> UUID:
    """Read a file with a programme and keep the file with its reading; nothing holds yet. The sheet's uuid.

    Raises Told for a file that is not taken.
    """
    access.check_may_keep(actor)
    programme = read_file(command.file.data, command.file.name, command.year)
    kept = keep(command.file, workbook=True)

    def act() -> UUID:
        at = clock.now()
        file = add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at)
        sheet = ProgrammeSheet.objects.create(
            agency_id=actor.agency_id,
            file=file,
            claim=claim_of(programme),
            received_by_id=actor.id,
            received_at=at,
        )
        data = {"file": file.uuid, "sha256": file.sha256, "items": len(programme.items)}
        _record("programme.sheet_read", sheet.uuid, actor, data)
        return sheet.uuid

    return once(actor.uuid, key, "programme.sheet_read", command, act)


def confirm_sheet(actor: Actor, command: ConfirmSheet, *, key: UUID) -> UUID:
    """Keep what was read as a programme with its assignments. The programme's uuid."""
    access.check_may_keep(actor)
    sheet = access.seen_sheet(actor, command.sheet)
    _check_year(command.year)

    def act() -> UUID:
        _refuse_twice(sheet)
        fixes = {one.index: one for one in command.corrections}
        read = programme_of(sheet.claim).items
        items = [corrected(item, fixes.get(at)) for at, item in enumerate(read) if at not in command.left_out]
        if not items:
            raise NothingTaken
        programme = _programme(actor, command, sheet)
        count = add_assignments(actor, items, Home(programme), clock.now())
        data = {
            "sheet": sheet.uuid,
            "title": programme.title,
            "items": count,
            "left_out": len(command.left_out),
        }
        _record("programme.confirmed", programme.uuid, actor, data)
        return programme.uuid

    return once(actor.uuid, key, "programme.confirmed", command, act)


def add_programme(actor: Actor, command: AddProgramme, *, key: UUID) -> UUID:
    """A programme typed by hand, without items yet. Its uuid."""
    access.check_may_keep(actor)
    _check_year(command.year)

    def act() -> UUID:
        programme = _programme(actor, command, None)
        _record("programme.added", programme.uuid, actor, command)
        return programme.uuid

    return once(actor.uuid, key, "programme.added", command, act)


def add_item(actor: Actor, command: AddItem, *, key: UUID) -> UUID:
    """One item typed by hand. The assignment's uuid."""
    access.check_may_keep(actor)
    programme = access.seen_programme(actor, command.programme) if command.programme else None

    def act() -> UUID:
        made = add_assignment(actor, command.fields, Home(programme), clock.now())
        _record("assignment.added", made.uuid, actor, command)
        return made.uuid

    return once(actor.uuid, key, "assignment.added", command, act)


def receive_letter(actor: Actor, command: ReceiveLetter, *, key: UUID) -> UUID:
    """An incoming letter that assigns something; its assignment's uuid."""
    access.check_may_keep(actor)
    if command.file is None and not command.kept_at.strip():
        raise OriginalMissing
    document = receive_document(actor, command.file, key=uuid5(key, "letter")) if command.file else None
    evidence = keep_evidence(actor, command.remark) if command.remark else None

    def act() -> UUID:
        at = clock.now()
        letter = Letter.objects.create(
            agency_id=actor.agency_id,
            issuer=command.issuer.strip(),
            symbol=command.symbol.strip(),
            issued_on=command.issued_on,
            received_on=command.received_on,
            subject=command.subject.strip(),
            document=Document.objects.get(uuid=document) if document else None,
            kept_at=command.kept_at.strip(),
            recorded_by_id=actor.id,
            recorded_at=at,
        )
        made = add_assignment(actor, command.fields, Home(letter=letter), at)
        if command.remark:
            add_instruction(actor, made, made.version, command.remark, evidence)
        _record("assignment.letter_received", made.uuid, actor, {"letter": letter.uuid, "command": command})
        return made.uuid

    return once(actor.uuid, key, "assignment.letter_received", command, act)


def _programme(
    actor: Actor, command: ConfirmSheet | AddProgramme, sheet: ProgrammeSheet | None
) -> WorkProgramme:
    return WorkProgramme.objects.create(
        agency_id=actor.agency_id,
        year=command.year,
        title=command.title.strip(),
        issuer=command.issuer.strip(),
        symbol=command.symbol.strip(),
        issued_on=command.issued_on,
        sheet=sheet,
        added_by_id=actor.id,
        added_at=clock.now(),
    )


def _refuse_twice(sheet: ProgrammeSheet) -> None:
    """One content, one programme, whoever sends it under whatever name; two at once, one after the other."""
    alike = ProgrammeSheet.objects.filter(agency_id=sheet.agency_id, file__sha256=sheet.file.sha256)
    list(alike.select_for_update(no_key=True, of=("self",)).order_by("pk"))
    same = WorkProgramme.objects.filter(
        agency_id=sheet.agency_id, sheet__file__sha256=sheet.file.sha256
    ).first()
    if same is not None:
        raise AlreadyImported(same.title, clock.local(same.added_at).date())


def _check_year(year: int) -> None:
    if year not in _YEARS:
        raise YearImplausible(year)


def _record(act: str, subject: UUID, actor: Actor, data: object) -> None:
    record(act, subject=subject, at=clock.now(), actor=actor.uuid, agency=actor.agency_uuid, data=data)
