"""A version of a draft held against its mandates: what the machine proposes, and over it what people said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from thammuu.apps.coverage.clauses import demand_of
from thammuu.apps.coverage.models import Answer, Verdict
from thammuu.apps.coverage.rows import STATES, ClauseRow, DemandRow
from thammuu.apps.instruments.rows import ItemRow
from thammuu_core.indicators.coverage import Clause, Demand, Proposal, State, answer, propose

_STILL_THE_SAME = 0.6
"""Share of words in order from which changed words are taken for the provision that was confirmed."""
_CHANGED = "Điều khoản đã xác nhận nay có lời khác; hãy xem lại."
_GONE = "Điều khoản đã xác nhận không còn trong lần dự thảo này; hãy xem lại."


def demand_rows(
    items: Sequence[ItemRow], clauses: Sequence[Clause], answers: Mapping[str, Answer]
) -> tuple[DemandRow, ...]:
    """A row for every item, in their order; `answers` are the newest by the uuid of their item."""
    demands = [demand_of(item) for item in items]
    proposals = propose(demands, clauses)
    return tuple(
        _row(item, demand, proposals[demand.id], answers.get(demand.id), clauses)
        for item, demand in zip(items, demands, strict=True)
    )


def clause_row(clause: Clause) -> ClauseRow:
    """For screens."""
    return ClauseRow(clause.id, clause.where, clause.words)


def _found_again(said: Answer, clauses: Sequence[Clause]) -> tuple[Clause | None, str]:
    """The clause that was confirmed, in this version, and what has changed about it."""
    alike = [clause for clause in clauses if clause.words == said.quote]
    if alike:
        return next((clause for clause in alike if clause.where == said.where), alike[0]), ""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(said.quote.split())
    best: tuple[float, Clause | None] = (_STILL_THE_SAME, None)
    for clause in clauses:
        matcher.set_seq1(clause.words.split())
        if matcher.quick_ratio() >= best[0] and (ratio := matcher.ratio()) >= best[0]:
            best = (ratio, clause)
    return best[1], _CHANGED if best[1] else _GONE


def _row(
    item: ItemRow,
    demand: Demand,
    proposed: Sequence[Proposal],
    said: Answer | None,
    clauses: Sequence[Clause],
) -> DemandRow:
    clause, state, remark = _stands(demand, proposed, said, clauses)
    return DemandRow(
        item=item,
        state=state,
        state_words=STATES[state],
        confirmed=said is not None,
        clause=clause_row(clause) if clause else None,
        remark=remark,
        reason=said.reason if said else "",
        by=said.by.full_name if said else "",
        at=said.at if said else None,
        number=said.number if said else 0,
        offered=tuple(clause_row(one.clause) for one in proposed),
    )


def _stands(
    demand: Demand, proposed: Sequence[Proposal], said: Answer | None, clauses: Sequence[Clause]
) -> tuple[Clause | None, str, str]:
    """The clause, the state, the remark."""
    if said is None:
        best = proposed[0] if proposed else None
        return (best.clause, best.state, best.weaker) if best else (None, State.MISSING, "")
    if said.verdict == Verdict.OMITTED:
        return None, Verdict.OMITTED.value, ""
    clause, changed = _found_again(said, clauses)
    if clause is None:
        return None, State.MISSING, changed
    state, weaker = answer(demand, clause)
    return clause, state, " ".join(filter(None, (changed, weaker)))
