"""How new paragraphs and words are set: like those that they stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from thammuu_core.redlines.writing.layout import Line
from thammuu_core.wordml.names import INS, PPR, RPR, P, R, T, w

_LABELS = tuple(
    re.compile(pattern)
    for pattern in (
        r"Điều\s+\d+", r"(?:Chương|Mục|Phần)\s+\w+", r"[IVX]+\s*[.)/]", r"\d+(?:\.\d+)+", r"\d+\s*[.)/]", r"[a-zđ]\s*[.)/]",
        r"[-–]\s*", r"\+\s*", r"Căn cứ\b",
    )
)  # fmt: skip
"""How paragraphs begin that are set alike."""


def above(home: etree._Element) -> etree._Element:
    """The paragraph after which a new one stands; the one before which it stands if there is none."""
    before = home.getprevious()
    while before is not None and before.tag != P and before.tag != w("tbl"):
        before = before.getprevious()
    return before if before is not None and before.tag == P else home


def look_at(line: Line, place: int) -> etree._Element | None:
    """How the words look beside which new ones stand."""
    worded = [each for each in line.stretches if each.end > each.start and each.element.tag == R]
    before = next((each for each in reversed(worded) if each.end <= place), None)
    beside = before or next(iter(worded), None)
    if beside is not None:
        return beside.element.find(RPR)
    return line.paragraph.find(f"{PPR}/{RPR}")


def first_look(model: etree._Element) -> etree._Element | None:
    """How the words of a paragraph look, by the first of them; an empty one says it of its mark."""
    for each in model.iter(R):
        if each.find(w("t")) is not None or each.find(w("delText")) is not None:
            return each.find(RPR)
    return model.find(f"{PPR}/{RPR}")


def label(words: str) -> int | None:
    """The kind of label with which words begin."""
    return next((kind for kind, pattern in enumerate(_LABELS) if pattern.match(words)), None)


def alike(words: str, before: etree._Element, behind: etree._Element) -> etree._Element:
    """Of the neighbours of a new paragraph the one that begins as it does; else the one before it."""
    kind = label(words)
    return behind if kind == label(_said(behind)) != label(_said(before)) else before


def _said(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(T, w("delText"))).strip()


def own_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs that were there before any change."""
    return (each for each in paragraph.iter(R) if next(each.iterancestors(INS), None) is None)
