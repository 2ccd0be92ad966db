"""Apply what the rules ask for, and prove that no word changed and nothing got worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from thammuu_core import intake
from thammuu_core.formats.checking import check, hits
from thammuu_core.formats.mends import (
    Black,
    Letters,
    Lines,
    Margin,
    Mend,
    PageNumber,
    Paper,
    TableHead,
    Typeface,
)
from thammuu_core.formats.model import Finding, Report, State
from thammuu_core.formats.repair.faces import mend_colour, mend_typeface
from thammuu_core.formats.repair.letters import mend_letters
from thammuu_core.formats.repair.pages import mend_margin, mend_page_number, mend_paper
from thammuu_core.formats.repair.paragraphs import mend_lines, mend_table_head
from thammuu_core.formats.repair.refusals import Damaged, OnlyWord
from thammuu_core.papers import Paper as Read
from thammuu_core.wordml.archive import Archive

_ROUNDS = 3
"""Mending one thing can show another: a list taken to the margin is then spaced wrongly."""


@dataclass(frozen=True, slots=True)
class Change:
    """One rule of which fewer breaches are left than there were."""

    rule: str
    title: str
    before: tuple[str, ...]
    """What was told of it."""
    after: tuple[str, ...]
    """What is left to tell; empty when it is mended wholly."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """The mended file, and what was found before and after."""

    data: bytes
    changes: tuple[Change, ...]
    before: Report
    after: Report

    @property
    def left(self) -> tuple[Finding, ...]:
        """What only a person can mend."""
        return self.after.findings


def repair(data: bytes, name: str = "", *, state: State = State.DRAFT) -> Repaired:
    """A Word file with its form mended as far as can be without changing a word; the given bytes when nothing can.

    Raises Told for a file that is refused, `intake.refusals.UnknownFormat` for one that is no Word file.
    """
    paper = _read(data, name)
    before = after = check(paper, state=state)
    for _ in range(_ROUNDS):
        data, paper, mended = _round(data, name, paper, after, state)
        if mended == after:
            break
        after = mended
    return Repaired(data, tuple(_changes(before, after)), before, after)


def _round(data: bytes, name: str, paper: Read, found: Report, state: State) -> tuple[bytes, Read, Report]:
    """One pass: every mend at once, or where that would harm, those of each rule that do not."""
    asked = {rule: mends for rule, mends in _asked(paper, state).items() if mends}
    if not asked:
        return data, paper, found
    whole = _tried(data, name, paper, found, state, [mend for mends in asked.values() for mend in mends])
    if whole:
        return whole
    best = (data, paper, found)
    for rule in asked:
        now = _asked(best[1], state).get(rule, [])
        best = _tried(best[0], name, best[1], best[2], state, now) or best
    return best


def _asked(paper: Read, state: State) -> dict[str, list[Mend]]:
    """What each rule that found something asks for."""
    asked: dict[str, list[Mend]] = {}
    for rule, hit in hits(paper, state=state):
        if hit.mend is not None:
            asked.setdefault(rule.id, []).append(hit.mend)
    return asked


def _tried(
    data: bytes, name: str, paper: Read, found: Report, state: State, mends: Iterable[Mend]
) -> tuple[bytes, Read, Report] | None:
    """The file with these mends; None when a word would change or something would be worse than before."""
    archive = Archive(data)
    for mend in mends:
        _apply(archive, mend)
    mended = archive.written()
    after = _read(mended, name)
    report = check(after, state=state)
    if _words(after) != _words(paper) or _worse(found, report):
        return None
    return mended, after, report


def _apply(archive: Archive, mend: Mend) -> None:
    match mend:
        case Letters():
            mend_letters(archive, mend)
        case Lines():
            mend_lines(archive, mend)
        case Margin():
            mend_margin(archive, mend)
        case Paper():
            mend_paper(archive)
        case Typeface(name):
            mend_typeface(archive, name)
        case Black(colour):
            mend_colour(archive, colour)
        case PageNumber():
            mend_page_number(archive)
        case TableHead():
            mend_table_head(archive, mend)


def _worse(before: Report, after: Report) -> bool:
    """Some rule finds more than it found."""
    had, has = (Counter(one.rule for one in report.findings) for report in (before, after))
    return any(count > had[rule] for rule, count in has.items())


def _words(paper: Read) -> tuple[tuple[str, str], ...]:
    return tuple((story.name, story.text) for story in paper.stories)


def _read(data: bytes, name: str) -> Read:
    if intake.recognise(data, name) is not intake.Format.DOCX:
        raise OnlyWord
    paper = intake.read_paper(data, name, forms=True)
    if damage := next((one for one in paper.problems if one.code == "wordml.part_damaged"), None):
        raise Damaged(damage.where or "")
    return paper


def _changes(before: Report, after: Report) -> Iterable[Change]:
    titles = {rule.id: rule.title for rule in before.rules}
    for rule, title in titles.items():
        was, left = (
            tuple(one.message for one in report.findings if one.rule == rule) for report in (before, after)
        )
        if len(left) < len(was):
            yield Change(rule, title, was, left)
