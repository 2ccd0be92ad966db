"""What stands around dossiers: notices, more time asked for, changes, records, a programme."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from support.many.people import workers
from thammuu.apps.coverage.models import Comparison
from thammuu.apps.dossiers.models import Dossier, ExtensionRequest, Step, StepChange, StepState
from thammuu.apps.notifications.models import Kind, Notice, Posting
from thammuu.apps.organisations.models import Agency
from thammuu.apps.programme.models import Assignment, WorkProgramme
from thammuu.apps.records.models import ContributionRequest, Meeting, Note, StudyKind, StudyRecord
from thammuu_core.text import fold

_BATCH = 2_000
_TOLD_EACH = 300
"""Notices of one officer."""
_TOLD_OFFICERS = 10


@transaction.atomic
def surround(agency_id: int, dossiers: Sequence[int], today: date) -> None:
    """Give each of these dossiers an assignment, a note, a meeting and the like; some of their steps wait for others."""
    at = datetime.combine(today, time(8), tzinfo=timezone.get_default_timezone())
    rows = list(Dossier.objects.filter(agency_id=agency_id, pk__in=_span(dossiers)).order_by("pk"))
    running = Step.objects.filter(dossier__in=_span(dossiers), state=StepState.STARTED)
    steps = list(running.select_related("dossier").order_by("pk"))
    _programme(agency_id, rows, today, at)
    _records(agency_id, rows, steps, today, at)
    _more_time(agency_id, steps, today, at)
    _notices(agency_id, rows, at)
    _comparisons(agency_id, len(rows), at)


def _span(ids: Sequence[int]) -> QuerySet[Dossier]:
    """Ids that lie in a row as a subquery would: a database takes no list of ten thousand."""
    first, last = (ids[0], ids[-1]) if ids else (0, 0)
    return Dossier.objects.filter(pk__range=(first, last)).values("pk")


def _programme(agency_id: int, dossiers: list[Dossier], today: date, at: datetime) -> None:
    """An assignment for each dossier and as many that nobody has begun; another agency leads every tenth of them."""
    other = Agency.objects.exclude(pk=agency_id).order_by("pk").first()
    by = workers(agency_id)[0].officer
    programme = WorkProgramme.objects.create(
        agency_id=agency_id,
        year=today.year,
        title=f"Chương trình công tác năm {today.year}",
        added_by=by,
        added_at=at,
    )
    texts = ((one, f"{one.title}, trình UBND tỉnh") for one in dossiers)
    waiting = ((None, f"Báo cáo chuyên đề số {number + 1}") for number in range(len(dossiers)))
    units = [worker.unit for worker in workers(agency_id)]
    Assignment.objects.bulk_create(
        (
            Assignment(
                agency_id=agency_id,
                programme=programme,
                number=str(number + 1),
                text=text,
                folded=fold(text),
                lead_unit=None
                if number % 10 == 0
                else dossier.unit
                if dossier
                else units[number % len(units)],
                lead_agency=other if number % 10 == 0 else None,
                due_on=today + timedelta(days=(number + 350) % 700 - 350),
                dossier=dossier,
                added_at=at,
            )
            for number, (dossier, text) in enumerate([*texts, *waiting])
        ),
        _BATCH,
    )


def _comparisons(agency_id: int, count: int, at: datetime) -> None:
    by = workers(agency_id)[0].officer
    Comparison.objects.bulk_create(
        (
            Comparison(agency_id=agency_id, title=f"Các tỉnh, lần {number}", begun_by=by, begun_at=at)
            for number in range(count)
        ),
        _BATCH,
    )


def _records(agency_id: int, dossiers: list[Dossier], steps: list[Step], today: date, at: datetime) -> None:
    by = workers(agency_id)[0].officer
    Note.objects.bulk_create(
        (
            Note(dossier=one, text="Đã trao đổi với Văn phòng", written_by=by, written_at=at)
            for one in dossiers
        ),
        _BATCH,
    )
    Meeting.objects.bulk_create(
        (
            Meeting(
                dossier=one,
                title="Họp góp ý dự thảo",
                held_on=today - timedelta(days=5),
                recorded_by=by,
                recorded_at=at,
            )
            for one in dossiers[::4]
        ),
        _BATCH,
    )
    StudyRecord.objects.bulk_create(
        (
            StudyRecord(
                dossier=one,
                kind=StudyKind.READING,
                title="Nghị định số 30/2020/NĐ-CP",
                done_on=today - timedelta(days=30),
                recorded_by=by,
                recorded_at=at,
            )
            for one in dossiers[::2]
        ),
        _BATCH,
    )
    ContributionRequest.objects.bulk_create(
        (
            ContributionRequest(
                dossier=step.dossier,
                step=step,
                unit=step.dossier.unit,
                body=str(step.dossier.unit),
                asked_for="Góp ý dự thảo",
                asked_on=today - timedelta(days=7),
                due_on=today + timedelta(days=number % 9 - 4),
                asked_by=by,
                asked_at=at,
            )
            for number, step in enumerate(steps[::5])
        ),
        _BATCH,
    )


def _more_time(agency_id: int, steps: list[Step], today: date, at: datetime) -> None:
    """Every tenth running step waits for a decision on more time; every third one was corrected."""
    by = workers(agency_id)[0].officer
    ExtensionRequest.objects.bulk_create(
        ExtensionRequest(
            step=step,
            asked_on=today - timedelta(days=2),
            asked_by=by.full_name,
            ends_on=today + timedelta(days=20),
            reason="Chờ ý kiến của các sở",
            letter_note="Số 12/TTr",
            recorded_by=by,
            recorded_at=at,
        )
        for step in steps[::10]
    )
    StepChange.objects.bulk_create(
        StepChange(
            step=step,
            field="text",
            before="Dự thảo",
            after=step.text,
            reason="Ghi nhầm",
            made_by=by,
            made_at=at,
        )
        for step in steps[::3]
    )


def _notices(agency_id: int, dossiers: list[Dossier], at: datetime) -> None:
    """Notices of the first officers, the cast among them; a third is read."""
    told = [worker.officer for worker in workers(agency_id)[:_TOLD_OFFICERS]]
    Notice.objects.bulk_create(
        (
            Notice(
                officer=officer,
                agency_id=agency_id,
                kind=Kind.OVERDUE,
                subject=one.uuid,
                words=f"Bước II.2 của hồ sơ “{one.title}” đã quá hạn.",
                link=f"/ho-so/{one.uuid}/",
                occasion=f"many:{uuid4()}",
                told_at=at - timedelta(hours=number),
                expires_at=at + timedelta(days=7),
                read_at=at if number % 3 == 0 else None,
                posting=Posting.NONE,
            )
            for officer in told
            for number, one in enumerate(dossiers[:_TOLD_EACH])
        ),
        _BATCH,
    )
