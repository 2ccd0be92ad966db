"""Places given by page and line: "trang 4, dòng 12" of the version as it was printed.

The lines of the printed version are laid over its text word by word; what was printed besides (automatic numbers, page
numbers) has no place there and is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.prose.cutting import unquoted
from thammuu_core.opinions.prose.phrases import small

_WORD = re.compile(r"\w+")
Span = tuple[int, int]
_PAGE = re.compile(r"\b(?:trang|tr\.?)\s*(?:số\s*|thứ\s*)?(?P<page>\d{1,4})\b")
_LINE = re.compile(
    r"\bdòng\s*(?:thứ\s*)?(?P<line>\d{1,3})(?:\s*(?:-|đến(?: dòng)?)\s*(?P<last>\d{1,3}))?(?:\s*(?:tính )?(?:từ )?(?:trên|đầu trang)(?: xuống)?|(?P<up>\s*(?:tính )?(?:từ )?(?:dưới|cuối trang)(?: lên)?))?"
)


@dataclass(frozen=True, slots=True)
class Pages:
    """Where each printed line of a version stands in its text; build it with `Pages.of`."""

    lines: tuple[tuple[Span | None, ...], ...]
    """By page, then by line, both from the top; None for a line of which nothing is in the text."""

    @classmethod
    def of(cls, printed: Iterable[Sequence[str]], version: Version) -> Pages:
        """Lay the lines of each page (see `thammuu_core.pages.read_lines`) over the text of the version."""
        pages = [list(page) for page in printed]
        flat = [
            (number, at, word)
            for number, page in enumerate(pages)
            for at, line in enumerate(page)
            for word in _words(line)
        ]
        own = [(found[0], found.span()) for found in _WORD.finditer(small(version.text))]
        spans: dict[tuple[int, int], Span] = {}
        for block in LCSseq.opcodes([word for _, _, word in flat], [word for word, _ in own]):
            if block.tag != "equal":
                continue
            for shift in range(block.src_end - block.src_start):
                number, at, _ = flat[block.src_start + shift]
                start, end = own[block.dest_start + shift][1]
                begun, _ = spans.get((number, at), (start, end))
                spans[number, at] = (min(begun, start), end)
        return cls(
            tuple(
                tuple(spans.get((number, at)) for at in range(len(page))) for number, page in enumerate(pages)
            )
        )

    def page(self, number: int) -> Span | None:
        """The stretch of the text on a page, from 1."""
        found = [span for span in self.lines[number - 1] if span] if 0 < number <= len(self.lines) else []
        return (min(start for start, _ in found), max(end for _, end in found)) if found else None

    def line(self, page: int, number: int, up: bool = False) -> Span | None:
        """The stretch of a line, from 1, counted from the top of its page, or from the foot when `up`."""
        lines = self.lines[page - 1] if 0 < page <= len(self.lines) else ()
        at = len(lines) - number if up else number - 1
        return lines[at] if 0 <= at < len(lines) else None

    def at(self, offset: int) -> int | None:
        """The page on which the text stands at this offset."""
        spans = ((number, self.page(number)) for number in range(1, len(self.lines) + 1))
        return next((number for number, span in spans if span and span[0] <= offset < span[1]), None)


@dataclass(frozen=True, slots=True)
class Printed:
    """A place as a letter gives it: a page, and a line or several of it."""

    page: int
    line: int | None = None
    last: int | None = None
    up: bool = False
    """Lines are counted from the foot of the page."""

    def span(self, pages: Pages) -> Span | None:
        """Its stretch of the text; that of the page where no line is named or the line is not there."""
        if self.line is None:
            return pages.page(self.page)
        found = [
            pages.line(self.page, number, self.up)
            for number in range(self.line, (self.last or self.line) + 1)
        ]
        held = [span for span in found if span]
        return (min(a for a, _ in held), max(b for _, b in held)) if held else pages.page(self.page)


def printed(texts: Sequence[str]) -> Printed | None:
    """The page and line that the last of these texts to name a page names: sentence last, headings before it."""
    line: re.Match[str] | None = None
    for text in reversed(texts):
        said = small(unquoted(text))
        page, line = _PAGE.search(said), line or _LINE.search(said)
        if page:
            first = int(line["line"]) if line else None
            last = int(line["last"]) if line and line["last"] else None
            return Printed(int(page["page"]), first, last, bool(line and line["up"]))
    return None


def without_place(text: str) -> str:
    """The sentence without its page and line, which say nothing of what is asked for."""
    said = small(unquoted(text))
    for found in sorted((*_PAGE.finditer(said), *_LINE.finditer(said)), key=lambda one: -one.start()):
        text = text[: found.start()] + text[found.end() :]
    return text.lstrip(" ,;:.-–")


def _words(text: str) -> list[str]:
    return [found[0] for found in _WORD.finditer(small(text))]
