"""A copy that ends early or begins late: the rest may not have been sent back, which is no wish to delete it.

Who sends the first half may add the annex: what is missing need not be the very end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thammuu_core.anchors import Version
from thammuu_core.errors import Problem, Severity
from thammuu_core.opinions.model import Confidence, Opinion, Origin
from thammuu_core.papers import BODY

_MUCH, _MOST = 0.2, 0.3
"""Shares of the version from which nobody silently deletes its beginning or its end, or any stretch of it."""
_KEPT = 0.1
"""Of the words gone, as many as may stand in their place: a signature under the first half."""


def doubted_halves(
    version: Version, opinions: Sequence[Opinion], file: str
) -> tuple[tuple[Opinion, ...], tuple[Problem, ...]]:
    """The opinions with such deletions to be checked by a person, and a problem for each that names what is missing."""
    told, problems = [], []
    for opinion in opinions:
        if _is_half(version, opinion):
            problems.append(Problem("opinions.half_sent", Severity.WARNING, _message(version, opinion), file))
            opinion = replace(opinion, target=replace(opinion.target, confidence=Confidence.CHECK))
        told.append(opinion)
    return tuple(told), tuple(problems)


def _is_half(version: Version, opinion: Opinion) -> bool:
    start, end = opinion.target.start, opinion.target.end
    if opinion.origin is not Origin.SILENT or opinion.target.story != BODY or opinion.target.to is not None:
        return False
    if start is None or end is None:
        return False
    outermost = not version.text[:start].strip() or not version.text[end:].strip()
    much = (_MUCH if outermost else _MOST) * len(version.text)
    return end - start >= much and len(opinion.new) <= _KEPT * (end - start)


def _message(version: Version, opinion: Opinion) -> str:
    start, end = opinion.target.start or 0, opinion.target.end or 0
    lines = [line for line in version.text[start:end].split("\n") if line.strip()]
    places = [place for place in map(version.where, (start, max(start, end - 1))) if place]
    where = f" ({' – '.join(dict.fromkeys(places))})" if places else ""
    share = f"{(end - start) / len(version.text):.0%}".replace("%", " %")
    return (
        f"Có phải cơ quan chỉ gửi lại một phần dự thảo? Thiếu {share} bản gửi{where}, từ “{_short(lines[0])}” đến "
        f"“{_short(lines[-1])}”, mà không có vết xóa. Hãy hỏi lại cơ quan trước khi coi là đề nghị bỏ phần này."
    )


def _short(line: str) -> str:
    return line if len(line) <= 60 else line[:59].rstrip() + "…"
