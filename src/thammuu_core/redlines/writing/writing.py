"""Write what people propose and say into the version that they were sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from thammuu_core.papers import BODY
from thammuu_core.redlines.writing.accepting import accept, has_changes
from thammuu_core.redlines.writing.changing import Changing
from thammuu_core.redlines.writing.comments import Comments
from thammuu_core.redlines.writing.elements import Numbers, Stamp
from thammuu_core.redlines.writing.layout import Layout
from thammuu_core.redlines.writing.model import Note, Proposal, Written
from thammuu_core.redlines.writing.noting import Noting
from thammuu_core.redlines.writing.reading import has_odd_style, laid_out, places
from thammuu_core.redlines.writing.settling import Plan, Settled, settle
from thammuu_core.redlines.writing.wording import PLACES, elsewhere, joined_in, proposed
from thammuu_core.wordml import UNREADABLE, NotADocx
from thammuu_core.wordml.archive import Archive
from thammuu_core.wordml.names import w

_ID = w("id")
_DAMAGED = (
    "Tệp Word đã hỏng nên không ghi thêm vết sửa được. Hãy mở tệp bằng Word, kiểm tra và lưu lại thành .docx."
)


def write(base: bytes, proposals: Sequence[Proposal], notes: Sequence[Note] = ()) -> Written:
    """The file with proposals as tracked changes by their authors and notes as comments; other parts keep their bytes.

    Where two want the same words, the earlier in the sequence is shown as a change and the later as a comment. Open
    changes of the base are accepted first. The same arguments give the same bytes. Raises `NotADocx`.
    """
    return written(base, proposals, notes, {})


def written(
    base: bytes, proposals: Sequence[Proposal], notes: Sequence[Note], models: Mapping[str, etree._Element]
) -> Written:
    """`write`, with paragraphs of another file that new ones are set like."""
    archive = accepted(base)
    layout = laid_out(archive)
    if not layout.lines:
        return Written(base, tuple(range(len(proposals))))
    settled = settle(layout, proposals)
    said = list(_said(layout.text, proposals, notes, settled, places(archive, layout, notes)))
    borders = {offset for note in said for offset in (note.start, note.end)}
    for offset in sorted(borders | {offset for plan in settled.plans for offset in _ends(plan)}):
        layout.cut(offset)
    numbers = Numbers(_last_number(archive))
    comments = Comments(archive, numbers)
    models = {**models, **_moving(layout, settled)}
    changing = Changing(layout, borders, models, odd=has_odd_style(archive))
    _change(changing, settled, proposals, numbers)
    comments.know(proposals[plan.proposal].author for plan in settled.plans)
    noting = Noting(layout, changing, comments)
    for note in said:
        noting.put(note)
    comments.save()
    instead = tuple(sorted((*settled.left_out, *settled.same)))
    return Written(archive.written(), instead)


def accepted(base: bytes) -> Archive:
    """A file without open changes in its main part. Raises `NotADocx` for one that cannot be written again whole."""
    try:
        archive = Archive(base)
    except UNREADABLE as error:
        raise NotADocx(_DAMAGED) from error
    root = archive.root(archive.main)
    if root is None or not archive.sound:
        raise NotADocx(_DAMAGED)
    if not has_changes(root):
        return archive
    accept(root)
    return Archive(archive.written())


def _ends(plan: Plan) -> Iterator[int]:
    for part in plan.parts:
        yield from (part.start, part.end)


def _moving(layout: Layout, settled: Settled) -> dict[str, etree._Element]:
    """Paragraphs that move, by their words: they are set where they land as where they stood."""
    return {
        layout.text[line.start : line.end]: line.paragraph
        for plan in settled.plans
        for part in plan.parts
        if part.moved and part.start < part.end
        for line in layout.across(part.start, part.end)
    }


def _change(changing: Changing, settled: Settled, proposals: Sequence[Proposal], numbers: Numbers) -> None:
    """Make all changes from the end of the text to its beginning; of equal places the later one first."""
    order = [
        (part.start, part.end, -landing, place, part, plan.proposal)
        for place, plan in enumerate(settled.plans)
        for landing, part in enumerate(plan.parts)
    ]
    for *_, part, index in sorted(order, key=lambda each: each[:4], reverse=True):
        proposal = proposals[index]
        stamp = Stamp(proposal.author, proposal.date, numbers)
        changing.make(part, stamp, f"move{index + 1}")


def _said(
    text: str,
    proposals: Sequence[Proposal],
    notes: Sequence[Note],
    settled: Settled,
    stories: Mapping[str, tuple[int, str]],
) -> Iterator[Note]:
    """All comments: those given, those for changes that cannot be shown, those that name who wants the same."""
    for note in notes:
        yield note if note.story == BODY else _elsewhere(note, stories)
    for index in settled.left_out:
        proposal = proposals[index]
        edit = proposal.edit
        yield Note(edit.start, edit.end, proposal.author, proposal.date, proposed(text, edit))
    named: dict[int, list[str]] = {}
    for index, known in settled.same.items():
        named.setdefault(known, []).append(proposals[index].author)
    for plan in settled.plans:
        first = proposals[plan.proposal]
        others = list(dict.fromkeys(each for each in named.get(plan.proposal, ()) if each != first.author))
        if others and plan.parts:
            part, words = plan.parts[0], joined_in(first.author, others)
            yield Note(part.start, part.end, others[0], first.date, words)


def _elsewhere(note: Note, stories: Mapping[str, tuple[int, str]]) -> Note:
    """A note on another story stands where that one is anchored in the main one, with its words."""
    offset, text = stories.get(note.story, (0, ""))
    kind, _, number = note.story.partition(":")
    place = f"{PLACES.get(kind, kind)} {number}".strip()
    words = elsewhere(place, text[note.start : note.end], note.text)
    return replace(note, start=offset, end=offset, text=words, story=BODY)


def _last_number(archive: Archive) -> int:
    """The largest number that anything in the file is known by."""
    roots = [archive.root(name) for name in (*archive.words, archive.linked("comments") or "")]
    known = (
        int(value)
        for root in roots
        if root is not None
        for element in root.iter()
        if (value := element.get(_ID, "")).isdecimal()
    )
    return max(known, default=0)
