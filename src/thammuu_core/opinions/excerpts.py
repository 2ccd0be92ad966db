"""A part of the draft sent back alone: three pages with a leader's pen marks, the one chapter that an agency retyped.

Of the draft it holds little, but nearly all of its own words are the draft's. What it does not hold was not sent
back, which is no proposal to delete it: so the version's own words are put around the part before both are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from thammuu_core.anchors import Version
from thammuu_core.opinions.prose.phrases import asks, small
from thammuu_core.opinions.prose.stances import said
from thammuu_core.papers import BODY, Block, Story
from thammuu_core.text import plain
from thammuu_core.text.tones import same_tone
from thammuu_core.wordml.revisions.model import Remark, Revised, RevisedStory, Token, TokenKind

SHARE = 0.70
"""Of the words in its long lines that stand in lines of the version, from which on a file is a part of it."""
_SHORT = 0.75
"""Of the version's length; a file that is longer is the whole, changed in many places."""
_LEAST = 40
"""Runs of words in such lines; a short letter may quote nothing but the draft."""
_LIKE = 0.5
"""Share of the runs of a line that the version must have for the line to be one of its own, perhaps changed."""
_RUN = 4
"""Words that follow one another; a line that has no more is looked for only beside another one."""
_MANY = 32
"""Lines that are remembered for a run of words."""
_WIDE = 2
"""How many times as long as the part its stretch of the version may be; a longer one is several stretches."""


def is_excerpt(version: Version, text: str) -> bool:
    """Whether nearly all of the text is the version's own, and none of the rest is what a letter says."""
    if len(text) > _SHORT * len(version.text):
        return False
    known = _index(_lines(version))
    own = strange = 0
    for line in text.split("\n"):
        runs = _runs(line)
        if not runs:
            continue
        if sum(run in known for run in runs) >= _LIKE * len(runs):
            own += len(runs)
        elif _of_a_letter(line):
            return False
        else:
            strange += len(runs)
    return own >= _LEAST and own >= SHARE * (own + strange)


def _of_a_letter(line: str) -> bool:
    return "kính gửi" in small(line) or asks(line) or said(line) is not None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks of the version's main story that a part covers: [first, last)."""

    first: int
    last: int
    start: int
    end: int
    """Offsets of the same into its text."""


def stretch(version: Version, part: Story) -> Stretch | None:
    """Where one running part stands; None for several parts, and for one that begins or ends within a table."""
    lines = version.paper.body.lines()
    found = _lines_found(version, part)
    if not found:
        return None
    low, high = min(found), max(found) + 1
    start, end = lines[low].start, lines[high - 1].start + len(lines[high - 1].paragraph.text)
    blocks = _blocks_of(version.paper.body)
    torn = (
        blocks[low - 1 : low] == blocks[low : low + 1] or blocks[high : high + 1] == blocks[high - 1 : high]
    )
    if torn or end - start > _WIDE * len(part.text):
        return None
    return Stretch(blocks[low], blocks[high - 1] + 1, start, end)


def completed(version: Version, place: Stretch, copy: Revised) -> Revised:
    """The copy with the version's own words around its part, as if all had come back, and its other stories too."""
    blocks, part = version.paper.body.blocks, copy.body
    before, after = blocks[: place.first], blocks[place.last :]
    body = RevisedStory(
        BODY,
        (*_tokens(before, ends=True), *part.tokens, *_tokens(after, begins=True)),
        Story(BODY, (*before, *part.original.blocks, *after)),
        Story(BODY, (*before, *part.accepted.blocks, *after)),
    )
    others = [
        RevisedStory(story.name, _tokens(story.blocks), story, story)
        for story in version.paper.stories
        if story.name != BODY
    ]
    remarks = tuple(_moved(remark, place.start) for remark in copy.remarks)
    return replace(copy, stories=(body, *others), remarks=remarks)


def _moved(remark: Remark, by: int) -> Remark:
    if remark.story != BODY or remark.original is None or remark.accepted is None:
        return remark
    return replace(
        remark,
        original=(remark.original[0] + by, remark.original[1] + by),
        accepted=(remark.accepted[0] + by, remark.accepted[1] + by),
    )


def _tokens(blocks: Sequence[Block], *, begins: bool = False, ends: bool = False) -> tuple[Token, ...]:
    """Words that nobody touched; with the end of a paragraph before or after them where more stands there."""
    end = Token("\n", TokenKind.MARK)
    made = [each for line in Story("", tuple(blocks)).lines() for each in (Token(line.paragraph.text), end)]
    if not made:
        return ()
    kept = [*([end] if begins else []), *(made if ends else made[:-1])]
    return tuple(token for token in kept if token.text)


def _blocks_of(story: Story) -> list[int]:
    """The index of the block in which each line stands."""
    found = -1
    indices = []
    for line in story.lines():
        found = line.table[0] if line.table else found + 1
        indices.append(found)
    return indices


def _lines_found(version: Version, part: Story) -> list[int]:
    """Lines of the version that lines of the part are; of several equal ones that after the one found last."""
    sent = _lines(version)
    index = _index(sent)
    found: list[int] = []
    for line in part.text.split("\n"):
        runs, last = _runs(line), found[-1] if found else -1
        hits = Counter(at for run in runs for at in index.get(run, ()))
        best = max(hits, key=lambda at: (hits[at], at > last, -abs(at - last)), default=None)
        if best is not None and hits[best] >= _LIKE * len(runs):
            found.append(best)
        elif found and last + 1 < len(sent) and _key(line) == _key(sent[last + 1]):
            found.append(last + 1)
    return found


def _lines(version: Version) -> tuple[str, ...]:
    return tuple(line.paragraph.text for line in version.paper.body.lines())


def _key(line: str) -> str:
    return " ".join(same_tone(plain(line)).lower().split())


@lru_cache(maxsize=256)
def _runs(line: str) -> tuple[str, ...]:
    words = _key(line).split()
    return tuple(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


@lru_cache(maxsize=8)
def _index(lines: tuple[str, ...]) -> Mapping[str, tuple[int, ...]]:
    """Of every run, the lines in which it stands; of one that stands everywhere only the first ones."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for run in dict.fromkeys(_runs(line)):
            places = found.setdefault(run, [])
            if len(places) < _MANY:
                places.append(number)
    return {run: tuple(places) for run, places in found.items()}
