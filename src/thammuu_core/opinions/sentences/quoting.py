"""Words in quotation marks of every kind, paired as people type them: curly, straight, angled, single, mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.opinions.sentences.model import Quote

_MARK = re.compile(r"[\"“”„«»]|(?<!\w)['‘](?=\w|\()|[’'](?!\w)|‘(?!\w)")
_DOUBLE = frozenset('"“”„«»')
_OPENERS = frozenset("“„«‘")
_LONG = 8_000


def quotes(text: str) -> tuple[Quote, ...]:
    """The outermost quotations, in order; one that nobody closed counts only after a colon, up to the end."""
    return tuple(_quotes(text))


def _quotes(text: str) -> Iterator[Quote]:
    begun: re.Match[str] | None = None
    depth = 0
    for mark in _MARK.finditer(text):
        if begun is None:
            if _opens(text, mark):
                begun, depth = mark, 1
            continue
        if (mark[0] in _DOUBLE) != (begun[0] in _DOUBLE):
            continue
        if mark[0] in _OPENERS and mark[0] == begun[0] and not _closes(text, mark):
            depth += 1
            continue
        depth -= 1
        if not depth:
            yield Quote(begun.start(), mark.end(), (begun.end(), mark.start()))
            begun = None
    if begun is not None and _announced(text, begun.start()) and len(text) - begun.start() < _LONG:
        yield Quote(begun.start(), len(text), (begun.end(), len(text)))


def _opens(text: str, mark: re.Match[str]) -> bool:
    """A closing curly mark may open where it was typed wrong; an apostrophe opens nothing."""
    if mark[0] in _OPENERS or mark[0] == '"':
        return True
    before = text[mark.start() - 1 : mark.start()]
    return mark[0] != "’" and (not before or before.isspace() or before in ":(-") and mark.end() < len(text)


def _closes(text: str, mark: re.Match[str]) -> bool:
    """An opening mark typed at the end of words."""
    return not text[mark.start() - 1].isspace() and not text[mark.end() : mark.end() + 1].isalnum()


def _announced(text: str, start: int) -> bool:
    return text[max(0, start - 8) : start].rstrip().endswith((":", "sau", "thành"))
