"""Changes of a typed number only, which follow from other changes and are nobody's wish."""

from __future__ import annotations

from thammuu_core.redlines.canon import label_kind, typed_label
from thammuu_core.redlines.model import Edit


def renumbers(text: str, edit: Edit) -> bool:
    """Whether the edit of `text` gives a line another number of the same kind and leaves its words alone.

    >>> renumbers("1. Một\\n2. Hai", Edit(7, 8, "2", "3"))
    True
    """
    if edit.to is not None or "\n" in edit.old + edit.new:
        return False
    start = text.rfind("\n", 0, edit.start) + 1
    end = text.find("\n", edit.end)
    line = text[start : end if end >= 0 else len(text)]
    changed = line[: edit.start - start] + edit.new + line[edit.end - start :]
    label, new_label = line[: typed_label(line)], changed[: typed_label(changed)]
    same_words = line[len(label) :] == changed[len(new_label) :]
    return same_words and label_kind(label) == label_kind(new_label) not in ("", "-")
