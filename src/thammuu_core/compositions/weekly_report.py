"""Báo cáo tuần: what was done this week, what is due next week, what is late and why, unit by unit.

All figures are given, none is counted here from the lists: these may be cut where they grow too long to be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from thammuu_core.rendering.model import (
    Align,
    Block,
    Column,
    Document,
    Head,
    Level,
    Row,
    Section,
    Signature,
    Table,
    plain,
    provision,
)

_NUMBER = Column("STT", 14, Align.CENTER)


@dataclass(frozen=True, slots=True)
class UnitCount:
    """The figures of one unit."""

    unit: str
    dossiers: int
    """Running ones."""
    finished: int
    due: int
    late: int


@dataclass(frozen=True, slots=True)
class Work:
    """One step in a list: its unit and dossier, where it stands, its day, with whom it lies and why it is late."""

    unit: str
    dossier: str
    where: str
    text: str
    day: date
    holder: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, by unit; `total` counts also what was cut."""

    works: tuple[Work, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Week:
    """All that the report is written from."""

    head: Head
    first: date
    last: date
    units: tuple[UnitCount, ...]
    finished: Listed
    due: Listed
    late: Listed
    signature: tuple[str, ...]
    addressee: str = ""
    """To whom it is made: "UBND tỉnh …"; empty for a report inside the agency."""


def weekly_report(week: Week) -> Document:
    """The report in the prescribed form (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4)."""
    to = (week.addressee,) if week.addressee else ()
    return Document(
        head=week.head,
        kind="Báo cáo",
        subject=f"Tiến độ thực hiện các hồ sơ công việc\n(Tuần từ {week.first:%d/%m/%Y} đến {week.last:%d/%m/%Y})",
        sections=(Section(tuple(_blocks(week))),),
        signature=Signature(week.signature),
        addressees=to,
        recipients=(*(("Như trên",) if to else ()), "Lãnh đạo cơ quan", "Lưu: VT"),
    )


def _blocks(week: Week) -> Iterator[Block]:
    yield provision(Level.ROMAN, "Tổng hợp")
    yield plain(_summary(week))
    yield _counts(week.units)
    yield from _listed(
        "Việc đã xong trong tuần", week.finished, "Ngày xong", "Trong tuần không có bước nào xong."
    )
    yield from _listed("Việc đến hạn tuần sau", week.due, "Hạn cuối", "Tuần sau không có bước nào đến hạn.")
    yield from _listed("Việc quá hạn và lý do", week.late, "Hạn cuối", "Không có việc quá hạn.", why=True)
    yield plain("Trên đây là báo cáo tiến độ thực hiện các hồ sơ công việc trong tuần")


def _summary(week: Week) -> str:
    running = sum(unit.dossiers for unit in week.units)
    return (
        f"Đang thực hiện {running} hồ sơ. Trong tuần xong {week.finished.total} bước; "
        f"tuần sau đến hạn {week.due.total} bước; đang quá hạn {week.late.total} bước."
    )


def _counts(units: Sequence[UnitCount]) -> Table:
    columns = (
        _NUMBER,
        Column("Đơn vị", 60),
        Column("Hồ sơ đang thực hiện", 28, Align.CENTER),
        Column("Bước xong trong tuần", 28, Align.CENTER),
        Column("Bước đến hạn tuần sau", 28, Align.CENTER),
        Column("Bước quá hạn", 22, Align.CENTER),
    )
    rows = [
        Row((str(number), unit.unit, *map(str, (unit.dossiers, unit.finished, unit.due, unit.late))))
        for number, unit in enumerate(units, 1)
    ]
    figures = [
        sum(column)
        for column in zip(
            *((unit.dossiers, unit.finished, unit.due, unit.late) for unit in units), strict=True
        )
    ]
    total = Row(("", "Cộng", *map(str, figures or (0, 0, 0, 0))))
    return Table(columns, (*rows, total))


def _listed(heading: str, listed: Listed, day: str, nothing: str, *, why: bool = False) -> Iterator[Block]:
    yield provision(Level.ROMAN, heading)
    if not listed.total:
        yield plain(nothing)
        return
    yield _works(listed.works, day, why=why)
    if listed.total > len(listed.works):
        left = listed.total - len(listed.works)
        yield plain(f"Còn {left} bước khác không in ở đây; xem đầy đủ trên phần mềm, mục Theo dõi tiến độ.")


def _works(works: Sequence[Work], day: str, *, why: bool) -> Table:
    columns = [_NUMBER, Column("Hồ sơ", 52), Column("Bước", 62), Column(day, 28, Align.CENTER)]
    if why:
        columns += [Column("Đang ở; lý do", 50)]
    rows: list[Row] = []
    for unit, own in groupby(works, key=lambda work: work.unit):
        rows.append(Row((unit,), band=True))
        rows.extend(_work(number, work, why=why) for number, work in enumerate(own, 1))
    return Table(tuple(columns), tuple(rows))


def _work(number: int, work: Work, *, why: bool) -> Row:
    cells = (str(number), work.dossier, f"{work.where}. {work.text}", f"{work.day:%d/%m/%Y}")
    return Row((*cells, "; ".join(filter(None, (work.holder, work.reason)))) if why else cells)
