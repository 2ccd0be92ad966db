"""Đề nghị phối hợp: asking a unit or a body to contribute to a step, and recording what came."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers.acting.claiming import lock_open
from thammuu.apps.dossiers.acting.facts import check_day
from thammuu.apps.dossiers.acting.holding import unit_of
from thammuu.apps.dossiers.models import OVER
from thammuu.apps.dossiers.refusals import StepIsOver
from thammuu.apps.journal.receipts import once
from thammuu.apps.notifications.models import Kind
from thammuu.apps.notifications.recipients import people_of
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import StaleEdit
from thammuu.apps.records import access, policies
from thammuu.apps.records.commands import AnswerContribution, AskContribution
from thammuu.apps.records.keeping import file_row, journal, kept, said
from thammuu.apps.records.models import Answer, ContributionAnswer, ContributionRequest
from thammuu.apps.records.refusals import (
    AnswerBeforeAsked,
    DueBeforeAsked,
    EvidenceForOthers,
    OneBody,
)
from thammuu.apps.records.telling import tell_of


def ask_contribution(actor: Actor, command: AskContribution, *, key: UUID) -> UUID:
    """Ask for a contribution to a step by a day. The request's uuid."""
    step = access.step_to_ask(actor, command.step)
    if step.state in OVER:
        raise StepIsOver(step.get_state_display())
    if bool(command.unit) == bool(command.body.strip()):
        raise OneBody
    asked_for = said(command.asked_for, "nội dung đề nghị đơn vị phối hợp thực hiện")
    check_day(command.asked_on, actor.name)
    if command.due_on < command.asked_on:
        raise DueBeforeAsked(command.due_on, command.asked_on)
    letter = kept(command.letter)

    def act() -> UUID:
        lock_open(step.dossier_id)
        at = clock.now()
        unit = unit_of(actor.agency_id, command.unit) if command.unit else None
        request = ContributionRequest.objects.create(
            dossier=step.dossier,
            step=step,
            unit=unit,
            body=unit.name if unit else command.body.strip(),
            asked_for=asked_for,
            asked_on=command.asked_on,
            due_on=command.due_on,
            asked_by_id=actor.id,
            asked_at=at,
            letter=file_row(actor, letter, at),
            letter_note=command.letter_note.strip(),
        )
        words = f"Đề nghị {request.body} phối hợp, trả lời hết ngày {request.due_on:%d/%m/%Y}: {asked_for}"
        people = people_of((unit.pk,)).get(unit.pk, ()) if unit else ()
        tell_of(
            actor, request.dossier, people, Kind.CONTRIBUTION_REQUESTED, request.uuid, words, request.uuid
        )
        journal(actor, "contribution.requested", request.uuid, step.dossier.uuid, letter, body=request.body)
        return request.uuid

    return once(actor.uuid, key, "contribution.requested", command, act)


def answer_contribution(actor: Actor, command: AnswerContribution, *, key: UUID) -> UUID:
    """Record what came in answer; for others it needs their paper. The request's uuid."""
    request = access.request_to_answer(actor, command.request)
    answer = Answer(command.answer)
    text = command.text.strip()
    if answer == Answer.GIVEN and command.file is None and not command.file_note.strip():
        said(text, "nội dung tham gia, hoặc đính kèm tệp, hoặc số ký hiệu văn bản trả lời")
    if answer == Answer.DECLINED:
        said(text, "lý do")
    check_day(command.answered_on, command.answered_by)
    if command.answered_on < request.asked_on:
        raise AnswerBeforeAsked(command.answered_on, request.asked_on)
    on_behalf = not policies.answers_itself(actor, request)
    if on_behalf and command.file is None and not command.file_note.strip():
        raise EvidenceForOthers
    file = kept(command.file)

    def act() -> UUID:
        lock_open(request.dossier_id)
        before = list(request.answers.all())
        if len(before) != command.version:
            raise StaleEdit(yours=f"{answer.label}: {text}", current=_newest(before))
        at = clock.now()
        row = ContributionAnswer.objects.create(
            request=request,
            answer=answer,
            text=text,
            answered_on=command.answered_on,
            answered_by=command.answered_by.strip(),
            file=file_row(actor, file, at),
            file_note=command.file_note.strip(),
            recorded_by_id=actor.id,
            recorded_at=at,
            on_behalf=on_behalf,
        )
        words = f"{request.body} trả lời đề nghị phối hợp: {answer.label}"
        people = (request.asked_by_id, request.dossier.drafter_id)
        tell_of(actor, request.dossier, people, Kind.CONTRIBUTION_ANSWERED, request.uuid, words, row.uuid)
        journal(actor, "contribution.answered", request.uuid, request.dossier.uuid, file, answer=answer)
        return request.uuid

    return once(actor.uuid, key, "contribution.answered", command, act)


def _newest(answers: list[ContributionAnswer]) -> str:
    """The last answer in words."""
    if not answers:
        return "Chưa có trả lời"
    last = answers[-1]
    return f"{last.get_answer_display()}: {last.text} ({last.answered_by}, {last.answered_on:%d/%m/%Y})"
