"""Turns rows of the database into rows for screens; asks the database nothing that the query has not fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from uuid import UUID

from thammuu.apps.dossiers.models import Step
from thammuu.apps.dossiers.reckoning.timing import working_days
from thammuu.apps.files.models import StoredFile
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records import policies
from thammuu.apps.records.access import Withdrawable, recorder_of
from thammuu.apps.records.models import (
    Attendance,
    Conclusion,
    ContributionAnswer,
    ContributionRequest,
    Meeting,
    Minutes,
    Note,
    StudyKind,
    StudyReceipt,
    StudyRecord,
    Withdrawal,
)
from thammuu.apps.records.rows import (
    AnswerRow,
    ConclusionRow,
    ContributionRow,
    FileRow,
    MeetingRow,
    MinutesRow,
    NoteRow,
    ReceiptRow,
    StudyRow,
    WithdrawnRow,
)


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks, on which day, and what is needed to say what they may do."""

    actor: Actor
    today: date
    withdrawals: dict[UUID, Withdrawal]
    steps: tuple[Step, ...]
    asks: frozenset[int]
    """Steps for which the actor may ask for contributions."""
    keeps: bool


def contribution_row(request: ContributionRequest, look: Look) -> ContributionRow:
    """A request as it stands on the day."""
    answers = tuple(map(_answer_row, request.answers.all()))
    withdrawn = _withdrawn(request, look)
    state, reason = _standing(request.due_on, answers[-1].answered_on if answers else None, look.today)
    if answers:
        reason = f"{answers[-1].answer_words}, {answers[-1].answered_on:%d/%m/%Y}"
    answering = policies.answers_itself(look.actor, request) or request.step_id in look.asks
    return ContributionRow(
        uuid=request.uuid,
        step_uuid=request.step.uuid,
        step_number=request.step.position,
        step_words=_step_words(request.step),
        dossier_uuid=request.dossier.uuid,
        dossier_title=request.dossier.title,
        body=request.body,
        outside=request.unit_id is None,
        asked_for=request.asked_for,
        asked_on=request.asked_on,
        asked_by=request.asked_by.full_name,
        due_on=request.due_on,
        state="withdrawn" if withdrawn else state,
        reason="Đã rút" if withdrawn else reason,
        letter=_file(request.letter),
        letter_note=request.letter_note,
        answers=answers,
        withdrawn=withdrawn,
        acts=_acts(request, look, "answer" if answering else ""),
    )


def study_row(record: StudyRecord, look: Look) -> StudyRow:
    """A study as it stands on the day."""
    receipts = tuple(map(_receipt_row, record.receipts.all()))
    withdrawn = _withdrawn(record, look)
    state, reason = _study_standing(record, receipts, look.today)
    receiving = record.kind == StudyKind.DATA and state != "whole" and look.keeps
    return StudyRow(
        uuid=record.uuid,
        kind=record.kind,
        kind_words=record.get_kind_display(),
        title=record.title,
        body=record.body,
        done_on=record.done_on,
        due_on=record.due_on,
        state="withdrawn" if withdrawn else state,
        reason="Đã rút" if withdrawn else reason,
        summary=record.summary,
        step_words=_step_words(record.step),
        file=_file(record.file),
        recorded_by=record.recorded_by.full_name,
        receipts=receipts,
        withdrawn=withdrawn,
        acts=_acts(record, look, "receive" if receiving else ""),
    )


def meeting_row(meeting: Meeting, look: Look) -> MeetingRow:
    """A meeting as it stands on the day."""
    minutes = tuple(map(_minutes_row, meeting.minutes.all()))
    withdrawn = _withdrawn(meeting, look)
    state, reason = ("kept", "Đã có kết luận") if minutes else _meeting_standing(meeting.held_on, look.today)
    return MeetingRow(
        uuid=meeting.uuid,
        title=meeting.title,
        held_on=meeting.held_on,
        begins_at=meeting.begins_at,
        place=meeting.place,
        chair=meeting.chair,
        step_words=_step_words(meeting.step),
        invited=tuple(invitee.name for invitee in meeting.invitees.all()),
        state="withdrawn" if withdrawn else state,
        reason="Đã rút" if withdrawn else reason,
        letter=_file(meeting.letter),
        letter_note=meeting.letter_note,
        minutes=minutes,
        withdrawn=withdrawn,
        acts=_acts(meeting, look, "minutes" if look.keeps else ""),
    )


def note_row(note: Note, look: Look) -> NoteRow:
    """A note."""
    return NoteRow(
        uuid=note.uuid,
        text=note.text,
        step_words=_step_words(note.step),
        written_by=note.written_by.full_name,
        written_at=note.written_at,
        withdrawn=_withdrawn(note, look),
        acts=_acts(note, look, ""),
    )


def _standing(due: date, answered: date | None, today: date) -> tuple[str, str]:
    if answered is not None:
        return "answered", ""
    left = working_days(today, due)
    if today > due:
        late = f" {abs(left)} ngày làm việc" if left else ""
        return "late", f"Chưa trả lời, quá hạn{late}"
    if today == due:
        return "waiting", "Chưa trả lời, hôm nay là ngày cuối"
    return "waiting", f"Chờ trả lời, còn {left} ngày làm việc" if left else "Chờ trả lời"


def _study_standing(record: StudyRecord, receipts: tuple[ReceiptRow, ...], today: date) -> tuple[str, str]:
    if record.kind != StudyKind.DATA:
        return "done", f"Ngày {record.done_on:%d/%m/%Y}"
    if any(receipt.whole for receipt in receipts):
        return "whole", f"Đã nhận đủ, {receipts[-1].received_on:%d/%m/%Y}"
    if receipts:
        return "part", "Mới nhận một phần"
    if record.due_on is not None and today > record.due_on:
        return "late", f"Chưa nhận được, quá hạn {record.due_on:%d/%m/%Y}"
    return "waiting", "Chưa nhận được"


def _meeting_standing(held_on: date, today: date) -> tuple[str, str]:
    if held_on > today:
        return "coming", f"Sẽ họp ngày {held_on:%d/%m/%Y}"
    return "held", "Chưa ghi kết luận"


def _acts(record: Withdrawable, look: Look, act: str) -> tuple[str, ...]:
    if record.uuid in look.withdrawals:
        return ()
    may = policies.may_withdraw(look.actor, record.dossier, recorder_of(record))
    return tuple(name for name in (act, "withdraw" if may else "") if name)


def _withdrawn(record: Withdrawable, look: Look) -> WithdrawnRow | None:
    row = look.withdrawals.get(record.uuid)
    return WithdrawnRow(row.reason, row.withdrawn_by.full_name, row.withdrawn_at) if row else None


def _answer_row(answer: ContributionAnswer) -> AnswerRow:
    return AnswerRow(
        answer=answer.answer,
        answer_words=answer.get_answer_display(),
        text=answer.text,
        answered_on=answer.answered_on,
        answered_by=answer.answered_by,
        on_behalf=answer.on_behalf,
        recorded_by=answer.recorded_by.full_name,
        file=_file(answer.file),
        file_note=answer.file_note,
    )


def _receipt_row(receipt: StudyReceipt) -> ReceiptRow:
    return ReceiptRow(
        receipt.received_on,
        receipt.whole,
        receipt.summary,
        _file(receipt.file),
        receipt.recorded_by.full_name,
    )


def _minutes_row(minutes: Minutes) -> MinutesRow:
    return MinutesRow(
        held_on=minutes.held_on,
        chair=minutes.chair,
        summary=minutes.summary,
        paper=_file(minutes.paper),
        paper_note=minutes.paper_note,
        recorded_by=minutes.recorded_by.full_name,
        came=tuple(map(_attendance, filter(attrgetter("came"), minutes.attendances.all()))),
        missed=tuple(row.name for row in minutes.attendances.all() if not row.came),
        conclusions=tuple(map(_conclusion_row, minutes.conclusions.all())),
    )


def _attendance(row: Attendance) -> str:
    return f"{row.name} ({row.person})" if row.person else row.name


def _conclusion_row(conclusion: Conclusion) -> ConclusionRow:
    made = getattr(conclusion, "made", None)
    step = made.step if made else None
    return ConclusionRow(conclusion.uuid, conclusion.text, step.position if step else None, _step_words(step))


def _file(file: StoredFile | None) -> FileRow | None:
    return FileRow(file.uuid, file.name) if file else None


def _step_words(step: Step | None) -> str:
    return f"{step.where} {step.text}".strip() if step else ""
