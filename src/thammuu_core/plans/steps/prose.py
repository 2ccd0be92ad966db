"""Steps told in paragraphs: a duty with labelled lines below it, or a sentence with a time or owner of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from thammuu_core.outline import in_capitals
from thammuu_core.plans.model import Step, When, WhenKind
from thammuu_core.plans.owners.roles import owners, read_owners
from thammuu_core.plans.owners.units import units
from thammuu_core.plans.sentences import Span, clauses, sentences
from thammuu_core.plans.steps.fields import Field, Labelled
from thammuu_core.plans.steps.groups import Group, Line, groups
from thammuu_core.plans.steps.inheritance import owners_above, with_owner
from thammuu_core.plans.steps.sections import Item, closes, items
from thammuu_core.plans.times.finding import FoundTime, TimeContext, find_times, ranked, read_time
from thammuu_core.plans.times.words import NEXT_DUTY
from thammuu_core.provisions import Outline, Place, Provision
from thammuu_core.text import fold_keep

UNDATED = When("", WhenKind.UNDATED)
"""The time of a duty that was given none."""

_WEEKDAY = re.compile(
    r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật|ngày|buổi\s+(?:sáng|chiều|tối))\b", re.IGNORECASE
)
_BEFORE_TIME = re.compile(
    r"[\s\d.):;,\-–+(]*(?:(?:thời\s+gian|giai\s+đoạn|đợt|bước)\s*(?:\d+|[IVX]+)?\s*[:(]*)?\s*", re.IGNORECASE
)

_SAME_DUTY = re.compile(
    r"\W*(?:thời\s+(?:gian|hạn|điểm)|tần\s+suất|hoàn\s+thành\s+(?:trước|trong|chậm)|chậm\s+nhất|xong\s+(?:trước|trong))\b",
    re.IGNORECASE,
)
"""Begins a clause that only says when the duty of the clause before is due."""

_ANNOUNCES = re.compile(r"\W*(?:[^\W\d_]+\s*){1,3}:\s*")
"""A few words and a colon over a list: "Trọng tâm:"."""
_JOINT_REACH = 60
_JOINT = re.compile(r"\s*(?:,|,?\s+và)\s*$")
"""What is left of the joint where a sentence was cut between two duties."""

_FIXED = frozenset({WhenKind.DEADLINE, WhenKind.PERIOD, WhenKind.RECURRING})
"""Times that make a duty even of the words that close a document."""

Part = tuple[Span, tuple[FoundTime, ...]]
"""A stretch of a paragraph and the times in it."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading the paragraphs of one document needs to know of it."""

    where: Mapping[str, str]
    context: TimeContext
    blanked: Mapping[str, str]
    """By provision, its text without the words that name other documents: their dates are not times of duties."""

    def times(self, node: Provision, start: int, end: int) -> tuple[FoundTime, ...]:
        """Times of duties in a stretch of a provision, offsets into its text."""
        text = self.blanked.get(node.id, node.text)
        found = find_times(text[start:end], self.context)
        return tuple(replace(time, start=time.start + start, end=time.end + start) for time in found)

    def step(self, home: Provision, text: str, place: Place) -> Step:
        """A step that has its words and no more."""
        return Step("", self.where.get(home.id, ""), text, UNDATED, sources=(("text", place),))


def prose_steps(outline: Outline, reader: Reader) -> Iterator[Step]:
    """Steps of all paragraphs in document order, without ids."""
    for group in groups(items(outline)):
        members = group.members() if group.stated else []
        for line in group.lines:
            if not any(line is member for member in members):
                yield from _line_steps(line, reader)
        if group.stated:
            yield from _group_step(group, members, reader)


# -- a duty with labelled lines ------------------------------------------------------------------------------------


def _group_step(group: Group, members: list[Line], reader: Reader) -> Iterator[Step]:
    if not group.names_owner and _of_programme(group, members, reader):
        return
    step = _duty(group, members, reader)
    if step is None:
        return
    for item, label in group.labels:
        step = _with_label(step, item, label, reader)
    if not step.lead and members:
        step = with_owner(step, members[0], (members[0].start, members[0].end))
    if step.when.kind is WhenKind.UNDATED:
        step = _with_own_time(step, members, reader)
    yield step


def _of_programme(group: Group, members: list[Line], reader: Reader) -> bool:
    """Whether a time without an owner is the programme's: in a part on aims, or under "Thời gian" and no single day."""
    if any(item.aim for item, _ in group.labels):
        return True
    heading = fold_keep(group.block.heading or "") if group.block else ""
    if members or "thoi gian" not in heading:
        return False
    values = (
        item.node.text[label.start : label.end] for item, label in group.labels if label.field is Field.TIME
    )
    return not any(
        time.when.kind is WhenKind.POINT for value in values for time in read_time(value, reader.context)
    )


def _duty(group: Group, members: list[Line], reader: Reader) -> Step | None:
    if members:
        first = members[0]
        text = "\n".join(line.text.strip() for line in members)
        return reader.step(first.home, text, Place(first.item.node.id, first.start, first.end))
    if not group.names_owner:
        item = group.labels[0][0]
        return reader.step(
            item.node, item.words.strip(), Place(item.node.id, item.node.words, len(item.node.text))
        )
    node = group.block
    if node is None or not node.heading:
        return None
    return reader.step(node, node.heading, Place(node.id, node.words, len(node.text)))


def _with_label(step: Step, item: Item, label: Labelled, reader: Reader) -> Step:
    text = item.node.text[label.start : label.end]
    place = Place(item.node.id, label.start, label.end)
    if label.field is Field.TIME:
        times = read_time(text, replace(reader.context, completion=label.completion))
        return _with_times(step, times, item.node, label.start)
    if label.field is Field.LEAD:
        lead, others = read_owners(text)
        sources = (*step.sources, ("lead", place), *((("coordinating", place),) if others else ()))
        return replace(
            step, lead=(*step.lead, *lead), coordinating=(*step.coordinating, *others), sources=sources
        )
    if label.field is Field.COORDINATING:
        sources = (*step.sources, ("coordinating", place))
        return replace(step, coordinating=(*step.coordinating, *units(text)), sources=sources)
    if label.field is Field.PRODUCT:
        sources = (*step.sources, ("products", place))
        return replace(step, products=(*step.products, text.strip(" .;")), sources=sources)
    return step


def _with_times(step: Step, times: tuple[FoundTime, ...], node: Provision, offset: int = 0) -> Step:
    """The first time is the step's; a second label or a second time is one more."""
    if not times:
        return step
    whens = tuple(time.when for time in times)
    if step.when.kind is not WhenKind.UNDATED:
        return replace(step, also=(*step.also, *whens))
    place = Place(node.id, offset + times[0].start, offset + times[0].end)
    return replace(step, when=whens[0], also=whens[1:], sources=(*step.sources, ("when", place)))


def _with_own_time(step: Step, members: list[Line], reader: Reader) -> Step:
    for line in members:
        step = _with_times(step, reader.times(line.item.node, line.start, line.end), line.item.node)
    return step


# -- a sentence ----------------------------------------------------------------------------------------------------


def _line_steps(line: Line, reader: Reader) -> Iterator[Step]:
    """A step for each part with a time of its own; without any, one step when somebody owns it."""
    if line.item.aim:
        return
    parts = list(_parts(line, reader))
    timed = [part for part in parts if part[1]]
    if line.item.closing:
        timed, parts = [part for part in timed if _closing_duty(part, line)], []
    for span, times in timed:
        if not _says_what(line.item.node.text[slice(*span)], times):
            continue
        step = with_owner(_with_times(_part(line, span, reader), times, line.item.node), line, span)
        yield _only_with_whom_it_is_done(step, line, span, times[0])
    if parts and not timed:
        span = (parts[0][0][0], parts[-1][0][1])
        step = _with_time_above(_part(line, span, reader), line, reader)
        if _is_owned(line) or step.when.kind is not WhenKind.UNDATED:
            yield with_owner(step, line, span)


def _closing_duty(part: Part, line: Line) -> bool:
    """Besides the closing formulas, a sentence with a date or a recurrence."""
    span, times = part
    return times[0].when.kind in _FIXED and not closes(line.item.node.text[slice(*span)])


def _says_what(text: str, times: tuple[FoundTime, ...]) -> bool:
    """Besides the time there are words of a duty: "Ngày 1: thứ Hai, ngày 24/8" is a title."""
    for time in times:
        text = text.replace(time.when.as_written, " ")
    return len(re.findall(r"[^\W\d_]{2,}", _WEEKDAY.sub(" ", text))) >= 2


def _only_with_whom_it_is_done(step: Step, line: Line, span: Span, time: FoundTime) -> Step:
    """Those named in an earlier clause help with that clause's duty, not with the one that has the time."""
    text = line.item.node.text
    clause = next((cut for cut in clauses(text, span) if cut[0] <= time.start < cut[1]), span)
    if _SAME_DUTY.match(text, clause[0]):
        return step
    helpers = [
        place
        for name, place in step.sources
        if name == "coordinating" and place.provision == line.item.node.id
    ]
    if all(place.start >= clause[0] or place.end <= span[0] for place in helpers):
        return step
    sources = tuple((name, place) for name, place in step.sources if name != "coordinating")
    return replace(step, coordinating=(), sources=sources)


def _part(line: Line, span: Span, reader: Reader) -> Step:
    node, text = line.item.node, _JOINT.sub("", line.item.node.text[slice(*span)]).strip()
    if line.opening and span[0] == line.start:
        opening = line.opening
        text = f"{opening.text.strip()}\n{text}"
        return reader.step(opening.home, text, Place(opening.item.node.id, opening.start, opening.end))
    return reader.step(line.home, text, Place(node.id, *span))


def _is_owned(line: Line) -> bool:
    """Somebody is named, here or above, and something is left to do; a line in capitals is a title."""
    found = owners(line.text)
    if (
        line.item.node.heading
        or in_capitals(line.text)
        or _ANNOUNCES.fullmatch(line.text)
        or (found.lead and not re.search(r"\w", line.text[found.rest :]))
    ):
        return False
    return bool(found) or owners_above(line.item) is not None


def _parts(line: Line, reader: Reader) -> Iterator[Part]:
    """The paragraph cut after each clause that has a time; a bare "Hoàn thành trước …" joins what it follows."""
    node, pending = line.item.node, None
    for start, end in sentences(line.text):
        span = (start + line.start, end + line.start)
        times = reader.times(node, *span)
        if times and pending and _says_only_when(node.text[slice(*span)], times, span[0]):
            yield (pending[0], span[1]), times
            pending = None
            continue
        if pending:
            yield pending, ()
        pending = None if times else span
        if times:
            yield from _timed_clauses(node.text, span, times)
    if pending:
        yield pending, ()


def _says_only_when(sentence: str, times: tuple[FoundTime, ...], start: int) -> bool:
    if times[0].when.kind not in (WhenKind.DEADLINE, WhenKind.PERIOD, WhenKind.POINT):
        return False
    said = sum(time.end - time.start for time in times)
    first = min(time.start for time in times)
    return len(sentence[: first - start].split()) <= 5 and len(sentence) - said <= 45


def _timed_clauses(text: str, sentence: Span, times: tuple[FoundTime, ...]) -> Iterator[Part]:
    """A sentence whole when one clause has its times; else cut after each such clause."""
    dated: list[Part] = []
    placed = sorted(times, key=lambda time: time.start)
    for start, end in _duties(text, sentence, placed):
        low = bisect_left(placed, start, key=lambda time: time.start)
        own = ranked(placed[low : bisect_left(placed, end, key=lambda time: time.start)])
        if own and dated and _SAME_DUTY.match(text, start):
            (low, _), before = dated.pop()
            dated.append(((low, end), ranked((*before, *own))))
        elif own:
            dated.append(((start, end), own))
    if len(dated) <= 1:
        yield sentence, times
        return
    at = sentence[0]
    for index, ((_, end), own) in enumerate(dated):
        stop = sentence[1] if index == len(dated) - 1 else end
        yield (at, stop), own
        at = stop


def _duties(text: str, sentence: Span, times: list[FoundTime]) -> Iterator[Span]:
    """The clauses, cut again where a time is followed by another duty that has its own: "… hằng năm và báo cáo …"."""
    for start, end in clauses(text, sentence):
        low = bisect_left(times, start, key=lambda time: time.start)
        for time, following in pairwise(times[low : bisect_left(times, end, key=lambda time: time.start)]):
            joint = NEXT_DUTY.match(fold_keep(text[time.end : min(end, time.end + _JOINT_REACH)]))
            if joint and time.end + joint.end() < following.start:
                yield start, time.end + joint.end()
                start = time.end + joint.end()
        yield start, end


def _with_time_above(step: Step, line: Line, reader: Reader) -> Step:
    """A heading that is nothing but a time gives it to the duties below."""
    for node in reversed(line.item.above):
        words = node.text[node.words :]
        times = find_times(words, reader.context)
        if (
            len(times) == 1
            and _BEFORE_TIME.fullmatch(words[: times[0].start])
            and not words[times[0].end :].strip(" .:;)")
        ):
            return replace(_with_times(step, times, node, node.words), inherited=("when",))
    return step
