"""Meetings: calling one, keeping what it came to, making steps of its conclusions."""

from __future__ import annotations

from uuid import UUID, uuid5

from thammuu.apps.dossiers.acting.claiming import lock_open
from thammuu.apps.dossiers.acting.facts import check_day
from thammuu.apps.dossiers.commands import AddStep, NewStep
from thammuu.apps.dossiers.models import Origin, Step
from thammuu.apps.dossiers.services import add_step
from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import StaleEdit
from thammuu.apps.records import access
from thammuu.apps.records.commands import CallMeeting, KeepMinutes, MakeStep
from thammuu.apps.records.keeping import file_row, journal, kept, said
from thammuu.apps.records.models import Attendance, Conclusion, ConclusionStep, Invitee, Meeting, Minutes
from thammuu.apps.records.refusals import NobodyInvited, StepMade


def call_meeting(actor: Actor, command: CallMeeting, *, key: UUID) -> UUID:
    """Keep the invitation to a meeting, to come or past. The meeting's uuid."""
    dossier = access.dossier_to_keep(actor, command.dossier)
    step = access.step_of(dossier, command.step)
    title = said(command.title, "nội dung họp")
    invited = tuple(name.strip() for name in command.invited if name.strip())
    if not invited:
        raise NobodyInvited
    letter = kept(command.letter)

    def act() -> UUID:
        lock_open(dossier.pk)
        at = clock.now()
        meeting = Meeting.objects.create(
            dossier=dossier,
            step=step,
            title=title,
            held_on=command.held_on,
            begins_at=command.begins_at,
            place=command.place.strip(),
            chair=command.chair.strip(),
            letter=file_row(actor, letter, at),
            letter_note=command.letter_note.strip(),
            recorded_by_id=actor.id,
            recorded_at=at,
        )
        Invitee.objects.bulk_create(
            Invitee(meeting=meeting, position=position, name=name) for position, name in enumerate(invited, 1)
        )
        journal(actor, "meeting.called", meeting.uuid, dossier.uuid, letter, held_on=command.held_on)
        return meeting.uuid

    return once(actor.uuid, key, "meeting.called", command, act)


def keep_minutes(actor: Actor, command: KeepMinutes, *, key: UUID) -> UUID:
    """Keep who came and what was concluded; conclusions that are to be carried out become steps. The meeting's uuid."""
    meeting = access.meeting_to_keep(actor, command.meeting)
    check_day(command.held_on, command.chair)
    conclusions = [concluded for concluded in command.conclusions if concluded.text.strip()]
    if not conclusions:
        said(command.summary, "kết luận hoặc diễn biến chính của cuộc họp")
    paper = kept(command.paper)

    def act() -> UUID:
        lock_open(meeting.dossier_id)
        _check_unchanged(meeting, command)
        at = clock.now()
        minutes = Minutes.objects.create(
            meeting=meeting,
            held_on=command.held_on,
            chair=command.chair.strip(),
            summary=command.summary.strip(),
            paper=file_row(actor, paper, at),
            paper_note=command.paper_note.strip(),
            recorded_by_id=actor.id,
            recorded_at=at,
        )
        Attendance.objects.bulk_create(
            Attendance(
                minutes=minutes, position=position, name=one.name, came=one.came, person=one.person.strip()
            )
            for position, one in enumerate(command.came, 1)
            if one.name.strip()
        )
        for position, concluded in enumerate(conclusions, 1):
            row = Conclusion.objects.create(minutes=minutes, position=position, text=concluded.text.strip())
            if concluded.as_step:
                _carry_out(actor, row, MakeStep(row.uuid, concluded.unit, concluded.due_on), key)
        journal(actor, "meeting.minutes", meeting.uuid, meeting.dossier.uuid, paper, held_on=command.held_on)
        return meeting.uuid

    return once(actor.uuid, key, "meeting.minutes", command, act)


def make_step(actor: Actor, command: MakeStep, *, key: UUID) -> UUID:
    """A conclusion becomes a step of its dossier. The step's uuid."""
    conclusion = access.conclusion_to_carry_out(actor, command.conclusion)

    def act() -> UUID:
        if ConclusionStep.objects.filter(conclusion=conclusion).exists():
            raise StepMade
        step = _carry_out(actor, conclusion, command, key)
        journal(actor, "meeting.conclusion_carried_out", conclusion.uuid, step.dossier.uuid, step=step.uuid)
        return step.uuid

    return once(actor.uuid, key, "meeting.conclusion_carried_out", command, act)


def _check_unchanged(meeting: Meeting, command: KeepMinutes) -> None:
    """Nobody else kept minutes meanwhile. Raises StaleEdit with both texts."""
    before = list(meeting.minutes.prefetch_related("conclusions"))
    if len(before) == command.version:
        return
    yours = (
        "; ".join(concluded.text for concluded in command.conclusions if concluded.text) or command.summary
    )
    last = before[-1] if before else None
    current = (
        "; ".join(str(row) for row in last.conclusions.all()) or last.summary if last else "Chưa có kết luận"
    )
    raise StaleEdit(yours=yours, current=current)


def _carry_out(actor: Actor, conclusion: Conclusion, command: MakeStep, key: UUID) -> Step:
    """The step, with the day of the meeting and its chair for the reason."""
    minutes = conclusion.minutes
    new = NewStep(
        text=conclusion.text,
        kind="deadline" if command.due_on else "undated",
        ends_on=command.due_on,
        lead_units=(command.unit,) if command.unit else (),
    )
    reason = f"Kết luận họp ngày {minutes.held_on:%d/%m/%Y}, {minutes.chair}"
    asked = AddStep(minutes.meeting.dossier.uuid, new, Origin.CONCLUSION, reason)
    made = add_step(actor, asked, key=uuid5(key, str(conclusion.uuid)))
    step = Step.objects.get(uuid=made)
    ConclusionStep.objects.create(conclusion=conclusion, step=step)
    return step
