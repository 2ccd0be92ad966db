"""One look over a whole part before the walk: how much text it has, and which paragraphs are nothing but runs with text.

Nineteen paragraphs of twenty are; the walk takes their texts from here and goes through the others step by step. The
count is of all text elements, wherever they stand, so that what the walk passes over is missed.
"""

from __future__ import annotations

from lxml import etree

from thammuu_core.wordml.inline import chosen
from thammuu_core.wordml.names import ALTERNATE, CHOICE, FALLBACK, MATHS_TEXT, P, R, T, w

DELETED_TEXT = w("delText")
BLANK = " \t\r\n"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SETTINGS = (w("pStyle"), w("numPr"), w("outlineLvl"))
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


class Survey:
    """What one part has."""

    __slots__ = ("_root", "characters", "plain", "settled", "trimmed")

    def __init__(self, root: etree._Element, special: tuple[str, ...]) -> None:
        self._root = root
        self.characters = 0
        """Of all text elements, what only older programs read and the line over the notes left out."""
        self.plain: dict[etree._Element, list[str]] = {}
        """The paragraphs without any `special` element; the texts of their runs."""
        self.trimmed: dict[etree._Element, int] = {}
        """Of those, the blanks that Word trims."""
        self.settled: set[etree._Element] = set()
        """The paragraphs that say which style, list or level they have."""
        twice = self._look(special)
        self.characters -= sum(_characters(note) for note in root if note.get(w("type")) in _SEPARATORS)
        if twice:
            self.characters -= sum(map(_characters, _unused(root)))

    def _look(self, special: tuple[str, ...]) -> bool:
        """Go through the part; whether some of it is written twice."""
        paragraph, twice = self._root, False
        container: etree._Element | None = None
        texts: list[str] = []
        characters = 0
        for element in self._root.iter(P, T, DELETED_TEXT, MATHS_TEXT, *SETTINGS, *special):
            tag = element.tag
            if tag == T:
                text = element.text
                if not text:
                    continue
                characters += len(text)
                run = element.getparent()
                if run is not None and run.getparent() is paragraph and run.tag == R:
                    if text[0] in BLANK or text[-1] in BLANK:
                        text = self._trimmed(element, text, paragraph)
                    texts.append(text)
                    continue
            elif tag == P:
                paragraph = element
                texts = self.plain[element] = []
                if (parent := element.getparent()) is container:
                    continue
                container = parent  # Paragraphs beside one another stand in a paragraph all or none.
            elif tag in SETTINGS:
                self.settled.add(paragraph)
                continue
            elif tag in (DELETED_TEXT, MATHS_TEXT):
                characters += len(element.text or "")
            elif tag == ALTERNATE:
                twice = True
            for held in element.iterancestors(P):
                self.plain.pop(held, None)
        self.characters = characters
        return twice

    def _trimmed(self, element: etree._Element, text: str, paragraph: etree._Element) -> str:
        kept = trimmed(element, text)
        if len(kept) < len(text):
            self.trimmed[paragraph] = self.trimmed.get(paragraph, 0) + len(text) - len(kept)
        return kept


def trimmed(element: etree._Element, text: str) -> str:
    """The text of an element as Word shows it: blanks at its ends only where it says so."""
    return text if element.get(_SPACE) == "preserve" else text.strip(BLANK)


def _unused(root: etree._Element) -> list[etree._Element]:
    """The branches of what is written twice that nobody reads, none inside another."""
    found: list[etree._Element] = []
    for alternate in root.iter(ALTERNATE):
        used = chosen(alternate)
        for branch in alternate.iterchildren(CHOICE, FALLBACK):
            if branch is not used and not any(
                above in found for above in branch.iterancestors(CHOICE, FALLBACK)
            ):
                found.append(branch)
    return found


def _characters(element: etree._Element) -> int:
    return sum(len(text.text or "") for text in element.iter(T, DELETED_TEXT, MATHS_TEXT))
