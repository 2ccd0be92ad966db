"""From a sentence to proposals: what is asked, where, which words; each held against the draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.model import Confidence, Operation, Target
from thammuu_core.opinions.sentences import verifying
from thammuu_core.opinions.sentences.asking import asked
from thammuu_core.opinions.sentences.choosing import Named, chosen
from thammuu_core.opinions.sentences.model import Proposal, Reading, Span
from thammuu_core.opinions.sentences.parting import pairs, parts
from thammuu_core.opinions.sentences.places import Found, Places, index
from thammuu_core.opinions.sentences.reading import reading
from thammuu_core.opinions.sentences.references import references
from thammuu_core.opinions.sentences.spoken import values
from thammuu_core.opinions.sentences.values import Values
from thammuu_core.text.first_letter import capital_first, small_first

_OF_ALL = frozenset({Operation.DELETE, Operation.MOVE})
"""What is done to a provision with all below it; the others speak to its own words."""
WHOLE = Target(confidence=Confidence.WHOLE)


def propose(
    sentence: str, context: Sequence[str], version: Version, agency: str = ""
) -> tuple[Proposal, ...]:
    """What a sentence asks for, one proposal a place.

    `context` is what stands above the sentence, the outermost first, the premises of the same item last. Total: any
    text gives at least one proposal; COMMENT asks for nothing. Old and new are words of the sentence or of the draft.
    """
    read = reading(sentence)
    places = index(version)
    spans = parts(read)
    if len(spans) == 1:
        return _of_one(read, tuple(context), places)
    texts = [sentence[start:end].strip() for start, end in spans]
    found: list[Proposal] = []
    for number, text in enumerate(texts):
        beside = texts[:number] if number or _places(text) else texts[1:2]
        found += _of_one(reading(text), (*context, *beside), places)
    return tuple(dict.fromkeys(found))


def _places(text: str) -> bool:
    return any(one.paths for one in references(reading(text)))


def _of_one(read: Reading, context: Sequence[str], places: Places) -> tuple[Proposal, ...]:
    asks = asked(read)
    found: list[Proposal] = []
    for one in pairs(read, asks):
        writing = _Writing(one, places, asks.operation, values(one, asks))
        found += writing.all(chosen(one, asks, context, places, writing.old))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Writing:
    read: Reading
    places: Places
    operation: Operation
    said: Values

    def all(self, named: Named) -> list[Proposal]:
        if named.reason:
            return [self._without(named.reason)]
        if not named.found:
            return [self._anywhere()]
        made = [self._at(found, named) for found in named.found]
        return made if named.sure else [_doubted(one) for one in made]

    def _words(self, span: Span | None) -> str:
        return self.read.text[slice(*span)].strip() if span else ""

    @property
    def old(self) -> str:
        if self.said.out:
            return self._words(self.said.near) + self.said.out
        return self._words(self.said.near if self.operation is Operation.INSERT else self.said.old)

    @property
    def _new(self) -> str:
        if self.said.mark and not self.said.new:
            return self.said.mark
        words = self._words(self.said.new)
        if self.said.capital is None:
            return words
        return capital_first(words) if self.said.capital else small_first(words)

    @property
    def _kept(self) -> str:
        """The old words where the draft does not have them: unquoted ones only if they are a figure or a name."""
        old = self.old
        sure = not self.said.plain or any(letter.isdigit() for letter in old) or old[:1].isupper()
        return old if sure else ""

    def _without(self, reason: str) -> Proposal:
        return Proposal(self.operation, None, self._kept, self._new, reason)

    def _anywhere(self) -> Proposal:
        """No place is named: the words, if the draft has them once, else the whole draft."""
        span = verifying.elsewhere(self.places, self.old, ()) if self.old else None
        if span is None:
            return Proposal(self.operation, WHOLE, self._kept, self._new)
        return self._on(span, Confidence.CHECK)

    def _at(self, found: Found, named: Named) -> Proposal:
        if not self.old or found.missing:
            return self._on_provision(found)
        if span := verifying.exact(self.places, self.old, found.start, found.end):
            return self._on(span, Confidence.EXACT)
        if span := verifying.alike(self.places, self.old, found.start, found.end):
            return self._on(span, Confidence.CHECK)
        if len(named.found) == 1 and (span := verifying.elsewhere(self.places, self.old, named.found)):
            return self._on(span, Confidence.CHECK)
        target = verifying.provision(self.places, found)
        return Proposal(self.operation, target, self._kept, self._new)

    def _on(self, span: Span, confidence: Confidence) -> Proposal:
        old = self.places.version.text[slice(*span)]
        if self.operation is Operation.INSERT:
            point = span[1] if self.said.after else span[0]
            return Proposal(
                self.operation, verifying.at(self.places, span, confidence, point=point), old, self._new
            )
        return Proposal(self.operation, verifying.at(self.places, span, confidence), old, self._new)

    def _on_provision(self, found: Found) -> Proposal:
        target = verifying.provision(self.places, found, whole=self.operation in _OF_ALL or "\n" in self._new)
        if found.missing and self.operation is Operation.INSERT:
            target = replace(target, start=found.end, end=found.end)
        return Proposal(self.operation, target, "", self._new)


def _doubted(one: Proposal) -> Proposal:
    return (
        one if one.target is None else replace(one, target=replace(one.target, confidence=Confidence.CHECK))
    )
