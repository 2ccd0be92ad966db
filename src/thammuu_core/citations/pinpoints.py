"""Paths to a provision as writers put them, the smallest first: "điểm a khoản 2 Điều 5", "mục II.2".

Legal source: Nghị định 78/2025/NĐ-CP, Điều 68, 69; Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core.citations.views import Views

_NOUNS = ("tiet", "diem", "khoan", "dieu", "tieu muc", "muc", "chuong", "phan", "phu luc")
_NOUN = rf"(?:{'|'.join(_NOUNS)})"
_LABEL = r"(?:[ivxlc]{1,7}(?:\.\d{1,3}){0,3}|\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?\d?|[a-z]{1,2}\d{0,2})(?![^\W_]|\.\d|/)"
_JOINT = r"\s{0,2}(?:,|;|va|den|hoac|-)\s{0,2}"
_LABELS = rf"{_LABEL}(?:{_JOINT}(?:{_NOUN}\s{{1,2}})?{_LABEL})*"
_PART = rf"(?:cac\s{{1,2}})?{_NOUN}\s{{1,3}}(?:{_LABELS}|nay(?![^\W_]))"
_PATH = re.compile(rf"(?<![^\W_]){_PART}(?:\s{{0,3}},?\s{{0,3}}(?:cua\s{{1,2}}|thuoc\s{{1,2}})?{_PART})*")
_EACH_PART = re.compile(rf"(?:cac\s{{1,2}})?(?P<noun>{_NOUN})\s{{1,3}}(?P<labels>{_LABELS}|nay(?![^\W_]))")
_EACH_LABEL = re.compile(rf"(?<![^\W_]){_LABEL}")
_WORDS = re.compile(r"(?<![^\W_])(?:va|den|hoac|nay)(?![^\W_])|" + _NOUN)
_RANK = {noun: rank for rank, noun in enumerate(_NOUNS)}
_PROPER = {
    "tiet": "tiết", "diem": "điểm", "khoan": "khoản", "dieu": "Điều", "tieu muc": "Tiểu mục", "muc": "Mục", "chuong": "Chương",
    "phan": "Phần", "phu luc": "Phụ lục",
}  # fmt: skip
_LINK = re.compile(r"(?:phu luc\s?)?(?:(?:ban hanh\s)?kem theo)?(?:cua|tai)?\s?(?:cac)?")
_WINDOW = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a path; `label` None means this one ("Điều này")."""

    noun: str
    label: str | None


@dataclass(frozen=True, slots=True)
class Path:
    """A path as written, and every provision it names, the outermost step first."""

    start: int
    end: int
    targets: tuple[tuple[Step, ...], ...]


def paths(views: Views, start: int = 0, end: int | None = None) -> Iterator[Path]:
    """Every path in a stretch of text, in order."""
    for found in _PATH.finditer(views.folded, start, len(views.folded) if end is None else end):
        targets = _targets(views, found)
        if targets:
            yield Path(found.start(), found.end(), targets)


def pinpoint_before(views: Views, start: int) -> tuple[int, str] | None:
    """Where the path that leads to the document mentioned at `start` begins, and its words."""
    for path in paths(views, max(0, start - _WINDOW), start):
        between = views.folded[path.end : start].strip(" ,\n")
        if _LINK.fullmatch(between):
            return path.start, " ".join(views.text[path.start : path.end].split())
    return None


def _targets(views: Views, found: re.Match[str]) -> tuple[tuple[Step, ...], ...]:
    """The steps of every provision named; several labels at one level name several provisions."""
    targets: list[tuple[Step, ...]] = [()]
    for part in _EACH_PART.finditer(views.folded, *found.span()):
        labels = _labels(views, part)
        if not labels:
            return ()
        noun = _PROPER[part["noun"]]
        targets = [(Step(noun, label), *steps) for label in labels for steps in targets]
    return tuple(targets)


def _labels(views: Views, part: re.Match[str]) -> list[str | None]:
    """The labels as written: đ is not d; "đến" and "-" between two numbers name those between as well."""
    if part["labels"] == "nay":
        noun = views.plain[part.start("noun") : part.end("noun")]
        return [] if noun == "điều" else [None]  # "điều này" is "this thing"
    plain = views.plain[part.start("labels") : part.end("labels")]
    labels: list[str | None] = []
    previous_end = 0
    for found in _EACH_LABEL.finditer(part["labels"]):
        label = plain[found.start() : found.end()]
        if _WORDS.fullmatch(found.group()):
            continue
        joint = part["labels"][previous_end : found.start()]
        if labels and ("den" in joint.split() or "-" in joint):
            labels.extend(_between(labels[-1], label))
        labels.append(label)
        previous_end = found.end()
    return labels


def _between(first: str | None, last: str) -> list[str]:
    if not (first and first.isdigit() and last.isdigit()) or not 0 < int(last) - int(first) < 100:
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]
