"""Places in a paper with their words and looks: what rules point at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thammuu_core.papers import Paragraph, Run, Story
from thammuu_core.papers.model import paragraphs

_GAP = re.compile(r"(?: {3,}|\t[ \t]*)(?=\S)")
_BLANKED = re.compile(r"(?:\bsố\s*:?|\bngày|\btháng|\bnăm|/|…|\.\.)\s*$", re.IGNORECASE)
"""Before the blanks of a draft: "Số:     /KH-UBND", "ngày     tháng     năm"."""
_AFTER_BLANK = re.compile(r"/|tháng|năm|\.\.|…", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """Some letters of one paragraph, and where the paragraph stands."""

    story: str
    index: int
    """Among all paragraphs of the story, in document order."""
    block: int
    """Index of the story's block it is or stands in."""
    paragraph: Paragraph
    start: int
    end: int
    cell: tuple[int, ...] = ()
    """Block, row and cell of the outermost table it stands in; empty outside tables."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.paragraph.text[self.start : self.end]

    @property
    def filled(self) -> bool:
        """Whether it holds a letter or digit."""
        return any(map(str.isalnum, self.text))

    @property
    def column(self) -> int:
        """0 for the left half of the page, 1 for the right, as far as table cells, gaps and alignment tell."""
        if self.cell:
            return self.cell[2]
        return int(self.start > 0 or self.paragraph.align in ("center", "right"))

    @property
    def runs(self) -> tuple[Run, ...]:
        """Runs that show some letter of it."""
        return tuple(run for run in self.paragraph.runs if self._seen(run))

    def _seen(self, run: Run) -> bool:
        start, end = max(run.start, self.start), min(run.end, self.end)
        return start < end and any(map(str.isalnum, self.paragraph.text[start:end]))

    @property
    def sizes(self) -> tuple[float, ...]:
        """Sizes of its letters in points, ascending; unknown ones left out."""
        return tuple(sorted({run.size for run in self.runs if run.size is not None}))

    @property
    def shown(self) -> str:
        """The text as it looks: letters that a format shows as capitals are capitals."""
        text = self.text
        for run in self.runs:
            if run.caps:
                start, end = max(run.start - self.start, 0), max(run.end - self.start, 0)
                upper = text[start:end].upper()
                text = text[:start] + upper + text[end:] if len(upper) == len(text[start:end]) else text
        return text

    def cut(self, start: int, end: int) -> Spot:
        """A part of it, by offsets into its own text."""
        return replace(self, start=self.start + start, end=self.start + end)

    @property
    def tight(self) -> Spot:
        """Without space around."""
        text = self.text
        return self.cut(len(text) - len(text.lstrip()), len(text.rstrip()))


def spots(story: Story) -> tuple[Spot, ...]:
    """Every paragraph of a story as a spot, blank ones included."""
    blocks = [block for block, one in enumerate(story.blocks) for _ in paragraphs((one,))]
    return tuple(
        Spot(story.name, index, block, line.paragraph, 0, len(line.paragraph.text), line.table)
        for index, (line, block) in enumerate(zip(story.lines(), blocks, strict=True))
    )


def columns(spot: Spot) -> Iterator[Spot]:
    """The filled stretches of a line that tabs or wide gaps part; the blanks of a draft part nothing."""
    start = 0
    for gap in _GAP.finditer(spot.text):
        before = spot.text[start : gap.start()]
        if _BLANKED.search(before) or _AFTER_BLANK.match(spot.text[gap.end() :]):
            continue
        if before.strip():
            yield spot.cut(start, gap.start()).tight
        start = gap.end()
    if spot.text[start:].strip():
        yield spot.cut(start, len(spot.text)).tight
