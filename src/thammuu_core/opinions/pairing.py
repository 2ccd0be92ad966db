"""Which story of a returned copy is which story of the version: notes are renumbered when one is put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thammuu_core.papers import BODY, Story
from thammuu_core.redlines import canonical
from thammuu_core.wordml.revisions.model import RevisedStory


@dataclass(frozen=True, slots=True)
class Pair:
    """A story as it was sent and as it came back; empty where it is on one side only."""

    sent: Story
    returned: RevisedStory


def paired(sent: Sequence[Story], returned: Sequence[RevisedStory]) -> Iterator[Pair]:
    """The main story first; of each other kind those that read alike, then those left in their order."""
    names = (*(story.name for story in returned), *(story.name for story in sent))
    kinds = dict.fromkeys(map(_kind, names))
    for kind in sorted(kinds, key=lambda kind: kind != BODY):
        yield from _of_kind(
            [story for story in sent if _kind(story.name) == kind],
            [story for story in returned if _kind(story.name) == kind],
        )


def _kind(name: str) -> str:
    return name.partition(":")[0]


def _of_kind(sent: list[Story], returned: list[RevisedStory]) -> Iterator[Pair]:
    if len(sent) == len(returned) == 1:
        yield Pair(sent[0], returned[0])
        return
    left = {canonical(story.text): story for story in reversed(sent)}
    rest = []
    for story in returned:
        same = left.pop(canonical(story.original.text), None)
        if same is None:
            rest.append(story)
        else:
            yield Pair(same, story)
            sent = [other for other in sent if other is not same]
    for at in range(max(len(sent), len(rest))):
        mine = sent[at] if at < len(sent) else Story(_added(rest[at].name), ())
        theirs = rest[at] if at < len(rest) else _gone(mine)
        yield Pair(mine, theirs)


def _added(name: str) -> str:
    """A name for a story that the version has not: there "footnote:3" may be another one."""
    kind, _, number = name.partition(":")
    return f"{kind}:+{number}"


def _gone(story: Story) -> RevisedStory:
    """A story that the copy no longer has."""
    return RevisedStory(story.name, (), Story(story.name, ()), Story(story.name, ()))


def renumbered(pair: Pair) -> tuple[str, str, int] | None:
    """The first number that Word counts otherwise in the copy, before and after, and how many there are.

    Asked only where no paragraph came or went: else numbers follow by themselves. None when all are as they were.
    """
    sent = [line.paragraph for line in pair.sent.lines()]
    returned = [line.paragraph for line in pair.returned.original.lines()]
    if len(sent) != len(returned):
        return None
    other = [
        (one.label, two.label)
        for one, two in zip(sent, returned, strict=True)
        if one.label and two.label and one.label != two.label and one.text == two.text
    ]
    return (*other[0], len(other)) if other else None
