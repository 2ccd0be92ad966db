"""What the columns of a table of duties hold, told by their heads and, where there are none, by their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thammuu_core.plans.model import WhenKind
from thammuu_core.plans.owners.units import opens_unit
from thammuu_core.plans.times.finding import TimeContext, read_time
from thammuu_core.plans.times.moments import find_moments
from thammuu_core.provisions import Provision
from thammuu_core.text import fold_keep


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    DUTY = "duty"
    OWNERS = "owners"
    """Lead and co-ordinating units in one cell."""
    LEAD = "lead"
    COORDINATING = "coordinating"
    TIME = "time"
    START = "start"
    STOP = "stop"
    PRODUCT = "product"
    MARK = "mark"
    """A month, quarter or year, crossed by the duties that fall in it."""
    TARGET = "target"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its role, and the year and sense that its head gives to times."""

    role: Role
    year: int | None = None
    completion: bool = False
    head: str = ""


_HEADS = (
    (Role.NUMBER, r"(?:s\s*tt|tt|so\s+tt|so\s+thu\s+tu|so)\.?"),
    (Role.OTHER, r"(?:cap|co\s+quan|tham\s+quyen|noi)?\s*(?:trinh|ban\s+hanh|phe\s+duyet|quyet\s+dinh|tham\s+dinh)\b.*|.*(?:kinh\s+phi|ghi\s+chu|nguon\s+von|du\s+toan|dia\s+diem|doi\s+tuong|don\s+vi\s+tinh|tan\s+suat|muc\s+chi|lanh\s+dao\s+phu\s+trach)\b.*"),
    (Role.OWNERS, r".*chu\s+tri.*phoi\s+hop.*"),
    (Role.COORDINATING, r".*phoi\s+hop.*"),
    (Role.LEAD, r".*(?:chu\s+tri|dau\s+moi|phan\s+cong|trach\s+nhiem|(?:don\s+vi|co\s+quan|bo\s+phan|phong|nguoi|to\s+chuc|ca\s+nhan)\b.*(?:thuc\s+hien|tham\s+muu|phu\s+trach|trien\s+khai|soan\s+thao)).*"),
    (Role.START, r".*\bbat\s+dau.*"),
    (Role.STOP, r".*\bket\s+thuc.*"),
    (Role.OTHER, r".*\bgiai\s+quyet.*"),
    (Role.TIME, r".*(?:thoi\s+gian|thoi\s+han|tien\s+do|hoan\s+thanh|thoi\s+diem|lo\s+trinh|ngay\s+thang|moc).*"),
    (Role.TARGET, r".*(?:chi\s+tieu|muc\s+tieu)(?!.*nhiem\s+vu).*"),
    (Role.PRODUCT, r".*(?:san\s+pham|ket\s+qua|dau\s+ra|hinh\s+thuc\s+van\s+ban).*"),
    (Role.DUTY, r".*(?:nhiem\s+vu|noi\s+dung|cong\s+viec|hoat\s+dong|giai\s+phap|de\s+an|chuong\s+trinh|viec|ten\s+van\s+ban|hang\s+muc|danh\s+muc).*"),
)  # fmt: skip
_DUTY_LENGTH = 12
"""Characters that a column of duties has on average at least."""
_PATTERNS = tuple((role, re.compile(pattern, re.DOTALL)) for role, pattern in _HEADS)
_BY_WHEN = re.compile(r"hoan\s+thanh|thoi\s+han|tien\s+do|ket\s+thuc|\bhan\b")
_OWNED = frozenset({Role.LEAD, Role.OWNERS, Role.COORDINATING})
_TIMED = frozenset({Role.TIME, Role.STOP})


def heads(rows: Sequence[Provision]) -> tuple[int, tuple[Column, ...]] | None:
    """How many rows at the top are heads, and the columns they name; None where no row names enough.

    A second row of heads ("Chủ trì", "Phối hợp" under "Cơ quan thực hiện") says more of the columns it stands under.
    """
    for index, row in enumerate(rows[:4]):
        words = _grid(row)
        below = rows[index + 1] if index + 1 < len(rows) else None
        lower = below if below is not None and _are_heads(below) else None
        columns = _with_duties(_columns(words if lower is None else _under(words, lower)))
        if is_plan(columns):
            return index + (1 if lower is None else 2), columns
    return None


def _grid(row: Provision) -> list[str]:
    """The words over each grid column; a merged cell stands over all that it covers."""
    starts = row.columns or tuple(range(len(row.cells)))
    words: list[str] = []
    for start, cell in zip(starts, row.cells, strict=False):
        words.extend([words[-1] if words else ""] * (start - len(words)))
        words.append(cell)
    return words


def _are_heads(row: Provision) -> bool:
    """A row that names at least two ways of owning or timing, and no duty of its own."""
    filled = [cell for cell in row.cells if cell.strip()]
    roles = [column(cell).role for cell in filled]
    named = sum(role in _OWNED or role in (Role.START, Role.STOP) for role in roles)
    return named >= 2 and named == len(filled) and max(map(len, filled)) < 60


def _under(upper: list[str], lower: Provision) -> list[str]:
    """The heads of two rows as one: by their columns, or in place of the one head that covers them all."""
    cells = list(lower.cells)
    aligned = _grid(lower)
    if len(cells) == len(upper) or lower.columns != tuple(range(len(cells))):
        wide = max(len(upper), len(aligned))
        upper = upper + [upper[-1] if upper else ""] * (wide - len(upper))
        placed = dict(zip(lower.columns or range(len(cells)), cells, strict=False))
        return [placed.get(index, "").strip() or head for index, head in enumerate(upper)]
    filled = [cell for cell in cells if cell.strip()]
    first = next(at for at, cell in enumerate(cells) if cell.strip())
    covering = (at for at, head in enumerate(upper) if column(head).role in (*_OWNED, Role.TIME))
    group = first or next(covering, len(upper) - 1)
    return [*upper[:group], *filled, *upper[group + 1 :]]


def _columns(words: Sequence[str]) -> list[tuple[Column, str]]:
    return [(column(head), head) for head in words]


def _with_duties(heads: list[tuple[Column, str]]) -> tuple[Column, ...]:
    """Where times are told but no head says "nhiệm vụ", the first column of words is what is done."""
    columns = tuple(one for one, _ in heads)
    roles = [one.role for one in columns]
    if Role.DUTY in roles or Role.TARGET in roles or Role.TIME not in roles or len(columns) < 3:
        return columns
    first = next(
        (at for at, (one, head) in enumerate(heads) if one.role is Role.OTHER and head.strip()), None
    )
    if first is None or first > roles.index(Role.TIME):
        return columns
    return (*columns[:first], Column(Role.DUTY), *columns[first + 1 :])


def is_plan(columns: tuple[Column, ...]) -> bool:
    """Duties with an owner or a time; a table of targets is none."""
    roles = {one.role for one in columns}
    return (Role.DUTY in roles and bool(roles & (_OWNED | _TIMED | {Role.MARK}))) or (
        bool(roles & _OWNED) and bool(roles & _TIMED) and Role.TARGET not in roles and len(columns) >= 3
    )


def column(head: str) -> Column:
    """The role that the words of a head say."""
    folded = " ".join(fold_keep(head).split()).strip(" *.:")
    role = next((role for role, pattern in _PATTERNS if pattern.fullmatch(folded)), Role.OTHER)
    moments = find_moments(head)
    if len(moments) == 1 and len(head.strip()) - (moments[0].end - moments[0].start) <= 2:
        role = Role.MARK
    year = next((moment.year for moment in moments if moment.year), None)
    return Column(role, year, bool(_BY_WHEN.search(folded)), head.strip())


def by_content(rows: Sequence[Provision]) -> tuple[Column, ...] | None:
    """Columns of a table without heads: units in one, times in another, the longest words are the duties."""
    width = max((len(row.cells) for row in rows), default=0)
    full = [row.cells for row in rows if len(row.cells) == width]
    if width < 3 or len(full) < 2:
        return None
    cells = [[row[index].strip() for row in full] for index in range(width)]
    roles = [_content_role(column) for column in cells]
    rest = [index for index, role in enumerate(roles) if role is Role.OTHER]
    if not rest or Role.TIME not in roles or Role.LEAD not in roles:
        return None
    longest = max(rest, key=lambda index: sum(map(len, cells[index])))
    if sum(map(len, cells[longest])) < _DUTY_LENGTH * len(full):
        return None
    roles[longest] = Role.DUTY
    first = roles.index(Role.LEAD)
    named = [
        Role.COORDINATING if role is Role.LEAD and index > first else role for index, role in enumerate(roles)
    ]
    return tuple(Column(role) for role in named)


def _content_role(cells: list[str]) -> Role:
    if all(re.fullmatch(r"[\dIVXa-z.]{0,6}\)?", cell) for cell in cells):
        return Role.NUMBER
    filled = [cell for cell in cells if cell]
    if sum(map(opens_unit, filled)) >= 0.7 * len(filled) and max(map(len, filled)) < 250:
        return Role.LEAD
    if sum(states_time(cell) for cell in filled) >= 0.7 * len(filled):
        return Role.TIME
    return Role.OTHER


def states_time(cell: str) -> bool:
    """The cell is a time and hardly anything else."""
    times = read_time(cell, TimeContext(2000))
    said = sum(time.end - time.start for time in times)
    return any(time.when.kind is not WhenKind.CONDITIONAL for time in times) and 2 * said >= len(cell.strip())
