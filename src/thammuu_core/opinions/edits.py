"""The change of the draft that an opinion asks for, where it says it word for word at a place that is sure."""

from __future__ import annotations

from thammuu_core.opinions.model import CHANGES, OF_COPIES, Confidence, Operation, Opinion
from thammuu_core.redlines import Edit
from thammuu_core.redlines.canon import typed_label


def edit_of(text: str, opinion: Opinion) -> Edit | None:
    """The change, in offsets of the text of the opinion's story; None for an opinion that only speaks about it.

    Words that stand once inside a wider place are meant there; what is put in beside words that were quoted comes
    after them. A provision that is to go, goes as a whole; one that is to come, comes as a line of its own; one written
    anew bears its number. A place found by likeness is none: a person must look.
    """
    place = opinion.target
    if opinion.operation not in CHANGES or place.start is None or place.end is None:
        return None
    if not 0 <= place.start <= place.end <= len(text):
        return None
    if opinion.origin in OF_COPIES or place.confidence is Confidence.EXACT:
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
        start = end
    if opinion.origin not in OF_COPIES:
        return _spaced(text, start, end, opinion)
    return Edit(start, end, text[start:end], opinion.new)


def _spaced(text: str, start: int, end: int, opinion: Opinion) -> Edit | None:
    """What a letter quotes has no blanks at its ends: words put in get them, words taken out leave none behind."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if opinion.operation is Operation.DELETE and not opinion.new and start < end:
        start -= before == " " and not behind.isalnum()
        end += before != " " and behind == " "
        return Edit(start, end, text[start:end], "")
    if not opinion.new:
        return None
    left = " " if before.isalnum() and opinion.new[0].isalnum() else ""
    right = " " if behind.isalnum() and opinion.new[-1].isalnum() else ""
    return Edit(start, end, text[start:end], left + opinion.new + right)


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
    held = text[start:end]
    if opinion.operation is Operation.REPLACE and not opinion.old and _is_whole(held, opinion.new):
        return Edit(start, end, held, opinion.new)
    return None


def _is_whole(held: str, new: str) -> bool:
    """Whether the new words are a provision written anew: they bear its number, and are no line where it has several."""
    label = held[: typed_label(held)]
    return bool(label) and new.startswith(label) and ("\n" in new or "\n" not in held)
