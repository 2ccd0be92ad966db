"""Duties told twice, in the body and again in a table, linked; and procedures whose steps follow one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from thammuu_core.plans.model import Step
from thammuu_core.plans.steps.groups import OWN_NUMBER
from thammuu_core.provisions import Outline, Provision
from thammuu_core.text import fold

_WORDS = 40
_SHARED = 0.85
"""Of the shorter one's words."""
_ALIKE = 0.5
"""Of all words of both."""
_BRACKETS = re.compile(r"\([^)]*\)")


def with_restatements(steps: Sequence[Step], rows: frozenset[str]) -> tuple[Step, ...]:
    """`rows` are the ids of steps from tables; a step that says an earlier one's duty on the other side, table or text, names it."""
    words = {step.id: _words(step.text) for step in steps}
    told: list[Step] = []
    first_told: dict[bool, list[Step]] = {True: [], False: []}
    for step in steps:
        in_table = step.id in rows
        elsewhere = first_told[not in_table]
        first = next((old for old in elsewhere if _alike(words[old.id], words[step.id])), None)
        if first is None:
            first_told[in_table].append(step)
        told.append(replace(step, restates=first.id) if first else step)
    return tuple(told)


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(_BRACKETS.sub(" ", text)).split()[:_WORDS])


def _alike(old: frozenset[str], new: frozenset[str]) -> bool:
    if len(old) < 5 or len(new) < 5:
        return False
    both = len(old & new)
    return both >= _SHARED * min(len(old), len(new)) and both >= _ALIKE * len(old | new)


def with_order(steps: Sequence[Step], outline: Outline) -> tuple[Step, ...]:
    """In a numbered list whose dates ascend, each step follows the one before."""
    after: dict[str, str] = {}
    homes: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        homes[step_home(step)].append(step)
    for siblings in _numbered_lists(outline):
        run = _one_each(siblings, homes)
        if _ascends(run):
            after |= {new.id: old.id for old, new in pairwise(run)}
    return tuple(replace(step, after=(after[step.id],)) if step.id in after else step for step in steps)


def _numbered_lists(outline: Outline) -> list[tuple[Provision, ...]]:
    tops = [outline.body, *(attachment.provisions for attachment in outline.attachments)]
    lists = list(tops)
    lists += [node.children for provisions in tops for top in provisions for node in top.walk()]
    return [tuple(node for node in nodes if node.level in OWN_NUMBER) for nodes in lists]


def _one_each(siblings: tuple[Provision, ...], homes: Mapping[str, Sequence[Step]]) -> list[Step]:
    """The steps that say these items, when each item is one step."""
    found = [homes.get(node.id, ()) for node in siblings]
    return [steps[0] for steps in found] if all(len(steps) == 1 for steps in found) else []


def step_home(step: Step) -> str:
    """The provision that holds the step's words."""
    return dict(step.sources)["text"].provision


def _ascends(run: list[Step]) -> bool:
    """Enough dates, and rising; one that falls back among many is a slip, not another kind of list."""
    ends = [step.when.end for step in run if step.when.end]
    falls = sum(later < earlier for earlier, later in pairwise(ends))
    return len(ends) >= 3 and len(ends) >= 0.6 * len(run) and falls <= (len(ends) >= 5) and ends[0] < ends[-1]


def by_place(steps: Sequence[Step], outline: Outline) -> tuple[Step, ...]:
    """The steps in the order of the document."""
    order: Mapping[str, int] = {node.id: place for place, node in enumerate(outline.walk())}
    return tuple(
        sorted(steps, key=lambda step: (order.get(step_home(step), 0), dict(step.sources)["text"].start))
    )
