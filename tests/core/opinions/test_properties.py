"""What must hold of any replies: their order changes nothing, and no file, however broken, stops the reader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.merges import base
from support.mutations import mutated
from support.replies import files
from thammuu_core.anchors import Version
from thammuu_core.exchange.opinions import merge_to_dict
from thammuu_core.opinions import Reply
from thammuu_core.opinions.merging import merge
from thammuu_core.opinions.reading import read_reply
from thammuu_core.wordml import read_docx

NAMES = tuple(files())
FAILED = "opinions.reader_failed"
"""The code of the problem that stands for an error of the reader itself."""


@cache
def version() -> Version:
    return Version.of(sha256(base()).hexdigest(), read_docx(base()))


@cache
def replies() -> tuple[Reply, ...]:
    return tuple(read_reply((version(),), name, data) for name, data in files().items())


def test_each_file_is_read_for_what_it_is() -> None:
    kinds = {reply.file: reply.kinds for reply in replies()}
    assert kinds["So-Tai-chinh.docx"][0] == "tracked"
    assert kinds["So-Y-te.docx"] == ("silent",)
    assert kinds["So-Xay-dung.docx"] == ("unchanged",)
    assert kinds["So-Noi-vu.docx"] == kinds["So-Noi-vu.txt"] == ("letter",)
    assert kinds["tong-hop.xlsx"] == ("sheet",)


@given(st.permutations(range(len(NAMES))))
@settings(max_examples=40)
def test_what_is_told_of_a_merge_does_not_depend_on_the_order_of_its_files(order: Sequence[int]) -> None:
    def told(chosen: Sequence[Reply]) -> object:
        return merge_to_dict(merge(version(), chosen), version(), "draft.docx", with_base=True)

    assert told([replies()[place] for place in order]) == told(replies())


@given(st.sets(st.sampled_from(range(len(NAMES)))))
@settings(max_examples=40)
def test_rows_of_some_replies_are_the_rows_of_all_with_fewer_sources(chosen: set[int]) -> None:
    """A late reply adds sources and rows; what was decided on a row stays with it."""

    def sources(of: Sequence[Reply]) -> dict[str, set[tuple[str, int]]]:
        made = merge(version(), of)
        return {row.id: {(made.replies[a].file, b) for a, b in row.members} for row in made.rows}

    few, all_of_them = sources([replies()[place] for place in chosen]), sources(replies())
    names = {NAMES[place] for place in chosen}
    assert few == {
        identity: own
        for identity, members in all_of_them.items()
        if (own := {member for member in members if member[0] in names})
    }


def _hold(name: str, seed: int) -> None:
    """Whatever the file has become, there is a reply that says what it is, and no reader gave up by an error of its own."""
    reply = read_reply((version(),), name, mutated(files()[name], Random(seed)))
    assert isinstance(reply, Reply)
    assert reply.kinds
    assert not [problem.message for problem in reply.problems if problem.code == FAILED]
    merge_to_dict(merge(version(), [reply]), version(), "draft.docx", with_base=False)


@given(st.sampled_from(NAMES), st.integers(min_value=0, max_value=2**32))
@settings(max_examples=200)
def test_a_broken_file_is_a_reply_that_says_so(name: str, seed: int) -> None:
    _hold(name, seed)


@pytest.mark.long
@given(st.sampled_from(NAMES), st.integers(min_value=0, max_value=2**32))
@settings(max_examples=2000)
def test_two_thousand_broken_files_are_replies_that_say_so(name: str, seed: int) -> None:
    _hold(name, seed)
