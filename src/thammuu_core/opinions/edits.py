"""The change of the draft that an opinion asks for, where it says it word for word at a place that is sure."""

from __future__ import annotations

from thammuu_core.opinions.model import Confidence, Operation, Opinion, Origin
from thammuu_core.redlines import Edit

_CHANGES = (Operation.REPLACE, Operation.INSERT, Operation.DELETE, Operation.MOVE)


def edit_of(text: str, opinion: Opinion) -> Edit | None:
    """The change, in offsets of the text of the opinion's story; None for an opinion that only speaks about it.

    Words that stand once inside a wider place are meant there; what is put in beside words that were quoted comes
    after them; a provision that is to go, goes as a whole. A place found by likeness is none: a person must look.
    """
    place = opinion.target
    if opinion.operation not in _CHANGES or place.start is None or place.end is None:
        return None
    if not 0 <= place.start <= place.end <= len(text):
        return None
    if opinion.origin in (Origin.REVISION, Origin.SILENT) or place.confidence is Confidence.EXACT:
        return _exact(text, opinion, place.start, place.end)
    if place.confidence is Confidence.PROVISION and opinion.operation is Operation.DELETE and not opinion.old:
        return Edit(place.start, place.end, text[place.start : place.end], "")
    return None


def _exact(text: str, opinion: Opinion, start: int, end: int) -> Edit | None:
    if opinion.operation is Operation.MOVE:
        moved = text[start:end]
        return (
            None
            if opinion.target.to is None
            else Edit(start, end, moved, opinion.new or moved, opinion.target.to)
        )
    if opinion.operation is Operation.INSERT and not opinion.old:
        return Edit(end, end, "", opinion.new) if opinion.new else None
    held = text[start:end]
    if opinion.old and opinion.old != held:
        if held.count(opinion.old) != 1:
            return None
        start += held.index(opinion.old)
        end = start + len(opinion.old)
    if (
        opinion.operation is Operation.REPLACE
        and not opinion.new
        and opinion.origin in (Origin.SENTENCE, Origin.ROW)
    ):
        return None
    return Edit(start, end, text[start:end], opinion.new)
