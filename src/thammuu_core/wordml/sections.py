"""Sections of a document: paper, margins, headers and footers, and where the number of the page is printed.

A section without a header of a kind shows that of the section before. Source: ECMA-376 part 1, 17.6 and 17.10.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from thammuu_core.papers import PageField, SectionForm
from thammuu_core.wordml.looks import written
from thammuu_core.wordml.names import LINK_ID, OFF, PPR, RPR, VAL, P, R, T, w
from thammuu_core.wordml.styles import ALIGNMENTS, PLAIN, Styles
from thammuu_core.wordml.units import millimetres, points

_SECTION = w("sectPr")
_SIMPLE, _CODE, _NUMBER, _TAB = w("fldSimple"), w("instrText"), w("pgNum"), w("tab")
_PAGE = re.compile(r"(?<![A-Z])PAGE(?![A-Z])", re.IGNORECASE)
_WHERE = ("header", "footer")
_A4_ACROSS = 160.0
"""Millimetres of text on a page whose section says nothing."""


@dataclass(slots=True)
class Margin:
    """One header or footer as found: the name of its story and its root element."""

    story: str
    root: etree._Element


@dataclass(slots=True)
class Sections:
    """The sections of a body, told by their `w:sectPr` in order; `ends` says at which block each of them is over."""

    elements: list[etree._Element]
    ends: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, body: etree._Element) -> Sections:
        """Those of the paragraphs directly in the text, then the one that closes the body."""
        inside = [
            element
            for element in body.iter(_SECTION)
            if (parent := element.getparent()) is not None and parent.tag in (PPR, body.tag)
        ]
        return cls(inside)

    def end(self, paragraph: etree._Element, block: int) -> None:
        """Note that a paragraph was read, and how many blocks there are by now."""
        if len(paragraph) and paragraph[0].tag == PPR and paragraph[0].find(_SECTION) is not None:
            self.ends.append(block)

    def text_width(self) -> float:
        """Millimetres between the margins of the section now read."""
        if not self.elements:
            return _A4_ACROSS
        form = _measured(self.elements[min(len(self.ends), len(self.elements) - 1)])
        return max(0.0, form["width"] - form["left"] - form["right"])

    def forms(self, margins: dict[str, Margin], styles: Styles, *, even: bool) -> tuple[SectionForm, ...]:
        """What each of them shows; `margins` by the id of their link."""
        found: list[SectionForm] = []
        shown: dict[str, dict[str, Margin]] = {where: {} for where in _WHERE}
        starts = (0, *self.ends, *[self.ends[-1] if self.ends else 0] * len(self.elements))
        for element, start in zip(self.elements, starts, strict=False):
            for where in _WHERE:
                shown[where] = shown[where] | dict(_referred(element, where, margins))
            found.append(_form(element, start, shown, styles, even=even))
        return tuple(found)


def _form(
    element: etree._Element, start: int, shown: dict[str, dict[str, Margin]], styles: Styles, *, even: bool
) -> SectionForm:
    title = is_on(element.find(w("titlePg")))
    kinds = {"default", *(["first"] if title else []), *(["even"] if even else [])}
    numbers = element.find(w("pgNumType"))
    return SectionForm(
        start,
        **_measured(element),
        landscape=_is_landscape(element),
        title_page=title,
        first_page=None if numbers is None else _whole(numbers.get(w("start"))),
        number_form=None if numbers is None else numbers.get(w("fmt")),
        headers={kind: margin.story for kind, margin in shown["header"].items()},
        footers={kind: margin.story for kind, margin in shown["footer"].items()},
        page_fields=tuple(
            number
            for where in _WHERE
            for kind, margin in sorted(shown[where].items())
            if kind in kinds
            for number in _page_fields(where, kind, margin.root, styles)
        ),
    )


def _measured(element: etree._Element) -> dict[str, float]:
    size, margins = element.find(w("pgSz")), element.find(w("pgMar"))

    def measure(of: etree._Element | None, name: str) -> float:
        return abs(millimetres(None if of is None else of.get(w(name))) or 0.0)

    found = {side: measure(margins, side) for side in ("top", "bottom", "left", "right", "header", "footer")}
    found["left"] = round(found["left"] + measure(margins, "gutter"), 2)
    return found | {"width": measure(size, "w"), "height": measure(size, "h")}


def _is_landscape(element: etree._Element) -> bool:
    size = _measured(element)
    return size["width"] > size["height"] > 0


def _referred(
    element: etree._Element, where: str, margins: dict[str, Margin]
) -> Iterator[tuple[str, Margin]]:
    for reference in element.iterfind(w(f"{where}Reference")):
        margin = margins.get(reference.get(LINK_ID, ""))
        if margin is not None:
            yield reference.get(w("type"), "default"), margin


def _page_fields(where: str, kind: str, root: etree._Element, styles: Styles) -> Iterator[PageField]:
    for paragraph in root.iter(P):
        at = _place_of_number(paragraph)
        if at is None:
            continue
        style = styles.paragraph(_value(paragraph, "pStyle"))
        properties = _look_of_number(paragraph, at)
        look = styles.look(PLAIN, style, () if properties is None else written(properties))
        yield PageField(where, kind, _align(paragraph, at, styles), look.size, look.bold, look.italic)


def _place_of_number(paragraph: etree._Element) -> etree._Element | None:
    """The run or the field that prints the number of the page; those of a text box belong to its own paragraphs."""
    code = ""
    for element in paragraph.iter(_SIMPLE, _CODE, _NUMBER):
        if next(element.iterancestors(P), None) is not paragraph:
            continue
        code = element.get(w("instr"), "") if element.tag == _SIMPLE else code + (element.text or "")
        if element.tag == _NUMBER or _PAGE.search(code):
            return element if element.tag == _SIMPLE else element.getparent()
    return None


def _look_of_number(paragraph: etree._Element, at: etree._Element) -> etree._Element | None:
    """The settings of the run that asks for the number, else of the run that shows it."""
    own = at.find(RPR) if at.tag == R else None
    if own is not None:
        return own
    shown = (run for run in paragraph.iter(R) if run.find(T) is not None and run.find(RPR) is not None)
    found = next(shown, None)
    return None if found is None else found.find(RPR)


def _align(paragraph: etree._Element, at: etree._Element, styles: Styles) -> str | None:
    """Where across the page the number stands: by its frame, its box, a tab before it, else its paragraph."""
    frame = paragraph.find(f"{PPR}/{w('framePr')}")
    if frame is not None and frame.get(w("xAlign")):
        return ALIGNMENTS.get(frame.get(w("xAlign"), ""))
    box = _box_align(paragraph)
    if box is not None:
        return box
    style = styles.paragraph(_value(paragraph, "pStyle"))
    align = ALIGNMENTS.get(_value(paragraph, "jc") or "") or style.align or "left"
    tabs = _tabs_before(paragraph, at)
    if align in ("left", "both") and tabs:
        stops = _stops([*styles.chain(style.id), paragraph])
        return stops[tabs - 1] if tabs <= len(stops) else None
    return "left" if align == "both" else align


def _box_align(paragraph: etree._Element) -> str | None:
    """The place of the text box or the picture around a paragraph, where the file says it in a word."""
    for around in paragraph.iterancestors():
        if str(around.tag).endswith("}anchor"):
            for align in around.iterfind("{*}positionH/{*}align"):
                return ALIGNMENTS.get((align.text or "").strip())
    return None


def _tabs_before(paragraph: etree._Element, at: etree._Element) -> int:
    tabs = 0
    for element in paragraph.iter():
        if element is at:
            break
        parent = element.getparent()
        tabs += element.tag == _TAB and parent is not None and parent.tag == R
    return tabs


def _stops(layers: Iterable[etree._Element]) -> list[str]:
    """Kinds of the tab stops, from left to right; the nearest layer first."""
    found: dict[float, str] = {}
    for layer in layers:
        for tab in layer.iterfind(f"{PPR}/{w('tabs')}/{_TAB}"):
            place = points(tab.get(w("pos")))
            if place is not None:
                found.setdefault(place, tab.get(VAL, "left"))
    kinds = [kind for _, kind in sorted(found.items()) if kind != "clear"]
    return [ALIGNMENTS.get(kind, "left") for kind in kinds]


def _value(paragraph: etree._Element, name: str) -> str | None:
    found = paragraph.find(f"{PPR}/{w(name)}")
    return None if found is None else found.get(VAL)


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that is on when it stands there does."""
    return element is not None and element.get(VAL) not in OFF


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,6}", text) else None
