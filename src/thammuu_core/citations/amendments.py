"""Which cited documents are said to have been changed by which: "Luật A được sửa đổi, bổ sung bởi Luật B, Luật C".

Only what a text says in the passive, the amended document first, is read: there target and amender cannot be taken
for one another. Legal source: Nghị định 78/2025/NĐ-CP, Điều 68.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from thammuu_core.citations.finding import find
from thammuu_core.citations.model import Citation
from thammuu_core.text import fold


class Change(StrEnum):
    """What was done to the document."""

    AMENDED = "amended"  # sửa đổi, bổ sung
    REPLACED = "replaced"  # thay thế
    REPEALED = "repealed"  # bãi bỏ, hủy bỏ
    CONSOLIDATED = "consolidated"  # hợp nhất


@dataclass(frozen=True, slots=True)
class Amendment:
    """One document said to have been changed by another."""

    target: Citation
    change: Change
    by: Citation


_VERBS = {
    "sua doi": Change.AMENDED,
    "bo sung": Change.AMENDED,
    "dinh chinh": Change.AMENDED,
    "thay the": Change.REPLACED,
    "bai bo": Change.REPEALED,
    "huy bo": Change.REPEALED,
    "hop nhat": Change.CONSOLIDATED,
}
# Between target and amender, folded and without marks: a path into the amender may stand before it.
_PASSIVE = re.compile(
    rf"(?:da )?(?:duoc|bi) (?P<verb>{'|'.join(_VERBS)})(?: bo sung)?(?: (?:mot so|cac) (?:dieu|noi dung))?(?: lan \w+)? "
    r"(?:boi|tai|theo|bang)(?: (?:cac )?(?:diem|khoan|dieu|muc|chuong|phan|va|cua|\d+[a-z]?|[a-z]|[ivxlc]+))*(?: cac)?"
)
_AND = re.compile(r"\s?,?\s(?:và\s)?(?:các\s)?")


def amendments(text: str) -> tuple[Amendment, ...]:
    """Every change of a cited document that the text tells, in order.

    >>> [(told.target.symbol, told.by.symbol) for told in amendments(
    ...     "Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15")]
    [('64/2025/QH15', '87/2025/QH15')]
    """
    return tuple(_told(text, find(text)))


def _told(text: str, citations: tuple[Citation, ...]) -> Iterator[Amendment]:
    current: tuple[Citation, Change] | None = None
    for earlier, later in pairwise(citations):
        gap = text[earlier.end : later.start]
        between = fold(gap)
        if passive := _PASSIVE.fullmatch(between):
            current = (earlier, _VERBS[passive["verb"]])
        elif not _AND.fullmatch(gap):
            current = None
        if current:
            yield Amendment(current[0], current[1], later)
