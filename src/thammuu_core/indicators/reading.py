"""A plan read for what it promises: its sections by meaning, its targets in prose and tables, the money of its tables.

Total: any paper gives a reading; what is no target is left out, and a person sees where each one was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thammuu_core.errors import Problem
from thammuu_core.indicators import phrases
from thammuu_core.indicators.model import Kind, Stated, Target
from thammuu_core.indicators.money import read_money
from thammuu_core.indicators.phrases import Number, Time
from thammuu_core.indicators.tables import rows_stated
from thammuu_core.indicators.yearly import Yearly, at
from thammuu_core.outline import outline, where
from thammuu_core.papers import Paper
from thammuu_core.provisions import Level, Outline, Provision
from thammuu_core.text import fold
from thammuu_core.text.tables import rows, words

_PACKAGE = "thammuu_core.indicators"
_ABOUT_TARGETS = ("muc tieu", "chi tieu")
_GENERAL = ("muc tieu chung", "muc tieu tong quat", "muc dich")
_SENTENCES = re.compile(r"(?<=[;.])\s+|(?<=\S[.])\s(?=[A-ZĐÀ-Ỹ])")
_UNIT_SAID = re.compile(r"(?:đơn vị tính|đvt)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A section at the outermost level of a plan."""

    meaning: str
    """A code of meanings.tsv; empty for one that has none of them."""
    heading: str
    where: str
    provision: str
    words: tuple[str, ...]
    """Its provisions with their labels, in order."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one plan."""

    title: str
    period: tuple[int, int] | None
    """Years that the plan is for, as its title says."""
    parts: tuple[Part, ...]
    targets: tuple[Stated, ...]
    """Each once: one told in the body and again in a table is the table's, which says more."""
    stated: tuple[Stated, ...]
    """Every time that one is told."""
    problems: tuple[Problem, ...]
    """Totals of money that do not add up."""


def read(paper: Paper) -> Reading:
    """The plan of a paper."""
    return read_outline(outline(paper))


def read_outline(document: Outline) -> Reading:
    """The same from its provisions."""
    title = " ".join(" ".join(node.text.split()) for node in document.front if node.text.strip())
    reader = _Reader(where(document), _period(title))
    targets = (*reader.prose(document.body), *reader.tables(document))
    return Reading(
        title=title,
        period=reader.period,
        parts=tuple(reader.parts(document)),
        targets=_once(targets),
        stated=targets,
        problems=tuple(reader.money(document)),
    )


def meaning_names() -> dict[str, str]:
    """What each meaning is called on screens, in the order of a plan."""
    return {row["code"]: row["name"] for row in rows(_PACKAGE, "meanings.tsv")}


def meaning(heading: str) -> str:
    """Which part of a plan a heading begins; empty for none of the known ones.

    >>> meaning("III. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU")
    'tasks'
    """
    said = fold(heading)
    found = (
        (said.index(wanted), row["code"])
        for row in rows(_PACKAGE, "meanings.tsv")
        for wanted in words(row["headings"])
        if wanted in said
    )
    return min(found, default=(0, ""))[1]


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the headings above a sentence say."""

    wanted: bool = False
    span: tuple[int, int] | None = None

    def under(self, node: Provision) -> _Scope:
        """Below this node."""
        said = node.heading or (node.text if node.children else "")
        if not said:
            return self
        folded = fold(said)
        wanted = (self.wanted or any(word in folded for word in _ABOUT_TARGETS)) and not folded.startswith(
            _GENERAL
        )
        found = next(phrases.times(said), None)
        return _Scope(wanted, (found.first, found.last) if found else self.span)


@dataclass(frozen=True, slots=True)
class _Reader:
    """One document: how its places are called, the years it is for."""

    places: dict[str, str]
    period: tuple[int, int] | None

    def prose(self, nodes: Iterable[Provision], scope: _Scope = _Scope()) -> Iterator[Stated]:
        """Targets in sentences under headings that speak of targets."""
        for node in nodes:
            below = scope.under(node)
            if node.level in (Level.TABLE, Level.ROW):
                continue
            if below.wanted and not node.heading:
                yield from self._of(node, below)
            yield from self.prose(node.children, below)

    def tables(self, document: Outline) -> Iterator[Stated]:
        """Targets in tables, wherever they stand."""
        for table in _tables(document):
            grid = [row for row in table.children if row.cells]
            for found in rows_stated([row.cells for row in grid]):
                row = grid[found.row + 1]
                yield Stated(found.target, row.id, self.places[row.id], " | ".join(filter(None, row.cells)))

    def money(self, document: Outline) -> Iterator[Problem]:
        """Totals of tables that do not add up."""
        before = ""
        for node in document.walk():
            if node.level is Level.TABLE:
                grid = [row.cells for row in node.children if row.cells]
                table = read_money(grid, before, self.places[node.id]) if grid else None
                yield from table.problems if table else ()
            elif node.level is not Level.ROW and node.text.strip():
                before = node.text if "đồng" in node.text or _UNIT_SAID.search(node.text) else ""

    def parts(self, document: Outline) -> Iterator[Part]:
        """The outermost headed provisions."""
        for node in document.body:
            if node.label and node.heading:
                said = tuple(
                    " ".join(f"{'' if inner.words else inner.shown} {inner.text}".split())
                    for inner in node.walk()
                    if inner is not node and inner.level is not Level.ROW and inner.text.strip()
                )
                yield Part(meaning(node.heading), node.heading, self.places[node.id], node.id, said)

    def _of(self, node: Provision, scope: _Scope) -> Iterator[Stated]:
        text = " ".join(node.text[node.words :].split())
        found = [target for sentence in _SENTENCES.split(text) for target in self._sentence(sentence, scope)]
        if not found and node.label and not node.children and len(text.split()) > 3:
            found = [Target(text.rstrip(" .;"), Kind.QUALITATIVE)]
        for target in found:
            yield Stated(target, node.id, self.places[node.id], text)

    def _sentence(self, sentence: str, scope: _Scope) -> Iterator[Target]:
        """The values of a sentence that share a unit are one target over several years."""
        told = list(phrases.times(sentence))
        groups: dict[str, list[Number]] = {}
        for number in phrases.numbers(sentence):
            groups.setdefault(number.unit, []).append(number)
        for unit, found in groups.items():
            kind = phrases.kind_of(sentence, unit, each_year=found[0].each_year)
            shown = f"{unit}/năm" if kind is Kind.YEARLY_GROWTH and unit == "%" else unit
            against = phrases.baseline(sentence) if kind in (Kind.YEARLY_GROWTH, Kind.PERIOD_GROWTH) else ""
            values = self._values(found, told, scope, kind)
            if values:
                yield Target(phrases.measure(sentence, found), kind, shown, against, values)

    def _values(
        self, found: Sequence[Number], told: Sequence[Time], scope: _Scope, kind: Kind
    ) -> tuple[Yearly, ...]:
        values: dict[tuple[int, int], Yearly] = {}
        for number in found:
            span = _near(number, told) if len(found) > 1 or told else None
            span = self._whole(span or scope.span or self.period, kind)
            if span and span not in values:
                values[span] = at(span, number.amount)
        return tuple(values[span] for span in sorted(values))

    def _whole(self, span: tuple[int, int] | None, kind: Kind) -> tuple[int, int] | None:
        """What grows or is counted every year until the end of the plan does so in all of its years."""
        each = kind in (Kind.YEARLY_GROWTH, Kind.EACH_YEAR)
        if span and self.period and each and span == (self.period[1], self.period[1]):
            return self.period
        return span


def _near(number: Number, told: Sequence[Time]) -> tuple[int, int] | None:
    """The years that belong to a value: those right after it, else the last before it, else the first after it."""
    after = [time for time in told if time.start >= number.end]
    before = [time for time in told if time.end <= number.start]
    if after and after[0].start - number.end <= 3:
        return after[0].first, after[0].last
    chosen = before[-1] if before else after[0] if after else None
    return (chosen.first, chosen.last) if chosen else None


def _tables(document: Outline) -> Iterator[Provision]:
    return (node for node in document.walk() if node.level is Level.TABLE)


def _period(title: str) -> tuple[int, int] | None:
    """The first span of several years in the title, else its first year."""
    told = list(phrases.times(title))
    spans = [(time.first, time.last) for time in told if time.first != time.last]
    return next(iter(spans or [(time.first, time.last) for time in told if time.first >= 2000]), None)


def _once(targets: Iterable[Stated]) -> tuple[Stated, ...]:
    """The last of those that are told of one measure, in one unit, as one kind; the order stays."""
    found: dict[tuple[str, str, Kind], Stated] = {}
    for stated in targets:
        target = stated.target
        found[fold(target.measure), fold(target.unit), target.kind] = stated
    return tuple(found.values())
