"""Which of the places that a sentence names is meant, and what in the draft it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Path, Reading
from thammuu_core.opinions.sentences.nouns import RANKS
from thammuu_core.opinions.sentences.places import Found, Places
from thammuu_core.opinions.sentences.reading import reading
from thammuu_core.opinions.sentences.references import references

_REASON = r"(?<![^\W_])(?:vì|do|bởi|nhằm|để|trùng|tránh|phù hợp|theo|thống nhất với|đồng bộ|tương tự|như|căn cứ)(?![^\W_])[^,;:]{0,80}$"
_PAGE = r"(?<![^\W_])trang\s+(?:số\s+)?\d"


@dataclass(frozen=True, slots=True)
class Named:
    """Where a sentence wants it."""

    found: tuple[Found, ...] = ()
    whole: bool = False
    reason: str = ""
    """Why no place of the draft is meant."""


def chosen(read: Reading, operation: Operation, context: Sequence[str], places: Places) -> Named:
    """The places meant."""
    if cue(read, _PAGE).search(read.clear):
        return Named(reason="Nêu theo trang, dòng của bản in: cần đối chiếu với bản đã gửi.")
    above = _above(context)
    named = [one for one in references(read) if one.paths]
    best = [one for one in named if not cue(read, _REASON).search(read.clear[: one.start])] or named
    if best:
        paths = tuple(_completed(path, above) for path in best[0].paths)
    elif above:
        paths = above
    else:
        return Named(whole=True)
    found = [places.resolve(path)[:1] for path in paths]
    flat = tuple(one for each in found for one in each)
    return Named(flat) if flat else Named(reason="Dự thảo không có điều, khoản, mục này.")


def _above(context: Sequence[str]) -> tuple[Path, ...]:
    paths: tuple[Path, ...] = ()
    for line in context:
        named = [one for one in references(reading(line)) if one.paths]
        if named:
            paths = tuple(_completed(path, paths) for path in named[0].paths)
    return paths


def _completed(path: Path, above: Sequence[Path]) -> Path:
    if not path or not above:
        return path
    top = RANKS[path[0].noun]
    return (*(step for step in above[0] if RANKS[step.noun] > top), *path)
