"""Dossiers and steps as .xlsx sheets: what the board and the dossier page show, for those who go on in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from uuid import UUID

from django.utils.timezone import get_current_timezone

from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.lists.boards import how_many
from thammuu.apps.dossiers.reckoning.urgency import LIGHT_WORDS
from thammuu.apps.dossiers.rows import BoardFilter, BoardRow, DossierView, StepRow
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu_core.errors import Refusal
from thammuu_core.rendering.workbook import SheetColumn, SheetOf, Value, to_xlsx

MOST = 5_000
"""Dossiers in one workbook; more is no list that anybody reads."""

_DOSSIERS = (
    SheetColumn("Tiến độ", 14),
    SheetColumn("Hồ sơ", 60),
    SheetColumn("Văn bản phải ban hành", 50),
    SheetColumn("Đơn vị", 34),
    SheetColumn("Người soạn", 22),
    SheetColumn("Ngày lập", 13),
    SheetColumn("Số bước", 9),
    SheetColumn("Đã xong", 9),
    SheetColumn("Quá hạn", 9),
    SheetColumn("Bước tiếp theo", 50),
    SheetColumn("Đang ở", 30),
    SheetColumn("Hạn", 13),
    SheetColumn("Vì sao", 50),
)
_STEPS = (
    SheetColumn("Mục", 8),
    SheetColumn("Nội dung", 60),
    SheetColumn("Chủ trì", 34),
    SheetColumn("Phối hợp", 34),
    SheetColumn("Thời hạn ghi trong kế hoạch", 22),
    SheetColumn("Từ ngày", 13),
    SheetColumn("Ngày cuối còn trong hạn", 13),
    SheetColumn("Trạng thái", 18),
    SheetColumn("Bắt đầu", 13),
    SheetColumn("Hoàn thành", 13),
    SheetColumn("Đang ở", 30),
    SheetColumn("Vì sao", 50),
)
_FACTS = (
    SheetColumn("Mục", 8),
    SheetColumn("Việc", 20),
    SheetColumn("Ngày", 13),
    SheetColumn("Người thực hiện", 24),
    SheetColumn("Chuyển cho", 30),
    SheetColumn("Minh chứng", 40),
    SheetColumn("Ghi chú", 40),
    SheetColumn("Người ghi", 24),
)
_DAYS = (SheetColumn("Ở đâu", 40), SheetColumn("Số ngày làm việc", 18), SheetColumn("Các bước", 40))


class TooManyDossiers(Refusal):
    """A workbook holds a list, not the whole store."""

    code: ClassVar[str] = "dossiers.too_many_for_a_sheet"

    def __init__(self, total: int) -> None:
        super().__init__(
            f"Có {total} hồ sơ khớp điều kiện, một bảng tính chỉ chứa {MOST}. Hãy lọc hẹp hơn rồi xuất lại."
        )


def board_workbook(actor: Actor, asked: BoardFilter) -> bytes:
    """Every dossier that answers the filter, in the order of the board. Raises TooManyDossiers."""
    rows = tuple(map(_dossier, _all_rows(actor, asked)))
    title = f"Theo dõi tiến độ, {actor.agency_name}, ngày {clock.today():%d/%m/%Y}"
    return to_xlsx((SheetOf("Hồ sơ", title, _DOSSIERS, rows),), clock.now())


def dossier_workbook(actor: Actor, uuid: UUID) -> bytes:
    """One dossier: its steps, what was recorded of them, where the days went. Raises NotVisible."""
    view = queries.dossier_view(actor, uuid)
    title = f"{view.title}, ngày {view.today:%d/%m/%Y}"
    sheets = (
        SheetOf("Các bước", title, _STEPS, tuple(map(_step, view.steps))),
        SheetOf("Ghi nhận", title, _FACTS, tuple(_facts(view))),
        SheetOf("Ngày đi đâu", title, _DAYS, tuple(_days(view))),
    )
    return to_xlsx(sheets, clock.now())


def _all_rows(actor: Actor, asked: BoardFilter) -> tuple[BoardRow, ...]:
    if (total := how_many(actor, asked)) > MOST:
        raise TooManyDossiers(total)
    return queries.board(actor, asked, size=MOST).rows


def _dossier(row: BoardRow) -> tuple[Value, ...]:
    return (
        LIGHT_WORDS[row.light],
        row.title,
        row.outcome,
        row.unit,
        row.drafter,
        row.opened_at.astimezone(get_current_timezone()).date(),
        row.steps,
        row.finished,
        row.late,
        row.next_step,
        row.next_holder,
        row.next_due,
        row.reason,
    )


def _step(row: StepRow) -> tuple[Value, ...]:
    return (
        row.where,
        row.text,
        "; ".join(owner.as_written for owner in row.lead),
        "; ".join(owner.as_written for owner in row.coordinating),
        row.when.as_written,
        row.when.starts_on,
        row.when.due_on,
        row.state_words,
        row.started_on,
        row.finished_on,
        row.holder.words,
        row.reason,
    )


def _facts(view: DossierView) -> Iterator[tuple[Value, ...]]:
    for step in view.steps:
        for fact in step.facts:
            evidence = "; ".join(filter(None, (fact.evidence_name, fact.evidence_note)))
            yield (
                step.where,
                fact.act_words,
                fact.done_on,
                fact.done_by,
                fact.holder_words,
                evidence,
                fact.note,
                fact.recorded_by,
            )


def _days(view: DossierView) -> Iterator[tuple[Value, ...]]:
    for booking in view.days:
        yield (booking.holder, booking.days, "; ".join(booking.steps))
