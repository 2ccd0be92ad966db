"""Duties told twice are linked to the first that says the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.plans.model import Step, When, WhenKind
from thammuu_core.plans.steps.restatements import with_restatements

WORDS = [f"việc{number}" for number in range(12)]
DUTIES = st.lists(
    st.tuples(st.booleans(), st.lists(st.sampled_from(WORDS), max_size=12, unique=True)), max_size=12
)


def says_the_same(one: list[str], other: list[str]) -> bool:
    both, shorter = len({*one} & {*other}), min(len(one), len(other))
    return shorter >= 5 and both >= 0.85 * shorter and both >= 0.5 * len({*one} | {*other})


@given(DUTIES)
def test_a_duty_names_the_first_on_the_other_side_that_says_the_same(
    duties: list[tuple[bool, list[str]]],
) -> None:
    """The index by rare words finds what comparing every pair finds."""
    steps = tuple(
        Step(str(place), "", " ".join(words), When("", WhenKind.UNDATED))
        for place, (_, words) in enumerate(duties)
    )
    rows = frozenset(str(place) for place, (in_table, _) in enumerate(duties) if in_table)
    told = with_restatements(steps, rows)
    for place, (in_table, words) in enumerate(duties):
        expected = next(
            (
                str(before)
                for before, (other_side, said) in enumerate(duties[:place])
                if other_side != in_table and not told[before].restates and says_the_same(said, words)
            ),
            None,
        )
        assert told[place].restates == expected
