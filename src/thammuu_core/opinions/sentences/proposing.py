"""From a sentence to proposals: what is asked, where, which words; each held against the draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.model import Confidence, Operation, Target
from thammuu_core.opinions.sentences import verifying
from thammuu_core.opinions.sentences.asking import asked
from thammuu_core.opinions.sentences.choosing import Named, chosen
from thammuu_core.opinions.sentences.model import Proposal, Reading, Span
from thammuu_core.opinions.sentences.places import Found, Places, index
from thammuu_core.opinions.sentences.reading import reading
from thammuu_core.opinions.sentences.values import Values, values

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
    operation = asked(read)
    said = values(read, operation)
    named = chosen(read, operation, context, places)
    return tuple(dict.fromkeys(_Writing(read, places, operation, said).all(named)))


@dataclass(frozen=True, slots=True)
class _Writing:
    read: Reading
    places: Places
    operation: Operation
    said: Values

    def all(self, named: Named) -> list[Proposal]:
        if named.reason:
            return [self._without(named.reason)]
        if named.whole or not named.found:
            return [self._anywhere()]
        return [self._at(found, named.found) for found in named.found]

    def _words(self, span: Span | None) -> str:
        return self.read.text[slice(*span)].strip() if span else ""

    @property
    def _old(self) -> str:
        return self._words(self.said.near if self.operation is Operation.INSERT else self.said.old)

    @property
    def _new(self) -> str:
        return self.said.mark if self.said.mark and not self.said.new else self._words(self.said.new)

    def _without(self, reason: str) -> Proposal:
        return Proposal(self.operation, None, "" if self.said.plain else self._old, self._new, reason)

    def _anywhere(self) -> Proposal:
        """No place is named: the words, if the draft has them once, else the whole draft."""
        span = verifying.elsewhere(self.places, self._old, ()) if self._old else None
        if span is None:
            return Proposal(self.operation, WHOLE, "" if self.said.plain else self._old, self._new)
        return self._on(span, Confidence.CHECK)

    def _at(self, found: Found, all_found: Sequence[Found]) -> Proposal:
        if not self._old:
            return self._on_provision(found)
        if span := verifying.exact(self.places, self._old, found.start, found.end):
            return self._on(span, Confidence.EXACT)
        if span := verifying.alike(self.places, self._old, found.start, found.end):
            return self._on(span, Confidence.CHECK)
        if len(all_found) == 1 and (span := verifying.elsewhere(self.places, self._old, all_found)):
            return self._on(span, Confidence.CHECK)
        target = verifying.provision(self.places, found)
        return Proposal(self.operation, target, "" if self.said.plain else self._old, self._new)

    def _on(self, span: Span, confidence: Confidence) -> Proposal:
        old = self.places.version.text[slice(*span)]
        if self.operation is Operation.INSERT:
            point = span[1] if self.said.after else span[0]
            return Proposal(
                self.operation, verifying.at(self.places, span, confidence, point=point), old, self._new
            )
        return Proposal(self.operation, verifying.at(self.places, span, confidence), old, self._new)

    def _on_provision(self, found: Found) -> Proposal:
        return Proposal(self.operation, verifying.provision(self.places, found), "", self._new)
