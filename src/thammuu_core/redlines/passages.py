"""A comparison as a person reads it: paragraph by paragraph, row by row, what went struck out beside what came.

`html` and `terminal` draw these. A paragraph mark that went shows as "¶" where two paragraphs flow together; else the
paragraph that went stands by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, pairwise

from thammuu_core.outline import outline, where
from thammuu_core.papers import BODY, Paper, Story
from thammuu_core.redlines.model import Comparison

CONTEXT = 1
"""Unchanged units shown on either side of a changed one."""
SHORTEST = 3
"""Fewer units than this are not worth folding."""
PILCROW = "¶"
NOWHERE = "Ngoài các điều khoản"
"""The heading of a passage that stands in no provision."""
NOTHING = "Không có thay đổi."


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    COME = "come"
    LEFT = "left"
    """Moved away from here."""
    ARRIVED = "arrived"
    """Moved to here."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one kind."""

    text: str
    kind: Kind = Kind.SAME
    edit: int | None = None
    """Index of the change among the comparison's edits."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One paragraph as shown: old [start, end), equal where all of it is new."""

    start: int
    end: int
    words: tuple[Words, ...]
    place: tuple[int, ...] = ()
    """Table, row, cell; rows that came are counted in the new story and have a table of -1."""

    @property
    def changed(self) -> bool:
        """Something in it is not as it was."""
        return any(words.kind is not Kind.SAME for words in self.words)


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """A paragraph, or the paragraphs of one row of a table."""

    lines: tuple[ShownLine, ...]

    @property
    def is_row(self) -> bool:
        """Of a table."""
        return bool(self.lines[0].place)

    @property
    def changed(self) -> bool:
        """Something in it is not as it was."""
        return any(line.changed for line in self.lines)


@dataclass(frozen=True, slots=True)
class Passage:
    """Units that stand together: shown, or folded when nothing in or near them changed."""

    units: tuple[ShownUnit, ...]
    folded: bool
    heading: str = ""
    """The provision in which its first change stands, as a reader says it."""


def passages(comparison: Comparison, context: int = CONTEXT) -> tuple[Passage, ...]:
    """The whole comparison, in order of the old text."""
    found = units(comparison)
    near = _near([unit.changed for unit in found], context)
    said = _Said(comparison.old)
    made: list[Passage] = []
    for shown, group in groupby(range(len(found)), key=near.__getitem__):
        inside = tuple(found[number] for number in group)
        made += _by_heading(inside, said) if shown else [Passage(inside, folded=True)]
    return tuple(made)


def units(comparison: Comparison) -> list[ShownUnit]:
    """Every paragraph and row of both texts together."""
    lines = enumerate(_Lines(comparison).all())
    groups = groupby(lines, key=lambda each: each[1].place[:2] or (each[0],))
    return [ShownUnit(tuple(line for _, line in group)) for _, group in groups]


def _near(changed: Sequence[bool], context: int) -> list[bool]:
    """For each unit, whether one that changed stands so near that it is shown too."""
    places = [place for place, is_changed in enumerate(changed) if is_changed]
    near = [False] * len(changed)
    for place in places:
        for each in range(max(place - context, 0), min(place + context + 1, len(near))):
            near[each] = True
    shown = [-1, *(place for place, is_near in enumerate(near) if is_near), len(near)]
    for before, after in pairwise(shown) if places else ():
        if after - before - 1 < SHORTEST:
            near[before + 1 : after] = [True] * (after - before - 1)
    return near


def _by_heading(inside: Sequence[ShownUnit], said: _Said) -> Iterator[Passage]:
    """Passages of one provision each; what did not change goes with the change behind it, at the end before it."""
    held: list[ShownUnit] = []
    heading: str | None = None
    for unit in inside:
        here = said.at(unit.lines[0].start) if unit.changed else heading
        if heading is not None and here != heading:
            yield Passage(tuple(held), folded=False, heading=heading)
            held = []
        held.append(unit)
        heading = here
    yield Passage(tuple(held), folded=False, heading=heading or "")


class _Said:
    """Where an offset of a story stands, as a reader says it."""

    def __init__(self, story: Story) -> None:
        made = outline(Paper("story", (Story(BODY, story.blocks),)))
        said = where(made)
        lines = list(made.lines())
        self._starts = [start for _, start in lines]
        self._paths = [said.get(node.id, "") for node, _ in lines]

    def at(self, offset: int) -> str:
        """The path of labels; empty where there is none."""
        found = bisect_right(self._starts, offset) - 1
        return self._paths[found] if found >= 0 else ""


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    new: str
    gone: Kind
    come: Kind
    edit: int
    came: int
    """Where `new` stands in the new text."""


class _Lines:
    """The paragraphs of both texts, as the changes run through them."""

    def __init__(self, comparison: Comparison) -> None:
        self._text = comparison.old.text
        self._changes = _changes(comparison)
        self._old = [(line.start, line.table) for line in comparison.old.lines()]
        self._new = [(line.start, line.table) for line in comparison.new.lines()]
        self._made: list[ShownLine] = []
        self._words: list[Words] = []
        self._start = self._at = self._came = 0

    def all(self) -> list[ShownLine]:
        """All of them, in order."""
        for change in self._changes:
            if change.start < self._at:
                continue
            self._old_words(change.start, Words("", Kind.SAME))
            silent = self._text[change.end : change.end + 1] in ("", "\n")
            self._old_words(change.end, Words("", change.gone, change.edit), silent=silent)
            self._new_words(change, silent=silent)
        self._old_words(len(self._text), Words("", Kind.SAME))
        self._end(0)
        return self._made

    def _old_words(self, end: int, like: Words, *, silent: bool = False) -> None:
        """Words of the old text up to an offset; `silent`: what begins with a mark is whole paragraphs."""
        for number, part in enumerate(self._text[self._at : end].split("\n")):
            if number:
                self._at += 1
                self._mark(like, 1, silent=silent and number == 1 and not self._is_begun(like))
            self._add(part, like)
            self._at += len(part)

    def _new_words(self, change: _Change, *, silent: bool) -> None:
        came = change.came
        like = Words("", change.come, change.edit)
        for number, part in enumerate(change.new.split("\n")):
            if number:
                came += 1
                self._mark(like, 0, silent=silent and number == 1 and not self._is_begun(like))
            self._came = came if part and not self._words else self._came
            self._add(part, like)
            came += len(part)

    def _is_begun(self, like: Words) -> bool:
        """Whether words of this change stand in the line already."""
        return any(words.edit == like.edit and words.kind is like.kind for words in self._words)

    def _add(self, part: str, like: Words) -> None:
        if part:
            self._words.append(replace(like, text=part))

    def _mark(self, like: Words, marks: int, *, silent: bool) -> None:
        """A paragraph ends here, or did, or does now."""
        alone = all(words.kind is like.kind for words in self._words)
        if like.kind is not Kind.SAME and not silent and (not alone or not self._words):
            self._add(PILCROW, like)
        if alone or silent or like.kind in (Kind.SAME, Kind.COME, Kind.ARRIVED):
            self._end(marks)

    def _end(self, marks: int) -> None:
        new = bool(self._words) and all(words.kind in (Kind.COME, Kind.ARRIVED) for words in self._words)
        place = self._new_place(self._came) if new else _place(self._old, self._start)
        end = max(self._at - marks, self._start)
        self._made.append(ShownLine(self._start, end, tuple(self._words), place))
        self._words, self._start = [], self._at

    def _new_place(self, came: int) -> tuple[int, ...]:
        """Of a paragraph that came: in the cell of the one before it, or in a row that came too."""
        found = bisect_right(self._new, came, key=lambda line: line[0]) - 1
        place = self._new[found][1] if found >= 0 else ()
        if place and found and self._new[found - 1][1] == place and self._made:
            return self._made[-1].place
        return (-1, *place[1:]) if place else ()


def _place(lines: Sequence[tuple[int, tuple[int, ...]]], offset: int) -> tuple[int, ...]:
    found = bisect_right(lines, offset, key=lambda line: line[0]) - 1
    return lines[found][1] if found >= 0 else ()


def _changes(comparison: Comparison) -> list[_Change]:
    """What goes and what comes, in order of the old text, whole paragraphs with the mark behind them."""
    text = comparison.old.text
    found = []
    for number, edit in enumerate(comparison.edits):
        place = edit.start if edit.to is None else edit.to
        # Empty paragraphs come and go unmeant, so that the words may stand behind some.
        came = comparison.new.text.find(edit.new, comparison.map.at(place, after=False))
        if edit.to is None:
            found.append(_Change(edit.start, edit.end, edit.new, Kind.GONE, Kind.COME, number, came))
        else:
            found.append(_Change(edit.start, edit.end, "", Kind.LEFT, Kind.COME, number, came))
            found.append(_Change(edit.to, edit.to, edit.new, Kind.GONE, Kind.ARRIVED, number, came))
    found.sort(key=lambda change: (change.start, change.end))
    ends = [change.start for change in found[1:]] + [len(text) + 1]
    return [_slid(text, change, following) for change, following in zip(found, ends, strict=False)]


def _slid(text: str, change: _Change, following: int) -> _Change:
    """A paragraph said with the mark before it, said with the one behind it."""
    start, end, new = change.start, change.end, change.new
    words = new if start == end else text[start:end]
    pure = start == end or not new
    if pure and words[:1] == "\n" and text[end : end + 1] == "\n" and end + 1 <= following:
        return replace(change, start=start + 1, end=end + 1, new=new[1:] + new[:1], came=change.came + 1)
    return change
