"""The formal elements of a document: kind, issuer, number, date, subject, addressees, recipients, signer.

Legal source: Nghị định 30/2020/NĐ-CP, Điều 8.
"""

from __future__ import annotations

from collections.abc import Sequence

from thammuu_core.kinds import DocumentKind, Form, kind_by_abbreviation, kind_by_code, parse_symbol
from thammuu_core.outline import kind_and_subject, kind_title
from thammuu_core.plans.header.blocks import cells
from thammuu_core.plans.header.issuer import inferred_issuer, stated_issuer
from thammuu_core.plans.header.letterhead import read_letterhead
from thammuu_core.plans.header.recipients import read_addressees, read_recipients
from thammuu_core.plans.header.signer import read_signer
from thammuu_core.plans.model import Header, Number
from thammuu_core.provisions import Level, Outline, Provision
from thammuu_core.text import fold_keep


def read_header(outline: Outline) -> Header:
    """Read the front and the back of a document; what is not written stands as None."""
    above, kind, subject = _front(outline.front)
    letterhead = read_letterhead(cells(above))
    texts = tuple(node.text for node in outline.walk() if node.text)
    place = letterhead.date.place if letterhead.date else None
    kind = kind or _kind_of(letterhead.number, bool(letterhead.about))
    return Header(
        kind_code=kind.code if kind else None,
        kind_name=kind.name if kind else None,
        issuer=stated_issuer(letterhead.agency) or inferred_issuer(letterhead.number, place, texts),
        number=letterhead.number,
        date=letterhead.date,
        title=subject or letterhead.about,
        recipients=read_recipients(outline.back),
        signer=read_signer(outline.back),
        addressees=read_addressees(outline.front),
    )


def _front(front: Sequence[Provision]) -> tuple[list[Provision], DocumentKind | None, str | None]:
    """What stands above the kind, the kind, and the subject under it."""
    texts = [node.text if node.level is Level.TEXT else "" for node in front]
    for place, node in enumerate(front):
        if found := kind_title(texts[place : place + 2]):
            kind, taken, rest = found
            return list(front[:place]), kind, _subject([rest, *texts[place + taken :]])
        if found := kind_title(_last_line(node)):
            return list(front[: place + 1]), found[0], _subject(texts[place + 1 :])
    for place, text in enumerate(texts):
        if run_in := kind_and_subject(text):
            return list(front[:place]), run_in[0], _subject([run_in[1], *texts[place + 1 :]])
    return list(front), None, None


def _last_line(node: Provision) -> list[str]:
    """The last line of a header table, into which a page may run the kind."""
    return [line for cell in cells([node]) for line in cell][-1:] if node.level is Level.TABLE else []


def _subject(texts: Sequence[str]) -> str | None:
    """The lines under the kind, joined; remarks in brackets and addressees are not the subject's."""
    taken: list[str] = []
    for text in texts:
        line = " ".join(text.replace("**", "").split()).strip(" *_")
        if fold_keep(line).startswith("kinh gui"):
            break
        if line.strip("-–—_. ") and not line.startswith("("):
            taken.append(line)
    return " ".join(taken).rstrip(" .") or None


def _kind_of(number: Number | None, has_about: bool) -> DocumentKind | None:
    """Without the kind's line: what the symbol says; a letter is known by its subject under the number."""
    if has_about:
        return kind_by_code("CV")
    symbol = parse_symbol(f"{number.value or ''}/{number.symbol}") if number and number.symbol else None
    if symbol is None:
        return None
    if symbol.form is Form.LETTER:
        return kind_by_code("CV")
    return kind_by_abbreviation(symbol.kind, symbol.form) if symbol.kind else None
