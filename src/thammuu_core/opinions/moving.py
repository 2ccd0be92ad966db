"""A paragraph taken out in one place and put in, the same, in another by the same hand: a move that Word did not call so.

LibreOffice writes every tracked move like that, and people who cut and paste do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from thammuu_core.opinions.joining import Change
from thammuu_core.redlines import Edit, canonical

_LONG = 40
"""Letters of a paragraph that nobody writes twice by chance."""

_Said = tuple[str, tuple[str, ...]]


def with_moves(changes: Sequence[Change], text: str) -> list[Change]:
    """The changes with such pairs told as moves; words that left or landed more than once stay as they are."""
    left: dict[_Said, list[Change]] = defaultdict(list)
    landed: dict[_Said, list[Change]] = defaultdict(list)
    for change in changes:
        edit = change.edit
        gone = text[edit.start : edit.end]
        if edit.to is not None or bool(gone) == bool(edit.new):
            continue
        words = canonical(gone or edit.new)
        if len(words) >= _LONG and "\n" in gone + edit.new:
            (left if gone else landed)[words, _authors(change)].append(change)
    pairs = {
        id(several[0]): landed[said][0]
        for said, several in left.items()
        if len(several) == len(landed[said]) == 1
    }
    gone_by = {id(other) for other in pairs.values()}
    return [
        _moved(change, pairs[id(change)]) if id(change) in pairs else change
        for change in changes
        if id(change) not in gone_by
    ]


def _authors(change: Change) -> tuple[str, ...]:
    return tuple(sorted({hand.author for hand in change.hands}))


def _moved(left: Change, landed: Change) -> Change:
    edit = left.edit
    move = Edit(edit.start, edit.end, edit.old, landed.edit.new, landed.edit.start)
    return replace(left, edit=move, silent=left.silent or landed.silent)
