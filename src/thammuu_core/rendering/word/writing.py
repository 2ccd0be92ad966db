"""The whole Word file: the document, its annexes and what it issues, each counted and paged from one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from thammuu_core.rendering.columns import TWIPS
from thammuu_core.rendering.counting import ORDER
from thammuu_core.rendering.lines import annex_label, guidance
from thammuu_core.rendering.measures import sizes, text_width
from thammuu_core.rendering.model import Annex, Basis, Block, Document, Level, Provision, Section
from thammuu_core.rendering.normal import normalised, texts
from thammuu_core.rendering.widths import width
from thammuu_core.rendering.word import frame, names
from thammuu_core.rendering.word.blocks import Body, Place, paragraph
from thammuu_core.rendering.word.numbering import Numbering
from thammuu_core.rendering.word.package import package
from thammuu_core.rendering.word.properties import core, custom
from thammuu_core.rendering.word.styles import styles
from thammuu_core.rendering.word.xml import element, root, run, value

_FIELD = ("begin", "separate", "end")


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is paged by itself: the document, an annex, what it issues."""

    begin: Callable[[float], str]
    """Its head, for so many millimetres between the margins."""
    sections: tuple[Section, ...]
    end: Callable[[float], str]
    """What stands after its body."""
    ends: bool


def to_docx(document: Document) -> bytes:
    """The document as a Word file (.docx); the same document gives the same bytes. Raises Unwritable."""
    kept = normalised(document)
    measures = _measures(sizes(small=kept.small))
    numbering = Numbering()
    titles = _titles(kept)
    body = Body(numbering, {level: place for place, level in enumerate(titles, 1)})
    written = "".join(_units(kept, body, numbering, measures))
    parts = {
        "document": root("document", element("body", written)),
        "styles": styles(titles, measures),
        "numbering": numbering.part(),
        "header1": root("hdr", _page_number()),
    }
    return package(parts, core(kept), custom(kept))


def _measures(measures: dict[str, float]) -> dict[str, float]:
    """With those that hang on the others."""
    return measures | {
        "thin": 2.0,
        "head_left_width": text_width(measures, landscape=False) * measures["head_left"],
        "addressees_left": width("Kính gửi: ", measures["body"]),
    }


def _titles(document: Document) -> list[Level]:
    """The kinds of provisions that are titles somewhere in the document, outermost first."""
    found = {block.level for block in texts(document) if isinstance(block, Provision) and block.title}
    return [level for level in ORDER if level in found]


def _units(document: Document, body: Body, numbering: Numbering, measures: dict[str, float]) -> Iterator[str]:
    units = list(_all_units(document, measures))
    for place, unit in enumerate(units):
        if place:
            numbering.restart()
        yield from _unit(unit, body, measures, last=place == len(units) - 1)


def _all_units(document: Document, measures: dict[str, float], kept: str = "") -> Iterator[_Unit]:
    def begin(room: float) -> str:
        return (
            frame.letterhead(document, measures, room)
            + frame.title(document, measures, room, kept)
            + frame.addressees(document)
        )

    yield _Unit(begin, document.sections, lambda room: frame.closing(document, room), document.ends)
    told = guidance(document)
    for place, annex in enumerate(document.annexes, 1):
        yield _annex(annex, annex_label(place, len(document.annexes)), told, measures)
    if document.attached:
        yield from _all_units(document.attached, measures, told)


def _annex(annex: Annex, label: str, told: str, measures: dict[str, float]) -> _Unit:
    def begin(room: float) -> str:
        return frame.annex_title(label, annex.title, told, measures, room)

    return _Unit(begin, annex.sections, lambda _: "", annex.ends)


def _unit(unit: _Unit, body: Body, measures: dict[str, float], *, last: bool) -> Iterator[str]:
    sections = unit.sections or (Section(()),)
    for place, section in enumerate(sections):
        room = text_width(measures, landscape=section.landscape)
        final = place == len(sections) - 1
        if not place:
            yield unit.begin(room)
        after = unit.end(room) if final else ""
        page = _page(section, measures, first=not place)
        own = page if not after and not (final and last) else ""
        yield from _blocks(section.blocks, body, own, ends=unit.ends and final, signed=bool(after))
        yield after
        if after or not section.blocks:
            yield paragraph(names.BREAK, "", Place(section="" if final and last else page))
        if final and last:
            yield page


def _blocks(blocks: Sequence[Block], body: Body, page: str, *, ends: bool, signed: bool) -> Iterator[str]:
    for place, block in enumerate(blocks):
        final = place == len(blocks) - 1
        following = None if final else blocks[place + 1]
        yield body.block(
            block,
            Place(
                last_basis=not isinstance(following, Basis),
                ends=ends and final,
                with_next=signed and final,
                section=page if final else "",
            ),
        )


def _page(section: Section, measures: dict[str, float], *, first: bool) -> str:
    """The properties of a section; the `first` of a unit counts its pages from one and hides that number."""
    sides = [round(measures[side] * TWIPS) for side in ("page_width", "page_height")]
    wide, high = reversed(sides) if section.landscape else sides
    turned = {"orient": "landscape"} if section.landscape else {}
    edges = {side: round(measures[f"margin_{side}"] * TWIPS) for side in ("top", "right", "bottom", "left")}
    middle = round(measures["margin_top"] / 2 * TWIPS)
    return element(
        "sectPr",
        '<w:headerReference w:type="default" r:id="header1"/>',
        value("type", "nextPage"),
        element("pgSz", w=wide, h=high, **turned),
        element("pgMar", **edges, header=middle, footer=middle, gutter=0),
        element("pgNumType", start=1) if first else "",
        "<w:titlePg/>" if first else "",
    )


def _page_number() -> str:
    """The field that Word fills with the page's number."""
    begin, separate, end = (f"<w:r>{element('fldChar', fldCharType=kind)}</w:r>" for kind in _FIELD)
    code = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    return paragraph("header", begin + code + separate + run("2") + end)
