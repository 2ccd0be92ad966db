"""The paragraphs of a letter's body with the headings that they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from thammuu_core.opinions.prose.cutting import quotations
from thammuu_core.opinions.prose.emphasis import STRIKE, struck
from thammuu_core.opinions.prose.model import Passage
from thammuu_core.opinions.prose.phrases import (
    asks,
    begins_anew,
    changes,
    connected,
    gives_wording,
    leads,
    lists,
    names_place,
    reasons,
    small,
    stamps,
    unticked,
)
from thammuu_core.opinions.prose.stances import said as stance_said
from thammuu_core.outline import in_capitals
from thammuu_core.outline.labels import Label, labels
from thammuu_core.papers import Paragraph
from thammuu_core.provisions import Level

_NUMBERING = frozenset(
    {Level.UPPER, Level.ROMAN, Level.ARABIC, Level.DECIMAL, Level.LETTER, Level.DASH, Level.PLUS}
)
"""Labels of the letter itself; "Điều 5" and "Mục II" at the head of a line name a place in the draft."""
_UNLABELLED = "heading"
_TITLE = 200
_QUOTED = 40
"""Paragraphs of the longest quotation."""
_FIRST = re.compile(
    r"\W*(?:về|tại|đối với|ở|điều|khoản|điểm|mục|tiểu mục|phần|chương|phụ lục|nội dung|tên|căn cứ|dự thảo|tờ trình|trang|ý kiến|góp ý|nhận xét|một số)\b"
)


@dataclass
class Headings:
    """Headings and numbered items in force, outermost first: scheme of the label, words, whether it is a heading."""

    held: list[tuple[str, str, bool]] = field(default_factory=list)

    def enter(self, scheme: str, text: str, heading: bool) -> tuple[str, ...]:
        """Go to the level of `scheme` and stand there; the context of what stands there."""
        places = [index for index, (known, _, _) in enumerate(self.held) if known == scheme]
        if places:
            del self.held[places[-1] :]
        elif scheme == _UNLABELLED:
            while self.held and not self.held[-1][2]:
                self.held.pop()
        above = self.context()
        self.held.append((scheme, text, heading))
        return above

    def context(self) -> tuple[str, ...]:
        return tuple(text for _, text, _ in self.held)

    def under_headings(self) -> tuple[str, ...]:
        """Without the items at the end that are no headings: they are sentences of their own."""
        held = list(self.held)
        while held and not held[-1][2]:
            held.pop()
        return tuple(text for _, text, _ in held)


def passages(
    paragraphs: Iterable[Paragraph],
    headings: Headings | None = None,
    looks: Sequence[str] = (STRIKE,),
    goes_on: bool = False,
) -> list[Passage]:
    """What the paragraphs say, in order; headings that have something below them are form.

    `headings` are those in force where the paragraphs begin, and are carried on; `looks` are those of words that are to
    go; `goes_on`: something stands below the last paragraph.
    """
    stack, said = headings or Headings(), list[Passage]()
    for paragraph in joined(list(paragraphs)):
        label, passage = _unlabelled(paragraph, looks)
        if not passage.text:
            continue
        if stamps(passage.text) or unticked(passage.text):
            said.append(replace(passage, form=True))
            continue
        heading = is_heading(passage.text, paragraph)
        if label or heading:
            context = stack.enter(label.scheme if label else _UNLABELLED, passage.text, heading)
            reason = bool(said) and not said[-1].form and reasons(passage.text)
            said.append(replace(passage, context=context, form=heading, follows=reason))
        else:
            said.append(_loose(passage, stack, said))
    if said and goes_on:
        said[-1] = replace(said[-1], over_rows=True)
    return _with_idle_headings(said, goes_on)


def _loose(passage: Passage, stack: Headings, said: Sequence[Passage]) -> Passage:
    """A paragraph without label: it goes on with the item before it, or begins anew under the headings."""
    anew = not said or begins_anew(passage.text)
    goes_on = not anew and (connected(passage.text) or not asks(passage.text))
    context = stack.context() if goes_on else stack.under_headings()
    return replace(passage, context=context, follows=goes_on and not said[-1].form)


def _with_idle_headings(said: Sequence[Passage], goes_on: bool) -> list[Passage]:
    """A heading under which nothing stands is no form: its words must not be lost."""
    last = Passage("", (said[-1].text,) if said and goes_on else ())
    return [
        replace(
            passage, form=passage.form and (not names_place(passage.text) or passage.text in below.context)
        )
        for passage, below in zip(said, [*said[1:], last][: len(said)], strict=True)
    ]


def is_heading(text: str, paragraph: Paragraph | None = None) -> bool:
    """Whether a paragraph, its label taken off, only says what those below it are about."""
    said = small(text).strip(" *_")
    if len(said) > _TITLE or said.endswith((".", ";", "?", "!")) or quotations(text):
        return False
    if stance_said(text) is not None or ((asks(text) or changes(text)) and not lists(text)):
        return False
    if lists(text):
        return True
    if in_capitals(text) or (paragraph is not None and paragraph.bold):
        return True
    if said.endswith(":"):
        return names_place(text) or bool(_FIRST.match(said))
    return bool(_FIRST.match(said)) and ("," not in said or names_place(text))


def _unlabelled(paragraph: Paragraph, looks: Sequence[str]) -> tuple[Label | None, Passage]:
    """The label, typed or automatic, and the passage that it numbers."""
    text = paragraph.text
    automatic = paragraph.label.strip()
    found = [
        label
        for label in labels(f"{automatic} x" if automatic else text)
        if label.level in _NUMBERING and not label.scheme.startswith("named")
    ]
    cut = found[0].end if found and not automatic else 0
    cut += len(text[cut:]) - len(text[cut:].lstrip(" \t*_\n"))
    gone = tuple((max(0, a - cut), b - cut) for a, b in struck(paragraph.runs, looks) if b > cut)
    words = text[cut:].rstrip()
    return (found[0] if found else None), Passage(
        words, (), paragraph.page, paragraph.confidence, gone, lead=text[:cut]
    )


def joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """A provision quoted over several paragraphs, or given under "… như sau:", goes with what introduces it."""
    whole: list[Paragraph] = []
    inside = 0
    for index, paragraph in enumerate(paragraphs):
        if whole and (inside or _gives(whole[-1].text, paragraph.text)):
            whole[-1] = _glued(whole[-1], paragraph)
        else:
            whole.append(paragraph)
        inside = max(inside - 1, 0) or _quoted_on([each.text for each in paragraphs[index : index + _QUOTED]])
    return whole


def _glued(first: Paragraph, second: Paragraph) -> Paragraph:
    shift = len(first.text) + 1
    runs = tuple(replace(run, start=run.start + shift, end=run.end + shift) for run in second.runs)
    return replace(first, text=f"{first.text}\n{second.text}", runs=(*first.runs, *runs))


def _quoted_on(texts: Sequence[str]) -> int:
    """How many paragraphs after the first one a quotation opened in it goes on; none where nobody closes it."""
    depth = 0
    for count, text in enumerate(texts):
        for mark in text:
            depth = max(0, depth + (mark == "“") - (mark == "”"))
        if not depth:
            return count
    return 0


def _gives(lead: str, text: str) -> bool:
    """Whether `text` is the wording that `lead` announces."""
    said = small(lead).rstrip()
    if not said.endswith((":", "như sau", "thành")) or not asks(lead) or not gives_wording(lead):
        return False
    return small(text).lstrip().startswith(('"', "«")) or (
        names_place(lead) and not asks(text) and not leads(text)
    )
