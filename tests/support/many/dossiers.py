"""Dossiers with their steps, owners, facts and doubts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from random import Random

from django.db import transaction
from django.utils import timezone

from support.many.people import Worker, workers
from thammuu.apps.dossiers import derived
from thammuu.apps.dossiers.models import (
    OVER,
    Act,
    Dossier,
    DossierState,
    Doubt,
    Origin,
    Part,
    Step,
    StepEvent,
    StepState,
    StepUnit,
)

_BATCH = 2_000
_OUTSIDE = ("Văn phòng UBND tỉnh", "Sở Tài chính", "Sở Tư pháp", "Sở Kế hoạch và Đầu tư")
_MATTERS = (
    "nâng cao năng suất",
    "chuyển đổi số",
    "truy xuất nguồn gốc",
    "sở hữu trí tuệ",
    "đo lường",
    "an toàn bức xạ",
)
_DUTIES = (
    "Nghiên cứu văn bản có liên quan",
    "Xây dựng dự thảo",
    "Lấy ý kiến các đơn vị thuộc Sở; tổng hợp, tiếp thu",
    "Lấy ý kiến các sở, ngành; tổng hợp, tiếp thu, chỉnh sửa dự thảo",
    "Xin ý kiến lãnh đạo phụ trách, thẩm tra của Văn phòng",
    "Hoàn thiện dự thảo, hồ sơ trình",
    "Trình UBND tỉnh ban hành",
    "Tổ chức thực hiện",
    "Báo cáo kết quả",
    "Hoàn thiện khi có yêu cầu",
)


@transaction.atomic
def make_many(agency_id: int, today: date, dossiers: int, steps: int = 10, seed: int = 1) -> list[int]:
    """Ids of so many new dossiers of the agency, of so many steps each, running around `today`."""
    chance = Random(seed)
    people = workers(agency_id)
    made = Dossier.objects.bulk_create(
        (_dossier(agency_id, number, people, today, chance) for number in range(dossiers)), _BATCH
    )
    rows = (_step(dossier, place, today, chance, people) for dossier in made for place in range(steps))
    for batch in _batches(rows):
        derived.set_due(batch)
        saved = Step.objects.bulk_create(batch)
        StepUnit.objects.bulk_create(_lead(step, people, chance) for step in saved)
        StepEvent.objects.bulk_create(event for step in saved for event in _events(step, people, today))
    Doubt.objects.bulk_create(
        Doubt(
            dossier=dossier, code="plans.no_date", severity="warning", message="Bước này không có thời hạn."
        )
        for dossier in made[::3]
    )
    derived.refresh_dossiers()
    return [dossier.pk for dossier in made]


def _dossier(agency_id: int, number: int, people: list[Worker], today: date, chance: Random) -> Dossier:
    keeper = chance.choice(people)
    opened = today - timedelta(days=chance.randrange(400))
    matter = chance.choice(_MATTERS)
    return Dossier(
        agency_id=agency_id,
        unit=keeper.unit,
        drafter=keeper.officer,
        title=f"Kế hoạch {matter} số {number + 1}",
        outcome_kind="Kế hoạch",
        outcome_title=f"Kế hoạch {matter} giai đoạn 2021-2025",
        outcome_issuer="UBND tỉnh",
        opened_at=datetime.combine(opened, time(8), tzinfo=timezone.get_default_timezone()),
        state=DossierState.CLOSED if chance.random() < 0.3 else DossierState.OPEN,
    )


def _step(dossier: Dossier, place: int, today: date, chance: Random, people: list[Worker]) -> Step:
    """A step three weeks after the one before; what is past is done but for one in thirty, a few lie outside."""
    begins = dossier.opened_at.date() + timedelta(days=21 * place)
    ends = begins + timedelta(days=20) if chance.random() < 0.9 else None
    step = Step(
        dossier=dossier,
        origin=Origin.PLAN,
        position=place + 1,
        mark=f"s{place + 1}",
        where=f"II.{place + 1}",
        text=_DUTIES[place % len(_DUTIES)],
        when_kind="period" if ends else "undated",
        starts_on=begins if ends else None,
        ends_on=ends,
    )
    step.state = _state(dossier, begins, ends, today, chance)
    if step.state != StepState.NOT_STARTED:
        step.started_on = min(begins, today)
        holder = chance.choice(people)
        step.holder_officer, step.holder_unit = holder.officer, holder.unit
        step.holder_words = holder.officer.full_name
        step.held_since = step.started_on
        if step.state == StepState.STARTED and chance.random() < 0.2:
            step.holder_officer = step.holder_unit = None
            step.holder_words = chance.choice(_OUTSIDE)
    if step.state == StepState.FINISHED:
        step.finished_on = min(ends or begins, today)
    return step


def _state(dossier: Dossier, begins: date, ends: date | None, today: date, chance: Random) -> StepState:
    if dossier.state == DossierState.CLOSED:
        return StepState.FINISHED if chance.random() < 0.95 else StepState.SKIPPED
    if begins > today:
        return StepState.NOT_STARTED
    past = ends is None or ends < today
    if past and chance.random() > 0.03:
        return StepState.FINISHED
    return StepState.STARTED if chance.random() < 0.7 else StepState.NOT_STARTED


def _lead(step: Step, people: list[Worker], chance: Random) -> StepUnit:
    unit = chance.choice(people).unit if chance.random() < 0.3 else step.dossier.unit
    assert unit
    return StepUnit(step=step, part=Part.LEAD, position=0, as_written=unit.name, unit=unit)


def _events(step: Step, people: list[Worker], today: date) -> Iterator[StepEvent]:
    """The facts behind the columns."""
    at = datetime.combine(today, time(8), tzinfo=timezone.get_default_timezone())
    recorder = step.holder_officer or people[0].officer
    days = {Act.START: step.started_on, Act.FINISH: step.finished_on}
    if step.state == StepState.SKIPPED:
        days = {Act.SKIP: step.started_on}
    for act, day in days.items():
        if day is not None:
            yield StepEvent(
                step=step,
                act=act,
                done_on=day,
                done_by=recorder.full_name,
                done_by_officer=recorder,
                holder_unit=step.holder_unit if act == Act.START else None,
                holder_officer=step.holder_officer if act == Act.START else None,
                holder_words=step.holder_words if act == Act.START else "",
                recorded_by=recorder,
                recorded_at=at,
                evidence_note="Hồ sơ giấy, tủ A" if act in OVER else "",
            )


def _batches(rows: Iterator[Step]) -> Iterator[list[Step]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch
