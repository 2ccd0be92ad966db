"""Số, ký hiệu: a document's number and symbol, in its normal form and in its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thammuu_core.kinds.bodies import BodyKind, bodies_by_code
from thammuu_core.kinds.document_kinds import Form, kind_by_abbreviation, kind_by_name
from thammuu_core.text import plain

_JOINED = frozenset({"TTLT", "NQLT", "KHLT", "HDLT", "KHPH", "CTPH", "QCPH", "KH", "TB", "BC"})
"""Kinds that several bodies issue together: their codes follow one another."""
_NUMBER = r"(?P<number>\d{1,6}(?:\.\d{1,4})?[A-Za-zđ]{0,2})"
_SEGMENTS = r"(?P<segments>[^\W\d_][^\W_]*(?:[&.][^\W_]+)*(?:-[^\W_]+(?:[&.][^\W_]+)*){0,5})"
_PARTY = re.compile(rf"(?:{_NUMBER})?-(?P<kind>[A-ZĐ][A-Za-zĐ]{{0,4}})/{_SEGMENTS}")
_STATE = re.compile(rf"(?:{_NUMBER})?/?(?:(?P<year>(?:19|20)\d\d)/)?{_SEGMENTS}")
_TERM = re.compile(r"(QH|UBTVQH|HĐNN|HĐND)(\d{1,2})")
_SPACED = re.compile(r" ?([-/&]) ?")


@dataclass(frozen=True, slots=True)
class Symbol:
    """The parts of a number and symbol; what is not written stands as None.

    >>> parse_symbol("01/2011/TTLT-VPCP-BNV").issuers
    ('VPCP', 'BNV')
    """

    form: Form
    number: str | None
    """"1322", "66.18", "12a"; None when left blank."""
    year: int | None
    kind: str | None
    """Abbreviation of the kind, None for a letter and for laws."""
    issuers: tuple[str, ...]
    """Codes without the term number; several when bodies issue together; empty in "01/QĐ"."""
    unit: str | None = None
    """Who drafted it or its field: KGVX in 12729/VPCP-KGVX."""
    term: int | None = None
    """Khóa: 15 in QH15."""


def normal_symbol(written: str) -> str:
    """The symbol as it ought to be written: no spaces, plain hyphens, Đ for eth, TTg; a lost hyphen put back.

    >>> normal_symbol("1199 / QĐ – UBND"), normal_symbol("30/2020/NĐCP"), normal_symbol("36/QÐ-TTG.")
    ('1199/QĐ-UBND', '30/2020/NĐ-CP', '36/QĐ-TTg')
    """
    tight = _SPACED.sub(r"\1", " ".join(plain(written).split())).strip(" .,;:")
    cased = re.sub(r"\bTT[gG]\b|\bTtg\b", "TTg", re.sub(r"\bTTR-", "TTr-", tight))
    head, slash, tail = cased.rpartition("/")
    return head + slash + _with_hyphen(tail)


def parse_symbol(written: str, kind_name: str | None = None) -> Symbol | None:
    """The parts of a number and symbol, a blank number allowed ("/KH-KHCN"); None when it is not one.

    The word printed before the number, when given, decides what the letters leave open: "CT" in 123/CT-TTHT is a
    tax department when the word is Công văn, and a Chỉ thị when that is the word.
    """
    symbol = normal_symbol(written)
    if match := _PARTY.fullmatch(symbol):
        codes = tuple(match["segments"].split("-"))
        return Symbol(
            Form.PARTY, match["number"], None, match["kind"], codes[:1], "-".join(codes[1:]) or None
        )
    match = _STATE.fullmatch(symbol)
    if match is None or not (
        match["number"] or symbol.startswith("/") or kind_by_abbreviation(match["segments"].split("-")[0])
    ):
        return None
    year = int(match["year"]) if match["year"] else None
    return _of_the_state(match["number"], year, match["segments"].split("-"), kind_name)


def _of_the_state(number: str | None, year: int | None, segments: list[str], kind_name: str | None) -> Symbol:
    segments, term = _without_term(segments)
    if year and segments[0] in ("QH", "UBTVQH"):
        return Symbol(Form.ASSEMBLY, number, year, None, tuple(segments[:1]), None, term)
    if _names_a_kind(segments, kind_name):
        issuers, unit = _issuers_and_unit(segments[0], segments[1:])
        form = Form.QPPL if year else Form.ADMINISTRATIVE
        return Symbol(form, number, year, segments[0], issuers, unit, term)
    return Symbol(Form.LETTER, number, year, None, tuple(segments[:1]), "-".join(segments[1:]) or None, term)


def _names_a_kind(segments: list[str], kind_name: str | None) -> bool:
    """Whether the first segment is the kind, rather than the issuer of a letter."""
    if kind_by_abbreviation(segments[0]) is None:
        return False
    if kind_name and (said := kind_by_name(kind_name)) is not None:
        return said.abbreviation == segments[0] or Form.LETTER not in said.forms
    if len(segments) > 1 and bodies_by_code(segments[1]):
        return True
    return not bodies_by_code(segments[0])


def _issuers_and_unit(kind: str, codes: list[str]) -> tuple[tuple[str, ...], str | None]:
    joint = 1
    while kind in _JOINED and joint < len(codes) and _may_join(kind, codes[joint]):
        joint += 1
    return tuple(codes[:joint]), "-".join(codes[joint:]) or None


def _may_join(kind: str, code: str) -> bool:
    """In a joint kind every code is an issuer; elsewhere only a ministry's, since units may look like a sở's."""
    return kind.endswith("LT") or any(body.kind is BodyKind.MINISTRY for body in bodies_by_code(code))


def _without_term(segments: list[str]) -> tuple[list[str], int | None]:
    for position, segment in enumerate(segments):
        if match := _TERM.fullmatch(segment):
            return [*segments[:position], match[1], *segments[position + 1 :]], int(match[2])
    return segments, None


def _with_hyphen(tail: str) -> str:
    """NĐCP is NĐ-CP: a kind run together with a known issuer, when the whole is not itself an issuer."""
    if "-" in tail or bodies_by_code(tail):
        return tail
    for length in (2, 3, 4):
        kind, issuer = tail[:length], tail[length:]
        if kind_by_abbreviation(kind) and len(issuer) >= 2 and bodies_by_code(issuer):
            return f"{kind}-{issuer}"
    return tail
