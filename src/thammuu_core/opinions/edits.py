"""The change of the draft that an opinion asks for, where it says it word for word at a place that is sure."""

from __future__ import annotations

from thammuu_core.opinions.model import Confidence, Operation, Opinion, Origin
from thammuu_core.redlines import Edit

_CHANGES = (Operation.REPLACE, Operation.INSERT, Operation.DELETE, Operation.MOVE)
_OF_COPIES = (Origin.REVISION, Origin.SILENT)


def edit_of(text: str, opinion: Opinion) -> Edit | None:
    """The change, in offsets of the text of the opinion's story; None for an opinion that only speaks about it.

    Words that stand once inside a wider place are meant there; what is put in beside words that were quoted comes
    after them. A provision that is to go, goes as a whole; one that is to come, comes as a line of its own. A place
    found by likeness is none: a person must look.
    """
    place = opinion.target
    if opinion.operation not in _CHANGES or place.start is None or place.end is None:
        return None
    if not 0 <= place.start <= place.end <= len(text):
        return None
    if opinion.origin in _OF_COPIES or place.confidence is Confidence.EXACT:
        return _exact(text, opinion, place.start, place.end)
    if place.confidence is Confidence.PROVISION:
        return _of_provision(text, opinion, place.start, place.end)
    return None


def _exact(text: str, opinion: Opinion, start: int, end: int) -> Edit | None:
    if opinion.operation is Operation.MOVE:
        return _move(text, opinion, start, end)
    if opinion.old and start < end:
        held = text[start:end]
        if held != opinion.old and held.count(opinion.old) != 1:
            return None
        start += held.index(opinion.old)
        end = start + len(opinion.old)
    if opinion.operation is Operation.INSERT:
        return Edit(end, end, "", opinion.new) if opinion.new else None
    if opinion.operation is Operation.REPLACE and not opinion.new and opinion.origin not in _OF_COPIES:
        return None
    return Edit(start, end, text[start:end], opinion.new)


def _move(text: str, opinion: Opinion, start: int, end: int) -> Edit | None:
    moved, to = text[start:end], opinion.target.to
    return (
        None if to is None or not 0 <= to <= len(text) else Edit(start, end, moved, opinion.new or moved, to)
    )


def _of_provision(text: str, opinion: Opinion, start: int, end: int) -> Edit | None:
    if opinion.operation is Operation.DELETE and not opinion.old and start < end:
        return Edit(start, end, text[start:end], "")
    if opinion.operation is Operation.INSERT and opinion.new and start == end:
        behind = start == len(text) or text[start] == "\n"
        return Edit(start, end, "", f"\n{opinion.new}" if behind else f"{opinion.new}\n")
    return None
