"""Keeping what was studied, and that data asked for have come."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers.acting.claiming import lock_open
from thammuu.apps.dossiers.acting.facts import check_day
from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records import access
from thammuu.apps.records.commands import KeepStudy, ReceiveData
from thammuu.apps.records.keeping import file_row, journal, kept, said
from thammuu.apps.records.models import StudyKind, StudyReceipt, StudyRecord
from thammuu.apps.records.refusals import AnswerBeforeAsked, DueBeforeAsked, NotData


def keep_study(actor: Actor, command: KeepStudy, *, key: UUID) -> UUID:
    """Keep a paper read, a visit made, data asked for. The record's uuid."""
    dossier = access.dossier_to_keep(actor, command.dossier)
    step = access.step_of(dossier, command.step)
    kind = StudyKind(command.kind)
    title = said(command.title, "tên văn bản, chuyến đi hoặc số liệu")
    check_day(command.done_on, actor.name)
    if command.due_on and command.due_on < command.done_on:
        raise DueBeforeAsked(command.due_on, command.done_on)
    file = kept(command.file)

    def act() -> UUID:
        lock_open(dossier.pk)
        at = clock.now()
        record = StudyRecord.objects.create(
            dossier=dossier,
            step=step,
            kind=kind,
            title=title,
            body=command.body.strip(),
            done_on=command.done_on,
            due_on=command.due_on if kind == StudyKind.DATA else None,
            summary=command.summary.strip(),
            file=file_row(actor, file, at),
            recorded_by_id=actor.id,
            recorded_at=at,
        )
        journal(actor, "study.kept", record.uuid, dossier.uuid, file, kind=kind, title=title)
        return record.uuid

    return once(actor.uuid, key, "study.kept", command, act)


def receive_data(actor: Actor, command: ReceiveData, *, key: UUID) -> UUID:
    """Record that data came, whole or in part. The record's uuid."""
    record = access.study_to_receive(actor, command.record)
    if record.kind != StudyKind.DATA:
        raise NotData
    check_day(command.received_on, actor.name)
    if command.received_on < record.done_on:
        raise AnswerBeforeAsked(command.received_on, record.done_on)
    file = kept(command.file)

    def act() -> UUID:
        lock_open(record.dossier_id)
        at = clock.now()
        StudyReceipt.objects.create(
            record=record,
            received_on=command.received_on,
            whole=command.whole,
            summary=command.summary.strip(),
            file=file_row(actor, file, at),
            recorded_by_id=actor.id,
            recorded_at=at,
        )
        journal(actor, "study.data_received", record.uuid, record.dossier.uuid, file, whole=command.whole)
        return record.uuid

    return once(actor.uuid, key, "study.data_received", command, act)
