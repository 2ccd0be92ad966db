"""Targets in a table with a column for every year or period: written for the annex of a plan, read from anyone's.

`read_rows(to_rows(targets)) == targets` for targets whose words have no blank ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thammuu_core.indicators.model import KIND_WORDS, Target
from thammuu_core.indicators.phrases import kind_of
from thammuu_core.indicators.yearly import Yearly, at, read_amount, read_span, span_words
from thammuu_core.text import fold, nfc

Rows = tuple[tuple[str, ...], ...]
_BEFORE = ("TT", "Chỉ tiêu", "Loại chỉ tiêu", "Đơn vị tính", "Mốc so sánh")
_AFTER = ("Văn bản giao",)
_NAMES = {
    "measure": ("chi tieu", "ten chi tieu", "noi dung chi tieu", "muc tieu", "noi dung"),
    "kind": ("loai chi tieu", "cach tinh"),
    "unit": ("don vi tinh", "dvt", "don vi"),
    "baseline": ("moc so sanh", "so voi", "hien trang"),
    "mandate": ("van ban giao", "can cu", "van ban"),
}
_KINDS = {fold(words): kind for kind, words in KIND_WORDS.items()}
_YEAR_HEAD = frozenset(
    {
        "nam",
        "den nam",
        "giai doan",
        "muc tieu",
        "muc tieu nam",
        "muc tieu den nam",
        "chi tieu nam",
        "ke hoach nam",
    }
)


@dataclass(frozen=True, slots=True)
class RowTarget:
    """A target and the row that states it, 0 the first below the head."""

    target: Target
    row: int


def to_rows(targets: Sequence[Target]) -> Rows:
    """Head and rows for the annex: a column a span of years that any target has."""
    spans = sorted({value.span for target in targets for value in target.values})
    head = (*_BEFORE, *map(_head, spans), *_AFTER)
    return (head, *(_row(number, target, spans) for number, target in enumerate(targets, 1)))


def read_rows(rows: Sequence[Sequence[str]]) -> tuple[Target, ...]:
    """The targets of a table of such columns in any order; none when it is another table."""
    return tuple(found.target for found in rows_stated(rows))


def rows_stated(rows: Sequence[Sequence[str]]) -> Iterator[RowTarget]:
    """The targets with the rows they stand in."""
    if not rows:
        return
    columns = _Columns.of(rows[0])
    if columns is None:
        return
    for number, row in enumerate(rows[1:]):
        if len(row) == len(rows[0]) and (target := columns.target(row)):
            yield RowTarget(target, number)


def _head(span: tuple[int, int]) -> str:
    return f"Năm {span[0]}" if span[0] == span[1] else f"Giai đoạn {span_words(span)}"


def _row(number: int, target: Target, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    values = {value.span: value.amount for value in target.values}
    told = (str(number), target.measure, KIND_WORDS[target.kind], target.unit, target.baseline)
    return (*told, *(values.get(span, "") for span in spans), target.mandate)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where in a row each thing stands."""

    named: dict[str, int]
    spans: dict[int, tuple[int, int]]

    @classmethod
    def of(cls, head: Sequence[str]) -> _Columns | None:
        """None unless something is measured at some time, or the head has the columns of a qualitative table."""
        folded = [fold(cell) for cell in head]
        named = {
            name: folded.index(word)
            for name, words in _NAMES.items()
            if (word := next((word for word in words if word in folded), None))
        }
        spans = {place: span for place, cell in enumerate(head) if (span := _span(cell)) is not None}
        known = "measure" in named and (spans or "kind" in named)
        return cls(named, spans) if known else None

    def target(self, row: Sequence[str]) -> Target | None:
        said = {name: nfc(row[place]).strip() for name, place in self.named.items()}
        if not (measure := said.pop("measure")):
            return None
        values = tuple(sorted(self._values(row), key=lambda value: value.span))
        written = _KINDS.get(fold(said.pop("kind", "")))
        if written is None and not values:
            return None
        kind = written or kind_of(measure, said.get("unit", ""))
        return Target(measure, kind, values=values, **said)

    def _values(self, row: Sequence[str]) -> Iterator[Yearly]:
        for place, span in self.spans.items():
            if amount := read_amount(row[place].replace("%", "")):
                yield at(span, amount)


def _span(cell: str) -> tuple[int, int] | None:
    """The years of a column's head; a head that says more than years is another column."""
    bare = fold("".join(" " if letter.isdigit() else letter for letter in cell))
    return read_span(cell) if bare in _YEAR_HEAD or not bare else None
