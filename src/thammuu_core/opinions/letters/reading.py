"""A reply letter read whole: header, form, stance, and every other sentence as an opinion or among the unplaced.

Total: any paper gives a letter. Nothing is lost: each word of the body is in an opinion's `text`, in `unplaced`, or in
`form`.
"""

from __future__ import annotations

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.letters import heads, placing
from thammuu_core.opinions.letters.cutting import sentences
from thammuu_core.opinions.letters.items import items
from thammuu_core.opinions.letters.model import Item, Letter, Role
from thammuu_core.opinions.letters.parts import parts, stamps
from thammuu_core.opinions.letters.passages import passages
from thammuu_core.opinions.letters.stances import said, stance
from thammuu_core.opinions.model import Opinion, Stance, Unplaced
from thammuu_core.papers import Paper
from thammuu_core.papers.model import paragraphs


def read_letter(paper: Paper, version: Version) -> Letter:
    """Read a reply letter on a version that was sent."""
    header = heads.head(paper)
    name = heads.agency(header)
    taken = parts(paper)
    lines = list(paragraphs(taken.body))
    spoken, headings = passages(line for line in lines if not stamps(line.text))
    found = items(spoken, lambda sentence, context: placing.stands(sentence, context, version, name))
    read = [
        one for item in found if item.role is not Role.FORM for one in placing.placed(item, version, name)
    ]
    stamped = [line.text for line in lines if line.text.strip() and stamps(line.text)]
    formal = [item.text for item in found if item.role is Role.FORM]
    return Letter(
        name,
        heads.reference(header, [*taken.front, *(item.text for item in found)]),
        _stance(found),
        tuple(one for one in read if isinstance(one, Opinion)),
        tuple(one for one in read if isinstance(one, Unplaced)),
        (*taken.front, *stamped, *headings, *formal, *taken.back),
        problems=paper.problems,
    )


def _stance(found: list[Item]) -> Stance:
    spoken = [item.text[a:b] for item in found for a, b in sentences(item.text)]
    heard = [one for sentence in spoken if (one := said(sentence))]
    return stance(heard, any(item.role is Role.REQUEST for item in found))
