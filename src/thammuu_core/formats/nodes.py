"""The provisions of a paper with the places where they stand, each knowing those around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core import outline as outlines
from thammuu_core.formats.spots import Spot, spots
from thammuu_core.papers import Paper
from thammuu_core.provisions import Level, Outline, Provision

_NUMBERED = frozenset(Level) - {Level.TEXT, Level.TABLE, Level.ROW, Level.DASH, Level.PLUS}


@dataclass(frozen=True, slots=True)
class Node:
    """One paragraph of the text as a provision."""

    provision: Provision
    spot: Spot
    where: str
    """As a reader says it: "II.3", "Điều 5.2"; empty under no label."""
    above: tuple[Provision, ...]
    """Those it stands in, the outermost first."""

    @property
    def numbered(self) -> bool:
        """Whether it counts in a sequence."""
        return self.provision.level in _NUMBERED

    @property
    def label(self) -> Spot:
        """The label as typed; nothing where the word processor writes it."""
        return self.spot.cut(0, self.provision.words).tight

    @property
    def words(self) -> Spot:
        """What follows the label."""
        return self.spot.cut(self.provision.words, len(self.spot.text)).tight


@dataclass(frozen=True, slots=True)
class Tree:
    """One text with a numbering of its own: the main one, or one attached."""

    name: str
    """"" for the main one, else "Phụ lục I", "Kế hoạch"."""
    nodes: tuple[Node, ...]


def trees(paper: Paper, outline: Outline) -> tuple[Tree, ...]:
    """The texts of a paper, the main one first. The outline counts paragraphs outside tables, p1, p2, …, as we do."""
    places = [spot for spot in spots(paper.body) if not spot.cell]
    said = outlines.where(outline)
    texts = [("", outline.body), *((one.label, one.provisions) for one in outline.attachments)]
    return tuple(Tree(name, tuple(_nodes(roots, (), places, said))) for name, roots in texts)


def _nodes(
    siblings: tuple[Provision, ...], above: tuple[Provision, ...], places: list[Spot], said: dict[str, str]
) -> Iterator[Node]:
    for node in siblings:
        if node.level in (Level.TABLE, Level.ROW):
            continue
        yield Node(node, places[int(node.id[1:]) - 1], said.get(node.id, ""), above)
        yield from _nodes(node.children, (*above, node), places, said)
