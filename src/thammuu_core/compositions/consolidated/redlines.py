"""Bản đối chiếu: the version that was sent, with each agency's changes as tracked changes and its opinions as comments.

Agreement with the draft as a whole is no comment; all other words of the replies stand in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core.anchors import Version
from thammuu_core.compositions.consolidated import wording
from thammuu_core.compositions.consolidated.listing import Entry, Listing, Loose, Member, listing
from thammuu_core.intake import sealed
from thammuu_core.opinions import Key, Merge, Opinion, Origin, Reply
from thammuu_core.opinions.edits import edit_of
from thammuu_core.papers import BODY
from thammuu_core.redlines import Edit
from thammuu_core.redlines.writing import Note, Proposal, write


@dataclass(frozen=True, slots=True)
class Redline:
    """The file, and the changes that Word could only tell in a comment, by the keys of their opinions."""

    data: bytes
    changes: int
    """Changes that agencies ask for word for word."""
    instead: tuple[Key, ...] = ()


def redline(base: bytes, merge: Merge, version: Version) -> Redline:
    """The file `base`, of which `version` was read, with all of the merge in it. Raises NotADocx.

    Where two want the same words, what most agencies ask for is shown as the change.
    """
    told = listing(merge, version)
    changes = [
        (member, edit)
        for entry in sorted(told.entries, key=lambda entry: -len(entry.agencies))
        for member in entry.members
        if (edit := _edit(member, version)) is not None
    ]
    proposals = [
        Proposal(edit, member.agency, _day(merge.replies[member.key[0]], member.opinion))
        for member, edit in changes
    ]
    shown = {member.key for member, _ in changes}
    written = write(base, proposals, tuple(_notes(told, merge, shown)))
    instead = tuple(changes[index][0].key for index in written.comments_instead)
    return Redline(sealed(written.data), len(changes), instead)


def _edit(member: Member, version: Version) -> Edit | None:
    """The change it asks for in the main story of this version."""
    if not member.here or member.opinion.target.story != BODY:
        return None
    return edit_of(version.text, member.opinion)


def _day(reply: Reply, opinion: Opinion | None = None) -> str:
    """By the agency's own clock; of a letter its date."""
    if opinion and opinion.date:
        return opinion.date
    return f"{reply.reference.date}T00:00:00Z" if reply.reference.date else ""


def _notes(told: Listing, merge: Merge, shown: set[Key]) -> Iterator[Note]:
    """What is said rather than changed: opinions that ask for no change word for word, and all that stands beside them."""
    for entry in told.entries:
        for member in entry.members:
            yield from _of_member(entry, member, merge, shown=member.key in shown)
    for loose in told.loose:
        yield _of_loose(loose, merge)


def _of_member(entry: Entry, member: Member, merge: Merge, *, shown: bool) -> Iterator[Note]:
    reply = merge.replies[member.key[0]]
    if not shown:
        yield _note(member, member.opinion, _text(entry, member), reply)
    elif member.opinion.text:
        yield _note(member, member.opinion, member.opinion.text, reply)
    for remark in member.remarks:
        yield _note(member, remark, _signed(remark.text, remark.author, member.agency), reply)


def _text(entry: Entry, member: Member) -> str:
    """A comment says its own words; what has no place in the file says where it belongs."""
    opinion = member.opinion
    why = [f"Lý do: {opinion.text}"] if opinion.text and opinion.text not in member.asked else []
    words = opinion.text if opinion.origin is Origin.COMMENT else "\n".join((member.asked, *why))
    told = _signed(words, opinion.author, member.agency)
    return told if member.here and opinion.target.start is not None else f"[{entry.place}] {told}"


def _signed(words: str, author: str, agency: str) -> str:
    """Who in the agency wrote it: the comment itself bears the agency's name."""
    return f"{words} ({author})" if author and author != agency else words


def _note(member: Member, opinion: Opinion, text: str, reply: Reply) -> Note:
    """At its place; at the beginning of the file if it has none in this version."""
    place = opinion.target
    placed = member.here and place.start is not None
    return Note(
        start=place.start or 0 if placed else 0,
        end=(place.end or place.start or 0) if placed else 0,
        author=member.agency,
        date=_day(reply, opinion),
        text=text,
        answers=tuple((answer.author, answer.date, answer.text) for answer in opinion.thread),
        resolved=opinion.resolved,
        story=place.story if placed else BODY,
    )


def _of_loose(loose: Loose, merge: Merge) -> Note:
    text = f"[{wording.NO_PLACE}: {loose.unplaced.reason}] {wording.not_placed(loose.unplaced)}"
    return Note(0, 0, loose.agency, _day(merge.replies[loose.reply]), text)
