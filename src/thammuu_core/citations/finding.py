"""Finding: every document that a text cites, with what the text says of it.

One pass over the digits finds the numbers; around each, a window of bounded width is read: the kind and the
issuer before it, date, issuer and subject after it. Laws called by their names come from a second pass.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from thammuu_core.citations.after import closed
from thammuu_core.citations.before import issuer_before, opened
from thammuu_core.citations.bodies import proper_name
from thammuu_core.citations.laws import LawByName, laws_by_name
from thammuu_core.citations.lists import distributed
from thammuu_core.citations.mentions import Mention
from thammuu_core.citations.model import Citation
from thammuu_core.citations.numbers import numbers
from thammuu_core.citations.pinpoints import pinpoint_before
from thammuu_core.citations.views import Views, views_of
from thammuu_core.citations.vocabulary import issuer_implied, kind_implied

_BESIDE = re.compile(r"(?:\s?[,;]\s{1,2}(?:va\s{1,2})?|\s{1,2}va\s{1,2})(?:cac\s{1,2})?$")


def find(text: str) -> tuple[Citation, ...]:
    """The documents cited in a text, in order of their first character.

    Takes any text, in any Unicode form; offsets are offsets in the text given, values are NFC. A document cited
    inside the subject of another stands in its own right, so spans may nest.

    >>> found, = find("Quyết định số 36/QĐ-TTg ngày 11/01/2021 của Thủ tướng Chính phủ về việc A")
    >>> found.symbol, found.date.isoformat(), found.issuer, found.subject
    ('36/QĐ-TTg', '2021-01-11', 'Thủ tướng Chính phủ', 'A')
    """
    views = views_of(text)
    listed = distributed(views, _mentions(views))
    mentions = list(_apart(views, _with_issuers_before(views, listed)))
    found = [_numbered(views, mention) for mention in mentions]
    found.extend(_named(views, law) for law in laws_by_name(views) if not _numbered_too(law, mentions))
    return tuple(sorted(found, key=lambda citation: (citation.start, citation.end)))


def _mentions(views: Views) -> Iterator[Mention]:
    """Each number with its surroundings; none looks back past the number before it."""
    floor = 0
    for number in numbers(views.plain):
        if mention := opened(views, number, floor):
            yield (mention := closed(views, mention))
            floor = mention.tail


def _with_issuers_before(views: Views, mentions: list[Mention]) -> list[Mention]:
    """Issuers said before the mention, and then for the whole list that follows it."""
    floors = [0, *(mention.tail for mention in mentions)]
    read = [
        mention if mention.issuer else replace(mention, issuer=issuer_before(views, mention, floor))
        for mention, floor in zip(mentions, floors, strict=False)
    ]
    return distributed(views, read)


def _apart(views: Views, mentions: list[Mention]) -> Iterator[Mention]:
    """A subject ends before a document that is cited beside it rather than within it: "… và Quyết định số …"."""
    for mention, following in zip_longest(mentions, mentions[1:]):
        subject = mention.subject
        beside = None
        if subject and following and subject[0] < following.start < subject[1]:
            beside = _BESIDE.search(views.folded, max(subject[0], following.start - 12), following.start)
        if subject and beside:
            yield replace(mention, subject=(subject[0], beside.start()), end=beside.start())
        else:
            yield mention


def _numbered(views: Views, mention: Mention) -> Citation:
    path = pinpoint_before(views, mention.start)
    subject = mention.subject
    return Citation(
        start=views.given(mention.start),
        end=views.given(mention.end),
        kind=mention.kind or kind_implied(mention.number.symbol),
        symbol=mention.number.symbol,
        name=mention.name,
        date=mention.date,
        issuer=proper_name(mention.issuer) if mention.issuer else issuer_implied(mention.number.symbol),
        subject=views.words(*subject) if subject else None,
        pinpoint=path[1] if path else None,
        date_as_written=views.words(*mention.date_span) if mention.date_span else None,
    )


def _named(views: Views, law: LawByName) -> Citation:
    path = pinpoint_before(views, law.start)
    return Citation(
        start=views.given(law.start),
        end=views.given(law.end),
        kind=law.kind,
        symbol=None,
        name=law.name,
        date=law.date,
        issuer=None,
        subject=None,
        pinpoint=path[1] if path else None,
        date_as_written=views.words(*law.date_span) if law.date_span else None,
    )


def _numbered_too(law: LawByName, mentions: list[Mention]) -> bool:
    """The law is the one whose number follows."""
    index = bisect_right(mentions, law.start, key=lambda mention: mention.start) - 1
    return index >= 0 and law.start < mentions[index].number.end
