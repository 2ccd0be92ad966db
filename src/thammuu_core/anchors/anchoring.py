"""Words of a version made into an anchor: the place, its provision, the words themselves and those around them."""

from __future__ import annotations

from hashlib import sha256

from thammuu_core.anchors.model import Anchor
from thammuu_core.anchors.version import Version
from thammuu_core.papers import BODY
from thammuu_core.redlines.canon import canonical

AROUND = 40
"""Characters kept on either side."""


def anchor(version: Version, start: int, end: int, story: str = BODY) -> Anchor:
    """The anchor of [start, end) of one of the version's stories; a point where both are the same.

    Offsets outside the text are drawn to its ends.
    """
    text = version.words(story)
    start, end = (max(0, min(offset, len(text))) for offset in (start, max(start, end)))
    return Anchor(
        version.sha256,
        start,
        end,
        version.where(start) if story == BODY else "",
        text[start:end],
        text[max(0, start - AROUND) : start],
        text[end : end + AROUND],
        _paragraph(text, start),
        story,
    )


def _paragraph(text: str, offset: int) -> str:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return sha256(canonical(text[start : end if end >= 0 else None]).encode()).hexdigest()[:16]
