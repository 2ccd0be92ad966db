"""What stands above a sentence: the places that its headings and premises name, and of which document they speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Path, Reading, Reference
from thammuu_core.opinions.sentences.nouns import RANKS
from thammuu_core.opinions.sentences.reading import reading
from thammuu_core.opinions.sentences.references import references
from thammuu_core.opinions.sentences.weighing import compared

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_DOSSIER = rf"{_W}(?:tờ trình|báo cáo (?:thuyết minh|đánh giá|tổng kết|tiếp thu|giải trình|tổng hợp|thẩm định|tóm tắt|rà soát)|bản thuyết minh|thuyết minh (?:dự thảo|kèm theo)|bảng so sánh|bảng thuyết minh|dự thảo tờ trình|dự thảo báo cáo|đề cương chi tiết)"


_DRAFT = rf"{_W}(?:về|đối với) (?:nội dung )?(?:dự thảo|văn bản){_E}"
_SAID = rf"{_W}dự thảo{_E}"


@dataclass(frozen=True, slots=True)
class Above:
    """The context of a sentence."""

    paths: tuple[Path, ...] = ()
    other: bool = False
    """The headings speak of another document of the dossier."""
    lines: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def above(context: tuple[str, ...]) -> Above:
    """What the headings and premises name, each completing the one before it."""
    paths: tuple[Path, ...] = ()
    other = False
    for line in context:
        read = reading(line)
        mentions = [one for one in references(read) if one.paths]
        plain = [one for one in mentions if not compared(read, one)] or mentions
        if of_dossier(read, mentions):
            paths, other = (), True
        elif plain:
            paths = completed(plain[0].paths, paths)
            other = other and cue(read, _SAID).search(read.clear) is None
        elif cue(read, _DRAFT).search(read.clear):
            paths, other = (), False
    return Above(paths, other, context)


def completed(paths: Sequence[Path], above: Sequence[Path]) -> tuple[Path, ...]:
    """Paths that do not begin at the top go on from those above."""
    return tuple(_completed(path, above) for path in paths)


def _completed(path: Path, above: Sequence[Path]) -> Path:
    if not path or not above:
        return path
    top = RANKS[path[0].noun]
    return (*(step for step in above[0] if RANKS[step.noun] > top), *path)


def of_dossier(read: Reading, mentions: Sequence[Reference]) -> bool:
    """Whether the place is in another document of the dossier, said right before or after the mention, or alone."""
    for found in cue(read, _DOSSIER).finditer(read.clear):
        lead = read.clear[: found.start()].strip()
        if not mentions:
            return len(lead) < 24
        first = mentions[0]
        if 0 <= first.start - found.end() < 30 or 0 <= found.start() - first.end < 12:
            return True
    return False
