"""Who owns a duty: its own words, else the heading or opening sentence above, else one sentence for the whole plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thammuu_core.plans.model import Step, WhenKind
from thammuu_core.plans.owners.roles import Owners, helpers, owners
from thammuu_core.plans.sentences import Span, sentences
from thammuu_core.plans.steps.groups import Line
from thammuu_core.plans.steps.sections import Item
from thammuu_core.provisions import Outline, Place, Provision
from thammuu_core.text import fold_keep

_FEW = 3
"""Steps in the part that carries a plan out, when one unit has it all."""

Named = tuple[Owners, Provision]
"""Owners and the provision whose words name them."""


def owners_above(item: Item) -> Named | None:
    """The owners that the nearest heading or opening sentence above names."""
    for node in reversed(item.above):
        found = owners(node.text[_words(node) :] if not node.heading else node.heading)
        if found.lead:
            return found, node
    return None


def with_owner(step: Step, line: Line, span: Span) -> Step:
    """The step with its owners: under a unit's heading that unit, unless the sentence names another."""
    owned = _with_leader(step, line, span)
    if owned.coordinating or owned.when.kind is WhenKind.UNDATED:
        return owned
    found = helpers(line.item.node.text[slice(*span)])
    others = tuple(name for name in found.coordinating if name not in owned.lead)
    places = _places(replace(found, coordinating=others), line.item.node, span[0]) if others else []
    return replace(owned, coordinating=others, sources=(*owned.sources, *places))


def _with_leader(step: Step, line: Line, span: Span) -> Step:
    node = line.item.node
    said = owners(node.text[slice(*span)])
    above = owners_above(line.item)
    if above and above[1].heading and (not said.lead or said.passing or _again(said, above[0])):
        return _inherited(step, above, said, node, span[0])
    if said.lead and not line.opening:
        return _own(step, said, node, span[0])
    opening = line.opening or line
    first = owners(opening.text)
    if not first.lead and line.item.closing:
        first = _latest(line, span)
    if first.lead:
        if span[0] == opening.start or line.opening:
            return _own(step, first, opening.item.node, opening.start)
        # Who helped with the first sentence does not help with the rest of the paragraph.
        lead = replace(first, coordinating=(), coordinating_span=None)
        return replace(_own(step, lead, opening.item.node, opening.start), inherited=("lead",))
    return _inherited(step, above, said, node, span[0]) if above else _own(step, said, node, span[0])


def _latest(line: Line, span: Span) -> Owners:
    """The owners that the nearest sentence before names; places are those of the paragraph's beginning."""
    named = (
        owners(line.text[start:end]) for start, end in sentences(line.text) if line.start + end <= span[0]
    )
    return next((found for found in reversed(list(named)) if found.lead), Owners())


def share_single_assignment(steps: Sequence[Step], outline: Outline) -> tuple[Step, ...]:
    """ "Giao A chủ trì, phối hợp với B …" said once, for all: the steps that have no owner of their own take it."""
    carried_out = {node.id for top in outline.body if _carries_out(top.heading or "") for node in top.walk()}
    there = [step for step in steps if dict(step.sources)["text"].provision in carried_out]
    given = _assignment(there)
    if given is None or all(step.lead for step in steps):
        return tuple(steps)
    return tuple(_taking(step, given) if not step.lead else step for step in steps if step is not given)


def _assignment(there: Sequence[Step]) -> Step | None:
    """The one step that gives the plan to a unit by name, beside at most a few words to "các phòng, đơn vị"."""
    named = [step for step in there if not all(name.casefold().startswith("các ") for name in step.lead)]
    if len(named) != 1 or len(there) > _FEW:
        return None
    given = named[0]
    undated = given.when.kind is WhenKind.UNDATED and not given.inherited
    return given if undated and (len(there) == 1 or "chủ trì" in given.text) else None


def _carries_out(heading: str) -> bool:
    """The part says who carries the plan out."""
    folded = fold_keep(heading)
    return any(words in folded for words in ("to chuc thuc hien", "phan cong", "trach nhiem"))


def _taking(step: Step, given: Step) -> Step:
    sources = tuple((name, place) for name, place in given.sources if name in ("lead", "coordinating"))
    names = tuple(name for name, _ in sources)
    return replace(
        step,
        lead=given.lead,
        coordinating=step.coordinating or given.coordinating,
        inherited=(*step.inherited, *names),
        sources=(*step.sources, *sources),
    )


def _again(said: Owners, above: Owners) -> bool:
    """The sentence names again the unit under whose heading it stands."""
    names = " ".join(fold_keep(name) for name in above.lead)
    return all(fold_keep(name) in names for name in said.lead)


def _own(step: Step, found: Owners, node: Provision, at: int) -> Step:
    sources = (*step.sources, *_places(found, node, at))
    coordinating = step.coordinating or found.coordinating
    return replace(step, lead=found.lead, coordinating=coordinating, sources=sources)


def _inherited(step: Step, above: Named, said: Owners, node: Provision, at: int) -> Step:
    found, namer = above
    own = replace(said, lead=(), lead_span=None)
    from_above = found if not said.coordinating else replace(found, coordinating=(), coordinating_span=None)
    sources = (*step.sources, *_places(from_above, namer, _words(namer)), *_places(own, node, at))
    names = ("lead", "coordinating") if from_above.coordinating else ("lead",)
    coordinating = step.coordinating or said.coordinating or found.coordinating
    return replace(step, lead=found.lead, coordinating=coordinating, inherited=names, sources=sources)


def _places(found: Owners, node: Provision, at: int) -> list[tuple[str, Place]]:
    spans = (("lead", found.lead_span), ("coordinating", found.coordinating_span))
    return [(name, Place(node.id, span[0] + at, span[1] + at)) for name, span in spans if span]


def _words(node: Provision) -> int:
    """Where the words that name the owners begin: those of the heading, or after the label."""
    if node.heading and node.heading in node.text:
        return node.text.index(node.heading)
    return node.words
