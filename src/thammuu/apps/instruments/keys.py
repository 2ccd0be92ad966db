"""Under which keys a document is kept, so that it is found however a citation was typed. Pure."""

from __future__ import annotations

from typing import Any

from thammuu.apps.instruments.commands import Said
from thammuu_core.citations.judging import issuer_key, name_key, symbol_key
from thammuu_core.text import fold

_NAME, _ISSUER, _SYMBOL = 600, 300, 100


def keys_of(said: Said) -> dict[str, Any]:
    """Values of the columns by which documents are looked up and held apart."""
    symbol = symbol_key(said.symbol)
    name = name_key(said.kind, said.subject) or ("" if symbol else fold(f"{said.kind} {said.subject}"))
    return {
        "symbol_key": symbol[:_SYMBOL],
        "name_key": name[:_NAME],
        "issuer_key": issuer_key(said.issuer)[:_ISSUER],
        "year": said.issued_on.year if said.issued_on else 0,
        "folded": fold(" ".join((said.kind, said.symbol, said.subject, said.issuer))),
    }
