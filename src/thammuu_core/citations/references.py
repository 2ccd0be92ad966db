"""References of a document to its own provisions: "khoản 3 Điều này", "mục II.2", "Điều 5 Quy chế này", "Kế hoạch này"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thammuu_core.citations.pinpoints import Path, Step, paths
from thammuu_core.citations.views import Views, views_of
from thammuu_core.citations.vocabulary import kinds_by_words

_SELF = re.compile(
    rf"(?P<kind>{'|'.join(sorted(map(re.escape, kinds_by_words()), key=len, reverse=True))})\s{{1,3}}nay(?![^\W_])"
)
_WHOLE = re.compile(rf"(?<![^\W_]){_SELF.pattern}")
_OTHER = re.compile(
    rf"\s{{0,3}},?\s{{0,3}}(?:(?:cua|tai|kem theo|ban hanh kem theo)\s{{1,3}})?(?:cac\s{{1,3}})?"
    rf"(?:{'|'.join(sorted(map(re.escape, kinds_by_words()), key=len, reverse=True))})(?![^\W_])"
)
_OF_IT = re.compile(r"\s{0,3},?\s{0,3}(?:cua\s{1,3}|kem theo\s{1,3}|ban hanh kem theo\s{1,3})?")


@dataclass(frozen=True, slots=True)
class InternalReference:
    """One mention of provisions of the document itself; offsets are offsets in the text given."""

    start: int
    end: int
    targets: tuple[tuple[Step, ...], ...]
    """Every provision named, the outermost step first; one empty path where the document itself is meant."""
    document: str | None
    """Kind by which the document calls itself: "Kế hoạch" in "mục II.2 Kế hoạch này"; None when not said."""

    @property
    def label_paths(self) -> tuple[tuple[str, ...], ...]:
        """The labels alone, for finding the provision: writers use "mục", "khoản", "điểm" loosely in plans."""
        return tuple(tuple(_labels(steps)) for steps in self.targets)


def references(text: str) -> tuple[InternalReference, ...]:
    """The references of a text to its own document, in order; paths into other documents are citations' pinpoints.

    >>> [reference.label_paths for reference in references("theo điểm a khoản 2 Điều 5 Quy chế này và mục II.2")]
    [(('5', '2', 'a'),), (('II', '2'),)]
    """
    views = views_of(text)
    found = [reference for path in paths(views) if (reference := _reference(views, path))]
    covered = {reference.end for reference in found}
    whole = (
        _whole(views, match)
        for match in _WHOLE.finditer(views.folded)
        if views.given(match.end()) not in covered
    )
    return tuple(sorted((*found, *whole), key=lambda reference: reference.start))


def _reference(views: Views, path: Path) -> InternalReference | None:
    link = _OF_IT.match(views.folded, path.end)
    own = _SELF.match(views.folded, link.end()) if link else None
    if own:
        return InternalReference(
            views.given(path.start), views.given(own.end()), path.targets, kinds_by_words()[own["kind"]]
        )
    if _OTHER.match(views.folded, path.end):
        return None
    return InternalReference(views.given(path.start), views.given(path.end), path.targets, None)


def _whole(views: Views, match: re.Match[str]) -> InternalReference:
    return InternalReference(
        views.given(match.start()), views.given(match.end()), ((),), kinds_by_words()[match["kind"]]
    )


def _labels(steps: tuple[Step, ...]) -> list[str]:
    """ "II.2" is two steps down."""
    return [part for step in steps for part in (step.label or "này").split(".")]
