"""Nơi nhận and Kính gửi: lists of names, one a line, run together, or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from thammuu_core.plans.blocks import cells
from thammuu_core.plans.signer import signs
from thammuu_core.provisions import Provision
from thammuu_core.text import fold_keep

_HEAD = re.compile(r"\W*noi nhan\s*:?\s*")
_ADDRESS = re.compile(r"\W*kinh gui\s*:?\s*")
_ITEM = re.compile(r"\s*[-–+•]\s*(?=\S)")
_RUN_TOGETHER = re.compile(r"(?<=[;).,])\s*[-–]\s+(?=[^\W\d_])|(?<=;)\s*[-–](?=[^\W\d_])")
_FILED = re.compile(r"luu\b")


def read_recipients(back: Iterable[Provision]) -> tuple[str, ...]:
    """The lines of Nơi nhận, without dash and final mark; empty when there are none."""
    return _list_after(_HEAD, cells(back))


def read_addressees(front: Iterable[Provision]) -> tuple[str, ...]:
    """Whom a letter or a submission addresses."""
    return _list_after(_ADDRESS, cells(front))


def _list_after(head: re.Pattern[str], block: Sequence[Sequence[str]]) -> tuple[str, ...]:
    for place, cell in enumerate(block):
        for row, line in enumerate(cell):
            found = head.match(fold_keep(line))
            if found:
                first = [line[found.end() :]] if line[found.end() :].strip() else []
                rest = [*first, *cell[row + 1 :]]
                return _items([*rest, *_cells_after(rest, block[place + 1 :])])
    return ()


def _cells_after(rest: Sequence[str], following: Sequence[Sequence[str]]) -> list[str]:
    """Where each line is a paragraph, or the names stand in the next column, the list goes on in the next cells."""
    lines: list[str] = []
    for cell in following:
        if not cell or signs(cell[0]) or ((rest or lines) and not _ITEM.match(cell[0])):
            break
        if any(_FILED.match(fold_keep(_ITEM.sub("", line, count=1))) for line in [*rest, *lines]):
            break
        lines.extend(cell)
    return lines


def _items(lines: Sequence[str]) -> tuple[str, ...]:
    items: list[str] = []
    dashed = any(_ITEM.match(line) for line in lines)
    for line in lines:
        if signs(line):
            break
        for part in _RUN_TOGETHER.split(line):
            starts = _ITEM.match(part)
            if items and dashed and not starts and part is _RUN_TOGETHER.split(line)[0]:
                items[-1] = f"{items[-1]} {part}"
            else:
                items.append(part[starts.end() :] if starts else part)
    return tuple(name for item in items if (name := _tidy(item)))


def _tidy(item: str) -> str:
    """Without the closing mark, also where a remark in brackets follows it."""
    item = re.sub(r"\s*;\s*(?=\()", " ", " ".join(item.split()))
    return item.rstrip(" ;.,/") if not item.endswith("...") else item
