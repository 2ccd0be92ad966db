"""Properties put where the schema wants them: Word calls a file damaged in which they stand otherwise.

Source: ECMA-376 part 1, 17.3.1.26 (CT_PPr), 17.3.2.28 (CT_RPr), 17.6.17 (CT_SectPr), 17.4.81 (CT_TrPr).
"""

from __future__ import annotations

from lxml import etree

from thammuu_core.wordml.names import PPR, RPR, VAL, w

_ORDERS = {
    PPR: (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    RPR: (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    w("sectPr"): (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
        "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    w(
        "trPr"
    ): "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del trPrChange",
}
_PLACES = {
    parent: {w(name): place for place, name in enumerate(names.split())} for parent, names in _ORDERS.items()
}


def put(properties: etree._Element, name: str, value: str | None = None) -> etree._Element:
    """The property of that name, new or the one that stands there, with its value set; other attributes stay."""
    found = properties.find(w(name))
    if found is None:
        places = _PLACES[properties.tag]
        own = places[w(name)]
        after = sum(places.get(child.tag, len(places)) < own for child in properties)
        found = etree.SubElement(properties, w(name))
        properties.insert(after, found)
    if value is not None:
        found.set(VAL, value)
    return found


def drop(setting: etree._Element, *names: str) -> None:
    """Attributes by which the setting would say something else."""
    for name in names:
        if w(name) in setting.attrib:
            del setting.attrib[w(name)]


def of_paragraph(paragraph: etree._Element) -> etree._Element:
    """The `w:pPr` of a paragraph, made where there is none."""
    return _first(paragraph, PPR)


def of_run(run: etree._Element) -> etree._Element:
    """The `w:rPr` of a run, made where there is none."""
    return _first(run, RPR)


def _first(parent: etree._Element, tag: str) -> etree._Element:
    found = parent.find(tag)
    if found is None:
        found = etree.Element(tag)
        parent.insert(0, found)
    return found
