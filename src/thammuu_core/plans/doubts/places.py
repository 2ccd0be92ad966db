"""Two places of one plan that name different people or times for one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.doubts.wording import doubt, place
from thammuu_core.plans.model import Step
from thammuu_core.plans.steps.activities import audience
from thammuu_core.plans.steps.restatements import step_home
from thammuu_core.provisions import Outline
from thammuu_core.text import fold


def places(steps: Sequence[Step], outline: Outline, where: Mapping[str, str]) -> Iterator[Problem]:
    """Audiences, then duties told twice."""
    yield from _audiences(steps, outline, where)
    yield from _restated(steps)


def _audiences(steps: Sequence[Step], outline: Outline, where: Mapping[str, str]) -> Iterator[Problem]:
    """A paragraph outside the steps that asks other people for their opinion than the steps do."""
    rounds = [(step, one.audience) for step in steps for one in step.activities if one.audience]
    asked = {fold(name) for _, names in rounds for name in names}
    if not asked:
        return
    homes = {step_home(step) for step in steps}
    step, names = rounds[-1]
    for node in (node for top in outline.body for node in top.walk()):
        said = audience(node.text) if node.id not in homes else ()
        if said and not any(fold(name) in asked for name in said):
            here = "" if where.get(node.id) else "Phần mở đầu: "
            message = f"{here}Nêu lấy ý kiến “{', '.join(said)}”, còn {place(step)} nêu “{', '.join(names)}”; thống nhất nơi được lấy ý kiến."
            yield Problem("plans.audience_differs", Severity.WARNING, message, node.id)


def _restated(steps: Sequence[Step]) -> Iterator[Problem]:
    """A duty told twice with another owner or another time."""
    known = {step.id: step for step in steps}
    for step in steps:
        first = known.get(step.restates or "")
        if first is None:
            continue
        if first.lead and step.lead and not _folded(first.lead) & _folded(step.lead):
            message = f"Giao “{', '.join(step.lead)}”, còn {place(first)} giao “{', '.join(first.lead)}” cùng việc này; thống nhất đơn vị chủ trì."
            yield doubt("owner_differs", Severity.WARNING, step, message)
        if first.when.end and step.when.end and first.when.end != step.when.end:
            message = f"Ghi “{step.when.as_written}”, còn {place(first)} ghi “{first.when.as_written}” cho cùng việc này; thống nhất thời hạn."
            yield doubt("date_differs", Severity.WARNING, step, message)


def _folded(names: Sequence[str]) -> set[str]:
    return {fold(name) for name in names}
