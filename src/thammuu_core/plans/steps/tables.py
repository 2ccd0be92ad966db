"""Steps from tables of duties, whatever the order and wording of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from thammuu_core.plans.model import Step, When, WhenKind
from thammuu_core.plans.owners.roles import read_owners
from thammuu_core.plans.owners.units import opens_unit, units
from thammuu_core.plans.steps.cells import (
    NUMBER,
    Above,
    Value,
    is_head,
    is_section,
    marked,
    part_of_duty,
    values,
)
from thammuu_core.plans.steps.columns import Column, Role, by_content, heads
from thammuu_core.plans.steps.prose import UNDATED
from thammuu_core.plans.steps.sections import duty_attachments
from thammuu_core.plans.times.finding import FoundTime, TimeContext, named_year, read_time
from thammuu_core.plans.times.moments import Unit, find_moments
from thammuu_core.provisions import Level, Outline, Place, Provision

_HOURS = re.compile(
    r"(?:từ\s+)?\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2}(?:\s*(?:-|–|đến)\s*\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2})?",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\W*(?:tổng\s+(?:số|cộng|thời\s+gian|kinh\s+phí)|cộng)\b", re.IGNORECASE)
_OWNED_OR_TIMED = frozenset({Role.LEAD, Role.OWNERS, Role.COORDINATING, Role.TIME, Role.START, Role.STOP})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as its heads explain it."""

    columns: tuple[Column, ...]
    where: Mapping[str, str]
    context: TimeContext
    title: str
    """The paragraph over it."""

    def times(self, value: Value | None, role: Role) -> tuple[FoundTime, ...]:
        """The times of a cell under the head of its column."""
        if value is None:
            return ()
        head = next(one for one in self.columns if one.role is role)
        context = replace(self.context, year=head.year or self.context.year, completion=head.completion)
        return read_time(value.text, context)


def table_steps(outline: Outline, where: Mapping[str, str], context: TimeContext) -> Iterator[Step]:
    """Steps of every table of duties; a table without heads goes on with the last one's."""
    columns: tuple[Column, ...] | None = None
    for title, year, table in _tables(outline):
        count = 0
        if begun := heads(table.children):
            count, columns = begun
        elif columns is None or not _goes_on(table, columns):
            columns = by_content(table.children)
        if columns:
            yield from _steps(
                table.children[count:],
                Sheet(columns, where, replace(context, year=year or context.year), title),
            )


def _tables(outline: Outline) -> Iterator[tuple[str, int | None, Provision]]:
    """Every table that may hold duties, with the paragraph over it and the year that its attachment names."""
    parts = [("", outline.body), *((one.title, one.provisions) for one in duty_attachments(outline))]
    for title, tops in parts:
        year, above = named_year(title), title
        for node in (node for top in tops for node in top.walk()):
            if node.level is Level.TABLE:
                yield above, year, node
            elif node.level is not Level.ROW and node.text.strip():
                above = node.text


def _goes_on(table: Provision, columns: tuple[Column, ...]) -> bool:
    """Broken by a page: as many cells, and no head that says otherwise."""
    first = next(iter(table.children), None)
    return (
        first is not None
        and len(first.cells) == len(columns)
        and bool(NUMBER.fullmatch(first.cells[0].strip()))
    )


def _steps(rows: tuple[Provision, ...], sheet: Sheet) -> Iterator[Step]:
    above = Above()
    last: Step | None = None
    for row in rows:
        if not row.text.strip() or is_head(row):
            continue
        if is_section(row, sheet.columns):
            above = Above(section=row)
            continue
        said = values(row, sheet.columns, above)
        if Role.DUTY not in said and (part := part_of_duty(said, above)):
            said[Role.DUTY] = part
        elif Role.DUTY not in said and last and Role.TIME in said:
            more = tuple(time.when for time in sheet.times(said[Role.TIME], Role.TIME))
            last = replace(last, also=(*last.also, *more))
            continue
        if last:
            yield last
        last = _step(row, said, above, sheet)
    if last:
        yield last


def _step(row: Provision, said: dict[Role, Value], above: Above, sheet: Sheet) -> Step | None:
    """The row's duty with its owners and time; None for a row that names neither."""
    duty, crossed = said.get(Role.DUTY), marked(row, sheet.columns)
    if duty is None or _TOTAL.match(duty.text) or not (crossed or said.keys() & _OWNED_OR_TIMED):
        return None
    step = Step("", sheet.where.get(row.id, ""), duty.text, UNDATED, sources=(("text", duty.place),))
    step = _with_units(step, said, above)
    if product := said.get(Role.PRODUCT):
        sources = (*step.sources, ("products", product.place))
        step = replace(step, products=_products(product.text), sources=sources)
    if (value := said.get(Role.TIME)) and _HOURS.fullmatch(value.text):
        return _at_hours(step, value, above, sheet)
    if value:
        return _with_times(step, value, sheet.times(value, Role.TIME))
    return _with_bounds(step, said, sheet) if not crossed else _with_crosses(step, crossed, sheet)


def _with_units(step: Step, said: dict[Role, Value], above: Above) -> Step:
    lead: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    sources, inherited = [*step.sources], []
    if value := said.get(Role.LEAD) or said.get(Role.OWNERS):
        lead, others = read_owners(value.text)
        sources.append(("lead", value.place))
        inherited += ["lead"] if value.above else []
    elif above.section and (named := _section_units(above.section)):
        lead, inherited = named, ["lead"]
        sources.append(("lead", Place(above.section.id, 0, len(above.section.text))))
    if value := said.get(Role.COORDINATING):
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


def _with_times(step: Step, value: Value, times: tuple[FoundTime, ...]) -> Step:
    if not times:
        return step
    first, *others = times
    place = replace(value.place, start=value.place.start + first.start, end=value.place.start + first.end)
    return replace(
        step,
        when=first.when,
        also=tuple(time.when for time in others),
        sources=(*step.sources, ("when", place)),
        inherited=(*step.inherited, "when") if value.above else step.inherited,
    )


def _at_hours(step: Step, value: Value, above: Above, sheet: Sheet) -> Step:
    """Hours of the day that the title over the rows names."""
    words = f"{above.section.text if above.section else ''}\n{sheet.title}"
    days = [
        span
        for moment in find_moments(words)
        if moment.unit is Unit.DAY and (span := moment.days(sheet.context.year))
    ]
    start, end = days[0] if days else (None, None)
    return replace(
        step,
        when=When(value.text, WhenKind.POINT, start, end),
        sources=(*step.sources, ("when", value.place)),
    )


def _with_bounds(step: Step, said: dict[Role, Value], sheet: Sheet) -> Step:
    """A column for the start and one for the end."""
    start, stop = said.get(Role.START), said.get(Role.STOP)
    first = next((time.when.start or time.when.end for time in sheet.times(start, Role.START)), None)
    last = next((time.when.end for time in sheet.times(stop, Role.STOP)), None)
    if stop is None or last is None or (first and first > last):
        return step
    kind = WhenKind.PERIOD if first else WhenKind.DEADLINE
    words = " - ".join(value.text for value in (start, stop) if value)
    return replace(step, when=When(words, kind, first, last), sources=(*step.sources, ("when", stop.place)))


def _with_crosses(step: Step, crossed: tuple[int, ...], sheet: Sheet) -> Step:
    """From the first to the last month, quarter or year that is crossed."""
    heads = [sheet.columns[place].head for place in crossed]
    spans = [
        span for head in heads for moment in find_moments(head) if (span := moment.days(sheet.context.year))
    ]
    if not spans:
        return step
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return replace(
        step, when=When(" - ".join(dict.fromkeys((heads[0], heads[-1]))), WhenKind.PERIOD, start, end)
    )
