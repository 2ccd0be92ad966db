"""Documents marked as state secrets are not taken in.

Legal source: Luật Bảo vệ bí mật nhà nước số 117/2025/QH15; Nghị định số 30/2020/NĐ-CP, Phụ lục I (ô số 10a).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from thammuu_core.intake.refusals import StateSecret
from thammuu_core.kinds import kind_by_name
from thammuu_core.papers import BODY, Paper, Paragraph, Story
from thammuu_core.text import nfc

_LEVEL = r"T\s*U\s*Y\s*Ệ\s*T\s+M\s*Ậ\s*T|T\s*Ố\s*I\s+M\s*Ậ\s*T|M\s*Ậ\s*T"
_STAMP = re.compile(rf"({_LEVEL})|(?i:(?:độ|dấu)\s+mật\s*:?\s*({_LEVEL}))")
"""Alone only in capitals, as a stamp is, be they spaced out; in any letters after its label."""
_COLUMNS = re.compile(r"\t+| {3,}")
"""What keeps two columns of a header block apart when they are typed on one line."""
_FRAME = " \t.,;:*-–—_[](){}|\"'“”"
_HEADER_LINES = 25
_MARGINS = ("header", "textbox")


def refuse_if_secret(paper: Paper) -> None:
    """Raise `StateSecret` if the header block, a page header or a text box holds a line or column that is a stamp.

    The same word in a sentence, in another word ("Mật độ", "bảo mật"), in a table of the text or deep in it marks
    nothing.
    """
    for line in _stampable(paper):
        for words in (line, *_COLUMNS.split(line)):
            if match := _STAMP.fullmatch(nfc(words).strip(_FRAME)):
                raise StateSecret(_level(match[1] or match[2]))


def _level(stamp: str) -> str:
    """The level that a stamp names, however its letters are spaced."""
    letters = "".join(stamp.upper().split())
    return letters if letters == "MẬT" else f"{letters.removesuffix('MẬT')} MẬT"


def _stampable(paper: Paper) -> Iterator[str]:
    for story in paper.stories:
        if story.name == BODY:
            yield from _header_block(story)
        elif story.name.startswith(_MARGINS):
            yield from filter(str.strip, story.text.split("\n"))


def _header_block(story: Story) -> Iterator[str]:
    """The first lines of the body; once the kind of document is named, those outside tables only."""
    written = (line for line in story.lines() if line.paragraph.text.strip())
    named = False
    for line in islice(written, _HEADER_LINES):
        if not (named and line.table):
            yield from _shown(line.paragraph).split("\n")
        named = named or _names_a_kind(line.paragraph.text)


def _shown(paragraph: Paragraph) -> str:
    """The words as a reader sees them: a stamp may be typed small and shown in capitals."""
    capitals = paragraph.runs and all(run.caps for run in paragraph.runs)
    return paragraph.text.upper() if capitals else paragraph.text


def _names_a_kind(text: str) -> bool:
    return text.isupper() and kind_by_name(text.strip()) is not None
