"""What a symbol gives away: a year that is not the date's, a form its kind or issuer cannot have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from thammuu_core.errors import Problem, Severity
from thammuu_core.kinds.bodies import Body, BodyKind, bodies_by_code
from thammuu_core.kinds.document_kinds import (
    DocumentKind,
    Form,
    kind_by_abbreviation,
    kind_by_name,
    kinds_sharing,
)
from thammuu_core.kinds.symbols import Symbol, normal_symbol, parse_symbol
from thammuu_core.text.tables import rows

_YEAR_IN_NUMBERS = date(1997, 1, 1)
_MAY_LEGISLATE = frozenset(BodyKind) - {BodyKind.DEPARTMENT, BodyKind.PARTY}
_DATED_BODIES = frozenset({BodyKind.MINISTRY, BodyKind.AGENCY, BodyKind.GOVERNMENT})


def symbol_problems(
    written: str, kind_name: str | None = None, on: date | None = None
) -> tuple[Problem, ...]:
    """Everything about a number and symbol that its own letters, the kind named and the date cited contradict.

    Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3; Luật 64/2025/QH15, Điều 4; NĐ 78/2025/NĐ-CP.
    """
    symbol = parse_symbol(written, kind_name)
    if symbol is None:
        return ()
    shown = normal_symbol(written)
    return tuple(
        Problem(code, Severity.WARNING, f"{shown}: {message}")
        for code, message in (
            *_about_the_year(symbol, on),
            *_about_the_word(symbol, kind_name),
            *_about_the_form(symbol, on),
            *_about_the_issuer(symbol, on),
        )
    )


def _about_the_year(symbol: Symbol, on: date | None) -> Iterator[tuple[str, str]]:
    if symbol.year and on and on.year != symbol.year:
        yield (
            "kinds.symbol_year",
            f"số ghi năm {symbol.year} nhưng ngày ghi năm {on.year}; kiểm tra lại số hoặc ngày.",
        )
    year = symbol.year or (on.year if on else None)
    term = _terms().get(symbol.term or 0) if symbol.issuers[:1] in (("QH",), ("UBTVQH",)) else None
    if term and year and not term[0] <= year <= term[1]:
        yield (
            "kinds.symbol_term",
            f"Quốc hội khóa {symbol.term} hoạt động {term[0]}–{term[1]}, không ban hành văn bản năm {year}.",
        )


def _about_the_word(symbol: Symbol, kind_name: str | None) -> Iterator[tuple[str, str]]:
    said = kind_by_name(kind_name) if kind_name else None
    if said is None or Form.LETTER in said.forms:
        return
    written = kinds_sharing(symbol.kind) if symbol.kind else ()
    if written and not any(_one_word(said.name, kind.name) for kind in written):
        yield (
            "kinds.symbol_word",
            f"chữ trước số là “{said.name}” nhưng {symbol.kind} là chữ viết tắt của {written[0].name}; kiểm tra lại.",
        )
    if symbol.form is Form.ASSEMBLY and Form.ASSEMBLY not in said.forms:
        yield "kinds.symbol_word", f"{said.name} không mang số, ký hiệu của Quốc hội; kiểm tra lại tên loại."


def _one_word(said: str, written: str) -> bool:
    """A Thông tư liên tịch is often cited as Thông tư."""
    return said.startswith(written) or written.startswith(said)


def _about_the_form(symbol: Symbol, on: date | None) -> Iterator[tuple[str, str]]:
    """Bodies that the table does not know, companies above all, number as they please."""
    kind = _kind(symbol)
    if kind is None or symbol.form in kind.forms or not any(map(bodies_by_code, symbol.issuers)):
        return
    if symbol.form is Form.ADMINISTRATIVE and Form.QPPL in kind.forms:
        if on is None or on >= _YEAR_IN_NUMBERS:
            yield (
                "kinds.symbol_form",
                f"{kind.name} phải có năm trong số (số/năm/{symbol.kind}-…); bổ sung năm.",
            )
    elif symbol.form is Form.QPPL:
        yield (
            "kinds.symbol_form",
            f"{kind.name} là văn bản hành chính, số không ghi năm; kiểm tra lại số hoặc tên loại.",
        )
    else:
        yield "kinds.symbol_form", f"{kind.name} không có dạng ký hiệu này; kiểm tra lại số, ký hiệu."


def _about_the_issuer(symbol: Symbol, on: date | None) -> Iterator[tuple[str, str]]:
    kind = _kind(symbol)
    for code in symbol.issuers if symbol.form is not Form.PARTY else ():
        bodies = bodies_by_code(code)
        if bodies and kind and not any(_may_issue(body, kind) for body in bodies):
            yield "kinds.symbol_issuer", f"{bodies[0].name} không ban hành {kind.name}; kiểm tra lại ký hiệu."
        if bodies and symbol.form is Form.QPPL and not any(body.kind in _MAY_LEGISLATE for body in bodies):
            yield (
                "kinds.symbol_issuer",
                f"{bodies[0].name} không ban hành văn bản quy phạm pháp luật nên số không ghi năm; kiểm tra lại.",
            )
        yield from _about_the_days(bodies, symbol, on)


def _about_the_days(bodies: tuple[Body, ...], symbol: Symbol, on: date | None) -> Iterator[tuple[str, str]]:
    """Local bodies are left out: each province has its own days."""
    if not bodies or any(body.kind not in _DATED_BODIES for body in bodies):
        return
    days = (on,) if on else (date(symbol.year, 1, 1), date(symbol.year, 12, 31)) if symbol.year else ()
    if days and not any(body.exists(day) for body in bodies for day in days):
        life = _life(bodies[0])
        yield "kinds.issuer_then", f"{bodies[0].name} {life}; kiểm tra lại ngày hoặc cơ quan ban hành."


def _life(body: Body) -> str:
    if body.until:
        return f"không còn từ ngày {body.until:%d/%m/%Y}" + (f" (nay là {body.into})" if body.into else "")
    return f"có từ ngày {body.since:%d/%m/%Y}"


def _kind(symbol: Symbol) -> DocumentKind | None:
    return kind_by_abbreviation(symbol.kind, symbol.form) if symbol.kind else None


def _may_issue(body: Body, kind: DocumentKind) -> bool:
    return kind.code not in body.never and (not kind.issuers or body.kind in kind.issuers)


@cache
def _terms() -> dict[int, tuple[int, int]]:
    """First and last year of each khóa of Quốc hội."""
    table = rows("thammuu_core.kinds", "assemblies.tsv")
    return {int(row["term"]): (int(row["first"]), int(row["last"])) for row in table}
