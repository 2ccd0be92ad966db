"""The matrix of a draft, and a comparison of plans, as .xlsx."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.coverage.queries import comparison, matrix
from thammuu.apps.coverage.rows import ComparisonView, DemandRow
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu_core.indicators import KIND_WORDS, Stated
from thammuu_core.rendering.workbook import SheetColumn, SheetOf, Value, to_xlsx

_MATRIX = (
    SheetColumn("Văn bản giao", 28),
    SheetColumn("Loại", 18),
    SheetColumn("Nội dung giao", 60),
    SheetColumn("Giá trị giao", 24),
    SheetColumn("Mức tin cậy", 22),
    SheetColumn("Tình trạng", 22),
    SheetColumn("Ở đâu trong dự thảo", 20),
    SheetColumn("Lời của dự thảo", 60),
    SheetColumn("Cần xem lại", 40),
    SheetColumn("Lý do, ghi chú", 40),
    SheetColumn("Người xác nhận", 24),
)
_CLASHES = (SheetColumn("Chỉ tiêu", 50), SheetColumn("Văn bản giao", 40), SheetColumn("Giá trị", 30))
_TARGETS = (
    SheetColumn("Chỉ tiêu", 50),
    SheetColumn("Đơn vị tính", 20),
    SheetColumn("Tỉnh, cơ quan", 22),
    SheetColumn("Năm", 14),
    SheetColumn("Giá trị", 14),
    SheetColumn("Loại chỉ tiêu", 24),
    SheetColumn("So với", 24),
    SheetColumn("Ở đâu", 18),
    SheetColumn("Nguyên văn", 60),
)


def matrix_workbook(actor: Actor, draft: UUID, number: int | None = None) -> bytes:
    """Demands with what answers them, and the clashes of the mandates. Raises NotVisible."""
    found = matrix(actor, draft, number)
    title = f"Đối chiếu dự thảo lần {found.version.number} với văn bản giao: {found.draft.title}"
    clashes = tuple(
        (clash.measure, item.instrument.called, f"{item.values_words} {item.unit}")
        for clash in found.clashes
        for item in clash.items
    )
    sheets = (
        SheetOf("Đối chiếu", title, _MATRIX, tuple(map(_demand, found.rows))),
        SheetOf(
            "Văn bản giao khác nhau",
            "Các văn bản giao giá trị khác nhau cho cùng chỉ tiêu",
            _CLASHES,
            clashes,
        ),
    )
    return to_xlsx(sheets, clock.local(clock.now()))


def comparison_workbook(actor: Actor, uuid: UUID) -> bytes:
    """Targets, a row a value; parts, a column a plan. Raises NotVisible."""
    view = comparison(actor, uuid)
    parts = (SheetColumn("Mục", 28), *(SheetColumn(plan.name, 50) for plan in view.plans))
    sheets = (
        SheetOf("Chỉ tiêu", view.row.title, _TARGETS, tuple(_targets(view))),
        SheetOf("Từng mục", view.row.title, parts, tuple(_parts(view))),
    )
    return to_xlsx(sheets, clock.local(clock.now()))


def _demand(row: DemandRow) -> tuple[Value, ...]:
    item, clause = row.item, row.clause
    return (
        item.instrument.called,
        item.kind_words,
        item.words,
        f"{item.values_words} {item.unit}".strip(),
        item.certainty_words,
        row.state_words if row.confirmed else f"{row.state_words} (máy đề xuất)",
        clause.where if clause else "",
        clause.words if clause else "",
        row.remark,
        row.reason,
        row.by,
    )


def _targets(view: ComparisonView) -> list[tuple[Value, ...]]:
    return [
        line
        for row in view.side_by_side.measures
        for plan, cell in zip(view.plans, row.cells, strict=True)
        for stated in cell
        for line in _values(row.measure, plan.name, stated)
    ]


def _values(measure: str, plan: str, stated: Stated) -> list[tuple[Value, ...]]:
    target = stated.target
    about = (KIND_WORDS[target.kind], target.baseline, stated.where, stated.words)
    values = [(value.years, value.amount) for value in target.values] or [("", "")]
    return [(measure, target.unit, plan, years, amount, *about) for years, amount in values]


def _parts(view: ComparisonView) -> list[tuple[Value, ...]]:
    return [
        (
            row.name,
            *("\n".join(line for part in cell for line in (part.heading, *part.words)) for cell in row.cells),
        )
        for row in view.side_by_side.parts
    ]
