"""The names of WordprocessingML as lxml spells them, so that no other module writes a namespace."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


def w(name: str) -> str:
    """The name of an element or attribute of the word namespace: `w("p")`."""
    return f"{{{WORD}}}{name}"


VAL = w("val")
P, PPR, R, RPR, T = w("p"), w("pPr"), w("r"), w("rPr"), w("t")
TBL, TR, TC = w("tbl"), w("tr"), w("tc")
SDT, SDT_PROPERTIES, SDT_CONTENT = w("sdt"), w("sdtPr"), w("sdtContent")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
BOX = w("txbxContent")
ALTERNATE, CHOICE, FALLBACK = (
    f"{{{COMPATIBILITY}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)
PARA_ID = f"{{{WORD_2010}}}paraId"
LINK_ID = f"{{{LINKS}}}id"
CHART = f"{{{DRAWING.rpartition('/')[0]}/chart}}chart"
DIAGRAM = f"{{{DRAWING.rpartition('/')[0]}/diagram}}relIds"
MATHS_TEXT = f"{{{MATHS}}}t"

OFF = frozenset(("0", "false", "off", "none"))
"""Written values of an on/off property that mean off; a property without a value is on."""
