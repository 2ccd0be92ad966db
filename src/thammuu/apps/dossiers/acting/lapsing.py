"""A request for more time that nobody decided before its step was over: it lapses, and a new one may be made later."""

from __future__ import annotations

from datetime import date, datetime

from thammuu.apps.dossiers.models import ExtensionDecision, ExtensionRequest, Step
from thammuu.apps.organisations.actors import Actor

LAPSED = "Hết hiệu lực"


def lapse(actor: Actor, step: Step, why: str, day: date, at: datetime) -> None:
    """Settle what waits about the step, as decided by nobody; `why` is the act by which the step was over."""
    for request in ExtensionRequest.objects.filter(step=step, decision=None):
        ExtensionDecision.objects.create(
            request=request,
            granted=False,
            decided_on=day,
            decided_by="",
            reason=f"Bước đã được ghi “{why}” khi đề nghị còn chờ quyết định",
            recorded_by_id=actor.id,
            recorded_at=at,
        )


def has_lapsed(decision: ExtensionDecision | None) -> bool:
    """Whether nobody decided, but the step was over."""
    return decision is not None and not decision.decided_by


def outcome_words(decision: ExtensionDecision) -> str:
    """What came of the request."""
    return f"{LAPSED}: {decision.reason}" if has_lapsed(decision) else str(decision)
