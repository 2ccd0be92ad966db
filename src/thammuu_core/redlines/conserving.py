"""Nothing lost, nothing invented: whether changes made on the old text give the new one."""

from __future__ import annotations

from collections.abc import Iterable

from thammuu_core.papers import Story
from thammuu_core.redlines.canon import canonical, typed_label
from thammuu_core.redlines.model import Edit, applied


def holds(edits: Iterable[Edit], old: Story, new: Story) -> bool:
    """Whether `old` with the edits says what `new` says: spelling, empty paragraphs and automatic numbers aside."""
    made = [said for line in applied(old.text, edits).split("\n") if (said := canonical(line))]
    expected = [
        (said, line.paragraph.label)
        for line in new.lines()
        for piece in line.paragraph.text.split("\n")
        if (said := canonical(piece))
    ]
    if len(made) != len(expected):
        return False
    differing = [
        (one, other, label) for one, (other, label) in zip(made, expected, strict=True) if one != other
    ]
    numbered = bool(differing) and any(line.paragraph.label for line in old.lines())
    return all(_resolved(one, other, label, numbered=numbered) for one, other, label in differing)


def _resolved(one: str, other: str, label: str, *, numbered: bool) -> bool:
    """A number typed on one side only, where the other side counts by itself."""
    if label and one[typed_label(one) :] == other:
        return True
    return numbered and other[typed_label(other) :] == one
