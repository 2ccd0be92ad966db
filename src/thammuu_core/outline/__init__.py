"""A paper becomes a document of provisions: labels, headings, nesting, front and back, attachments apart.

Total and lossless: any paper gives an outline, and the outline's text is the paper's.
"""

from __future__ import annotations

from thammuu_core.outline.building import Counter, flat, tree
from thammuu_core.outline.headings import in_capitals
from thammuu_core.outline.lines import kind_and_subject, kind_title
from thammuu_core.outline.parts import split
from thammuu_core.outline.paths import caption, said_label, where
from thammuu_core.outline.signatures import signs
from thammuu_core.papers import BODY, Block, Paper
from thammuu_core.provisions import Attachment, Outline

__all__ = [
    "caption",
    "in_capitals",
    "kind_and_subject",
    "kind_title",
    "outline",
    "said_label",
    "signs",
    "where",
]


def outline(paper: Paper) -> Outline:
    """The provisions of a paper; ids are p1, p2, … and t1, t2, … in document order, rows t1r1, t1r2, …"""
    counter = Counter()
    blocks = paper.body.blocks
    parts = split(blocks)
    return Outline(
        front=flat(blocks[: parts.body], counter),
        body=tree(blocks[parts.body : parts.back], counter),
        back=flat(blocks[parts.back : parts.stop], counter),
        attachments=tuple(
            Attachment(
                f"a{number}",
                annex.label,
                annex.title,
                flat(blocks[annex.start : annex.content], counter),
                tree(blocks[annex.content : annex.stop], counter),
            )
            for number, annex in enumerate(parts.annexes, 1)
        ),
        notes=flat([*blocks[parts.notes :], *_other_stories(paper)], counter),
    )


def _other_stories(paper: Paper) -> list[Block]:
    return [block for story in paper.stories if story.name != BODY for block in story.blocks]
