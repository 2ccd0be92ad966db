"""A version that was sent out: its words, its provisions, and which provision stands where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from thammuu_core.outline import outline, where
from thammuu_core.papers import BODY, Paper, Story
from thammuu_core.provisions import Outline, Provision


@dataclass(frozen=True, slots=True)
class Version:
    """One frozen version; build it with `Version.of`. Offsets are into the text of its main story."""

    sha256: str
    paper: Paper
    outline: Outline
    nodes: Mapping[str, Provision]
    """Every provision of the main story by id, in document order."""
    spans: Mapping[str, tuple[int, int]]
    """Each with all below it: [start, end)."""
    said: Mapping[str, str]
    """Each as a reader says it: "II.3", "Phụ lục I, dòng 12"."""
    starts: tuple[int, ...]
    """Where each line of the main story that is a provision's own text begins, ascending."""
    owners: tuple[str, ...]
    """The provision of each of `starts`."""
    text: str
    remarks: frozenset[tuple[str, str, str]] = frozenset()
    """Comments that it was sent with: author, date, words. Every copy repeats them."""
    parts: frozenset[tuple[str, int]] = frozenset()
    """Name and checksum of each part of its file that holds words: a file with the same ones was not touched."""

    @classmethod
    def of(cls, sha256: str, paper: Paper) -> Version:
        """The version whose file has this hash and reads as this paper."""
        made = outline(paper)
        text = paper.body.text
        own = dict(_own(made, len(text)))
        nodes = {node.id: node for node in made.walk()}
        spans = {}
        for identity, node in nodes.items():
            inside = [own[below.id] for below in node.walk() if below.id in own]
            if inside:
                spans[identity] = (min(start for start, _ in inside), max(end for _, end in inside))
        kept = {identity: node for identity, node in nodes.items() if identity in spans}
        starts = tuple(start for start, _ in own.values())
        return cls(sha256, paper, made, kept, spans, where(made), starts, tuple(own), text)

    def story(self, name: str = BODY) -> Story:
        """A story by its name; an empty one when the version has none of that name."""
        return next((story for story in self.paper.stories if story.name == name), Story(name, ()))

    def words(self, name: str = BODY) -> str:
        """The text of a story, into which offsets of its places count."""
        return self.text if name == BODY else self.story(name).text

    def at(self, offset: int) -> str | None:
        """Id of the innermost provision whose own text holds this offset of the main story."""
        found = bisect_right(self.starts, offset) - 1
        return self.owners[found] if found >= 0 else None

    def where(self, offset: int) -> str:
        """The path of labels at this offset, as a reader says it; empty outside the provisions."""
        identity = self.at(offset)
        return self.said.get(identity, "") if identity else ""


def _own(made: Outline, length: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each provision with a text of its own in the main story, which comes first, and where that text stands."""
    inside = takewhile(lambda line: line[1] <= length, made.lines())
    return ((node.id, (start, start + len(node.text))) for node, start in inside)
