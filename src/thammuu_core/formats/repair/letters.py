"""Size, weight, slant, capitals, place in the middle."""

from __future__ import annotations

from lxml import etree

from thammuu_core.formats.mends import Letters
from thammuu_core.formats.repair.places import paragraph_of, runs_of
from thammuu_core.wordml.archive import Archive
from thammuu_core.wordml.names import w
from thammuu_core.wordml.order import of_paragraph, of_run, put


def mend_letters(archive: Archive, mend: Letters) -> None:
    """Make the letters look as they must, as far as their runs can be told."""
    for spot in mend.spots:
        for run, size in runs_of(archive, spot):
            _dress(of_run(run), mend, size)
        if mend.centred and spot.paragraph.align != "center":
            _centre(paragraph_of(archive, spot))


def _dress(properties: etree._Element, mend: Letters, size: float | None) -> None:
    for names, wanted in ((("b", "bCs"), mend.bold), (("i", "iCs"), mend.italic)):
        if wanted is not None:
            for name in names:
                put(properties, name, "1" if wanted else "0")
    if mend.capitals is True:
        put(properties, "caps", "1")
    if mend.sizes:
        nearest = min(max(size or mend.sizes[0], mend.sizes[0]), mend.sizes[1])
        for name in ("sz", "szCs"):
            put(properties, name, f"{round(nearest * 2)}")


def _centre(paragraph: etree._Element | None) -> None:
    if paragraph is None:
        return
    properties = of_paragraph(paragraph)
    put(properties, "jc", "center")
    indent = put(properties, "ind")
    indent.attrib.clear()
    indent.set(w("left"), "0")
    indent.set(w("firstLine"), "0")
