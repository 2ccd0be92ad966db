"""Items of a letter as opinions on places of the version, or as words that have none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.model import Confidence, Operation, Opinion, Origin, Source, Target, Unplaced
from thammuu_core.opinions.prose.model import Item, Role
from thammuu_core.opinions.prose.others import other_document
from thammuu_core.opinions.prose.pages import Pages, Printed, printed, without_place
from thammuu_core.opinions.prose.phrases import asks, describes, names_place, small
from thammuu_core.opinions.prose.stances import Said, said
from thammuu_core.opinions.sentences import Proposal, propose

SURE = 0.8
"""Mean confidence of recognised words from which on a place may be called exact."""
_IDLE = (Operation.COMMENT, Operation.OTHER)
_DOUBTED = (Operation.REVIEW, Operation.QUESTION)
"""What the grammar may read in a premise or a reason too; believed where a place is named."""
_STROKE = re.compile(r"(?<=(?:iểm|oản|iều|iết) )[Il|](?!\w)")
_OTHER = "Ý kiến về {}, không phải văn bản đang lấy ý kiến."
PRINTED = "Ý kiến ghi theo trang, dòng của bản in; hãy mở bản đã gửi, tìm chỗ này rồi gắn vào."
"""Why an opinion has no place as long as nobody gives the version as it was printed."""
_NO_PAGE = "Bản đã gửi không có trang, dòng này; hãy tìm chỗ theo lời của ý kiến."


@dataclass(frozen=True)
class Placing:
    """What the items of one letter are held against."""

    version: Version
    agency: str = ""
    pages: Pages | None = None
    origin: Origin = Origin.SENTENCE
    known: dict[tuple[str, tuple[str, ...]], tuple[Proposal, ...]] = field(default_factory=dict)
    """Sentences already read, in their contexts."""

    def stands(self, sentence: str, context: tuple[str, ...]) -> bool:
        """Whether a sentence is an opinion by itself: it asks by its words, or the grammar reads what for."""
        if asks(sentence):
            return True
        placed = names_place(sentence) and not describes(sentence)
        read = [each.operation for each in self._read(sentence, context)]
        return any(one not in _IDLE and (placed or one not in _DOUBTED) for one in read)

    def placed(self, item: Item) -> Iterator[Opinion | Unplaced]:
        """What the item asks for, at each place that it names; never nothing."""
        if item.role is Role.STANCE:
            opposed = said(item.request) is Said.DISAGREES
            yield self._opinion(item, Operation.OPPOSE if opposed else Operation.AGREE, Target())
            return
        asked = item.request if item.confidence is None else _mended(item.request)
        read = self._read(asked, item.context) or (Proposal(Operation.COMMENT, Target()),)
        if other := other_document(item.request, item.context, self.version):
            yield _unplaced(item, read[0], _OTHER.format(other))
        elif not any(map(_at_provision, read)) and (place := printed((*item.context, item.request))):
            bare = self._read(without_place(asked), item.context) or read
            yield self._printed(item, bare[0], place)
        elif _spread(read) and (place := printed((*item.context, item.request))):
            yield from self._on_page(item, read, place)
        else:
            yield from (self._proposed(item, proposal) for proposal in read)

    def _read(self, sentence: str, context: tuple[str, ...]) -> tuple[Proposal, ...]:
        if (sentence, context) not in self.known:
            self.known[sentence, context] = propose(sentence, context, self.version, self.agency)
        return self.known[sentence, context]

    def _proposed(self, item: Item, proposal: Proposal) -> Opinion | Unplaced:
        if proposal.target is None:
            return _unplaced(item, proposal, proposal.reason)
        return self._opinion(item, proposal.operation, proposal.target, proposal.old, proposal.new)

    def _printed(self, item: Item, proposal: Proposal, place: Printed) -> Opinion | Unplaced:
        """At the words quoted on the page and line named, else at the line itself for a person to look."""
        span = place.span(self.pages) if self.pages else None
        if span is None:
            return _unplaced(item, proposal, _NO_PAGE if self.pages else PRINTED)
        start, end = span
        sure = Confidence.CHECK
        text = small(self.version.text)
        if proposal.old and text.count(small(proposal.old), start, end) == 1:
            start = text.index(small(proposal.old), start)
            end = start + len(proposal.old)
            sure = Confidence.EXACT if place.line else Confidence.CHECK
        where = self.version.where(start)
        target = Target(start, end, None, self.version.at(start), where, self.version.text[start:end], sure)
        return self._opinion(item, proposal.operation, target, proposal.old, proposal.new)

    def _on_page(
        self, item: Item, read: tuple[Proposal, ...], place: Printed
    ) -> Iterator[Opinion | Unplaced]:
        """Of provisions that bear the same label here and there those on the page named; none where it is not known."""
        span = place.span(self.pages) if self.pages else None
        near = [one for one in read if span and one.target and _stands_in(one.target, span)]
        if near:
            yield from (self._proposed(item, proposal) for proposal in near)
        else:
            yield _unplaced(item, read[0], _NO_PAGE if self.pages else PRINTED)

    def _opinion(
        self, item: Item, operation: Operation, target: Target, old: str = "", new: str = ""
    ) -> Opinion:
        doubtful = item.confidence is not None and item.confidence < SURE
        if doubtful and target.confidence is not Confidence.WHOLE:
            target = replace(target, confidence=Confidence.CHECK)
        return Opinion(
            self.origin, operation, target, old, new, item.text, source=Source(item.words, item.page)
        )


def _at_provision(proposal: Proposal) -> bool:
    return proposal.target is not None and proposal.target.start is not None


def _spread(read: tuple[Proposal, ...]) -> bool:
    """Whether the places lie in several articles or sections."""
    return len({one.target.where.split(".")[0] for one in read if one.target and _at_provision(one)}) > 1


def _stands_in(target: Target, span: tuple[int, int]) -> bool:
    return target.start is not None and span[0] <= target.start < span[1]


def _mended(request: str) -> str:
    """Recognition reads "điểm 1" as "điểm I" or "điểm l"; neither is a label of these."""
    return _STROKE.sub("1", request)


def _unplaced(item: Item, proposal: Proposal, reason: str) -> Unplaced:
    return Unplaced(
        item.words or item.text, reason, item.page, proposal.operation, proposal.old, proposal.new
    )
