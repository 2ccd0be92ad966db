"""Who is told of an act on a dossier, and in which words; nobody is told of an act of his own."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from thammuu.apps.dossiers.models import (
    Dossier,
    DossierEvent,
    ExtensionDecision,
    ExtensionRequest,
    Step,
    StepEvent,
)
from thammuu.apps.notifications.commands import Telling
from thammuu.apps.notifications.models import Kind
from thammuu.apps.notifications.recipients import people_of, readers
from thammuu.apps.notifications.services import tell
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Position, Role


def tell_handed_over(actor: Actor, step: Step, event: StepEvent) -> None:
    """The officer, or those who answer for the unit, that a step was handed to."""
    words = f"{_step(step)} được chuyển cho {event.holder_words}."
    to = (
        (event.holder_officer_id,)
        if event.holder_officer_id
        else people_of((event.holder_unit_id,)).get(event.holder_unit_id, ())
        if event.holder_unit_id
        else ()
    )
    _tell(actor, step.dossier, to, Kind.HANDED_OVER, step.uuid, words, f"step.handed_over:{event.uuid}", step)


def tell_asked(actor: Actor, request: ExtensionRequest) -> None:
    """The leaders, who decide, and the drafter of the dossier."""
    step = request.step
    words = f"{_step(step)}: đề nghị gia hạn đến hết {request.ends_on:%d/%m/%Y}. Lý do: {request.reason}"
    to = (*_leaders(step.dossier.agency_id), step.dossier.drafter_id)
    _tell(
        actor,
        step.dossier,
        to,
        Kind.MORE_TIME_ASKED,
        request.uuid,
        words,
        f"step.more_time_asked:{request.uuid}",
        step,
    )


def tell_decided(actor: Actor, decision: ExtensionDecision) -> None:
    """Those who wait for the decision: who recorded the request, who has the step, the drafter."""
    request, step = decision.request, decision.request.step
    answer = f"được gia hạn đến hết {decision.ends_on:%d/%m/%Y}" if decision.ends_on else "không được gia hạn"
    to = (request.recorded_by_id, step.holder_officer_id, step.dossier.drafter_id)
    _tell(
        actor,
        step.dossier,
        to,
        Kind.MORE_TIME_DECIDED,
        request.uuid,
        f"{_step(step)} {answer}.",
        f"step.more_time_decided:{decision.uuid}",
        step,
    )


def tell_changed(actor: Actor, step: Step, change: UUID, words: str) -> None:
    """The drafter of the dossier and who has the step, that what it says was changed."""
    to = (step.dossier.drafter_id, step.holder_officer_id)
    told = f"{_step(step)}: {words}"
    _tell(actor, step.dossier, to, Kind.CHANGED, step.uuid, told, f"step.changed:{change}", step)


def tell_added(actor: Actor, step: Step) -> None:
    """Those who answer for the units that lead a further step, and the drafter of the dossier."""
    people = people_of(step.lead_unit_ids)
    to = (step.dossier.drafter_id, *(officer for officers in people.values() for officer in officers))
    _tell(
        actor,
        step.dossier,
        to,
        Kind.CHANGED,
        step.uuid,
        f"{_step(step)} được thêm vào.",
        f"step.added:{step.uuid}",
        step,
    )


def tell_amended(actor: Actor, dossier: Dossier, steps: Iterable[Step], paper: UUID) -> None:
    """The drafter and whoever has a step that an amended plan changes: once for the plan."""
    rows = list(steps)
    to = (dossier.drafter_id, *(step.holder_officer_id for step in rows))
    words = f"Kế hoạch mới thay đổi {len(rows)} bước của hồ sơ “{dossier.title}”."
    _tell(actor, dossier, to, Kind.CHANGED, dossier.uuid, words, f"dossier.amended:{dossier.uuid}:{paper}")


def tell_new_drafter(actor: Actor, dossier: Dossier, event: DossierEvent) -> None:
    """The one who keeps the dossier from now on."""
    words = f"Hồ sơ “{dossier.title}” được giao cho bạn soạn, thay {event.before}."
    to = (dossier.drafter_id,)
    _tell(actor, dossier, to, Kind.HANDED_OVER, dossier.uuid, words, f"dossier.handed_over:{event.uuid}")


def _tell(
    actor: Actor,
    dossier: Dossier,
    to: Iterable[int | None],
    kind: Kind,
    subject: UUID,
    words: str,
    occasion: str,
    step: Step | None = None,
) -> None:
    link = f"/ho-so/{dossier.uuid}/" + (f"#buoc-{step.position}" if step else "")
    meant = [officer for officer in to if officer is not None and officer != actor.id]
    reading = readers(meant)
    told = dict.fromkeys(officer for officer in meant if (officer, dossier.agency_id) in reading)
    tell(*(Telling(officer, dossier.agency_id, kind, subject, words, link, occasion) for officer in told))


def _step(step: Step) -> str:
    return f"Bước {step.where} “{step.text}” của hồ sơ “{step.dossier.title}”"


def _leaders(agency_id: int) -> list[int]:
    held = Position.objects.on(clock.today()).filter(agency_id=agency_id, role=Role.LEADER)
    return list(held.order_by("pk").values_list("officer_id", flat=True))
