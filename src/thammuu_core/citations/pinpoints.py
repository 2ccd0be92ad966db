"""Paths to a provision as writers put them, the smallest first: "điểm a khoản 2 Điều 5", "mục II.2".

Legal source: Nghị định 78/2025/NĐ-CP, Điều 68, 69; Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core.citations.views import Views

_NOUNS = ("tiet", "diem", "khoan", "dieu", "tieu muc", "muc", "chuong", "phan", "phu luc")
_LABEL = (
    r"(?:[ivxlc]{1,7}(?:\.\d{1,3}){0,3}|\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?\d?|[a-z]\d{0,2})(?![^\W_]|\.\d|/)"
)
_ORDINAL = r"(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?![^\W_])"
_JOINT = r"\s{0,2}(?:,|;|va|den|hoac|-)\s{0,2}"


def _labelled(noun: str) -> str:
    """A noun with its labels; the noun may be said again between them, another noun begins another level."""
    return rf"{noun}\s{{1,3}}(?:thu\s{{1,2}}{_ORDINAL}|{_LABEL}(?:{_JOINT}(?:{noun}\s{{1,2}})?{_LABEL})*|nay(?![^\W_]))"


_PART = rf"(?:cac\s{{1,2}})?(?:{'|'.join(map(_labelled, _NOUNS))})"
_PATH = re.compile(rf"(?<![^\W_]){_PART}(?:\s{{0,3}},?\s{{0,3}}(?:(?:cua|thuoc|va)\s{{1,2}})?{_PART})*")
_EACH_PART = re.compile(_PART)
_EACH_NOUN = re.compile(rf"(?:cac\s{{1,2}})?(?P<noun>{'|'.join(_NOUNS)})\s{{1,3}}")
_EACH_LABEL = re.compile(rf"(?<![^\W_])(?:(?<=thu\s){_ORDINAL}|{_LABEL})")
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


def paths(views: Views) -> Iterator[Path]:
    """Every path in a text, in order; a second "Điều 5" or a level below the last begins another path."""
    for found in _PATH.finditer(views.folded):
        for parts in _ascending(_EACH_PART.finditer(views.folded, *found.span())):
            if targets := _targets(views, parts):
                yield Path(parts[0].start(), parts[-1].end(), targets)


def pinpoint_before(views: Views, start: int) -> tuple[int, str] | None:
    """Where the paths that lead to the document mentioned at `start` begin, and their words."""
    for found in _PATH.finditer(views.folded, max(0, start - _WINDOW), start):
        between = views.folded[found.end() : start].strip(" ,\n")
        if _LINK.fullmatch(between):
            return found.start(), views.words(*found.span())
    return None


def _ascending(parts: Iterator[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The parts in runs that go from the smaller level to the larger."""
    run: list[re.Match[str]] = []
    for part in parts:
        if run and _RANK[_noun(part)] <= _RANK[_noun(run[-1])]:
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _noun(part: re.Match[str]) -> str:
    found = _EACH_NOUN.match(part.group())
    return found["noun"] if found else ""


def _targets(views: Views, parts: list[re.Match[str]]) -> tuple[tuple[Step, ...], ...]:
    """The steps of every provision named; several labels at one level name several provisions."""
    targets: list[tuple[Step, ...]] = [()]
    for part in parts:
        noun = _noun(part)
        labels = _labels(views, part)
        targets = [(Step(_PROPER[noun], label), *steps) for label in labels for steps in targets]
    return tuple(targets)


def _labels(views: Views, part: re.Match[str]) -> list[str | None]:
    """The labels as written: đ is not d; "đến" and "-" between two numbers name those between as well."""
    head = _EACH_NOUN.match(views.folded, part.start())
    begin = head.end() if head else part.start()
    if views.folded.startswith("nay", begin) and begin + 3 == part.end():
        # "điều này" with a small đ is "this thing"
        return [] if views.plain.startswith("điều", part.start()) else [None]
    labels: list[str | None] = []
    last = begin
    for found in _EACH_LABEL.finditer(views.folded, begin, part.end()):
        joint = views.folded[last : found.start()]
        label = views.plain[found.start() : found.end()]
        if labels and ("-" in joint or "den" in joint.split()):
            labels.extend(_between(labels[-1], label))
        labels.append(label)
        last = found.end()
    return labels


def _between(first: str | None, last: str) -> list[str]:
    if not (first and first.isdigit() and last.isdigit()) or not 0 < int(last) - int(first) < 100:
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]
