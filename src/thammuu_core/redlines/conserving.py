"""Nothing lost, nothing invented: whether changes made on the old text give the new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from thammuu_core.papers import Story
from thammuu_core.redlines.canon import canonical, is_number, typed_label
from thammuu_core.redlines.model import Edit, applied


def holds(edits: Iterable[Edit], old: Story, new: Story) -> bool:
    """Whether `old` with the edits says what `new` says: spelling, empty paragraphs and automatic numbers aside."""
    made = [said for line in applied(old.text, edits).split("\n") if (said := canonical(line))]
    numbered = any(line.paragraph.label for line in old.lines())
    found = 0
    for said, label, following in _followed(list(_lines(new))):
        line = made[found] if found < len(made) else ""
        if not said:
            found += line != following and is_number(line, label)
        elif line == said or (line and _resolved(line, said, label, numbered=numbered)):
            found += 1
        elif not (numbered and is_number(said)):
            return False
    return found == len(made)


def _lines(story: Story) -> Iterator[tuple[str, str]]:
    """Lines that hold words or are counted, with their automatic label."""
    for line in story.lines():
        label = line.paragraph.label
        for number, piece in enumerate(line.paragraph.text.split("\n")):
            said = canonical(piece)
            if said or (label and not number):
                yield said, "" if number else label


def _followed(lines: Sequence[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Each with the next words from it on."""
    following, made = "", []
    for said, label in reversed(lines):
        following = said or following
        made.append((said, label, following))
    return made[::-1]


def _resolved(one: str, other: str, label: str, *, numbered: bool) -> bool:
    """A number typed on one side only, where the other side counts by itself."""
    if label and one[typed_label(one) :] == other:
        return True
    return numbered and other[typed_label(other) :] == one
