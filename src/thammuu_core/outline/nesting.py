"""Labelled paragraphs become a tree: each label joins the open list it continues, or opens a deeper one.

Authors restart numbers under each parent, skip or repeat one, and nest schemes in orders of their own; so a
label's place is decided by the sequence it continues and by whether an open sequence goes on later, and only then
by the usual rank of its scheme.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from thammuu_core.outline.labels import RANKS, Label, follows
from thammuu_core.provisions import Level

_STRUCTURAL = frozenset({Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION, Level.ARTICLE})
_GAP = 3
"""Numbers that may be missing or repeated before a number is no longer believed to belong to a list."""


def rank(label: Label) -> int:
    """The usual depth of the label's scheme; 1.1.1 stands below 1.1."""
    base, _, more = label.scheme.partition(":")
    return RANKS[base] * 10 + (int(more[0]) if base == "decimal" else 0)


def nest(readings: Sequence[Sequence[Label]], firm: Sequence[bool]) -> list[tuple[int, Label | None]]:
    """For each line, the index of its parent line (-1 for none) and the label believed; unlabelled lines hang
    from the last labelled one.

    `readings` holds each line's possible labels; `firm` says that a label was numbered by the word processor, and
    is therefore one even where its number is out of order.
    """
    return _Nesting(readings).run(firm)


class _Nesting:
    """The open labels, outermost first, while the lines go by."""

    def __init__(self, readings: Sequence[Sequence[Label]]) -> None:
        self.readings = readings
        self.open: list[tuple[int, Label]] = []
        self.last: dict[str, Label] = {}
        self.inside: set[tuple[str, str]] = set()
        self.ahead: dict[str, list[tuple[int, Label]]] = defaultdict(list)
        for index, line in enumerate(readings):
            for label in line:
                self.ahead[label.scheme].append((index, label))

    def run(self, firm: Sequence[bool]) -> list[tuple[int, Label | None]]:
        placed: list[tuple[int, Label | None]] = []
        for index, line in enumerate(self.readings):
            label = self._believed(line, firm[index])
            if label is None:
                placed.append((self.open[-1][0] if self.open else -1, None))
            else:
                self._close_for(label, index)
                placed.append((self.open[-1][0] if self.open else -1, label))
                self.open.append((index, label))
                self.last[label.scheme] = label
        return placed

    def _believed(self, line: Sequence[Label], firm: bool) -> Label | None:
        """The reading that fits the open lists best; none when the number comes from nowhere."""
        scored = [(self._fit(label), -place, label) for place, label in enumerate(line)]
        fitting = [entry for entry in scored if entry[0] > 0 or firm]
        return max(fitting, key=lambda entry: entry[:2])[2] if fitting else None

    def _fit(self, label: Label) -> int:
        peer = self._peer(label)
        if peer and follows(peer, label):
            return 5
        if label.guessed:
            return 4 if not peer and label.value == (1,) and not self.open else 0
        if not label.value or label.level in _STRUCTURAL:
            return 4
        if label.value[-1] == 1 or self._parent_says(label):
            return 3
        if peer and len(peer.value) == len(label.value) and abs(label.value[-1] - peer.value[-1]) <= _GAP:
            return 2
        last = self.last.get(label.scheme)
        return 1 if self._lost_its_first(label) or (last and follows(last, label)) else 0

    def _lost_its_first(self, label: Label) -> bool:
        """A list may begin with its second or third label where a converter lost the first; "C. Mác" begins none."""
        if label.value[-1] > _GAP or label.level is Level.UPPER:
            return False
        return bool(self.open) or label.scheme in ("roman", "arabic")

    def _parent_says(self, label: Label) -> bool:
        """1.3 under 1, though 1.1 and 1.2 were lost."""
        return label.level is Level.DECIMAL and any(
            other.value == label.value[: len(other.value)] for _, other in self.open if other.value
        )

    def _peer(self, label: Label) -> Label | None:
        return next((other for _, other in reversed(self.open) if other.scheme == label.scheme), None)

    def _close_for(self, label: Label, index: int) -> None:
        """Leave open only what `label` stands inside."""
        peers = [place for place, (_, other) in enumerate(self.open) if other.scheme == label.scheme]
        if peers:
            del self.open[peers[-1] :]
            return
        while self.open and not self._holds(self.open[-1][1], label, index):
            self.open.pop()
        if self.open:
            self.inside.add((self.open[-1][1].scheme, label.scheme))

    def _holds(self, outer: Label, label: Label, index: int) -> bool:
        """Whether `label` opens a list inside `outer`."""
        if label.level is Level.DECIMAL and outer.level is Level.DECIMAL:
            return outer.value == label.value[: len(outer.value)]
        if rank(outer) < rank(label):
            return True
        if label.level in _STRUCTURAL:
            return False
        return (outer.scheme, label.scheme) in self.inside or self._goes_on(outer, label, index)

    def _goes_on(self, outer: Label, label: Label, index: int) -> bool:
        """Whether the list of `outer` continues later, before it restarts and within the list that `label` opens."""
        following = self.ahead[outer.scheme]
        if not outer.value or label.value[-1:] != (1,):
            return False
        after = bisect_right(following, index, key=lambda entry: entry[0])
        return after < len(following) and follows(outer, following[after][1])
