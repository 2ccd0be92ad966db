"""One row to one item: each cell under its head, with what is missing or doubtful told by its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.model import When
from thammuu_core.plans.owners.roles import read_owners
from thammuu_core.plans.owners.units import units
from thammuu_core.programmes.columns import Column, Heads, Role
from thammuu_core.programmes.dues import Due, by_group, read_due, read_marks
from thammuu_core.programmes.groups import Group
from thammuu_core.programmes.model import UNDATED, Item
from thammuu_core.sheets import Cell, Row, Sheet

_SAME = re.compile(r"\s*(?:nt|như\s+trên|-nt-|\"|”|''|//)\s*", re.IGNORECASE)
_ONE_LEAD = "Nghị định 191/2026/NĐ-CP, Điều 2 khoản 2"


@dataclass(frozen=True, slots=True)
class _Line:
    """A row under its heads."""

    sheet: Sheet
    row: Row
    heads: Heads

    def cells(self, role: Role) -> list[tuple[Column, Cell]]:
        places = self.heads.at(role)
        return [(self.heads.columns[at], self.row.cells[at]) for at in places if self.row.cells[at].text]

    def text(self, role: Role) -> str:
        """The words of the first column with that role; a cell merged downwards says them for every row."""
        return next((cell.text for _, cell in self.cells(role)), "")

    def place(self, cell: Cell) -> str:
        """Inside the row, so that a doubt of a cell is a doubt of its item."""
        return f"{self.sheet.place_of(self.row)}, {cell.address.rsplit(', ', 1)[-1] if ' ' in cell.address else f'ô {cell.address}'}"


def item_of(
    sheet: Sheet, row: Row, heads: Heads, groups: tuple[Group, ...], year: int | None
) -> tuple[Item, list[Problem]]:
    """The item, and what a person should look at in it."""
    line = _Line(sheet, row, heads)
    due = _due(line, groups, year)
    lead, coordinating = _owners(line)
    item = Item(
        place=sheet.place_of(row),
        text=line.text(Role.TEXT) or _any_words(line),
        number=line.text(Role.NUMBER),
        groups=tuple(dict.fromkeys((*(group.text for group in groups), *_field(line)))),
        lead=lead,
        coordinating=coordinating,
        when=due.when,
        also=due.also,
        submitted_to="; ".join(due.bodies) or line.text(Role.SUBMITTED_TO),
        product=line.text(Role.PRODUCT),
        basis=line.text(Role.BASIS),
        note=_note(line),
    )
    return item, [*due.problems, *_problems(line, item)]


def _due(line: _Line, groups: tuple[Group, ...], year: int | None) -> Due:
    """The cell's own time, else the crossed months, else the heading's."""
    found = [
        (column, read_due(cell, column, year, line.place(cell))) for column, cell in line.cells(Role.TIME)
    ]
    if found:
        return _joined(found)
    marked = [column.head for column, cell in line.cells(Role.MARK) if not cell.spanned or cell.text]
    if marked:
        return Due(read_marks(marked, year))
    period = next((group for group in reversed(groups) if group.is_period), None)
    return Due(by_group(period.text, year)) if period else Due()


def _joined(found: list[tuple[Column, Due]]) -> Due:
    """Several columns of times: the first day to come is the item's, the others say more."""
    whens: list[tuple[When, str]] = []
    for column, due in found:
        whens += [(when, column.body) for when in (due.when, *due.also)]
    whens.sort(key=lambda pair: (pair[0].end is None, pair[0].end))
    bodies = tuple(dict.fromkeys(body for _, body in whens if body))
    problems = tuple(problem for _, due in found for problem in due.problems)
    return Due(whens[0][0], tuple(when for when, _ in whens[1:]), problems, bodies)


def _owners(line: _Line) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    if both := line.text(Role.OWNERS):
        lead, others = read_owners(both)
    elif words := line.text(Role.LEAD):
        lead, others = _leading(words)
    if words := line.text(Role.COORDINATING):
        others = (*others, *(units(words) or (words,)))
    return lead, tuple(dict.fromkeys(others))


def _leading(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead, others = read_owners(words)
    return lead or (" ".join(words.split()),), others


def _field(line: _Line) -> tuple[str, ...]:
    words = line.text(Role.FIELD)
    return (words,) if words else ()


def _any_words(line: _Line) -> str:
    return max((cell.text for cell in line.row.filled), key=len, default="")


def _note(line: _Line) -> str:
    """The note, then every other cell with its head, so that nothing of the row is lost."""
    parts = [cell.text for _, cell in line.cells(Role.NOTE)]
    doubled = [
        pair for role in (Role.TEXT, Role.LEAD, Role.PRODUCT, Role.BASIS) for pair in line.cells(role)[1:]
    ]
    named = [pair for role in (Role.SUPERVISOR, Role.VERIFIER, Role.OTHER) for pair in line.cells(role)]
    if (
        line.cells(Role.TIME)
        and line.cells(Role.SUBMITTED_TO)
        and any(c.body for c, _ in line.cells(Role.TIME))
    ):
        named += line.cells(Role.SUBMITTED_TO)
    parts += [
        f"{column.head}: {cell.text}" if column.head else cell.text for column, cell in (*named, *doubled)
    ]
    return "\n".join(dict.fromkeys(parts))


def _problems(line: _Line, item: Item) -> list[Problem]:
    told = []
    if not line.text(Role.TEXT):
        told.append(
            _told("text_missing", Severity.ERROR, "Dòng này không có nội dung nhiệm vụ. Hãy kiểm tra.", item)
        )
    if not item.lead:
        told.append(
            _told(
                "lead_missing",
                Severity.WARNING,
                "Không ghi đơn vị chủ trì. Hãy giao đơn vị chủ trì.",
                item,
                _ONE_LEAD,
            )
        )
    elif len(item.lead) > 1:
        words = f"Có {len(item.lead)} đơn vị chủ trì ({'; '.join(item.lead)}). Mỗi việc chỉ một cơ quan chủ trì; hãy chọn một."
        told.append(_told("several_leads", Severity.WARNING, words, item, _ONE_LEAD))
    if item.when == UNDATED:
        told.append(_told("time_missing", Severity.WARNING, "Không ghi thời hạn. Hãy ghi hạn trình.", item))
    if line.row.hidden:
        told.append(
            _told(
                "hidden_row",
                Severity.WARNING,
                "Dòng đang ẩn trong tệp nhưng vẫn được đọc. Hãy kiểm tra.",
                item,
            )
        )
    told += [_told_of_formula(line, cell) for cell in line.row.cells if cell.formula and not cell.text]
    told += [_told_of_ditto(line, cell) for cell in line.row.filled if _SAME.fullmatch(cell.text)]
    return told


def _told(code: str, severity: Severity, message: str, item: Item, basis: str | None = None) -> Problem:
    return Problem(f"programmes.{code}", severity, message, item.place, basis)


def _told_of_formula(line: _Line, cell: Cell) -> Problem:
    message = "Ô là công thức chưa có kết quả lưu trong tệp. Hãy mở bằng Excel, lưu lại rồi nhập lại."
    return Problem("programmes.formula", Severity.ERROR, message, line.place(cell))


def _told_of_ditto(line: _Line, cell: Cell) -> Problem:
    message = f"Ô chỉ ghi “{cell.text}” (như trên). Hãy ghi rõ để không hiểu nhầm."
    return Problem("programmes.ditto", Severity.WARNING, message, line.place(cell))


__all__ = ["item_of"]
