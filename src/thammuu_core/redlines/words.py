"""Differences of two passages word by word, joined where a reader would see one change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from thammuu_core.redlines.canon import key
from thammuu_core.redlines.sequences import Block, blocks, common_head, common_tail, encoded

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_LETTER = rf"[\w\u0300-\u036f{_INVISIBLE}]"
_WORD = rf"{_LETTER}+(?:(?:[-\u2010-\u2014/]|(?<=\d)[.,:](?=\d)){_LETTER}+)*"
"""A date, an amount, a symbol ("145/KH-UBND") is one word: nobody changes the "6" of a date."""
_TOKEN = re.compile(rf"\s*\n\s*|[^\S\n]+|{_WORD}|[^\w\s]")
_FINE = re.compile(rf"\s+|{_WORD}|[^\w\s]")
_HAS_WORD = re.compile(r"\w")
_REMEMBERED = 2_000


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with the blank before it; `end` is its offset in the passage."""

    key: str
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it says something: no mark, no line end."""
        return _HAS_WORD.search(self.key) is not None


@dataclass(frozen=True, slots=True)
class Change:
    """[start, end) of the old passage became [new_start, new_end) of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The passage as words and marks; blanks at the ends of lines count for nothing."""
    return _remembered(text) if len(text) <= _REMEMBERED else _tokens(text)


def _tokens(text: str) -> tuple[Token, ...]:
    made: list[Token] = []
    blank = ""
    for match in _TOKEN.finditer(text):
        word = match.group()
        if "\n" in word:
            made.append(Token("\n", match.end()))
            blank = ""
        elif word.isspace():
            blank = " " if made and made[-1].key != "\n" else ""
        elif said := word if word.isascii() else _key(word):
            made.append(Token(blank + said, match.end()))
            blank = ""
    return tuple(made)


_remembered = lru_cache(maxsize=1024)(_tokens)


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    return key(word).strip()


def changes(old: str, new: str) -> tuple[Change, ...]:
    """What changed, in order, without overlap; empty if both say the same."""
    head, tail = _common_ends(old, new)
    middle, other_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    one, other = tokens(middle), tokens(other_middle)
    first, second = encoded([t.key for t in one], [t.key for t in other])
    differing = _cleaned(_slid(_gaps(blocks(first, second), len(one), len(other)), one, other), one)
    found = (_change(gap, one, other) for gap in differing)
    trimmed = (change for raw in found if (change := _trimmed(raw, middle, other_middle)) is not None)
    return tuple(Change(c.start + head, c.end + head, c.new_start + head, c.new_end + head) for c in trimmed)


def _common_ends(old: str, new: str) -> tuple[int, int]:
    """Lengths of what both begin and end with, up to a blank: there a word surely ends.

    The last common word stays, so that the blank behind it, where it differs, is seen.
    """
    head = common_head(old, new, 0, len(old), 0, len(new))
    head = max(old.rfind(" ", 0, max(old.rfind(" ", 0, head), 0)), 0)
    tail = common_tail(old, new, head, len(old), head, len(new))
    blank = old.find(" ", len(old) - tail) if tail else -1
    return head, len(old) - blank if blank >= 0 else 0


_Gap = tuple[int, int, int, int]


def _gaps(equal: Sequence[Block], length: int, other_length: int) -> list[_Gap]:
    """What lies between equal blocks."""
    made, i, j = [], 0, 0
    for block in (*equal, Block(length, other_length, 0)):
        if block.start > i or block.other > j:
            made.append((i, block.start, j, block.other))
        i, j = block.start + block.length, block.other + block.length
    return made


def _slid(gaps: list[_Gap], old: Sequence[Token], new: Sequence[Token]) -> list[_Gap]:
    """Words put in or taken out stand as well a little further on; where that brings them to the next change, it is one.

    Of "Nghị quyết số 1, Nghị quyết số 2" nobody changes the first word and takes out what follows the third.
    """
    made: list[_Gap] = []
    for gap in gaps:
        last = made[-1] if made else None
        if last and (far := _reach(last, gap, old, new)) is not None:
            made[-1] = far
        else:
            made.append(gap)
    return made


def _reach(left: _Gap, right: _Gap, old: Sequence[Token], new: Sequence[Token]) -> _Gap | None:
    """Both as one, if either is pure and can slide over all that stands between them."""
    between = right[0] - left[1]
    for words, (start, end), pure, way in (
        (old, left[:2], left[2] == left[3], 1),
        (new, left[2:], left[0] == left[1], 1),
        (old, right[:2], right[2] == right[3], -1),
        (new, right[2:], right[0] == right[1], -1),
    ):
        if pure and _slides(words, start, end, between * way):
            return left[0], right[1], left[2], right[3]
    return None


def _slides(words: Sequence[Token], start: int, end: int, count: int) -> bool:
    """Whether the words of [start, end) can stand `count` further on and the text be the same."""
    low, high = (start, start + count) if count > 0 else (start + count, start)
    shift = end - start
    return all(
        token.key == words[n + shift].key and token.key != "\n"
        for n, token in enumerate(words[low:high], low)
    )


def _cleaned(gaps: list[_Gap], old: Sequence[Token]) -> list[_Gap]:
    """Changes between which too little stands to be more than chance are one change."""
    while True:
        joined: list[_Gap] = []
        for gap in gaps:
            if joined and _one_change(joined[-1], gap, old):
                joined[-1] = (joined[-1][0], gap[1], joined[-1][2], gap[3])
            else:
                joined.append(gap)
        if len(joined) == len(gaps):
            return joined
        gaps = joined


def _one_change(left: _Gap, right: _Gap, old: Sequence[Token]) -> bool:
    """No word between; one, unless both sides are single words; up to three beside much that changed."""
    between = old[left[1] : right[0]]
    if any(token.key == "\n" for token in between):
        return False
    kept = sum(token.is_word for token in between)
    less, more = sorted(max(gap[1] - gap[0], gap[3] - gap[2]) for gap in (left, right))
    return (
        kept == 0 or (kept == 1 and more > 1) or (kept <= 3 and (less > 2 * kept or less + more > 8 * kept))
    )


def _change(gap: _Gap, old: Sequence[Token], new: Sequence[Token]) -> Change:
    """The blank before a word goes with it."""
    i1, i2, j1, j2 = gap
    return Change(_end(old, i1), _end(old, i2), _end(new, j1), _end(new, j2))


def _end(of: Sequence[Token], count: int) -> int:
    return of[count - 1].end if count else 0


def _trimmed(change: Change, old: str, new: str) -> Change | None:
    """Without words and blanks that both sides share at the ends; None if nothing is left."""
    one, other = _fine(old, change.start, change.end), _fine(new, change.new_start, change.new_end)
    head, most = 0, min(len(one), len(other))
    while head < most and one[head][0] == other[head][0]:
        head += 1
    tail, most = 0, most - head
    while tail < most and one[-1 - tail][0] == other[-1 - tail][0]:
        tail += 1
    if head + tail == len(one) == len(other):
        return None
    start, end = _within(one, head, tail, change.start)
    new_start, new_end = _within(other, head, tail, change.new_start)
    return Change(start, end, new_start, new_end)


_Fine = tuple[str, int, int]


def _fine(text: str, start: int, end: int) -> list[_Fine]:
    return [(_level(m.group()), *m.span()) for m in _FINE.finditer(text, start, end)]


def _level(piece: str) -> str:
    if piece.isspace():
        return "\n" if "\n" in piece else " "
    return piece if piece.isascii() else _key(piece)


def _within(pieces: Sequence[_Fine], head: int, tail: int, start: int) -> tuple[int, int]:
    begin = pieces[head - 1][2] if head else start
    return begin, pieces[len(pieces) - tail - 1][2] if head + tail < len(pieces) else begin
