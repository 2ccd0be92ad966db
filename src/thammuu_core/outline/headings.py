"""The title part of a labelled paragraph: "Mục đích, yêu cầu" of "I. MỤC ĐÍCH, YÊU CẦU:"."""

from __future__ import annotations

import re

from thammuu_core.outline.labels import Label
from thammuu_core.papers import Paragraph
from thammuu_core.provisions import Level
from thammuu_core.text import plain
from thammuu_core.text.letters import CAPITALS, SMALL

_TITLE_LEVELS = frozenset(
    {Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION, Level.UPPER, Level.ROMAN}
)
_LONG = 300
_SHORT = 160
_MARKS = " \t*_"
_INNER_ITEM = re.compile(r"\s(?:1[.)]|a\))\s+(?=\S)")
_AFTER_CAPITALS = re.compile(
    rf"(?P<title>[{CAPITALS}]{{2,}}(?:[ ,;-]+(?:[{CAPITALS}]+|\d+))+)[.:]? [{CAPITALS}][{SMALL}]+ [{SMALL}]"
)


def heading(paragraph: Paragraph, label: Label, words: int, has_children: bool) -> str | None:
    """The title, without label and closing colon; None where the paragraph is a plain sentence."""
    text = paragraph.text[words:].strip(_MARKS)
    if not text:
        return None
    if label.level in _TITLE_LEVELS:
        return _tidy(_title_of(text))
    if label.level in (Level.DASH, Level.PLUS):
        return None
    if paragraph.heading is not None or (paragraph.bold and len(text) <= _LONG):
        return _tidy(text)
    if run_in := _bold_lead(paragraph, words):
        return run_in
    return _tidy(text) if _reads_as_title(text, label, has_children) else None


def in_capitals(text: str) -> bool:
    """Whether the letters of `text` are capitals, but for a few (names of files, "m2", "của")."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)


def _title_of(text: str) -> str:
    """Where a lost paragraph break leaves items or a sentence in the title's line, the title ends before them."""
    for cut in _INNER_ITEM.finditer(text):
        title, first_item = text[: cut.start()], text[cut.end() :]
        if len(title) <= _SHORT and title[-1] not in ".;," and not in_capitals(first_item):
            return title
    sentence = _AFTER_CAPITALS.match(text)
    return sentence["title"] if sentence else text


def _reads_as_title(text: str, label: Label, has_children: bool) -> bool:
    """Short, no closing stop or semicolon, no clause after a colon; a stop is forgiven where items follow."""
    if len(text) > _SHORT or (":" in text.rstrip(" :") and not in_capitals(text)):
        return False
    if in_capitals(text):
        return True
    ending = plain(text[-1])
    if ending in ";,/":
        return False
    return ending != "." or (has_children and len(text) <= 100 and label.level is not Level.LETTER)


def _bold_lead(paragraph: Paragraph, words: int) -> str | None:
    """A bold opening that ends with a colon or a stop is a title run into its text."""
    end = words
    for run in paragraph.runs:
        if run.end <= words:
            continue
        if not run.bold and paragraph.text[run.start : run.end].strip():
            break
        end = run.end
    lead = paragraph.text[words:end].strip(_MARKS)
    following = paragraph.text[end:].lstrip(_MARKS)
    closed = lead.endswith((":", ".")) or following.startswith(":")
    return _tidy(lead) if 1 < len(lead) <= _LONG and closed else None


def _tidy(text: str) -> str:
    text = " ".join(text.replace("**", "").split())
    return text.rstrip(" :.;*_-–") if not text.endswith("...") else text
