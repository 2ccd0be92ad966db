"""Characters of text in a part, counted without the walk: nothing that it passes over is hidden from here."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from thammuu_core.wordml.inline import chosen
from thammuu_core.wordml.names import ALTERNATE, CHOICE, FALLBACK, MATHS_TEXT, T, w
from thammuu_core.wordml.revisions.hands import AUTHOR

_DELETED_TEXT = w("delText")
_CHANGES = tuple(
    w(name)
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange",
        "tcPrChange", "numberingChange", "cellMerge",
    )
)  # fmt: skip
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def characters(root: etree._Element) -> int:
    """Characters of all text elements of a part, what only older programs read left out."""
    total = _of(root)
    excluded: list[etree._Element] = []
    for alternate in root.iter(ALTERNATE):
        used = chosen(alternate)
        unused = [branch for branch in alternate.iterchildren(CHOICE, FALLBACK) if branch is not used]
        excluded += [branch for branch in unused if not _inside(branch, excluded)]
    separators = [note for note in root if note.get(w("type")) in _SEPARATORS]
    return total - sum(map(_of, (*excluded, *separators)))


def formatting(root: etree._Element) -> Counter[str]:
    """Changes that touch no words, by author."""
    return Counter([change.get(AUTHOR, "") for change in root.iter(*_CHANGES)])


def _of(element: etree._Element) -> int:
    return sum([len(text.text or "") for text in element.iter(T, _DELETED_TEXT, MATHS_TEXT)])


def _inside(element: etree._Element, others: list[etree._Element]) -> bool:
    return any(ancestor in others for ancestor in element.iterancestors(CHOICE, FALLBACK))
