"""The inside of one paragraph: what its runs show, line by line, each stretch with its look.

Tracked changes are read as accepted: insertions and moves here stay, deletions and moves away go. A field shows its
result. A line break begins a new line, and each line becomes a paragraph of its own (see `blocks`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import ClassVar, TypeAlias

from lxml import etree

from thammuu_core.wordml.looks import Look, Written, written
from thammuu_core.wordml.names import (
    ALTERNATE,
    BOX,
    CHART,
    CHOICE,
    DEL,
    DIAGRAM,
    FALLBACK,
    INS,
    MATHS_TEXT,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SDT_PROPERTIES,
    R,
    T,
    w,
)
from thammuu_core.wordml.styles import Style, Styles
from thammuu_core.wordml.symbols import symbol

Piece: TypeAlias = tuple[str, Look]
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANK = " \t\r\n"


class Surroundings:
    """What paragraphs of one document share: its styles, the text boxes met, a tally of what a reader is told of."""

    __slots__ = ("boxes", "styles", "tally")

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.boxes: list[etree._Element] = []
        self.tally: Counter[str] = Counter()


class Inline:
    """Collects the lines of one paragraph; `bookmark` is the first one that a person or a program named."""

    __slots__ = ("_fields", "_paragraph", "_surroundings", "_table", "bookmark", "lines")

    def __init__(self, surroundings: Surroundings, table: Style, paragraph: Style) -> None:
        self._surroundings = surroundings
        self._table = table
        self._paragraph = paragraph
        self._fields: list[bool] = []
        self.lines: list[list[Piece]] = [[]]
        self.bookmark: str | None = None

    def follow(self, before: Inline) -> None:
        """Go on where a paragraph with a deleted mark stopped."""
        before.lines[-1] += self.lines[0]
        before.lines += self.lines[1:]
        self.lines = before.lines

    def walk(self, parent: etree._Element) -> None:
        """Take in all children; an element that is not known is looked through, so that no text is lost."""
        for child in parent:
            tag = child.tag
            if tag == R:
                self._inside_run(child)
            else:
                act = self._BESIDE_RUNS.get(tag)
                if act is not None:
                    act(self, child)
                elif len(child) and isinstance(tag, str):
                    self.walk(child)

    def _inside_run(self, run: etree._Element, direct: Written = ()) -> None:
        for child in run:
            tag = child.tag
            if tag == T:
                self._text(child, direct)
            elif tag == RPR:
                direct = written(child)
            else:
                act = self._IN_RUNS.get(tag)
                if act is not None:
                    act(self, child, direct)

    def _add(self, text: str, direct: Written) -> None:
        if True in self._fields:
            return
        look = self._surroundings.styles.look(self._table, self._paragraph, direct)
        if look.hidden:
            self._surroundings.tally["hidden"] += 1
        else:
            self.lines[-1].append((text, look))

    def _text(self, element: etree._Element, direct: Written) -> None:
        text = element.text
        if not text:
            return
        if (text[0] in _BLANK or text[-1] in _BLANK) and element.get(_SPACE) != "preserve":
            text = text.strip(_BLANK)
        if text:
            self._add(text, direct)

    def _break(self, element: etree._Element, direct: Written) -> None:
        """A page or column break divides only where there is text before it."""
        if element.get(w("type")) in ("page", "column") and not any(
            text.strip() for text, _ in self.lines[-1]
        ):
            return
        if True not in self._fields:
            self.lines.append([])

    def _symbol(self, element: etree._Element, direct: Written) -> None:
        try:
            code = int(element.get(w("char"), ""), 16)
        except ValueError:
            return
        self._add(symbol(code, element.get(w("font"))), direct)

    def _field(self, element: etree._Element, direct: Written) -> None:
        """Between begin and separate (or end, for a field without a result) stands code, which nobody sees."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, element: etree._Element, direct: Written) -> None:
        self._surroundings.boxes.extend(box for box in boxes(element) if len(box))
        self._surroundings.tally["drawings"] += 1
        self._surroundings.tally["diagrams"] += has_diagram(element)

    def _choose(self, element: etree._Element) -> None:
        self.walk(chosen(element))

    def _choose_in_run(self, element: etree._Element, direct: Written) -> None:
        self._inside_run(chosen(element), direct)

    def _ruby(self, element: etree._Element, direct: Written) -> None:
        """The words; the reading aid above them (`rt`) is left out."""
        self.walk(element)

    def _tab(self, element: etree._Element, direct: Written) -> None:
        self._add("\t", direct)

    def _hyphen(self, element: etree._Element, direct: Written) -> None:
        self._add("-", direct)

    def _accept(self, element: etree._Element) -> None:
        self._surroundings.tally["revisions"] += 1
        self.walk(element)

    def _drop(self, element: etree._Element) -> None:
        self._surroundings.tally["revisions"] += 1

    def _object(self, element: etree._Element, direct: Written) -> None:
        self._surroundings.tally["objects"] += 1
        self._drawing(element, direct)

    def _maths(self, element: etree._Element) -> None:
        if element.text:
            self._add(element.text, ())

    def _bookmark(self, element: etree._Element) -> None:
        name = element.get(w("name"), "")
        if name and not name.startswith("_") and self.bookmark is None:
            self.bookmark = name

    def _embedded(self, element: etree._Element) -> None:
        self._surroundings.tally["chunks"] += 1

    def _nothing(self, element: etree._Element) -> None:
        """Settings: nothing that a reader sees."""

    _BESIDE_RUNS: ClassVar[dict[str, Callable[[Inline, etree._Element], None]]] = {
        INS: _accept,
        MOVE_TO: _accept,
        DEL: _drop,
        MOVE_FROM: _drop,
        ALTERNATE: _choose,
        MATHS_TEXT: _maths,
        w("bookmarkStart"): _bookmark,
        w("subDoc"): _embedded,
        PPR: _nothing,
        RPR: _nothing,
        SDT_PROPERTIES: _nothing,
        w("rt"): _nothing,
    }
    _IN_RUNS: ClassVar[dict[str, Callable[[Inline, etree._Element, Written], None]]] = {
        w("tab"): _tab,
        w("ptab"): _tab,
        w("br"): _break,
        w("cr"): _break,
        w("noBreakHyphen"): _hyphen,
        w("sym"): _symbol,
        w("fldChar"): _field,
        w("drawing"): _drawing,
        w("pict"): _drawing,
        w("object"): _object,
        w("ruby"): _ruby,
        ALTERNATE: _choose_in_run,
    }


def chosen(alternate: etree._Element) -> etree._Element:
    """The one branch to read of content that is written twice for newer and older programs."""
    for way in (CHOICE, FALLBACK):
        found = alternate.find(way)
        if found is not None:
            return found
    return etree.Element(FALLBACK)


def has_diagram(drawing: etree._Element) -> bool:
    """Whether it is a chart or a diagram, whose words stand in a part of their own."""
    return next(drawing.iter(CHART, DIAGRAM), None) is not None


def boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing in document order; those inside a text box are found when that one is read."""
    for child in drawing:
        if child.tag == BOX:
            yield child
        else:
            yield from boxes(chosen(child) if child.tag == ALTERNATE else child)
