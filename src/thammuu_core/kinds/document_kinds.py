"""Tên loại văn bản: the kinds of document, their abbreviations and the forms of symbol each may carry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from thammuu_core.text import fold
from thammuu_core.text.tables import rows, words


class Form(StrEnum):
    """How number and symbol are built; the form tells the regime a document belongs to."""

    ASSEMBLY = "assembly"
    """64/2025/QH15: Quốc hội and its Standing Committee."""
    QPPL = "qppl"
    """30/2020/NĐ-CP: legal normative documents carry the year."""
    ADMINISTRATIVE = "administrative"
    """145/KH-UBND."""
    LETTER = "letter"
    """7569/UBND-KT: công văn have no abbreviation of their kind."""
    PARTY = "party"
    """12-NQ/TW."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One kind. `code` is ours and unique; `abbreviation` is what symbols write and may be shared or empty."""

    code: str
    abbreviation: str
    name: str
    also: tuple[str, ...]
    """Other words for it: "Chương trình hành động" is a Chương trình."""
    forms: frozenset[Form]
    issuers: frozenset[str]
    """Kinds of body that alone may issue it; empty when any may."""
    source: str


@cache
def document_kinds() -> tuple[DocumentKind, ...]:
    """All kinds, those of Phụ lục III first.

    Legal source: NĐ 30/2020/NĐ-CP, Điều 7 and Phụ lục III; Luật 64/2025/QH15, Điều 4.
    """
    return tuple(
        DocumentKind(
            row["code"],
            row["abbreviation"],
            row["name"],
            words(row["also"]),
            frozenset(map(Form, words(row["forms"]))),
            frozenset(words(row["issuers"])),
            row["source"],
        )
        for row in rows("thammuu_core.kinds", "kinds.tsv")
    )


def kind_by_code(code: str) -> DocumentKind | None:
    """The kind with that code of ours."""
    return next((kind for kind in document_kinds() if kind.code == code), None)


def kind_by_name(name: str) -> DocumentKind | None:
    """The kind whose name or other word this is, whatever its case and tone placement; "Quy định" is QyĐ.

    >>> kind_by_name("KẾ HOẠCH").code
    'KH'
    """
    return _by_name().get(fold(name))


def kind_by_abbreviation(abbreviation: str, form: Form | None = None) -> DocumentKind | None:
    """The kind that a symbol's abbreviation stands for; the first in the table that may have the form.

    The Party writes QĐ for both Quyết định and Quy định: only the word before the number tells them apart.
    """
    sharing = kinds_sharing(abbreviation)
    fitting = [kind for kind in sharing if form is None or form in kind.forms]
    return next(iter((*fitting, *sharing)), None)


def kinds_sharing(abbreviation: str) -> tuple[DocumentKind, ...]:
    """Every kind that symbols write with that abbreviation."""
    return _by_abbreviation().get(abbreviation, ())


@cache
def kind_names() -> tuple[str, ...]:
    """Every name of every kind, longest first: the order in which a pattern must try them."""
    names = {name for kind in document_kinds() for name in (kind.name, *kind.also)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _by_name() -> dict[str, DocumentKind]:
    found: dict[str, DocumentKind] = {}
    for kind in document_kinds():
        for name in (kind.name, *kind.also):
            found.setdefault(fold(name), kind)
    return found


@cache
def _by_abbreviation() -> dict[str, tuple[DocumentKind, ...]]:
    found: dict[str, tuple[DocumentKind, ...]] = {}
    for kind in document_kinds():
        if kind.abbreviation:
            found[kind.abbreviation] = (*found.get(kind.abbreviation, ()), kind)
    return found
