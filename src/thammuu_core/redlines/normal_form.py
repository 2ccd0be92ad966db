"""The one smallest form of a change, so that equal changes of different people are equal values."""

from __future__ import annotations

from dataclasses import replace

from thammuu_core.redlines.model import Edit


def normal(text: str, edit: Edit) -> Edit:
    """The edit of `text` with the same effect: common ends trimmed, pure insertions and removals slid left.

    A change that changes nothing is left empty at its start. A move keeps its words; what leaves and what lands are
    each slid left.

    >>> normal("số hộ nghèo", Edit(3, 6, "hộ ", "hộ rất "))
    Edit(start=5, end=5, old='', new=' rất', to=None)
    """
    if edit.to is not None:
        return _slid_move(text, edit)
    start, end, new = _trimmed(text, edit)
    if start == end and new:
        slid = _turns(text, start, new)
        start = end = start - slid
        new = _turned(new, slid)
    elif not new and start < end:
        slid = _turns(text, start, text[start:end])
        start, end = start - slid, end - slid
    return Edit(start, end, text[start:end], new)


def _trimmed(text: str, edit: Edit) -> tuple[int, int, str]:
    start, end, new = edit.start, edit.end, edit.new
    head, most = 0, min(end - start, len(new))
    while head < most and text[start + head] == new[head]:
        head += 1
    tail, most = 0, most - head
    while tail < most and text[end - 1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, end - tail, new[head : len(new) - tail]


def _slid_move(text: str, edit: Edit) -> Edit:
    """A removal slides over words that stay, a landing too; neither past the other's place."""
    assert edit.to is not None
    left = _turns(text, edit.start, text[edit.start : edit.end], edit.to if edit.to <= edit.start else 0)
    landing = _turns(text, edit.to, edit.new, edit.end if edit.to >= edit.end else 0)
    start, end = edit.start - left, edit.end - left
    moved = replace(edit, start=start, end=end, old=text[start:end])
    return replace(moved, to=edit.to - landing, new=_turned(edit.new, landing))


def _turns(text: str, place: int, words: str, least: int = 0) -> int:
    """By how many characters `words`, put in or taken out at `place`, can go left with the same effect."""
    count, length = 0, len(words)
    while length and place - count > least and text[place - count - 1] == words[length - 1 - count % length]:
        count += 1
    return count


def _turned(words: str, count: int) -> str:
    cut = len(words) - count % len(words) if words else 0
    return words[cut:] + words[:cut]
