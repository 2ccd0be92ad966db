"""Facts looked up by the names of a template, and written as papers write them; what is missing is told, not invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeGuard

from thammuu_core.compositions.model import PLACE, Count, Facts, Field, Kind, Name, Sum, Template, Value, key
from thammuu_core.compositions.refusals import WrongFact
from thammuu_core.errors import Problem, Severity
from thammuu_core.text.figures import figure

BLANK = "…"
"""Printed where a fact is missing."""
_FEBRUARY = 2
_GROUPED = 10_000
_WANTED = {
    Kind.TEXT: "chữ",
    Kind.NUMBER: "một số",
    Kind.MONEY: "một số tiền",
    Kind.DAY: "một ngày (ví dụ 2026-11-30)",
    Kind.YES: "có hoặc không (true, false)",
    Kind.LIST: "một danh sách",
    Kind.ROWS: "một bảng, mỗi dòng có các cột của nó",
    Kind.GROUP: "một nhóm mục",
    Kind.PAPER: "các mục của một văn bản khác",
}
Row = Mapping[str, Value]


@dataclass(slots=True)
class Known:
    """The facts of one document, by folded names; `problems` gathers what was asked for in vain."""

    template: Template
    facts: dict[str, Value]
    problems: list[Problem] = field(default_factory=list)
    row: Row = field(default_factory=dict)
    """The row or item that is being written, by the path of its field."""

    @classmethod
    def of(cls, template: Template, facts: Facts) -> Known:
        """Facts checked against the fields. Raises WrongFact."""
        known = cls(template, {})
        for name, value in facts.items():
            known.facts[key(name)] = known._checked(name, value)
        return known

    def inside(self, path: tuple[str, ...], row: Value, place: int) -> Known:
        """The same facts while one row, or one item of a list, is written; `place` from 1."""
        return Known(
            self.template,
            self.facts,
            self.problems,
            {**self.row, key(".".join(path)): row, key(PLACE): place},
        )

    def holds(self, path: tuple[str, ...]) -> bool:
        """Whether a row of that field is being written."""
        return key(".".join(path)) in self.row

    def value(self, path: tuple[str, ...]) -> Value:
        """What stands in the field; its default when it is empty, None without one."""
        name = key(".".join(path))
        if name in self.row:
            return self.row[name]
        found = self._held(path)
        if _empty(found) and (field := self.template.field(*path)) and field.default:
            return field.default
        return None if _empty(found) else found

    def rows(self, path: tuple[str, ...]) -> tuple[Value, ...]:
        """The rows of a table or the items of a list; one value is a list of one."""
        found = self.value(path)
        if found is None:
            return ()
        return tuple(found) if _listed(found) else (found,)

    def words(self, value: Name | Count | Sum) -> str:
        """What is printed for a placeholder; "…" and a problem for what is missing."""
        match value:
            case Name(path, by=by):
                found = self.value(path)
                if found is None:
                    self.miss(path)
                    return BLANK
                return by.join(self._items(found, path))
            case Count(path, column, word):
                if self.lacks(path) or (column and self.undecided(path, column)):
                    return BLANK
                return str(self.count(path, column, word))
            case Sum(path, column):
                if self.lacks(path):
                    return BLANK
                return figure(self.total(path, column))

    def count(self, path: tuple[str, ...], column: str = "", word: str = "") -> int:
        """How many rows, with that word in that column when one is named."""
        rows = self.rows(path)
        if not column:
            return len(rows)
        return sum(
            key(str(self.inside(path, row, 0).value((*path, column)) or "")) == key(word) for row in rows
        )

    def total(self, path: tuple[str, ...], column: str) -> Decimal:
        """The sum of a column; rows without a number add nothing."""
        values = (self.inside(path, row, 0).value((*path, column)) for row in self.rows(path))
        return sum((_decimal(value) for value in values if _numeric(value)), Decimal(0))

    def lacks(self, path: tuple[str, ...]) -> bool:
        """Whether a required field is empty, which is then told: none of it is not nought of it."""
        field = self.template.field(*path)
        missing = field is not None and field.required and self.value(path) is None
        if missing:
            self.miss(path)
        return missing

    def undecided(self, path: tuple[str, ...], column: str) -> bool:
        """Whether a row has nothing yet in a required column, which is then told: rows cannot be counted by it."""
        field = self.template.field(*path, column)
        missing = (
            field is not None
            and field.required
            and any(self.inside(path, row, 0).value((*path, column)) is None for row in self.rows(path))
        )
        if missing:
            self.miss((*path, column))
        return missing

    def miss(self, path: tuple[str, ...]) -> None:
        """Say once that a fact is missing."""
        name = ".".join(path)
        label = (found := self.template.field(*path)) and found.label
        message = (
            f"Chưa có “{name}”{f' ({label})' if label else ''}: chỗ ấy để “{BLANK}”, điền trước khi trình."
        )
        problem = Problem("compositions.fact_missing", Severity.WARNING, message, name)
        if problem not in self.problems:
            self.problems.append(problem)

    def _items(self, value: Value, path: tuple[str, ...]) -> Iterator[str]:
        declared = self.template.field(*path)
        for item in value if _listed(value) else (value,):
            yield written(item, declared.kind if declared else Kind.TEXT)

    def _held(self, path: tuple[str, ...]) -> Value:
        """Along the path: the row in hand first, then the facts; "người ký.chức vụ" is a key of "người ký"."""
        *outer, last = path
        if outer:
            holder = self.value(tuple(outer))
            return holder.get(key(last)) if isinstance(holder, Mapping) else None
        return self.facts.get(key(last))

    def _checked(self, name: str, value: Value) -> Value:
        field = self.template.field(name)
        if field is None or _empty(value):
            if field is None and key(name) not in self.template.unused:
                self.problems.append(_unknown(name))
            return value
        if not _fits(value, field.kind):
            raise WrongFact(field.name, _WANTED[field.kind])
        if field.kind is Kind.ROWS:
            assert isinstance(value, Sequence)
            return tuple(
                self._checked_row(field, row, f"{field.name}, dòng {place}")
                for place, row in enumerate(value, 1)
            )
        if field.kind is Kind.GROUP:
            return self._checked_row(field, value, field.name)
        return _taken(value, field.kind)

    def _checked_row(self, field: Field, row: Value, where: str) -> Row:
        assert isinstance(row, Mapping)
        made: dict[str, Value] = {}
        for column, cell in row.items():
            inner = self.template.field(field.name, column)
            if inner is None:
                self.problems.append(_unknown(f"{field.name}.{column}"))
            elif not _empty(cell):
                if not _fits(cell, inner.kind):
                    raise WrongFact(f"{where}, {inner.name.rpartition('.')[2]}", _WANTED[inner.kind])
                made[key(column)] = _taken(cell, inner.kind)
        return made


def written(value: Value, kind: Kind = Kind.TEXT) -> str:
    """As papers write it: 05/3/2026; 1.250,5 with a comma; a number of four figures may be a year and is not grouped."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    if _numeric(value):
        told = figure(_decimal(value))
        return told if kind is Kind.MONEY or abs(_decimal(value)) >= _GROUPED else told.replace(".", "")
    return " ".join(str(value).split(" "))


def day(value: date) -> str:
    """A zero before days below ten and months 1 and 2 (Phụ lục I, II.4).

    >>> day(date(2026, 3, 5)), day(date(2026, 12, 15))
    ('05/3/2026', '15/12/2026')
    """
    month = f"{value:%m}" if value.month <= _FEBRUARY else str(value.month)
    return f"{value:%d}/{month}/{value.year}"


def _unknown(name: str) -> Problem:
    message = f"Mẫu không có mục “{name}”: bỏ qua. Kiểm tra lại tên mục."
    return Problem("compositions.fact_unknown", Severity.NOTE, message, name)


def _empty(value: Value) -> bool:
    return (
        value is None
        or (isinstance(value, str) and not value.strip())
        or (isinstance(value, Sequence | Mapping) and not value)
    )


def _listed(value: Value) -> TypeGuard[Sequence[Value]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _numeric(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _decimal(value: Value) -> Decimal:
    return Decimal(str(value))


def _fits(value: Value, kind: Kind) -> bool:
    match kind:
        case Kind.TEXT:
            return not isinstance(value, Mapping) and not _listed(value)
        case Kind.NUMBER | Kind.MONEY:
            return _numeric(value) and _decimal(value).is_finite()
        case Kind.DAY:
            return isinstance(value, date) or _iso(value) is not None
        case Kind.YES:
            return isinstance(value, bool)
        case Kind.LIST:
            return isinstance(value, str) or (
                _listed(value) and all(not isinstance(item, Mapping) and not _listed(item) for item in value)
            )
        case Kind.ROWS:
            return _listed(value) and all(isinstance(row, Mapping) for row in value)
    return isinstance(value, Mapping)


def _taken(value: Value, kind: Kind) -> Value:
    """A day may come as text, from JSON; an instant is its day."""
    return _iso(value) or value if kind is Kind.DAY else value


def _iso(value: Value) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
