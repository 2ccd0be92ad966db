"""What a returned file is: a copy of a version that was sent, a letter, or something between that a person must judge.

Decided by measured overlap, never by the file's name: the share of a version's paragraphs that the file holds. In a
short draft a few changed words touch most paragraphs, so where paragraphs leave it open runs of five words are asked.
A file that holds little of the version may still have no words of its own: then it is a part of it (see `excerpts`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from thammuu_core.anchors.version import Version
from thammuu_core.errors import Problem, Severity
from thammuu_core.opinions.excerpts import is_excerpt
from thammuu_core.text.folding import plain
from thammuu_core.text.tones import same_tone

COPY, LETTER = 0.60, 0.20
"""Shares of a version: from the first on a file is its copy, below the second it is none."""
_RUN = 5
_PART = "Chỉ có {} nội dung của {}, nhưng hầu hết lời trong tệp là của bản đó: đọc như một phần của dự thảo."


class Shape(StrEnum):
    """How a file must be read."""

    COPY = "copy"
    LETTER = "letter"
    PART = "part"
    """Of a version: some of its pages or provisions, nothing said beside them."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a file was taken for, on which version, and why."""

    shape: Shape
    version: Version
    share: float
    """Of the version that the file holds, 0 to 1."""
    evidence: str
    """Vietnamese."""
    problems: tuple[Problem, ...] = ()


def decide(versions: Sequence[Version], views: Sequence[str]) -> Decision:
    """The best of the versions for a file whose main story reads so (in its original and its accepted view).

    The first version is the one under consultation and wins a tie. Raises ValueError without a version.
    """
    found = [_share(version, views) for version in versions]
    best = max(range(len(found)), key=lambda index: (found[index], -index))
    share, version = found[best], versions[best]
    sent = (
        "bản gửi" if len(versions) == 1 or best == 0 else f"một bản gửi trước (bản thứ {best} kể từ bản này)"
    )
    told = f"{share:.0%}".replace("%", " %")
    if share >= COPY:
        return Decision(Shape.COPY, version, share, f"Trùng {told} nội dung với {sent}: đọc như một bản sao.")
    if share > 0 and is_excerpt(version, views[0]):
        return Decision(Shape.PART, version, share, _PART.format(told, sent))
    if share < LETTER:
        return Decision(
            Shape.LETTER, versions[0], share, f"Chỉ trùng {told} nội dung với {sent}: đọc như văn bản góp ý."
        )
    shape = Shape.COPY if share >= (COPY + LETTER) / 2 else Shape.LETTER
    return _doubtful(Decision(shape, version if shape is Shape.COPY else versions[0], share, ""), told, sent)


def _doubtful(decision: Decision, told: str, sent: str) -> Decision:
    taken = "một bản sao đã sửa nhiều" if decision.shape is Shape.COPY else "văn bản góp ý"
    evidence = f"Trùng {told} nội dung với {sent}, chưa đủ để chắc chắn: tạm đọc như {taken}."
    message = f"{evidence} Hãy mở tệp xem đây là bản sao hay văn bản góp ý rồi xác nhận."
    problem = Problem("opinions.shape_unsure", Severity.WARNING, message)
    return Decision(decision.shape, decision.version, decision.share, evidence, (problem,))


def _share(version: Version, views: Sequence[str]) -> float:
    """Cheapest measure first: nearly every copy is known by its lines as they stand."""
    best = 0.0
    for measure in (_lines, _keys, _runs):
        sent = measure(version.text)
        best = max(best, *(len(sent & measure(view)) / len(sent) for view in views if sent), 0.0)
        if best >= COPY:
            break
    return best


@lru_cache(maxsize=16)
def _lines(text: str) -> frozenset[str]:
    """Its paragraphs, those of less than four words left out: every document has such."""
    return frozenset(line for line in text.split("\n") if line.count(" ") > 2)


@lru_cache(maxsize=16)
def _keys(text: str) -> frozenset[str]:
    """The same as one compares them, however they are typed."""
    lines = same_tone(plain(text)).split("\n")
    return frozenset(" ".join(line.split()) for line in lines if line.count(" ") > 2)


@lru_cache(maxsize=16)
def _runs(text: str) -> frozenset[str]:
    """Every five words that follow one another in a paragraph."""
    found: set[str] = set()
    for line in _keys(text):
        words = line.split()
        found.update(" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
    return frozenset(found)
