"""What is written down around the steps, for a demo: contributions, studies, a meeting, a note."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from thammuu.apps.dossiers.demo import Keys, Scene, Stage, weekday
from thammuu.apps.dossiers.rows import StepRow
from thammuu.apps.journal import receipts
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.demo import SCIENCE
from thammuu.apps.organisations.models import Unit
from thammuu.apps.records import services
from thammuu.apps.records.commands import (
    AnswerContribution,
    AskContribution,
    CallMeeting,
    Came,
    Concluded,
    KeepMinutes,
    KeepStudy,
    WriteNote,
)
from thammuu.apps.records.models import Answer, StudyKind

LAST = "note"
"""The scene after which there is no other."""
OFFICE = "Phòng Quản lý Công nghệ và Chuyên ngành"


@dataclass(frozen=True, slots=True)
class People:
    """Who writes down, and who is asked: an officer of another unit of the same agency."""

    drafter: Actor
    asked: Actor


def records_kept(stage: Stage, people: People, keys: Keys) -> Iterator[Scene]:
    """The records of the steps that were due; none of a dossier that has not begun."""
    past = stage.past
    if past:
        first, late = past[0], past[-1]
        held = weekday(
            max((late.when.due_on or stage.today) - timedelta(days=4), stage.view.opened_at.date())
        )
        yield from _studies(stage, first, people.drafter)
        yield from _contributions(stage, late, held, people, keys)
        yield from _meeting(stage, late, held, people, keys)
        yield _note(stage, late, people.drafter)


def _studies(stage: Stage, step: StepRow, drafter: Actor) -> Iterator[Scene]:
    day = weekday(min(step.when.due_on or stage.today, stage.yesterday))
    kept = (
        KeepStudy(
            stage.view.uuid,
            StudyKind.VISIT,
            "Học tập kinh nghiệm tổ chức thực hiện ở cơ sở",
            day,
            body="Sở cùng ngành của một tỉnh bạn",
            summary="Nên giao một đơn vị làm đầu mối và chốt biểu mẫu báo cáo ngay từ đầu.",
            step=step.uuid,
        ),
        KeepStudy(
            stage.view.uuid,
            StudyKind.DATA,
            "Số liệu ba năm gần nhất để lập phụ lục",
            day,
            body="Cục Thống kê tỉnh",
            due_on=weekday(stage.today + timedelta(days=4)),
            step=step.uuid,
        ),
    )
    for number, command in enumerate(kept):
        yield Scene(day, drafter, f"study {number}", _keeping(drafter, command))


def _keeping(drafter: Actor, command: KeepStudy) -> Callable[[UUID], UUID]:
    return lambda key: services.keep_study(drafter, command, key=key)


def _contributions(stage: Stage, step: StepRow, day: date, people: People, keys: Keys) -> Iterator[Scene]:
    """One of another unit that came, and one that is waited for."""
    drafter, other = people.drafter, people.asked

    def asking(what: str, asked_on: date, due_on: date) -> Callable[[UUID], UUID]:
        command = AskContribution(step.uuid, what, asked_on, due_on, unit=_unit(other))
        return lambda key: services.ask_contribution(drafter, command, key=key)

    def answer(key: UUID) -> UUID:
        request = receipts.answered(drafter.uuid, keys.of("ask opinion"))
        assert request
        words = "Nhất trí với dự thảo; đề nghị nêu rõ nguồn kinh phí và đơn vị tổng hợp báo cáo."
        given = AnswerContribution(request, 0, Answer.GIVEN, answered, other.name, words)
        return services.answer_contribution(other, given, key=key)

    answered = min(weekday(day + timedelta(days=3)), stage.yesterday)
    opinion = asking("Cho ý kiến bằng văn bản về dự thảo", day, weekday(day + timedelta(days=7)))
    figures = asking(
        "Gửi số liệu và danh mục nhiệm vụ của đơn vị để đưa vào phụ lục",
        stage.yesterday,
        weekday(stage.today + timedelta(days=5)),
    )
    yield Scene(day, drafter, "ask opinion", opinion)
    yield Scene(max(day, answered), other, "answer opinion", answer)
    yield Scene(stage.yesterday, drafter, "ask figures", figures)


def _meeting(stage: Stage, step: StepRow, day: date, people: People, keys: Keys) -> Iterator[Scene]:
    """Called and held; one of its conclusions becomes a step of the unit that was asked."""
    drafter = people.drafter
    call = CallMeeting(
        stage.view.uuid,
        "Họp góp ý dự thảo",
        day,
        (SCIENCE, OFFICE, "Thanh tra Sở"),
        time(14, 0),
        "Phòng họp tầng 2",
        "Phó Giám đốc Sở",
        step.uuid,
        f"Số 45/GM-KHCN ngày {day:%d/%m/%Y}",
    )

    def keep(key: UUID) -> UUID:
        meeting = receipts.answered(drafter.uuid, keys.of("meeting"))
        assert meeting
        came = (Came(SCIENCE, True, people.asked.name), Came(OFFICE, True), Came("Thanh tra Sở", False))
        due = weekday(stage.today + timedelta(days=6))
        conclusions = (
            Concluded(
                "Lập bảng phân công nhiệm vụ và kinh phí kèm theo dự thảo", True, _unit(people.asked), due
            ),
            Concluded("Giữ nguyên bố cục dự thảo"),
        )
        minutes = KeepMinutes(
            meeting, 0, day, "Phó Giám đốc Sở", came, conclusions, "Các đơn vị nhất trí với dự thảo."
        )
        return services.keep_minutes(drafter, minutes, key=key)

    yield Scene(day, drafter, "meeting", lambda key: services.call_meeting(drafter, call, key=key))
    yield Scene(day, drafter, "minutes", keep)


def _note(stage: Stage, step: StepRow, drafter: Actor) -> Scene:
    words = "Đã trao đổi qua điện thoại: hai đơn vị hẹn gửi ý kiến trong tuần này."
    note = WriteNote(stage.view.uuid, words, step.uuid)
    return Scene(stage.yesterday, drafter, LAST, lambda key: services.write_note(drafter, note, key=key))


def _unit(actor: Actor) -> UUID:
    return Unit.objects.values_list("uuid", flat=True).get(pk=min(actor.unit_ids))
