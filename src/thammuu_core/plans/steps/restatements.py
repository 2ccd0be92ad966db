"""Duties told twice, in the body and again in a table, linked; and procedures whose steps follow one another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from heapq import merge
from itertools import groupby, pairwise
from math import ceil

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


class _Told:
    """Duties told on one side, found again without looking at each; all words are given rarest first.

    Two sets that share so many words of one, and so many of the other, share a word among the first few of both.
    """

    def __init__(self) -> None:
        self.duties: list[tuple[str, frozenset[str]]] = []
        self.longer: dict[str, list[int]] = defaultdict(list)
        self.shorter: dict[str, list[int]] = defaultdict(list)

    def add(self, step_id: str, words: Sequence[str]) -> None:
        """Keep one more."""
        for holding, share in ((self.longer, _ALIKE), (self.shorter, _SHARED)):
            for word in _first(words, share):
                holding[word].append(len(self.duties))
        self.duties.append((step_id, frozenset(words)))

    def first_like(self, words: Sequence[str]) -> str | None:
        """The id of the first duty that says the same, a longer one or a shorter."""
        said = frozenset(words)
        longer = (self.longer.get(word, ()) for word in _first(words, _SHARED))
        shorter = (self.shorter.get(word, ()) for word in _first(words, _ALIKE))
        for index, _ in groupby(merge(*longer, *shorter)):
            step_id, old = self.duties[index]
            if _alike(old, said):
                return step_id
        return None


def _first(words: Sequence[str], share: float) -> Sequence[str]:
    """So many that another set without any of them cannot hold this share of the words."""
    return words[: len(words) - ceil(share * len(words)) + 1]


def with_restatements(steps: Sequence[Step], rows: frozenset[str]) -> tuple[Step, ...]:
    """`rows` are the ids of steps from tables; a step that says an earlier one's duty on the other side, table or text, names it."""
    said = {step.id: _words(step.text) for step in steps}
    common = Counter(word for words in said.values() for word in words)
    first_told = {True: _Told(), False: _Told()}
    told: list[Step] = []
    for step in steps:
        in_table = step.id in rows
        words = sorted(said[step.id], key=lambda word: (common[word], word))
        first = first_told[not in_table].first_like(words)
        if first is None:
            first_told[in_table].add(step.id, words)
        told.append(replace(step, restates=first) if first else step)
    return tuple(told)


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(_BRACKETS.sub(" ", text)).split()[:_WORDS])


def _alike(old: frozenset[str], new: frozenset[str]) -> bool:
    if len(old) < 5 or len(new) < 5:
        return False
    both = len(old & new)
    return both >= _SHARED * min(len(old), len(new)) and both >= _ALIKE * (len(old) + len(new) - both)


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
