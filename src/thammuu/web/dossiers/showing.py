"""What the page of a dossier shows, put together for its template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from thammuu.web.components.gantt import percent
from thammuu.web.dossiers.grouping import groups, wanting
from thammuu.web.dossiers.summary import duties, next_step, where_it_is, who_has_it
from thammuu.web.dossiers.timetable import chart_of
from thammuu.web.dossiers.zoom import zoom_of
from thammuu.web.spoken import in_language
from thammuu.web.templatetags.vietnamese import day

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import BookingRow, DossierView, StepRow

_JUMPS = 12


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the history of a dossier."""

    at: datetime
    who: str
    words: str
    step: StepRow | None = None


@dataclass(frozen=True, slots=True)
class Booked:
    """A bar of "ngày đi đâu": as long as its days."""

    row: BookingRow
    width: str


def page_of(view: DossierView, asked: Mapping[str, str]) -> dict[str, Any]:
    """Everything `dossiers/detail.html` writes down."""
    zoom = zoom_of(view, asked)
    opened = next((step.number for step in view.steps if str(step.number) == asked.get("buoc")), None)
    sections = groups(view.steps, opened)
    jumps = list(wanting(view.steps))
    return {
        "dossier": view,
        "counted": duties(view),
        "where_it_is": where_it_is(view),
        "who_has_it": who_has_it(view),
        "next": next_step(view),
        "zoom": zoom,
        "chart": chart_of(view, zoom.window),
        "groups": sections,
        "jumps": jumps[:_JUMPS] if len(sections) > 2 else [],
        "booked": booked(view.days),
        "history": sorted(history(view), key=lambda told: told.at, reverse=True),
        "open_doubts": [doubt for doubt in view.doubts if doubt.state == "open"],
        "settled_doubts": [doubt for doubt in view.doubts if doubt.state != "open"],
    }


def booked(days: tuple[BookingRow, ...]) -> tuple[Booked, ...]:
    """Bars beside one another; the longest fills the width."""
    longest = max((row.days for row in days), default=0) or 1
    return tuple(Booked(row, percent(max(100 * row.days / longest, 0.6))) for row in days)


def history(view: DossierView) -> Iterator[Told]:
    """What was done to the dossier and to each of its steps."""
    yield Told(view.opened_at, view.drafter, _("Lập hồ sơ"))
    for event in view.events:
        moved = f": {event.before} → {event.after}" if event.before or event.after else ""
        reason = f" ({event.reason})" if event.reason else ""
        yield Told(event.recorded_at, event.recorded_by, f"{in_language(event.act_words)}{moved}{reason}")
    for step in view.steps:
        for fact in step.facts:
            words = _("%(act)s ngày %(day)s: %(by)s")
            if fact.act == "hand_over":
                words = _("%(act)s cho %(holder)s ngày %(day)s: %(by)s")
            about = {"act": in_language(fact.act_words), "day": day(fact.done_on), "by": fact.done_by}
            words %= {**about, "holder": fact.holder_words}
            yield Told(fact.recorded_at, fact.recorded_by, words, step)
        for change in step.changes:
            words = _("Sửa %(field)s: %(before)s → %(after)s") % {
                "field": in_language(change.field_words).lower(),
                "before": change.before or _("không ghi"),
                "after": change.after or _("không ghi"),
            }
            yield Told(change.made_at, change.made_by, words, step)
