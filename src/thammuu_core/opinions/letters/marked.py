"""A scan of the draft itself with a leader's pen marks: which provisions stand on which of its pages.

No handwriting is read. A person looks at each page beside its provisions and says what the marks ask for.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from thammuu_core.anchors.version import Version
from thammuu_core.errors import Problem, Severity
from thammuu_core.opinions.prose.pages import Pages
from thammuu_core.papers import Paper
from thammuu_core.papers.model import paragraphs

PEN_MARKS = Problem(
    "opinions.pen_marks",
    Severity.WARNING,
    "Đây là bản chụp của dự thảo, có thể có nét bút; xem từng trang cạnh điều khoản tương ứng và ghi lại ý kiến.",
)
"""For a reply that is such a scan."""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """One page of the scan, and what of the version is printed on it."""

    number: int
    start: int
    end: int
    """[start, end) of the text of the version's main story."""
    provisions: tuple[str, ...]
    """Ids of those that have words on it, in document order; one that runs over two pages is on both."""


def marked_pages(paper: Paper, version: Version) -> tuple[MarkedPage, ...]:
    """The pages of a scan of the version; those on which nothing of its text was recognised are left out."""
    lines: dict[int, list[str]] = defaultdict(list)
    for paragraph in paragraphs(paper.body.blocks):
        lines[paragraph.page or 1].append(paragraph.text)
    laid = Pages.of([lines[number] for number in range(1, max(lines, default=0) + 1)], version)
    begun = [(number, span) for number in range(1, len(laid.lines) + 1) if (span := laid.page(number))]
    ends = [after[0] for _, (_, after) in pairwise(begun)] + [span[1] for _, span in begun[-1:]]
    return tuple(
        MarkedPage(number, start, max(end, stop), _provisions(version, start, max(end, stop)))
        for (number, (start, stop)), end in zip(begun, ends, strict=True)
    )


def _provisions(version: Version, start: int, end: int) -> tuple[str, ...]:
    """Those with own words in the stretch: that at its start, and every one that begins in it."""
    first = version.at(start)
    inside = [
        owner for place, owner in zip(version.starts, version.owners, strict=True) if start < place < end
    ]
    return tuple(dict.fromkeys([first, *inside] if first else inside))
