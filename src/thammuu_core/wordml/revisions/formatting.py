"""Changes that touch no words: counted by author, never opinions."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from thammuu_core.wordml.names import w
from thammuu_core.wordml.revisions.hands import AUTHOR

_CHANGES = tuple(
    w(name)
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange",
        "tcPrChange", "numberingChange", "cellMerge",
    )
)  # fmt: skip


def formatting(root: etree._Element) -> Counter[str]:
    """Changes of formatting in a part, by author."""
    return Counter([change.get(AUTHOR, "") for change in root.iter(*_CHANGES)])
