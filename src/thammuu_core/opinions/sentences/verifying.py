"""Places and words of a sentence held against the draft: nothing is proposed on words that it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from thammuu_core.opinions.model import Confidence, Target
from thammuu_core.opinions.sentences.places import Found, Places
from thammuu_core.opinions.sentences.reading import small

_LIKE = 85.0
_LONGEST = 400
"""Characters of words sought by likeness."""

Span = tuple[int, int]


def occurrences(places: Places, words: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Where the draft has these words, whatever their case, blanks and marks of punctuation."""
    sought = small(words)
    limit = len(places.small) if end is None else end
    position = places.small.find(sought, start, limit) if sought else -1
    while position >= 0:
        if _whole(places.small, position, position + len(sought)):
            yield position, position + len(sought)
        position = places.small.find(sought, position + 1, limit)


def _whole(text: str, start: int, end: int) -> bool:
    """No letter or digit goes on at either end."""
    left = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    right = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not left and not right


def exact(places: Places, words: str, start: int, end: int) -> Span | None:
    """The words as they stand first, the same case preferred."""
    found = list(occurrences(places, words, start, end))
    same = [span for span in found if places.version.text[slice(*span)] == words]
    return next(iter(same or found), None)


def alike(places: Places, words: str, start: int, end: int) -> Span | None:
    """Words of the draft nearly these."""
    if len(words) < 8 or len(words) > _LONGEST or end - start > 20_000:
        return None
    found = fuzz.partial_ratio_alignment(small(words), places.small[start:end], score_cutoff=_LIKE)
    if found is None or found.dest_end <= found.dest_start:
        return None
    return _widened(places.small, start + found.dest_start, start + found.dest_end)


def _widened(text: str, start: int, end: int) -> Span:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def at(places: Places, span: Span, confidence: Confidence, *, point: int | None = None) -> Target:
    """The target that is these words; with `point`, the place of an insertion beside them."""
    start, end = span if point is None else (point, point)
    identity = places.version.at(span[0])
    return Target(
        start, end, None, identity, places.version.said.get(identity, "") if identity else "",
        places.version.text[slice(*span)], confidence,
    )  # fmt: skip


def provision(places: Places, found: Found, *, whole: bool = False) -> Target:
    """The target that is a provision: its own words, or with all below it."""
    where = places.version.said.get(found.provision, "")
    node = places.version.nodes.get(found.provision)
    all_of_it = whole or found.stretch or node is None or not node.text
    end = found.end if all_of_it or node is None else min(found.end, found.start + len(node.text))
    return Target(found.start, end, None, found.provision or None, where, "", Confidence.PROVISION)


def elsewhere(places: Places, words: str, known: Sequence[Found]) -> Span | None:
    """The only place outside the provisions named where the draft has these words."""
    found = [
        span
        for span in occurrences(places, words)
        if not any(one.start <= span[0] < one.end for one in known)
    ]
    return found[0] if len(found) == 1 else None
