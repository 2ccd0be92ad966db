"""Which papers a dossier still needs, by what its steps do."""

from __future__ import annotations

from collections.abc import Iterator

from thammuu.apps.dossiers.models import OVER, Dossier, Step
from thammuu.apps.drafting.rows import Proposal
from thammuu_core.compositions import template
from thammuu_core.plans.model import ActivityKind

WHOLE = ("ke-hoach-tinh", "to-trinh")
"""What every dossier ends in, whatever its steps say: the document, and the letter that submits it."""
ONCE = frozenset({"ke-hoach-tinh", "to-trinh", "quyet-dinh"})
"""Templates of papers that a dossier has one of."""
OF_ACTIVITY = {
    ActivityKind.DRAFTING: "ke-hoach-tinh",
    ActivityKind.CONSULTATION: "cong-van-xin-y-kien",
    ActivityKind.OPINION_OF_LEADER: "phieu-trinh",
    ActivityKind.VERIFICATION: "phieu-trinh",
    ActivityKind.SUBMISSION: "to-trinh",
    ActivityKind.ISSUANCE: "quyet-dinh",
    ActivityKind.REPORTING: "bao-cao",
}


def proposals(dossier: Dossier) -> tuple[Proposal, ...]:
    """Papers that nobody has begun: of unfinished steps in their order, then those of the dossier as a whole.

    A paper that a dossier has once is begun by any draft of its kind, whoever wrote it.
    """
    drafts = list(dossier.drafts.values_list("template", "step__uuid", "kind"))
    begun = {(code, step) for code, step, _ in drafts}
    taken = {code for code in ONCE if template(code).kind in {kind for *_, kind in drafts}}
    found: list[Proposal] = []
    for one in (*_of_steps(dossier), *(_proposal(code, None) for code in WHOLE)):
        if one.template not in taken and (one.template, one.step_uuid) not in begun:
            found.append(one)
            taken |= {one.template} & ONCE
    return tuple(found)


def _of_steps(dossier: Dossier) -> Iterator[Proposal]:
    for step in dossier.steps.exclude(state__in=OVER):
        codes = (OF_ACTIVITY.get(act["kind"]) for act in step.activities)
        yield from (_proposal(code, step) for code in dict.fromkeys(codes) if code)


def _proposal(code: str, step: Step | None) -> Proposal:
    words = f"{step.where} {step.text}".strip() if step else ""
    return Proposal(
        code, template(code).name, step.uuid if step else None, step.position if step else None, words
    )
