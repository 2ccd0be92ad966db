"""The labels of provisions: counted anew below each provision of a higher level, points in the Vietnamese alphabet.

Phần, Chương and Điều count on through the whole document. Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thammuu_core.rendering.model import Block, Level, Provision, Section
from thammuu_core.text import roman
from thammuu_core.text.numerals import POINT_LETTERS

ORDER = tuple(Level)
_COUNT_ON = frozenset((Level.PART, Level.CHAPTER, Level.ARTICLE))


class Counter:
    """Counts the provisions of one document, or of one annex."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys(ORDER, 0)

    def next(self, level: Level) -> int:
        """The number of the next provision of that level, 1 the first."""
        self._counts[level] += 1
        for deeper in ORDER[ORDER.index(level) + 1 :]:
            if deeper not in _COUNT_ON:
                self._counts[deeper] = 0
        return self._counts[level]


def label(level: Level, number: int) -> str:
    """As shown: "Chương II", "Điều 5.", "I.", "1.", "đ)", "-"."""
    match level:
        case Level.PART:
            return f"Phần {roman(number)}"
        case Level.CHAPTER:
            return f"Chương {roman(number)}"
        case Level.SECTION:
            return f"Mục {number}"
        case Level.SUBSECTION:
            return f"Tiểu mục {number}"
        case Level.ARTICLE:
            return f"Điều {number}."
        case Level.ROMAN:
            return f"{roman(number)}."
        case Level.CLAUSE:
            return f"{number}."
        case Level.POINT:
            return f"{letters(number)})"
    return "-" if level is Level.DASH else "+"


def letters(number: int) -> str:
    """a … y of the Vietnamese alphabet, then aa, ab: no document should need them, none may break for it.

    >>> [letters(number) for number in (4, 5, 6, 23, 24, 25)]
    ['d', 'đ', 'e', 'y', 'aa', 'ab']
    """
    written = ""
    while number:
        number, place = divmod(number - 1, len(POINT_LETTERS))
        written = POINT_LETTERS[place] + written
    return written


def labelled(sections: Iterable[Section]) -> Iterator[tuple[str, Block]]:
    """Every block of a document's body, or of an annex, with its label as shown; "" for what has none."""
    counter = Counter()
    for section in sections:
        for block in section.blocks:
            named = label(block.level, counter.next(block.level)) if isinstance(block, Provision) else ""
            yield named, block
