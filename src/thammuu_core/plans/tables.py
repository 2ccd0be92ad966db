"""Steps from tables of duties, whatever the order and wording of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from thammuu_core.plans.columns import Column, Role, by_content, column, heads, is_plan, states_time
from thammuu_core.plans.model import Step, When, WhenKind
from thammuu_core.plans.moments import Unit, find_moments
from thammuu_core.plans.owners import read_owners
from thammuu_core.plans.prose import UNDATED
from thammuu_core.plans.sections import duty_attachments
from thammuu_core.plans.times import FoundTime, TimeContext, read_time
from thammuu_core.plans.units import opens_unit, units
from thammuu_core.provisions import Level, Outline, Place, Provision

_SAME = re.compile(r"\W*(?:nt|n\s*/\s*t|như\s+trên)\W*|[-–\s]*[\"”“']+[-–\s]*", re.IGNORECASE)
_HOURS = re.compile(
    r"(?:từ\s+)?\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2}(?:\s*(?:-|–|đến)\s*\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2})?",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\W*")
_NUMBER = re.compile(r"(?:\d+(?:\.\d+)*|[IVXLC]+|[A-ZĐ]|[a-zđ])[.)]?")


@dataclass(frozen=True, slots=True)
class Value:
    """The words of one cell and where they stand."""

    text: str
    place: Place
    above: bool = False
    """Taken from the row above: a merged cell or "nt"."""


@dataclass(slots=True)
class Above:
    """What a row may take over from the rows before it."""

    values: dict[Role, Value] = field(default_factory=dict)
    section: Provision | None = None
    title: str = ""
    """The paragraph over the table."""


def table_steps(outline: Outline, where: Mapping[str, str], context: TimeContext) -> Iterator[Step]:
    """Steps of every table of duties; a table without heads goes on with the last one's."""
    columns: tuple[Column, ...] | None = None
    for title, table in _tables(outline):
        begun = heads(table.children)
        if begun:
            count, columns = begun
        elif columns is None or not _goes_on(table, columns):
            columns = by_content(table.children)
            count = 0
        else:
            count = 0
        if columns:
            yield from _rows(table.children[count:], columns, where, context, title)


def _tables(outline: Outline) -> Iterator[tuple[str, Provision]]:
    """Every table that may hold duties, with the words of the paragraph over it."""
    tops = [*outline.body]
    for attachment in duty_attachments(outline):
        tops.extend(attachment.provisions)
    title = ""
    for top in tops:
        for node in top.walk():
            if node.level is Level.TABLE:
                yield title, node
            elif node.level is not Level.ROW and node.text.strip():
                title = node.text


def _goes_on(table: Provision, columns: tuple[Column, ...]) -> bool:
    """Broken by a page: as many cells, and no head that says otherwise."""
    first = next(iter(table.children), None)
    return (
        first is not None
        and len(first.cells) == len(columns)
        and bool(_NUMBER.fullmatch(first.cells[0].strip()))
    )


def _rows(
    rows: tuple[Provision, ...],
    columns: tuple[Column, ...],
    where: Mapping[str, str],
    context: TimeContext,
    title: str,
) -> Iterator[Step]:
    above = Above(title=title)
    last: Step | None = None
    for row in rows:
        filled = [cell for cell in row.cells if cell.strip()]
        if not filled or _is_head(row, filled):
            continue
        if _is_section(filled, columns):
            above = Above(section=row, title=title)
            continue
        values = _values(row, columns, above)
        if Role.DUTY not in values and (part := _part_of_duty(row, values, columns, above)):
            values[Role.DUTY] = part
        elif Role.DUTY not in values and last and Role.TIME in values:
            last = replace(last, also=(*last.also, *_more(values[Role.TIME], columns, context)))
            continue
        if last:
            yield last
        last = _step(row, values, columns, above, where, context)
    if last:
        yield last


def _part_of_duty(
    row: Provision, values: dict[Role, Value], columns: tuple[Column, ...], above: Above
) -> Value | None:
    """Below a duty's merged cell, a row of its own about one part of it."""
    part, duty = values.get(Role.OTHER), above.values.get(Role.DUTY)
    if part is None or duty is None or Role.NUMBER in values or Role.TIME not in values:
        return None
    if not re.search(r"[^\W\d_]{2}", part.text):
        return None
    return replace(part, text=f"{duty.text}\n{part.text}")


def _is_head(row: Provision, filled: list[str]) -> bool:
    """The heads again, on the next page."""
    return max(map(len, filled)) < 60 and is_plan(tuple(column(cell) for cell in row.cells))


def _is_section(filled: list[str], columns: tuple[Column, ...]) -> bool:
    """ "I. HOÀN THIỆN THỂ CHẾ" across the table, or with its number in a cell of its own."""
    if len(filled) == 1:
        return True
    number = _NUMBER.fullmatch(filled[0].strip())
    outer = number is not None and (len(columns) > 3 or not filled[0].strip()[0].isdigit())
    return len(filled) == 2 and outer and not states_time(filled[1])


def _values(row: Provision, columns: tuple[Column, ...], above: Above) -> dict[Role, Value]:
    values: dict[Role, Value] = {}
    for index, start, text in _aligned(row, columns):
        role = columns[index].role
        words = text.strip()
        if _SAME.fullmatch(words) and words and role in above.values:
            values[role] = replace(above.values[role], above=True)
        elif not _NOTHING.fullmatch(words):
            low = start + len(text) - len(text.lstrip())
            values.setdefault(role, Value(words, Place(row.id, low, low + len(words))))
    if Role.NUMBER not in values or len(row.cells) < len(columns):
        for role in (Role.LEAD, Role.OWNERS, Role.COORDINATING, Role.TIME):
            if role not in values and role in above.values and Role.DUTY in values:
                values[role] = replace(above.values[role], above=True)
    above.values.update(values)
    return values


def _aligned(row: Provision, columns: tuple[Column, ...]) -> Iterator[tuple[int, int, str]]:
    """(column, offset in the row's text, words) of each cell; short rows are shifted to where their cells fit best."""
    said = max((at for at, cell in enumerate(row.cells, 1) if cell.strip()), default=0)
    spare = len(columns) - said
    if row.columns and row.columns != tuple(range(len(row.cells))):
        places = row.columns
    else:
        shift = (
            max(range(spare + 1), key=lambda by: (_fit(row.cells[:said], columns, by), by))
            if spare > 0
            else spare
        )
        places = tuple(index + shift for index in range(len(row.cells)))
    at = 0
    for place, cell in zip(places, row.cells, strict=True):
        if 0 <= place < len(columns):
            yield place, at, cell
        at += len(cell) + 1


def _fit(cells: tuple[str, ...], columns: tuple[Column, ...], shift: int) -> int:
    fit = 0
    for index, cell in enumerate(cells):
        role = columns[index + shift].role
        if role in (Role.LEAD, Role.COORDINATING, Role.OWNERS):
            fit += opens_unit(cell.strip())
        elif role in (Role.TIME, Role.START, Role.STOP):
            fit += 2 * states_time(cell)
        elif role is Role.NUMBER:
            fit += bool(_NUMBER.fullmatch(cell.strip()))
    return fit


def _step(
    row: Provision,
    values: dict[Role, Value],
    columns: tuple[Column, ...],
    above: Above,
    where: Mapping[str, str],
    context: TimeContext,
) -> Step | None:
    duty = values.get(Role.DUTY)
    if duty is None or not values.keys() & {
        Role.LEAD,
        Role.OWNERS,
        Role.COORDINATING,
        Role.TIME,
        Role.START,
        Role.STOP,
    }:
        return None
    step = Step("", where.get(row.id, ""), duty.text, UNDATED, sources=(("text", duty.place),))
    step = _with_units(step, values, above)
    if Role.PRODUCT in values:
        product = values[Role.PRODUCT]
        step = replace(
            step, products=_products(product.text), sources=(*step.sources, ("products", product.place))
        )
    return _with_time(step, values, above, columns, context)


def _with_units(step: Step, values: dict[Role, Value], above: Above) -> Step:
    lead: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    sources, inherited = [*step.sources], []
    if value := values.get(Role.LEAD) or values.get(Role.OWNERS):
        lead, others = read_owners(value.text)
        sources.append(("lead", value.place))
        inherited += ["lead"] if value.above else []
    elif above.section and (named := _section_units(above.section)):
        lead, inherited = named, ["lead"]
        sources.append(("lead", Place(above.section.id, 0, len(above.section.text))))
    if value := values.get(Role.COORDINATING):
        others = (*others, *units(value.text))
        sources.append(("coordinating", value.place))
        inherited += ["coordinating"] if value.above else []
    return replace(step, lead=lead, coordinating=others, sources=tuple(sources), inherited=tuple(inherited))


def _section_units(section: Provision) -> tuple[str, ...]:
    words = section.heading or section.text
    return units(words) if opens_unit(words) else ()


def _products(text: str) -> tuple[str, ...]:
    parts = re.split(r"\n|;", text)
    return tuple(part.strip(" .-–+") for part in parts if re.search(r"\w", part))


def _with_time(
    step: Step, values: dict[Role, Value], above: Above, columns: tuple[Column, ...], context: TimeContext
) -> Step:
    if value := values.get(Role.TIME):
        times = _read(value, Role.TIME, columns, context)
        if _HOURS.fullmatch(value.text):
            return _at_hours(step, value, above, context)
        if not times:
            return step
        first = times[0]
        place = replace(value.place, start=value.place.start + first.start, end=value.place.start + first.end)
        inherited = (*step.inherited, "when") if value.above else step.inherited
        return replace(
            step,
            when=first.when,
            also=tuple(time.when for time in times[1:]),
            sources=(*step.sources, ("when", place)),
            inherited=inherited,
        )
    return _with_bounds(step, values, columns, context)


def _at_hours(step: Step, value: Value, above: Above, context: TimeContext) -> Step:
    """Hours of the day that the title over the rows names."""
    words = f"{above.section.text if above.section else ''}\n{above.title}"
    days = [
        span
        for moment in find_moments(words)
        if moment.unit is Unit.DAY and (span := moment.days(context.year))
    ]
    start, end = days[0] if days else (None, None)
    return replace(
        step,
        when=When(value.text, WhenKind.POINT, start, end),
        sources=(*step.sources, ("when", value.place)),
    )


def _with_bounds(
    step: Step, values: dict[Role, Value], columns: tuple[Column, ...], context: TimeContext
) -> Step:
    """A column for the start and one for the end."""
    start, stop = values.get(Role.START), values.get(Role.STOP)
    opening = _read(start, Role.START, columns, context) if start else ()
    closing = _read(stop, Role.STOP, columns, context) if stop else ()
    first = next((time.when.start or time.when.end for time in opening), None)
    last = next((time.when.end for time in closing), None)
    if last and (first is None or first <= last):
        kind = WhenKind.PERIOD if first else WhenKind.DEADLINE
        words = " - ".join(value.text for value in (start, stop) if value)
        place = stop.place if stop else step.sources[0][1]
        return replace(step, when=When(words, kind, first, last), sources=(*step.sources, ("when", place)))
    return step


def _read(
    value: Value, role: Role, columns: tuple[Column, ...], context: TimeContext
) -> tuple[FoundTime, ...]:
    head = next(one for one in columns if one.role is role)
    return read_time(value.text, replace(context, year=head.year or context.year, completion=head.completion))


def _more(value: Value, columns: tuple[Column, ...], context: TimeContext) -> tuple[When, ...]:
    return tuple(time.when for time in _read(value, Role.TIME, columns, context))
