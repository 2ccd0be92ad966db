"""The rows an actor may act on. Who sees the dossier sees the matrix of its drafts; who may draft may answer.

A comparison is a study of its agency: all of its officers see it, and whoever may bring documents may change it.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from thammuu.apps.coverage.models import ComparedPlan, Comparison
from thammuu.apps.documents.policies import READERS
from thammuu.apps.documents.queries import may_bring
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, visible

_STUDENTS = "người được đưa văn bản vào hệ thống"


def comparisons_seen(actor: Actor) -> QuerySet[Comparison]:
    """Those of the actor's agency, for those who see contents; nothing else."""
    own = Comparison.objects.filter(agency_id=actor.agency_id)
    return own if actor.holds(*READERS) else own.none()


def comparison_seen(actor: Actor, uuid: UUID) -> Comparison:
    """The comparison. Raises NotVisible."""
    return visible(comparisons_seen(actor).select_related("begun_by").filter(uuid=uuid).first())


def comparison_to_change(actor: Actor, uuid: UUID) -> Comparison:
    """The comparison, if the actor may change it. Raises NotVisible, NotAllowed."""
    found = comparison_seen(actor, uuid)
    check_compares(actor)
    return found


def plan_to_change(actor: Actor, uuid: UUID) -> ComparedPlan:
    """A plan that stands in a comparison. Raises NotVisible, NotAllowed."""
    plans = ComparedPlan.objects.filter(comparison__in=comparisons_seen(actor), taken_out_at=None)
    found = visible(plans.select_related("comparison").filter(uuid=uuid).first())
    check_compares(actor)
    return found


def check_compares(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not may_bring(actor):
        raise NotAllowed("lập, sửa bảng so sánh kế hoạch", _STUDENTS)
