"""A merge as what a table lists: each proposal once with all who made it, who agrees, what found no place, what is unread.

Every opinion of every reply is a member of exactly one entry, or a remark on one, or one of the stances.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from thammuu_core.anchors import Version
from thammuu_core.compositions.consolidated import wording
from thammuu_core.opinions import (
    Clash,
    Confidence,
    Key,
    Merge,
    Operation,
    Opinion,
    Reply,
    Row,
    Stance,
    Unplaced,
)

UNREADABLE = "unreadable"
"""The kind of a reply of which nothing was read."""
_AGREED = (Stance.AGREE, Stance.NO_OPINION)


@dataclass(frozen=True, slots=True)
class Member:
    """One opinion of one agency, told in words with the remarks made on it."""

    key: Key
    agency: str
    opinion: Opinion
    remarks: tuple[Opinion, ...]
    asked: str
    beside: tuple[str, ...]
    """Why, and what else is said about it."""
    quoted: str
    """The words of the draft that it is about, or beside which it puts something."""
    here: bool
    """The reply speaks of this version, so that its offsets mean something."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A proposal with all who made it."""

    id: str
    number: int
    place: str
    group: str
    """The outermost provision, to filter by."""
    members: tuple[Member, ...]
    against: Mapping[Clash, tuple[str, ...]] = field(default_factory=dict)
    """Agencies whose proposals clash with this one, by how they do."""
    clashing: Mapping[Clash, tuple[int, ...]] = field(default_factory=dict)
    """The numbers of those proposals."""
    like: tuple[int, ...] = ()
    """Numbers of entries that sound alike."""

    @property
    def agencies(self) -> tuple[str, ...]:
        """Who made it, each once."""
        return tuple(wording.distinct(member.agency for member in self.members))


@dataclass(frozen=True, slots=True)
class Voice:
    """What an agency says of the draft as a whole when it agrees; `key` is None when it says so without words."""

    reply: int
    agency: str
    words: str
    wholly: bool
    """It has no opinion besides."""
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Loose:
    """Words of a reply that found no place."""

    reply: int
    agency: str
    unplaced: Unplaced


@dataclass(frozen=True, slots=True)
class Listing:
    """All of a merge, told."""

    entries: tuple[Entry, ...]
    voices: tuple[Voice, ...]
    loose: tuple[Loose, ...]
    unread: tuple[int, ...]
    """Indexes of replies of which nothing was read."""
    agencies: tuple[str, ...]
    """By reply: its agency, or its file where nobody is named."""
    answered: tuple[str, ...]
    """Those of whose answer something was read, each once."""
    returned: tuple[str, ...] = ()
    """Those who sent the version back as it was and said nothing: that is no consent."""


def listing(merge: Merge, version: Version) -> Listing:
    """What the merge says, in order of the version; general opinions stand last."""
    agencies = tuple(reply.agency or reply.file for reply in merge.replies)
    remarks = {
        key: found for number, reply in enumerate(merge.replies) for key, found in _remarks(number, reply)
    }
    aside = {one.key for found in remarks.values() for one in found}
    voiced = {key for row in merge.rows for key in row.members if _agrees(_opinion(merge, key))}
    teller = _Teller(merge, version, agencies, remarks, aside | voiced)
    return Listing(
        entries=teller.entries(),
        voices=(*_voices(merge, agencies, voiced),),
        loose=tuple(
            Loose(number, agencies[number], one)
            for number, reply in enumerate(merge.replies)
            for one in reply.unplaced
        ),
        unread=tuple(number for number, reply in enumerate(merge.replies) if UNREADABLE in reply.kinds),
        agencies=agencies,
        answered=tuple(
            wording.distinct(
                name
                for name, reply in zip(agencies, merge.replies, strict=True)
                if UNREADABLE not in reply.kinds
            )
        ),
        returned=tuple(
            wording.distinct(
                name for name, reply in zip(agencies, merge.replies, strict=True) if _only_returned(reply)
            )
        ),
    )


@dataclass(frozen=True, slots=True)
class _Remark:
    key: Key
    opinion: Opinion


def _remarks(number: int, reply: Reply) -> Iterator[tuple[Key, list[_Remark]]]:
    """Comments on changes of the same reply, by the change; a comment on a comment stands by itself."""
    found: dict[int, list[_Remark]] = {}
    for index, opinion in enumerate(reply.opinions):
        about = opinion.about
        if about is None or about == index or not 0 <= about < len(reply.opinions):
            continue
        if reply.opinions[about].about is None and not _agrees(reply.opinions[about]):
            found.setdefault(about, []).append(_Remark((number, index), opinion))
    return (((number, about), several) for about, several in found.items())


def _opinion(merge: Merge, key: Key) -> Opinion:
    return merge.replies[key[0]].opinions[key[1]]


def _agrees(opinion: Opinion) -> bool:
    """Agreement with the draft as a whole asks for no answer."""
    return opinion.operation is Operation.AGREE and opinion.target.confidence is Confidence.WHOLE


def _voices(merge: Merge, agencies: Sequence[str], voiced: set[Key]) -> Iterator[Voice]:
    for number, reply in enumerate(merge.replies):
        wholly = reply.stance in _AGREED
        spoken = [key for key in sorted(voiced) if key[0] == number]
        for key in spoken:
            opinion = reply.opinions[key[1]]
            yield Voice(number, agencies[number], opinion.text or "Nhất trí với dự thảo.", wholly, key)
        silent = not spoken and not reply.opinions and not reply.unplaced and UNREADABLE not in reply.kinds
        if silent and not _only_returned(reply):
            words = "Nhất trí với dự thảo." if reply.stance is Stance.AGREE else "Không có ý kiến."
            yield Voice(number, agencies[number], words, wholly=True)


def _only_returned(reply: Reply) -> bool:
    """The version as it was sent, without a word."""
    said = reply.opinions or reply.unplaced or reply.stance is Stance.AGREE
    return "unchanged" in reply.kinds and not said


class _Teller:
    """Rows of a merge as entries; what stands elsewhere is left out of them."""

    def __init__(
        self,
        merge: Merge,
        version: Version,
        agencies: Sequence[str],
        remarks: Mapping[Key, Sequence[_Remark]],
        elsewhere: set[Key],
    ) -> None:
        self._merge, self._version, self._agencies, self._remarks = merge, version, agencies, remarks
        found = {row.id: tuple(key for key in row.members if key not in elsewhere) for row in merge.rows}
        self._rows = sorted(
            (row for row in merge.rows if found[row.id]), key=lambda row: self._rank(found[row.id][0])
        )
        self._members = {row.id: found[row.id] for row in self._rows}
        self._numbers = {identity: number for number, identity in enumerate(self._members, 1)}

    def entries(self) -> tuple[Entry, ...]:
        """The rows that have members, numbered from 1."""
        return tuple(map(self._entry, self._rows))

    def _rank(self, key: Key) -> int:
        """What has a place in this version first, then what has one only by name, general opinions last."""
        target = _opinion(self._merge, key).target
        if target.start is not None and self._here(key):
            return 0
        return 1 if target.start is not None or target.where else 2

    def _entry(self, row: Row) -> Entry:
        members = tuple(map(self._member, self._members[row.id]))
        first = members[0]
        clashing = self._clashing(row)
        return Entry(
            id=row.id,
            number=self._numbers[row.id],
            place=wording.place(first.opinion, self._version, here=first.here),
            group=wording.group(first.opinion, self._version, here=first.here),
            members=members,
            against={kind: self._names(ids) for kind, ids in clashing.items()},
            clashing={
                kind: tuple(sorted(self._numbers[one] for one in ids)) for kind, ids in clashing.items()
            },
            like=tuple(sorted(self._numbers[one] for one in row.like if one in self._numbers)),
        )

    def _member(self, key: Key) -> Member:
        opinion = _opinion(self._merge, key)
        remarks = tuple(one.opinion for one in self._remarks.get(key, ()))
        agency = self._agencies[key[0]]
        here = self._here(key)
        asked = wording.asked(opinion, self._version, agency, here=here)
        beside = wording.beside(opinion, agency, remarks)
        quoted = wording.quoted(opinion, self._version, here=here)
        return Member(key, agency, opinion, remarks, asked, beside, quoted, here)

    def _here(self, key: Key) -> bool:
        return (self._merge.replies[key[0]].base_version or self._merge.base) == self._merge.base

    def _clashing(self, row: Row) -> dict[Clash, list[str]]:
        found: dict[Clash, list[str]] = {}
        for identity, kind in row.conflicts.items():
            if identity in self._numbers:
                found.setdefault(kind, []).append(identity)
        return {kind: sorted(ids, key=self._numbers.__getitem__) for kind, ids in found.items()}

    def _names(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            wording.distinct(self._agencies[key[0]] for identity in ids for key in self._members[identity])
        )
