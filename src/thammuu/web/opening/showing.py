"""A reading as the screen draws it: the paper cut where values begin and end, and the values in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thammuu.apps.documents.held import OWNERS, HeldDoubt, HeldReading, HeldStep, Value, names_of

LABELS = {
    "kind": gettext_lazy("Loại văn bản"),
    "symbol": gettext_lazy("Số, ký hiệu"),
    "date": gettext_lazy("Ngày ban hành"),
    "title": gettext_lazy("Trích yếu"),
    "issuer": gettext_lazy("Cơ quan ban hành"),
    "outcome": gettext_lazy("Văn bản phải ban hành"),
    "outcome_issuer": gettext_lazy("Cơ quan ban hành văn bản đó"),
    "recipients": gettext_lazy("Nơi nhận"),
    "signer_title": gettext_lazy("Chức vụ người ký"),
    "signer": gettext_lazy("Người ký"),
    "text": gettext_lazy("Nội dung"),
    "when": gettext_lazy("Thời hạn"),
    "lead": gettext_lazy("Chủ trì"),
    "coordinating": gettext_lazy("Phối hợp"),
    "condition": gettext_lazy("Điều kiện"),
    "products": gettext_lazy("Sản phẩm"),
    "report_to": gettext_lazy("Báo cáo"),
}
KINDS = {
    "deadline": gettext_lazy("Có hạn cuối"),
    "period": gettext_lazy("Từ ngày đến ngày"),
    "point": gettext_lazy("Vào một ngày"),
    "recurring": gettext_lazy("Định kỳ"),
    "ongoing": gettext_lazy("Thường xuyên"),
    "conditional": gettext_lazy("Khi có điều kiện"),
    "undated": gettext_lazy("Không ghi thời hạn"),
}
_ALWAYS = frozenset({"when", "lead", "title", "symbol", "date"})
"""Values whose absence must be seen."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a shown value: its words, and what they were taken for: a unit of the register, days."""

    words: str
    meant: str = ""
    unknown: bool = False
    """An owner whom the register does not know."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value in words; `anchor` leads to the words of the paper it came from."""

    path: str
    slug: str
    label: str
    lines: tuple[Line, ...]
    state: str
    """read, confirmed, corrected, missing."""
    as_read: str
    anchor: str
    inherited: bool
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Block:
    """What is answered together: the header or a step."""

    id: str
    group: str
    seen: int
    where: str
    values: tuple[Shown, ...]
    doubts: tuple[HeldDoubt, ...]
    settled: bool
    mark: str = ""
    stands: bool = True
    other: str = ""
    added: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph, the slugs of the values they belong to, and those that begin here."""

    words: str
    of: str
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A provision of the paper."""

    id: str
    heading: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the confirming is."""

    values: int
    confirmed: int
    steps: int
    doubts: int
    without_doubt: int

    @property
    def done(self) -> bool:
        """A person stands behind everything."""
        return self.confirmed == self.values


def header_block(held: HeldReading) -> Block:
    """The formal elements of the document."""
    return Block(
        id="dau-van-ban",
        group="header",
        seen=held.header_seen,
        where="",
        values=tuple(_shown(value, {}) for value in held.header if not value.empty or value.field in _ALWAYS),
        doubts=tuple(doubt for doubt in held.doubts if doubt.about.startswith("header/")),
        settled=all(value.confirmed or value.empty for value in held.header),
    )


def step_block(
    step: HeldStep, held: HeldReading, owners: Mapping[str, list[Any]], names: Mapping[str, str]
) -> Block:
    """One step; `owners` are those of each path as they would be confirmed, `names` what the register calls them."""
    into = held.step(step.other) if step.other and not step.stands else None
    shown = (value for value in step.values if not value.empty or value.field in _ALWAYS)
    return Block(
        id=f"buoc-{step.mark}",
        group=f"steps/{step.mark}",
        seen=step.seen,
        where=step.where or _("Bước thêm"),
        values=tuple(_shown(value, names, owners.get(value.path)) for value in shown),
        doubts=step.doubts,
        settled=step.settled,
        mark=step.mark,
        stands=step.stands,
        other=into.where if into else "",
        added=not step.claim,
    )


def tally(held: HeldReading, without_doubt: int) -> Tally:
    """Counted from what holds now."""
    values = list(held.values())
    return Tally(
        values=len(values),
        confirmed=sum(value.confirmed for value in values),
        steps=len(held.standing),
        doubts=len(held.doubts),
        without_doubt=without_doubt,
    )


def slug_of(path: str) -> str:
    """A path as part of an address: "steps/s3/when" is "s3-when"."""
    return "-".join(path.split("/")[-2:])


def _shown(value: Value, names: Mapping[str, str], owners: list[Any] | None = None) -> Shown:
    state = "corrected" if value.corrected else "confirmed" if value.confirmed else "read"
    return Shown(
        path=value.path,
        slug=slug_of(value.path),
        label=str(LABELS[value.field]),
        lines=tuple(_lines(value.field, owners if owners is not None else value.value, names)),
        state="missing" if value.empty and not value.confirmed else state,
        as_read=in_words(value.field, value.as_read) if value.corrected else "",
        anchor=f"chu-{slug_of(value.path)}" if value.place else "",
        inherited=value.inherited,
        by=value.by,
        at=value.at,
    )


def _lines(field: str, value: Any, names: Mapping[str, str]) -> Iterator[Line]:
    if field in OWNERS:
        for owner in value or ():
            entry = f"unit:{owner['unit']}" if owner["unit"] else f"agency:{owner['agency']}"
            name = names.get(entry, "")
            yield Line(owner["as_written"], name if name != owner["as_written"] else "", unknown=not name)
    elif isinstance(value, list):
        yield from (Line(one) for one in value)
    elif words := in_words(field, value):
        bound = field == "when" and (value.get("start") or value.get("end"))
        yield Line(words, when_words(value) if bound and when_words(value) != words else "")


def in_words(field: str, value: Any) -> str:
    """A value in one line."""
    if not value:
        return ""
    if field == "when":
        return value.get("as_written") or when_words(value)
    if field == "date":
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    return "; ".join(names_of(value)) if isinstance(value, list) else str(value)


def when_words(when: dict[str, Any]) -> str:
    """What a time was read as: its days, or the kind of it."""
    start, end = (_day(when.get(side)) for side in ("start", "end"))
    if start and end:
        return _("từ %(start)s đến %(end)s") % {"start": start, "end": end}
    if end:
        before = when.get("strict")
        return (_("trước ngày %(end)s") if before else _("chậm nhất ngày %(end)s")) % {"end": end}
    if start:
        return _("từ ngày %(start)s") % {"start": start}
    return str(KINDS[when["kind"]]).lower()


def _day(iso: str | None) -> str:
    return f"{date.fromisoformat(iso):%d/%m/%Y}" if iso else ""


def paragraphs(held: HeldReading, words: Mapping[str, str], headings: frozenset[str]) -> Iterator[Paragraph]:
    """The paper with every value's words marked; an empty line is left out."""
    marks: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for value in (*held.header, *(value for step in held.steps for value in step.values)):
        if value.place:
            place = value.place
            marks[place["provision"]].append((place["start"], place["end"], slug_of(value.path)))
    for provision, text in words.items():
        if text.strip():
            yield Paragraph(provision, provision in headings, tuple(_pieces(text, marks.get(provision, ()))))


def _pieces(text: str, marks: Iterable[tuple[int, int, str]]) -> Iterator[Piece]:
    """The text cut at every beginning and end of a mark; each piece knows all marks over it."""
    marks = [(start, max(start, min(end, len(text))), slug) for start, end, slug in marks]
    cuts = sorted({0, len(text), *(place for start, end, _ in marks for place in (start, end))})
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
        begins = tuple(slug for first, _, slug in over if first == start)
        yield Piece(text[start:end], " ".join(slug for _, _, slug in over), begins)
