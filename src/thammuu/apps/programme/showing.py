"""Turns rows of the database into rows for screens. Asks the database nothing: the query fetched all it needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thammuu.apps.dossiers.reckoning.timing import working_days
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.programme import policies
from thammuu.apps.programme.models import (
    Assignment,
    AssignmentChange,
    AssignmentState,
    ChangeAct,
    Instruction,
    Letter,
    WorkProgramme,
)
from thammuu.apps.programme.rows import (
    ChangeRow,
    InstructionRow,
    ItemRow,
    ItemView,
    LetterRow,
    ProgrammeRow,
)
from thammuu.apps.programme.timetables import mandate_of

FIELD_WORDS = {
    "text": "Nội dung",
    "lead": "Chủ trì",
    "lead_words": "Chủ trì",
    "coordinating": "Phối hợp",
    "when_as_written": "Thời hạn",
    "due_on": "Hạn",
    "product": "Sản phẩm",
    "submitted_to": "Cấp trình",
    "basis": "Căn cứ",
    "note": "Ghi chú",
}
"""Field of an assignment → its name for people."""


def item_row(assignment: Assignment, standing: str, today: date) -> ItemRow:
    """An assignment as a list shows it."""
    known = assignment.lead_unit or assignment.lead_agency
    due = assignment.due_on
    return ItemRow(
        uuid=assignment.uuid,
        number=assignment.number,
        text=assignment.text,
        group=" · ".join(assignment.groups),
        source=_source(assignment),
        lead=str(known) if known else assignment.lead_words,
        lead_known=known is not None,
        due_on=due,
        due_words=assignment.when_as_written,
        days_left=working_days(today, due) if due and standing not in ("done", "withdrawn") else None,
        submitted_to=assignment.submitted_to,
        state=standing,
        dossier=assignment.dossier.uuid if assignment.dossier else None,
    )


def item_view(
    actor: Actor,
    row: ItemRow,
    assignment: Assignment,
    instructions: Iterable[Instruction],
    changes: Iterable[AssignmentChange],
) -> ItemView:
    """An assignment whole."""
    return ItemView(
        row=row,
        version=assignment.version,
        groups=tuple(assignment.groups),
        place=assignment.place,
        lead_words=assignment.lead_words,
        coordinating=tuple(assignment.coordinating),
        product=assignment.product,
        basis=assignment.basis,
        note=assignment.note,
        programme=programme_row(assignment.programme) if assignment.programme else None,
        letter=_letter_row(assignment.letter) if assignment.letter else None,
        mandate=mandate_of(assignment),
        dossier_title=assignment.dossier.title if assignment.dossier else "",
        has_plan=hasattr(assignment, "timetable"),
        instructions=tuple(map(_instruction_row, instructions)),
        changes=tuple(map(_change_row, changes)),
        acts=tuple(_acts(actor, assignment)),
    )


def programme_row(programme: WorkProgramme) -> ProgrammeRow:
    """A programme."""
    return ProgrammeRow(programme.uuid, programme.title, programme.year, programme.symbol)


def _source(assignment: Assignment) -> str:
    if assignment.letter:
        return f"Văn bản {assignment.letter.symbol or assignment.letter.issuer}"
    return assignment.programme.title if assignment.programme else "Giao trực tiếp"


def _acts(actor: Actor, assignment: Assignment) -> Iterable[str]:
    if assignment.state == AssignmentState.WITHDRAWN:
        return
    if assignment.dossier_id is None and policies.may_open(actor, assignment.lead_unit_id):
        yield "open"
    if policies.may_instruct(actor):
        yield "instruct"
    if policies.may_keep(actor):
        yield from ("correct", "defer", "withdraw")


def _letter_row(letter: Letter) -> LetterRow:
    file = letter.document.file if letter.document else None
    return LetterRow(
        letter.issuer,
        letter.symbol,
        letter.issued_on,
        letter.received_on,
        letter.subject,
        file.uuid if file else None,
        file.name if file else "",
        letter.kept_at,
    )


def _instruction_row(one: Instruction) -> InstructionRow:
    return InstructionRow(
        words=one.words,
        given_by=one.given_by,
        given_on=one.given_on,
        unit=one.unit.name if one.unit else "",
        recorded_by=one.recorded_by.full_name,
        on_behalf=one.given_by_officer_id != one.recorded_by_id,
        evidence_uuid=one.evidence.uuid if one.evidence else None,
        evidence_name=one.evidence.name if one.evidence else "",
        evidence_note=one.evidence_note,
    )


def _change_row(one: AssignmentChange) -> ChangeRow:
    return ChangeRow(
        words=one.get_act_display(),
        details=tuple(_details(one)),
        reason=one.reason,
        decided_by=one.decided_by,
        decided_on=one.decided_on,
        paper_uuid=one.paper.uuid if one.paper else None,
        paper_name=one.paper.name if one.paper else "",
        paper_note=one.paper_note,
        recorded_by=one.recorded_by.full_name,
        recorded_at=one.recorded_at,
    )


def _details(one: AssignmentChange) -> Iterable[str]:
    """ "Hạn: 31/08/2021 → 30/09/2021"."""
    if one.act in (ChangeAct.OPEN, ChangeAct.WITHDRAW):
        return
    for name, words in FIELD_WORDS.items():
        if name in one.after:
            yield f"{words}: {_said(name, one.before.get(name))} → {_said(name, one.after[name])}"


def _said(name: str, value: object) -> str:
    if not value:
        return "không ghi"
    if name == "due_on":
        return f"{date.fromisoformat(str(value)):%d/%m/%Y}"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
