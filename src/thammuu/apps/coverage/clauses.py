"""The provisions of a draft that can answer a demand, with the targets stated in each. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from thammuu.apps.instruments.mandates import target_of
from thammuu.apps.instruments.rows import ItemRow
from thammuu_core.citations import Citation, find
from thammuu_core.indicators.coverage import Clause, Demand
from thammuu_core.indicators.reading import Reading, read_outline
from thammuu_core.kinds import BodyKind, bodies_by_code, parse_symbol
from thammuu_core.outline import outline, where
from thammuu_core.papers import Paper
from thammuu_core.provisions import Level, Outline, Provision

_LEAST_WORDS = 4
_CENTRAL = frozenset(
    {BodyKind.ASSEMBLY, BodyKind.PRESIDENT, BodyKind.GOVERNMENT, BodyKind.PRIME_MINISTER, BodyKind.MINISTRY}
)


def clauses_of(paper: Paper) -> tuple[Clause, ...]:
    """Every title, sentence or row of the body and of the annexes that says something; tables as a whole do not."""
    document = outline(paper)
    return tuple(_clauses(document, read_outline(document)))


def citations_of(paper: Paper) -> tuple[Citation, ...]:
    """The documents that the draft cites, each once."""
    found = find(paper.body.text)
    return tuple({(one.kind, one.symbol, one.name, one.date): one for one in found}.values())


def demand_of(item: ItemRow) -> Demand:
    """A mandate's item as a demand."""
    words = f"{item.measure}. {item.words}" if item.measure else item.words
    target = target_of(item) if item.values else None
    return Demand(str(item.uuid), words, target, whole_country=_of_the_centre(item.instrument.called))


def _of_the_centre(called: str) -> bool:
    """Whether a body of the centre issued the document, by the codes of its symbol."""
    symbols = (parse_symbol(word) for word in called.split() if "/" in word)
    codes = [code for symbol in symbols if symbol for code in symbol.issuers]
    return any(body.kind in _CENTRAL for code in codes for body in bodies_by_code(code))


def _clauses(document: Outline, reading: Reading) -> Iterator[Clause]:
    places = where(document)
    for node in _said(document):
        words = " ".join(" ".join(node.cells or (node.text[node.words :],)).split())
        if len(words.split()) >= _LEAST_WORDS:
            told = tuple(one for one in reading.stated if one.provision == node.id)
            yield Clause(node.id, places[node.id], words, told)


def _said(document: Outline) -> Iterator[Provision]:
    tops = (*document.body, *(top for part in document.attachments for top in part.provisions))
    for top in tops:
        for node in top.walk():
            band = node.level is Level.ROW and len(node.cells) <= 1
            if node.level is not Level.TABLE and not band:
                yield node
