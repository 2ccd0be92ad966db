"""What was recorded and what was changed, each in one line of words: for refusals, changes and notices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from thammuu.apps.dossiers.models import (
    Act,
    Dossier,
    DossierState,
    ExtensionDecision,
    ExtensionRequest,
    Step,
    StepChange,
    StepEvent,
    StepState,
)
from thammuu.apps.dossiers.reckoning.times import day_read

FIELD_WORDS = {
    "text": "Nội dung",
    "when": "Thời hạn",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "condition": "Điều kiện",
    "products": "Sản phẩm",
    "report_to": "Báo cáo",
    "after": "Thực hiện sau bước",
    "added": "Bước thêm",
    "where": "Đánh số lại",
}
"""Field of a step → its name for people."""


def joined(parts: Iterable[str]) -> str:
    """What is said of the parts that say something."""
    return "; ".join(part for part in parts if part)


def fact_words(act: str, done_on: date, done_by: str, *more: str) -> str:
    """A fact, recorded or only asked for."""
    return joined((f"{act} ngày {done_on:%d/%m/%Y}, {done_by.strip()}", *(part.strip() for part in more)))


def value_words(field: str, value: Any) -> str:
    """A value of `StepChange`: texts and lists as they are, a time by its days."""
    if not value:
        return ""
    if field == "when":
        return when_words(day_read(value["start"]), day_read(value["end"]), strict=value["strict"])
    if isinstance(value, dict):
        return str(value.get("text", ""))
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def when_words(start: date | None, end: date | None, *, strict: bool) -> str:
    """A time as it is bound."""
    if end is None:
        return f"Từ {start:%d/%m/%Y}" if start else "Không ghi thời hạn"
    last = f"trước ngày {end:%d/%m/%Y}" if strict else f"đến hết ngày {end:%d/%m/%Y}"
    return f"Từ {start:%d/%m/%Y} {last}" if start else last[0].upper() + last[1:]


def change_words(change: StepChange) -> str:
    """A change, both ways."""
    before, after = value_words(change.field, change.before), value_words(change.field, change.after)
    return f"{FIELD_WORDS.get(change.field, change.field)}: {before or 'để trống'} → {after or 'để trống'}"


def newest_of_step(step: Step) -> str:
    """What was last done to the step and by whom; where it stands, when nothing was."""
    told = [line for line in _lines(step) if line is not None]
    if not told:
        return StepState(step.state).label
    _, words, who = max(told, key=lambda line: line[0])
    return f"{words} (ghi nhận: {who})"


def newest_of_dossier(dossier: Dossier) -> str:
    """What was last done to the dossier as a whole."""
    event = dossier.events.select_related("recorded_by").last()
    if event is None:
        return f"{dossier.title} ({DossierState(dossier.state).label})"
    change = f"{event.before} → {event.after}" if event.before else event.after
    return f"{joined((event.get_act_display(), change, event.reason))} (ghi nhận: {event.recorded_by})"


def _lines(step: Step) -> tuple[tuple[datetime, str, object] | None, ...]:
    fact = StepEvent.objects.filter(step=step).select_related("recorded_by").last()
    change = StepChange.objects.filter(step=step).select_related("made_by").last()
    asked = ExtensionRequest.objects.filter(step=step).select_related("recorded_by").last()
    answers = ExtensionDecision.objects.filter(request__step=step).exclude(decided_by="")
    decided = answers.select_related("recorded_by").last()
    return (
        fact and (fact.recorded_at, _fact(fact), fact.recorded_by),
        change and (change.made_at, change_words(change), change.made_by),
        asked and (asked.recorded_at, f"Xin gia hạn {asked}", asked.recorded_by),
        decided and (decided.recorded_at, str(decided), decided.recorded_by),
    )


def _fact(fact: StepEvent) -> str:
    to = fact.holder_words if fact.act == Act.HAND_OVER else ""
    return fact_words(fact.get_act_display(), fact.done_on, fact.done_by, to, fact.evidence_note, fact.note)
