"""From places of a text to places of the same text typed otherwise: other blanks, marks and dashes, numbers typed or not."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache


class Retyped:
    """Two texts with the same lines, empty ones aside, in each of which the same letters follow one another.

    Where one line has more before its letters than the other (a number typed there, made by Word here), ends meet.
    """

    def __init__(self, text: str, other: str) -> None:
        self._same = text == other
        self._text, self._other = text, other
        if not self._same:
            self._lines, self._others = _filled(text), _filled(other)
            self._starts = [start for start, _ in self._lines]

    @property
    def sound(self) -> bool:
        """Whether the two have the same number of lines; if not, places are only near."""
        return self._same or len(self._lines) == len(self._others)

    def at(self, offset: int) -> int:
        """The place in the other text; at a blank, the nearest one."""
        if self._same:
            return offset
        found = bisect_right(self._starts, offset) - 1
        if found < 0 or not self._others:
            return 0
        start, end = self._lines[found]
        if offset > end:
            return self._behind(found, offset)
        other_start, other_end = self._others[min(found, len(self._others) - 1)]
        line, other = self._text[start:end], self._other[other_start:other_end]
        return other_start + (offset - start if line == other else _within(line, other, offset - start))

    def _behind(self, found: int, offset: int) -> int:
        """Between two lines, among marks of empty ones: before the next line, if the other text goes on."""
        if found + 1 < len(self._others):
            return self._others[found + 1][0]
        return len(self._other) if offset else 0


def _filled(text: str) -> list[tuple[int, int]]:
    """The lines with words: [start, end) of each."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _within(line: str, other: str, offset: int) -> int:
    letters, others = _letters(line), _letters(other)
    passed = bisect_right(letters, offset - 1)  # letters wholly before the place
    missing = len(others) - len(letters)
    index = passed + missing
    if passed == 0 and offset <= (letters[0] if letters else 0):
        return 0 if offset == 0 else (others[max(missing, 0)] if others else 0)
    if passed < len(letters) and offset == letters[passed]:
        return others[index] if 0 <= index < len(others) else len(other)
    behind = others[index - 1] + 1 if 0 < index <= len(others) else 0
    until = others[index] if 0 <= index < len(others) else len(other)
    return min(behind + offset - (letters[passed - 1] + 1 if passed else 0), until)


@lru_cache(maxsize=64)
def _letters(line: str) -> tuple[int, ...]:
    """Where the characters stand that are no blanks."""
    return tuple(index for index, character in enumerate(line) if not character.isspace())
