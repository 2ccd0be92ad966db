"""Common parts and chains, on short sequences and on ones too long to be held against each other item by item."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.stories import story
from thammuu_core.redlines import compare, holds, sequences
from thammuu_core.redlines.sequences import Rectangle, blocks, chain, encoded

ITEMS = st.lists(st.sampled_from([f"w{n}" for n in range(12)]), max_size=30)


@given(ITEMS, ITEMS)
def test_blocks_are_equal_and_follow_one_another(one: list[str], other: list[str]) -> None:
    last = (0, 0)
    for block in blocks(*encoded(one, other)):
        assert (
            one[block.start : block.start + block.length] == other[block.other : block.other + block.length]
        )
        assert (block.start, block.other) >= last
        last = (block.start + block.length, block.other + block.length)


@given(st.lists(st.integers(0, 60), unique=True), st.lists(st.integers(0, 60), unique=True))
def test_long_sequences_are_cut_at_what_occurs_once(one: list[int], other: list[int]) -> None:
    exact = blocks(one, other)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sequences, "_EXACT", 0)
        cut = blocks(one, other)
    assert sum(block.length for block in cut) == sum(block.length for block in exact)
    assert all(one[b.start : b.start + b.length] == other[b.other : b.other + b.length] for b in cut)


RECTANGLE = st.tuples(st.integers(0, 4), st.integers(1, 2), st.integers(0, 4), st.integers(1, 2), st.floats(0.1, 1)).map(
    lambda r: Rectangle(r[0], r[0] + r[1], r[2], r[2] + r[3], r[4])
)  # fmt: skip


@given(st.lists(RECTANGLE, max_size=7))
def test_a_chain_is_the_best_of_all(rectangles: list[Rectangle]) -> None:
    found = chain(rectangles, 6)
    assert all(a.end <= b.start and a.other_end <= b.other_start for a, b in pairwise(found))
    assert sum(r.score for r in found) == pytest.approx(_best(rectangles, 0, 0))


def _best(rectangles: list[Rectangle], start: int, other: int) -> float:
    return max(
        (
            r.score + _best(rectangles, r.end, r.other_end)
            for r in rectangles
            if r.start >= start and r.other_start >= other
        ),
        default=0.0,
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("x y z",) * 3_000, ("x y w",) * 3_000),
        (tuple(f"{n % 9}. một {n}" for n in range(3_000)), tuple(f"{n % 9}. hai {n}" for n in range(3_000))),
        (("a " * 60_000,), ("a b " * 30_000,)),
        ((".," * 60_000,), (",;" * 60_000,)),
        (("a" * 200_000,), ("a" * 199_999 + "b",)),
        (("",) * 5_000, (" ",) * 5_001),
    ],
)
def test_texts_made_to_be_hard_are_still_compared(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    comparison = compare(story(*old), story(*new))
    assert holds(comparison.edits, comparison.old, comparison.new)
