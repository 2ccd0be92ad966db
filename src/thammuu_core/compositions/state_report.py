"""Tình hình một hồ sơ on one page: how far it is, with whom it lies, what is late and why, what comes next.

One A4 page however many steps there are: the table shows the most urgent ones, each told in as many letters as leave
room for the others. What fits is measured on the page itself, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten

from pypdfium2 import PdfDocument

from thammuu_core.rendering.model import (
    Align,
    Block,
    Column,
    Document,
    Head,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    Table,
    plain,
)
from thammuu_core.rendering.pdf import to_pdf
from thammuu_core.text.first_letter import small_first

ROOM = ((8, 20), (5, 20), (3, 20), (2, 20), (1, 20), (0.8, 20), (0.8, 16), (0.8, 12), (0.8, 8), (0.8, 4))
"""Lines for each step and most steps shown, from the fullest page to the barest; the first that fits is taken."""
SPARE = "\n"
"""Two lines are left over: Word and this page do not break lines at the same letters."""
IN_PLACE, IN_WORDS = 7, 27
"""About so many letters on one line of the column."""
TITLE = 160
REQUESTS = 3
"""Open requests that are named; more are counted."""
PHRASE = 90


@dataclass(frozen=True, slots=True)
class OpenStep:
    """An unfinished step: where it stands in the plan, what it is, who has it, its last day, why it is as it is."""

    where: str
    text: str
    holder: str
    due_on: date | None
    days_left: int | None
    """Working days, negative when late; None where there is no last day."""
    late: bool
    running: bool
    reason: str


@dataclass(frozen=True, slots=True)
class State:
    """All that the page is written from; `steps` are the unfinished ones."""

    head: Head
    title: str
    day: date
    finished: int
    total: int
    steps: tuple[OpenStep, ...]
    requests: tuple[str, ...]
    """What is asked of others and not yet answered, in words."""
    author: str


def state_report(state: State) -> Document:
    """The page as a Báo cáo in the prescribed form (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4)."""
    for lines, most in ROOM:
        document = _document(state, tuple(_blocks(state, lines, most)))
        if _fits(document):
            break
    return document


def _document(state: State, blocks: tuple[Block, ...]) -> Document:
    return Document(
        head=state.head,
        kind="Báo cáo",
        subject=f"Tình hình thực hiện hồ sơ “{shorten(state.title, TITLE, placeholder='…')}”",
        sections=(Section(blocks),),
        signature=Signature(("Người báo cáo",), state.author),
        recipients=("Lãnh đạo cơ quan (báo cáo)", "Lưu: hồ sơ công việc"),
        small=True,
        ends=False,
    )


def _fits(document: Document) -> bool:
    (section,) = document.sections
    fuller = replace(document, sections=(Section((*section.blocks, plain(SPARE))),))
    with PdfDocument(to_pdf(fuller)) as page:
        return len(page) == 1


def _blocks(state: State, lines: float, most: int) -> Iterator[Block]:
    yield _told("Tiến độ: ", _progress(state))
    if state.steps:
        yield _told("Đang vướng: ", _stuck(state))
        yield _table(_ordered(state.steps), lines, most)
    if state.requests:
        yield _told("Đang chờ trả lời: ", _asked(state.requests))


def _told(label: str, words: str) -> Paragraph:
    return Paragraph((Run(label, bold=True), Run(words)))


def _progress(state: State) -> str:
    late = sum(step.late for step in state.steps)
    done = f"đến ngày {state.day:%d/%m/%Y} đã xong {state.finished}/{state.total} bước"
    if not state.steps:
        return f"{done}; không còn bước nào phải làm."
    return f"{done}; {late} bước quá hạn." if late else f"{done}; không có bước quá hạn."


def _stuck(state: State) -> str:
    late = [step for step in _ordered(state.steps) if step.late]
    if not late:
        return f"không có. {_next(state)}"
    worst = late[0]
    more = f" (và {len(late) - 1} bước quá hạn khác)" if len(late) > 1 else ""
    return f"bước {worst.where}, đang ở {_short(worst.holder)}: {_short(small_first(worst.reason))}{more}."


def _next(state: State) -> str:
    dated = [step for step in _ordered(state.steps) if step.due_on]
    if not dated:
        return "Các bước còn lại không ghi thời hạn."
    return f"Hạn gần nhất: bước {dated[0].where}, {dated[0].due_on:%d/%m/%Y}, {_short(dated[0].holder)}."


def _asked(requests: tuple[str, ...]) -> str:
    named = "; ".join(_short(request) for request in requests[:REQUESTS])
    more = len(requests) - REQUESTS
    if more > 0:
        return f"{named}; và {more} đề nghị khác."
    return named if named.endswith("…") else f"{named}."


def _ordered(steps: tuple[OpenStep, ...]) -> list[OpenStep]:
    """The late ones first, then what is under way, each by last day; undated ones at the end."""
    return sorted(steps, key=lambda step: (not step.late, step.due_on or date.max, not step.running))


def _table(steps: list[OpenStep], lines: float, most: int) -> Table:
    shown, more = steps[:most], len(steps) - most
    rows = [_row(step, lines) for step in shown]
    if more > 0:
        rows.append(Row((f"… và {more} bước khác có hạn muộn hơn hoặc không ghi hạn",), band=True))
    columns = (
        Column("Bước", 14, Align.CENTER),
        Column("Nội dung còn phải làm", 56),
        Column("Đang ở; vì sao", 56),
        Column("Hạn cuối", 25, Align.CENTER),
        Column("Còn lại", 25, Align.CENTER),
    )
    return Table(columns, tuple(rows))


def _row(step: OpenStep, lines: float) -> Row:
    where = step.holder if lines <= 1 else f"{step.holder}; {small_first(step.reason)}"
    return Row(
        (
            shorten(step.where, int(IN_PLACE * lines), placeholder="…"),
            shorten(step.text, int(IN_WORDS * lines), placeholder="…"),
            shorten(where, int(IN_WORDS * lines), placeholder="…"),
            f"{step.due_on:%d/%m/%Y}" if step.due_on else "–",
            _left(step.days_left),
        )
    )


def _left(days: int | None) -> str:
    """Working days to the last day, in two or three words."""
    if days is None:
        return "–"
    if days == 0:
        return "hôm nay"
    return f"còn {days} ngày" if days > 0 else f"quá {-days} ngày"


def _short(words: str) -> str:
    return shorten(words, PHRASE, placeholder="…")
