"""Rows of tables and workbooks as opinions: what stands under "dự thảo" against what stands under "đề nghị sửa".

Where the two cells are one text before and after, their difference is the change; in all other rows the words are a
sentence that asks for something, and are read as one of a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from thammuu_core.anchors import Version
from thammuu_core.errors import Problem
from thammuu_core.opinions.agencies import names_body
from thammuu_core.opinions.model import (
    Answer,
    Confidence,
    Operation,
    Opinion,
    Origin,
    Source,
    Stance,
    Target,
    Unplaced,
)
from thammuu_core.opinions.prose import prose
from thammuu_core.opinions.prose.phrases import asks
from thammuu_core.opinions.prose.stances import said, stance
from thammuu_core.opinions.sentences.places import index
from thammuu_core.opinions.sentences.reading import reading
from thammuu_core.opinions.sentences.references import references
from thammuu_core.opinions.sentences.resolving import resolve
from thammuu_core.opinions.sentences.verifying import exact, provision
from thammuu_core.opinions.tables import Column, TableRow, above_table, table_rows
from thammuu_core.papers import BODY, Paragraph, Story
from thammuu_core.redlines import Edit, compare
from thammuu_core.sheets import Row, Sheet

_SAME_TEXT = 0.5
"""Likeness from which on two cells are one text before and after."""
_REASON = "Lý do: "
_ROMAN = re.compile(r"[IVXLC]+(?:\.\w+)*\.?")
_INTRO = re.compile(
    r"\s*(?:đề nghị |đề xuất )?(?:chỉnh |điều chỉnh )?(?:sửa|viết|điều chỉnh|chỉnh)[^:“\"\n]{0,40}(?:thành|như sau|lại)\s*:?\s*(?=[“\"\S])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"Điều \d+\w?(?:\.\w+)+")
_NAME = 80
"""Characters of the longest line that is only the name of an agency."""
_OUTERMOST = frozenset(("dieu", "muc", "chuong", "phan", "phu luc"))
"""Provisions that need no other to be found by."""
_NOT_THERE = "Dự thảo không có “{}”; hãy xem cơ quan muốn nói đến chỗ nào."
_NO_HEAD = "Không nhận ra cột nào là nội dung góp ý; hãy xem dòng này và gắn vào điều, khoản của dự thảo."


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """What the tables of one file say."""

    agency: str
    """The only one that the rows, or the lines over them, name; empty when they name several."""
    stance: Stance
    opinions: tuple[Opinion, ...]
    unplaced: tuple[Unplaced, ...]
    form: tuple[str, ...]
    """Titles, heads of columns, headings across a table, rows in which nobody says anything."""
    problems: tuple[Problem, ...]


def read_sheets(sheets: Sequence[Sheet], version: Version, agency: str = "") -> SheetsRead:
    """Every row of every table of opinions; of a table that is none each row as words without a place."""
    read: list[Opinion | Unplaced] = []
    form: list[str] = []
    senders: dict[str, None] = {}
    for sheet in sheets:
        form += above_table(sheet)
        rows = table_rows(sheet)
        read += () if rows else (Unplaced(_line(row), _NO_HEAD) for row in sheet.rows if row.filled)
        for row in rows:
            found = opinions_of(row, version, (), agency)
            form += row.context if found else (*row.context, row.words)
            senders |= dict.fromkeys(filter(None, [" ".join(row[Column.AGENCY].split())]))
            read += found
    opinions = tuple(one for one in read if isinstance(one, Opinion))
    unplaced = tuple(one for one in read if isinstance(one, Unplaced))
    stance = _stance(opinions, unplaced) if len(senders) < 2 else Stance.UNKNOWN
    problems = tuple(problem for sheet in sheets for problem in sheet.problems)
    return SheetsRead(
        _sender(tuple(senders), form), stance, opinions, unplaced, tuple(dict.fromkeys(form)), problems
    )


def _sender(named: Sequence[str], form: Iterable[str]) -> str:
    """The one that all rows name, or the first line over them that is only the name of an agency."""
    if named:
        return named[0] if len(named) == 1 else ""
    names = (line.rpartition(":")[2].strip() if len(line) <= _NAME else "" for line in form)
    return next((name for name in names if name and names_body(name)), "")


def _line(row: Row) -> str:
    return " | ".join(cell.text for cell in row.filled)


def _stance(opinions: Sequence[Opinion], unplaced: Sequence[Unplaced]) -> Stance:
    """Of the sender, from what the rows ask for."""
    if not opinions and not unplaced:
        return Stance.UNKNOWN
    heard = [one for opinion in opinions if (one := said(opinion.text))]
    asks = bool(unplaced) or any(opinion.operation is not Operation.AGREE for opinion in opinions)
    return stance(heard, asks)


def opinions_of(
    row: TableRow, version: Version, context: Sequence[str] = (), agency: str = ""
) -> tuple[Opinion | Unplaced, ...]:
    """What one row says, all its words kept; nothing for a row in which nobody says anything."""
    asked = "\n".join(filter(None, (row[Column.OPINION], row[Column.PROPOSAL])))
    if not asked:
        return ()
    passage = _quoted(row[Column.DRAFT], version)
    change = _rewritten(row, version, passage)
    if change is not None:
        found: tuple[Opinion | Unplaced, ...] = (replace(change, text=_spoken(row, asked)),)
    else:
        place = (*context, *row.context, *_places(row, version, passage))
        sender = row[Column.AGENCY] or agency
        found = prose(_spoken(row, asked), version, agency=sender, context=place, origin=Origin.ROW)
    placed = (_beside(one, version, passage, row[Column.PLACE]) for one in found)
    return tuple(_signed(one, row) if isinstance(one, Opinion) else one for one in placed)


def _places(row: TableRow, version: Version, passage: _Passage | None) -> Iterator[str]:
    """Where the row says that it speaks of, in the words by which letters name provisions."""
    if row[Column.PLACE]:
        yield _as_letters_say(row[Column.PLACE])
    if passage is not None:
        yield _as_letters_say(version.where(passage.start))
    elif row[Column.DRAFT] and len(row[Column.DRAFT]) <= _NAME:
        yield _as_letters_say(row[Column.DRAFT])


def _as_letters_say(path: str) -> str:
    """ "II.3" is "Mục II.3", "Điều 5.2.a" is "điểm a khoản 2 Điều 5"; anything else stays as it is."""
    if _ROMAN.fullmatch(path):
        return f"Mục {path}"
    steps = path.split(".")
    if not _ARTICLE.fullmatch(path):
        return path
    below = [f"{'khoản' if step.isdigit() else 'điểm'} {step}" for step in steps[1:]]
    return " ".join([*reversed(below), steps[0]])


def _beside(
    one: Opinion | Unplaced, version: Version, passage: _Passage | None, place: str
) -> Opinion | Unplaced:
    """On what the row stands for, where its own words name no place; apart where the draft has no such provision."""
    if isinstance(one, Unplaced) or one.target.start is not None:
        return one
    if passage is not None:
        at = passage.start
        target = Target(
            at, passage.end, None, version.at(at), version.where(at), passage.text, Confidence.PROVISION
        )
        return replace(one, target=target)
    paths = [path for each in references(reading(_as_letters_say(place))) for path in each.paths]
    if not paths or paths[0][0].noun not in _OUTERMOST:
        return one
    found = resolve(index(version), paths[0])
    if found and found[0].whole:
        return replace(one, target=provision(index(version), found[0]))
    return Unplaced(f"{place}: {one.text}", _NOT_THERE.format(place), None, one.operation, one.old, one.new)


def _signed(opinion: Opinion, row: TableRow) -> Opinion:
    """With who says it, the row as its source, and what the drafting unit has answered already."""
    answer = row[Column.ANSWER]
    thread = (Answer("", "", answer),) if answer else ()
    sender = " ".join(row[Column.AGENCY].split())
    return replace(opinion, author=sender, thread=thread, source=Source(row.words))


def _spoken(row: TableRow, asked: str) -> str:
    reason = row[Column.REASON]
    if not reason:
        return asked
    return f"{asked}\n{reason if reason.lower().startswith('lý do') else _REASON + reason}"


# ----------------------------------------------------------------------------------------- before and after
@dataclass(frozen=True, slots=True)
class _Passage:
    """Words of the version that a cell quotes."""

    start: int
    end: int
    text: str


def _rewritten(row: TableRow, version: Version, passage: _Passage | None) -> Opinion | None:
    """The change between the two cells, on the words of the version that the first of them quotes."""
    draft, proposal = row[Column.DRAFT], _rewriting(row[Column.PROPOSAL] or row[Column.OPINION])
    if passage is None or Indel.normalized_similarity(draft, proposal) < _SAME_TEXT:
        return None
    edits = compare(_story(passage.text), _story(proposal)).edits
    if not edits or any(edit.to is not None for edit in edits):
        return None
    return _opinion(version, passage, _hull(passage.text, edits))


def _rewriting(cell: str) -> str:
    """The new wording in a cell, without "Sửa thành:" before it; empty where the cell asks in its own words."""
    words = cell[intro.end() :] if (intro := _INTRO.match(cell)) else cell
    return "" if asks(words) else words.strip().strip('“”"')


def _quoted(draft: str, version: Version) -> _Passage | None:
    """Where the version has what the cell says that it has, marks and blanks aside."""
    lines = [line.strip().strip('“”"') for line in draft.split("\n") if line.strip()]
    text = version.text
    spans = []
    position = 0
    for line in lines:
        span = exact(index(version), line, position, len(text))
        if span is None:
            return None
        spans.append(span)
        position = span[1]
    if not spans or sum(b - a for a, b in spans) * 1.2 + 40 < spans[-1][1] - spans[0][0]:
        return None
    return _Passage(spans[0][0], spans[-1][1], text[spans[0][0] : spans[-1][1]])


def _story(text: str) -> Story:
    return Story(BODY, tuple(Paragraph(line) for line in text.split("\n")))


def _hull(text: str, edits: Sequence[Edit]) -> Edit:
    """One change from the first to the last of several."""
    start, end = min(edit.start for edit in edits), max(edit.end for edit in edits)
    pieces, position = [], start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[position : edit.start], edit.new]
        position = edit.end
    return Edit(start, end, text[start:end], "".join([*pieces, text[position:end]]))


def _opinion(version: Version, passage: _Passage, edit: Edit) -> Opinion:
    start, end = passage.start + edit.start, passage.start + edit.end
    old = version.text[start:end]
    operation = Operation.INSERT if not old else Operation.REPLACE if edit.new else Operation.DELETE
    target = Target(start, end, None, version.at(start), version.where(start), old, Confidence.EXACT)
    return Opinion(Origin.ROW, operation, target, old, edit.new)
