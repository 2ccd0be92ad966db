"""A returned Word file, read whole: stories in both texts, comments, formatting changes counted, the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from thammuu_core.papers import BODY
from thammuu_core.wordml.numbering import Numbering
from thammuu_core.wordml.package import Package
from thammuu_core.wordml.parts import Parts, properties
from thammuu_core.wordml.revisions.formatting import formatting
from thammuu_core.wordml.revisions.inside import SPECIAL
from thammuu_core.wordml.revisions.model import Ledger, Revised, RevisedStory
from thammuu_core.wordml.revisions.oddities import Oddities
from thammuu_core.wordml.revisions.pieces import UNTOUCHED, History, Strand
from thammuu_core.wordml.revisions.remarks import Where, places_of, remarks
from thammuu_core.wordml.revisions.shared import Shared
from thammuu_core.wordml.revisions.tokens import tokens
from thammuu_core.wordml.revisions.views import View
from thammuu_core.wordml.revisions.walking import Walk
from thammuu_core.wordml.stories import says_something, told
from thammuu_core.wordml.styles import Styles


def read_revised(data: bytes) -> Revised:
    """Read a .docx with its changes and comments; raises `NotADocx` only, all else is told in `problems`."""
    return _Reading(Parts(Package(data))).revised()


class _Reading:
    """One file being read."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._shared = _shared(parts)
        self._numbering = Numbering(parts.linked("numbering"))
        self._where: dict[str, Where] = {}

    def revised(self) -> Revised:
        """Everything."""
        walked = _walked(self._parts, self._shared)
        stories = [self._story(strand) for strand in walked]
        said = tuple(remarks(self._parts, self._shared, self._where))
        roots = {strand.part: strand.root for strand in walked}
        comments = self._parts.linked("comments")
        if comments is not None:
            roots[self._parts.name_of("comments")] = comments
        changes: Counter[str] = sum(map(formatting, roots.values()), Counter())
        return Revised(
            tuple(filter(_says_something, stories)),
            said,
            self._ledger(roots),
            changes,
            (*self._parts.package.problems, *told(self._shared.tally)),
            properties(self._parts.package),
        )

    def _ledger(self, roots: Mapping[str, etree._Element]) -> Ledger:
        held = {part: self._shared.survey(root, SPECIAL).characters for part, root in roots.items()}
        return Ledger(held, {part: self._shared.read[part] for part in roots})

    def _story(self, strand: Strand) -> RevisedStory:
        accepted = View(strand, self._numbering, original=False)
        original = accepted if strand.plain else View(strand, self._numbering, original=True)
        self._where = places_of(original, accepted) | self._where
        return RevisedStory(strand.name, tokens(original, accepted), original.story, accepted.story)


def _says_something(story: RevisedStory) -> bool:
    return story.name == BODY or says_something(story.accepted) or says_something(story.original)


def _shared(parts: Parts) -> Shared:
    styles = Styles(parts.linked("styles"), parts.linked("theme"))
    return Shared(styles, looks=False, oddities=Oddities(parts))


def _walked(parts: Parts, shared: Shared) -> list[Strand]:
    """All stories; text boxes that were taken out come last, so that the others have the numbers they have elsewhere."""
    found: list[Strand] = []
    gone: list[tuple[Strand, History]] = []
    for place in parts.stories():
        _walk(Strand(place.name, place.part, place.root, place.element), UNTOUCHED, shared, found, gone)
    for strand, history in gone:
        _walk(_numbered(strand, found), history, shared, found, gone)
    return found


def _walk(
    strand: Strand, history: History, shared: Shared, found: list[Strand], gone: list[tuple[Strand, History]]
) -> None:
    """One story and the text boxes in it, each a story too."""
    walk = Walk(strand, shared)
    found.append(walk.through(history))
    for element, anchor in walk.boxes:
        box = Strand("textbox", strand.part, strand.root, element)
        if anchor.deleted is None or history.deleted is not None:
            _walk(_numbered(box, found), anchor, shared, found, gone)
        else:
            gone.append((box, anchor))


def _numbered(box: Strand, found: list[Strand]) -> Strand:
    number = 1 + sum(one.name.startswith("textbox") for one in found)
    return replace(box, name=f"textbox:{number}")
