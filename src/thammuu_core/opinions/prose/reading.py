"""Opinions in running words that stand in a cell or anywhere else than in a letter of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.model import Opinion, Origin, Unplaced
from thammuu_core.opinions.prose.items import items
from thammuu_core.opinions.prose.passages import passages
from thammuu_core.opinions.prose.placing import Placing
from thammuu_core.papers import Paragraph


def prose(
    text: str,
    version: Version,
    *,
    agency: str = "",
    context: Sequence[str] = (),
    origin: Origin = Origin.ROW,
    page: int | None = None,
) -> tuple[Opinion | Unplaced, ...]:
    """Each opinion in the words, a line a paragraph, under the headings of `context`; no word is left out."""
    placing = Placing(version, agency, origin=origin)
    spoken = [
        replace(each, context=(*context, *each.context), form=False)
        for each in passages(Paragraph(line, page=page) for line in text.split("\n"))
    ]
    return tuple(one for item in items(spoken, placing.stands) for one in placing.placed(item))
