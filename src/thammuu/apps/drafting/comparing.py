"""What the words of two versions differ in, paragraph by paragraph. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from thammuu.apps.drafting.rows import Changed
from thammuu_core.papers import Paper

_PIECES = re.compile(r"\s+|[^\s]+")


def changed_words(before: Paper, after: Paper) -> tuple[Changed, ...]:
    """Paragraphs of the main story that were added, removed or changed, in order."""
    old, new = _lines(before), _lines(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: list[Changed] = []
    for act, i1, i2, j1, j2 in matcher.get_opcodes():
        if act != "equal":
            found += _paired(old[i1:i2], new[j1:j2])
    return tuple(found)


def _lines(paper: Paper) -> list[str]:
    return [line.paragraph.text for line in paper.body.lines() if line.paragraph.text.strip()]


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[Changed]:
    for before, after in zip_longest(old, new):
        if before is None:
            yield Changed("added", (), ((after, True),))
        elif after is None:
            yield Changed("removed", ((before, True),), ())
        else:
            yield Changed("changed", *_pieces(before, after))


def _pieces(before: str, after: str) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    gone: list[tuple[str, bool]] = []
    come: list[tuple[str, bool]] = []
    for act, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if i2 > i1:
            gone.append(("".join(old[i1:i2]), act != "equal"))
        if j2 > j1:
            come.append(("".join(new[j1:j2]), act != "equal"))
    return tuple(gone), tuple(come)
