"""What the columns of a programme hold, told by their heads, whatever their wording and order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from thammuu_core.plans.times.moments import find_moments
from thammuu_core.sheets import Row, Sheet
from thammuu_core.text import fold, fold_keep
from thammuu_core.text.tables import rows


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    TEXT = "text"
    LEAD = "lead"
    COORDINATING = "coordinating"
    OWNERS = "owners"
    """Lead and co-ordinating units in one cell."""
    TIME = "time"
    MARK = "mark"
    """A month or a quarter, crossed by the items that fall in it."""
    SUBMITTED_TO = "submitted_to"
    PRODUCT = "product"
    BASIS = "basis"
    FIELD = "field"
    SUPERVISOR = "supervisor"
    VERIFIER = "verifier"
    NOTE = "note"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its role and its head in full; `body` is a body that a head over times names ("UBND tỉnh")."""

    role: Role
    head: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns, and where the rows below their heads begin."""

    columns: tuple[Column, ...]
    first: int
    """Index of the first row that is not a head."""

    def at(self, role: Role) -> tuple[int, ...]:
        """Places of the columns with that role."""
        return tuple(place for place, column in enumerate(self.columns) if column.role is role)

    @property
    def doubled(self) -> tuple[Role, ...]:
        """Roles that two columns claim where only one can hold them."""
        single = (Role.TEXT, Role.LEAD, Role.OWNERS)
        return tuple(role for role in single if len(self.at(role)) > 1)


_LOOK = 30
"""Rows in which the heads may stand: the letterhead and title come before."""
_LONGEST_HEAD = 120
_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-zđ])\)?(?:\s*=.*)?")
_BODIES = re.compile(
    r"\b(?:ubnd|uy ban|hdnd|hoi dong|tinh uy|thanh uy|btv|ban thuong vu|thuong truc|chu tich|chinh phu|thu tuong)\b"
)
_OWNED = frozenset({Role.LEAD, Role.OWNERS, Role.COORDINATING})
_TIMED = frozenset({Role.TIME, Role.MARK})


def find_heads(sheet: Sheet) -> Heads | None:
    """The heads of a list of duties; None where no row names what is done together with who does it or when."""
    for index, row in enumerate(sheet.rows[:_LOOK]):
        if not _may_be_heads(row):
            continue
        depth = 2 if _has_second_row(sheet.rows, index) else 1
        columns = _columns(sheet.rows[index : index + depth])
        if _is_programme(columns):
            return Heads(_with_text(columns), _after(sheet.rows, index + depth))
    return None


def repeats(row: Row, heads: Heads) -> bool:
    """The row says the heads again, as where a page breaks."""
    said = [fold(cell.text) for cell in row.filled]
    known = " | ".join(fold(column.head) for column in heads.columns)
    return len(said) >= 3 and sum(bool(words) and words in known for words in said) >= len(said) - 1


def role_of(head: str) -> Role:
    """The role that the words of a head say."""
    folded = " ".join(fold_keep(head).split()).strip(" *.:-")
    if not folded or len(folded) > _LONGEST_HEAD:
        return Role.OTHER
    moments = find_moments(head)
    if len(moments) == 1 and len(head.strip()) - (moments[0].end - moments[0].start) <= 2:
        return Role.MARK
    return next((role for role, pattern in _patterns() if pattern.fullmatch(folded)), Role.OTHER)


@cache
def _patterns() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    table = rows("thammuu_core.programmes", "columns.tsv")
    return tuple((Role(row["role"]), re.compile(row["pattern"], re.DOTALL)) for row in table)


def _may_be_heads(row: Row) -> bool:
    return len({cell.text for cell in row.cells if cell.text}) >= 2


def _has_second_row(all_rows: Sequence[Row], index: int) -> bool:
    """The next row says more of a head that is merged over several columns, or only of what such a head says."""
    if index + 1 >= len(all_rows):
        return False
    row, below = all_rows[index], all_rows[index + 1]
    wide = {
        place
        for place in range(1, len(row.cells))
        if row.cells[place].spanned
        and row.cells[place].text == row.cells[place - 1].text
        and row.cells[place].text
    }
    wide |= {place - 1 for place in wide}
    own = {place for place, cell in enumerate(below.cells) if cell.text and not cell.spanned}
    return bool(own) and own <= wide


def _columns(head_rows: Sequence[Row]) -> tuple[Column, ...]:
    return tuple(_column(cells) for cells in zip(*(row.cells for row in head_rows), strict=True))


def _column(cells: Sequence[object]) -> Column:
    """The lower head says more than the upper one; a body named under a head of times is to whom it is submitted."""
    words = list(dict.fromkeys(getattr(cell, "text", "") for cell in cells))
    words = [" ".join(word.split()) for word in words if word]
    head = ": ".join(words)
    lower = role_of(words[-1]) if words else Role.OTHER
    upper = role_of(words[0]) if words else Role.OTHER
    if len(words) > 1 and upper in (Role.TIME, Role.SUBMITTED_TO) and lower not in (Role.MARK, Role.TIME):
        body = words[-1] if _BODIES.search(fold(words[-1])) else ""
        return Column(Role.TIME if body or upper is Role.TIME else Role.SUBMITTED_TO, head, body)
    return Column(lower if lower is not Role.OTHER else upper, head)


def _is_programme(columns: Sequence[Column]) -> bool:
    roles = {column.role for column in columns}
    named = roles & (_OWNED | _TIMED)
    if Role.TEXT in roles:
        return bool(named)
    return bool(roles & _OWNED) and bool(roles & _TIMED) and Role.OTHER in roles


def _with_text(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Where no head says "nội dung", the first column that says nothing else holds what is done."""
    if any(column.role is Role.TEXT for column in columns):
        return columns
    place = next(place for place, column in enumerate(columns) if column.role is Role.OTHER)
    return (*columns[:place], Column(Role.TEXT, columns[place].head), *columns[place + 1 :])


def _after(all_rows: Sequence[Row], index: int) -> int:
    """Past a row that only numbers the columns: "(1) (2) (3)", "A B 1 2"."""
    if index < len(all_rows):
        said = [fold_keep(cell.text) for cell in all_rows[index].filled]
        if len(said) >= 3 and all(_NUMBERING.fullmatch(words) for words in said):
            return index + 1
    return index
