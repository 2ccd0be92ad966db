"""How much of a long timetable is seen at once: weeks, months, or the whole; every choice is an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thammuu.web.components.gantt import Window

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DossierView

WHOLE = "ca"
_SPANS = {"tuan": (35, 7), "thang": (126, 35)}
"""Days that are seen, and how many of them lie before today."""
_WORDS: dict[str, Promise | str] = {"tuan": _("Tuần"), "thang": _("Tháng"), WHOLE: _("Cả hồ sơ")}
_SEEN_WHOLE = 36
"""With more dated steps than this, a timetable opens on the months around today."""
_FARTHEST = 365 * 5
"""Days from the dossier beyond which a window has nothing to show."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another view of the timetable."""

    words: Promise | str
    query: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Zoom:
    """What is seen now, and the ways to see more or elsewhere."""

    window: Window | None
    ways: tuple[Way, ...]
    earlier: Way | None = None
    later: Way | None = None


def zoom_of(view: DossierView, asked: Mapping[str, str]) -> Zoom:
    """As the address asks; what is not understood shows what would be shown unasked."""
    dated = sum(1 for step in view.steps if step.when.due_on or step.when.starts_on)
    unasked = WHOLE if dated <= _SEEN_WHOLE else "thang"
    level = asked.get("xem", unasked)
    level = level if level in _WORDS else unasked
    ways = tuple(Way(words, f"?xem={key}", key == level) for key, words in _WORDS.items())
    if level == WHOLE:
        return Zoom(None, ways)
    days, before = _SPANS[level]
    first = _day(asked.get("tu", ""), view) or _around(view, before)
    step = timedelta(days=days // 7 // 2 * 7)
    return Zoom(
        Window(first, days),
        ways,
        Way(_("Trước đó"), f"?xem={level}&tu={first - step:%Y-%m-%d}"),
        Way(_("Sau đó"), f"?xem={level}&tu={first + step:%Y-%m-%d}"),
    )


def _around(view: DossierView, before: int) -> date:
    """The Monday from which today is seen; for a plan of another time, its own nearest day."""
    day = min(max(view.today, view.first_day), view.last_day) - timedelta(days=before)
    return day - timedelta(days=day.weekday())


def _day(written: str, view: DossierView) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if abs((day - view.today).days) <= _FARTHEST else None
