"""A returned Word file, read whole: stories in both texts, comments, formatting changes counted, the ledger."""

from __future__ import annotations

from thammuu_core.papers import BODY
from thammuu_core.wordml.numbering import Numbering
from thammuu_core.wordml.package import Package
from thammuu_core.wordml.parts import Parts, properties
from thammuu_core.wordml.revisions.model import Ledger, Revised, RevisedStory
from thammuu_core.wordml.revisions.pieces import UNTOUCHED, History, Strand
from thammuu_core.wordml.revisions.tokens import tokens
from thammuu_core.wordml.revisions.views import View
from thammuu_core.wordml.revisions.walking import Shared, Walk
from thammuu_core.wordml.stories import says_something, told
from thammuu_core.wordml.styles import Styles


def read_revised(data: bytes) -> Revised:
    """Read a .docx with its changes and comments; raises `NotADocx` only, all else is told in `problems`."""
    return _Reading(Parts(Package(data))).revised()


class _Reading:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._shared = Shared(Styles(parts.linked("styles"), parts.linked("theme")), looks=True)
        self._numbering = Numbering(parts.linked("numbering"))

    def revised(self) -> Revised:
        strands = self._strands()
        stories = []
        for strand in strands:
            accepted = View(strand, self._numbering, original=False)
            original = accepted if strand.plain else View(strand, self._numbering, original=True)
            story = RevisedStory(strand.name, tokens(original, accepted), original.story, accepted.story)
            if strand.name == BODY or says_something(story.accepted) or says_something(story.original):
                stories.append(story)
        problems = (*self._parts.package.problems, *told(self._shared.tally))
        ledger = Ledger({}, {})
        return Revised(tuple(stories), (), ledger, {}, problems, properties(self._parts.package))

    def _strands(self) -> list[Strand]:
        found: list[Strand] = []
        for place in self._parts.stories():
            self._walk(Strand(place.name, place.part, place.root, place.element), UNTOUCHED, found)
        return found

    def _walk(self, strand: Strand, history: History, found: list[Strand]) -> None:
        walk = Walk(strand, self._shared)
        found.append(walk.through(history))
        for box, anchor in walk.boxes:
            number = 1 + sum(one.name.startswith("textbox") for one in found)
            self._walk(Strand(f"textbox:{number}", strand.part, strand.root, box), anchor, found)
