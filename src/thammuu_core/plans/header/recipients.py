"""Nơi nhận and Kính gửi: lists of names, one a line, run together, or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from thammuu_core.outline import signs
from thammuu_core.plans.header.blocks import cells, cells_by_row
from thammuu_core.provisions import Provision
from thammuu_core.text import fold_keep

_RECIPIENTS = re.compile(r"\W*noi (?:nhan|gui)\s*:?\s*")
_ADDRESSEES = re.compile(r"\W*kinh gui\s*:?\s*")
_ITEM = re.compile(r"\s*[-–+•]\s*(?=\S)")
_RUN_TOGETHER = re.compile(r"(?<=[;).,])\s*[-–]\s+(?=[^\W\d_])|(?<=;)\s*[-–](?=[^\W\d_])")
_DATED = re.compile(r"\bngay\b.*\bthang\b.*\bnam\b")
"""The cell beside "Kính gửi:" may hold the end of the header."""
_FILED = re.compile(r"luu\b")


def read_recipients(back: Iterable[Provision]) -> tuple[str, ...]:
    """The lines of Nơi nhận, without dash and final mark; empty when there are none."""
    return _names(_list_after(_RECIPIENTS, cells(back)))


def read_addressees(front: Iterable[Provision]) -> tuple[str, ...]:
    """Whom a letter or a submission addresses."""
    return _names(_list_after(_ADDRESSEES, cells_by_row(front)))


def _list_after(head: re.Pattern[str], block: Sequence[Sequence[str]]) -> list[str]:
    """The lines of the list under a head, to the end of its cell and on through cells that go on with it."""
    for place, cell in enumerate(block):
        for row, line in enumerate(cell):
            if found := head.match(fold_keep(line)):
                rest = [line[found.end() :], *cell[row + 1 :]]
                return [*rest, *_further(any(map(str.strip, rest)), block[place + 1 :])]
    return []


def _further(begun: bool, following: Sequence[Sequence[str]]) -> list[str]:
    lines: list[str] = []
    for cell in following:
        if signs(cell[0]) or _DATED.search(fold_keep(cell[-1])):
            continue
        if (begun or lines) and not _ITEM.match(cell[0]):
            break
        lines.extend(cell)
    return lines


def _names(lines: Sequence[str]) -> tuple[str, ...]:
    """One name an item; a line without a dash goes on with the item above; "Lưu: …" closes the list."""
    items: list[str] = []
    dashed = any(map(_ITEM.match, lines))
    for line in lines:
        if signs(line) or (items and _FILED.match(fold_keep(items[-1])) and _closes(items[-1], line)):
            break
        for place, part in enumerate(_RUN_TOGETHER.split(line)):
            starts = _ITEM.match(part)
            if items and dashed and not starts and not place:
                items[-1] = f"{items[-1]} {part}"
            else:
                items.append(part[starts.end() :] if starts else part)
    return tuple(filter(None, map(_tidy, items)))


def _closes(filed: str, line: str) -> bool:
    return filed.rstrip().endswith((".", ";")) or bool(_ITEM.match(line))


def _tidy(item: str) -> str:
    """Without the closing mark, also where a remark in brackets follows it."""
    item = re.sub(r"\s*;\s*(?=\()", " ", " ".join(item.split()))
    return item.strip(" -–") if item.endswith("...") else item.strip(" -–").rstrip(" ;.,/")
