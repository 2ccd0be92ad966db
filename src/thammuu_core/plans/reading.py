"""A paper read whole: its formal elements, outline, citations, steps, and what a person should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from thammuu_core.calendars import WorkingCalendar, official_calendar
from thammuu_core.citations import plausibility
from thammuu_core.outline import outline as outline_of
from thammuu_core.outline import where as where_of
from thammuu_core.papers import Paper
from thammuu_core.plans.basis import placed_citations
from thammuu_core.plans.doubts.raising import doubts
from thammuu_core.plans.header.elements import read_header
from thammuu_core.plans.header.outcome import read_outcome
from thammuu_core.plans.model import Header, PlacedCitation, Reading, Step
from thammuu_core.plans.sentences import Span
from thammuu_core.plans.steps.activities import described
from thammuu_core.plans.steps.inheritance import share_single_assignment
from thammuu_core.plans.steps.prose import Reader, prose_steps
from thammuu_core.plans.steps.restatements import by_place, step_home, with_order, with_restatements
from thammuu_core.plans.steps.tables import table_steps
from thammuu_core.plans.times.finding import TimeContext, named_year
from thammuu_core.provisions import Level, Outline


def read(paper: Paper, state: str = "draft", calendar: WorkingCalendar | None = None) -> Reading:
    """Everything that can be read from one document; whatever it cannot read it leaves out or doubts.

    `state` says how far the document is: draft, submitted or issued; what may be blank depends on it.
    """
    outline = outline_of(paper)
    header = read_header(outline)
    where = where_of(outline)
    citations = tuple(placed_citations(outline, header, where))
    steps = _steps(outline, header, where, citations)
    place = header.date.place if header.date else None
    outcome = read_outcome(header.title, _texts(outline), place)
    problems = (
        *paper.problems,
        *plausibility.problems(((one.place.provision, one.citation) for one in citations), _citing(header)),
        *doubts(steps, header, outline, where, calendar or official_calendar(), state),
    )
    return Reading(header, outline, citations, outcome, steps, problems)


def _citing(header: Header) -> plausibility.Citing:
    day, number = header.date, header.number
    symbol = f"{number.value}/{number.symbol}" if number and number.value and number.symbol else None
    return plausibility.Citing(*((day.year, day.month, day.day) if day else (None, None, None)), symbol)


def _texts(outline: Outline) -> list[str]:
    return [node.text for top in outline.body for node in top.walk()]


def _steps(
    outline: Outline, header: Header, where: dict[str, str], citations: Sequence[PlacedCitation]
) -> tuple[Step, ...]:
    context = time_context(header)
    reader = Reader(where, context, _blanked(outline, citations))
    told = share_single_assignment(tuple(prose_steps(outline, reader)), outline)
    listed = tuple(table_steps(outline, where, context))
    ordered = by_place((*told, *listed), outline)
    steps = tuple(replace(described(step), id=f"s{number}") for number, step in enumerate(ordered, 1))
    rows = {node.id for node in outline.walk() if node.level is Level.ROW}
    in_tables = frozenset(step.id for step in steps if step_home(step) in rows)
    return with_order(with_restatements(steps, in_tables), outline)


def time_context(header: Header) -> TimeContext:
    """What the plan's own year and day complete: the one year its subject names, else the year it is signed in."""
    year = named_year(header.title or "") or (header.date.year if header.date else None)
    return TimeContext(year, header.date.iso if header.date else None)


def _blanked(outline: Outline, citations: Sequence[PlacedCitation]) -> dict[str, str]:
    """Texts with the words that name other documents blanked, up to their dates; a subject may hold times of the duty itself."""
    cited: dict[str, list[Span]] = defaultdict(list)
    for placed in citations:
        cited[placed.place.provision].append((placed.citation.start, placed.citation.end))
    blanked = {}
    for node in outline.walk():
        if node.id in cited:
            letters = list(node.text)
            for start, end in cited[node.id]:
                letters[start:end] = "_" * (end - start)
            blanked[node.id] = "".join(letters)
    return blanked
