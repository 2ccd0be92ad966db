"""How well changes that were found say what was done: on text without blanks, in one spelling, by smallest forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

NEAR = 15
"""Letters around a change within which others are looked at together with it."""
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u2011": "-", "\u00ad": None, "\u200b": None, "\ufeff": None})  # fmt: skip


@dataclass(frozen=True, order=True)
class Change:
    """[start, end) of a solid text becomes `new`."""

    start: int
    end: int
    new: str


def solid(text: str) -> str:
    """The text without blanks; paragraph marks stay."""
    return re.sub(r"[^\S\n]+", "", unicodedata.normalize("NFC", text).translate(_PLAIN))


def settled(text: str) -> str:
    """The text without blanks and without empty paragraphs."""
    return "\n".join(line for line in solid(text).split("\n") if line)


class Ruler:
    """Carries changes of a text to its solid text."""

    def __init__(self, text: str) -> None:
        self.text = solid(text)
        self._before = [0]
        for letter in text:
            self._before.append(self._before[-1] + len(solid(letter)))

    def change(self, start: int, end: int, new: str) -> Change:
        """The same change of the solid text."""
        return Change(self._before[start], self._before[end], solid(new))


def smallest(text: str, change: Change) -> Change:
    """Common ends trimmed, insertions and removals slid to the left."""
    start, end, new = change.start, change.end, change.new
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    while start == end and new and start and text[start - 1] == new[-1]:
        start, end, new = start - 1, end - 1, new[-1] + new[:-1]
    while not new and 0 < start < end and text[start - 1] == text[end - 1]:
        start, end = start - 1, end - 1
    return Change(start, end, new)


def applied(text: str, changes: Sequence[Change]) -> str:
    """The text after the changes."""
    pieces, at = [], 0
    for change in sorted(changes):
        pieces += [text[at : change.start], change.new]
        at = max(at, change.end)
    return "".join([*pieces, text[at:]])


def exact(text: str, truths: Sequence[Change], found: Sequence[Change]) -> int:
    """How many truths were found as one change of the same smallest form."""
    forms = {smallest(text, change) for change in found}
    return sum(smallest(text, truth) in forms for truth in truths)


def covered(text: str, truths: Sequence[Change], found: Sequence[Change]) -> int:
    """How many truths have a neighbourhood that reads the same, empty paragraphs aside, after the true and the found."""
    return sum(_is_covered(text, truth, truths, found) for truth in truths)


def _is_covered(text: str, truth: Change, truths: Sequence[Change], found: Sequence[Change]) -> bool:
    start, end, size = truth.start, truth.end, -1
    while size != end - start:
        size = end - start
        for change in (*truths, *found):
            if change.start <= end + NEAR and start - NEAR <= change.end:
                start, end = min(start, change.start), max(end, change.end)
    windows = [
        [
            Change(each.start - start, each.end - start, each.new)
            for each in changes
            if start <= each.start <= each.end <= end
        ]
        for changes in (truths, found)
    ]
    one, other = (settled(applied(text[start:end], changes)) for changes in windows)
    return one == other
