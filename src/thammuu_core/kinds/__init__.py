"""Which documents the state writes, who issues them, and how their number and symbol say so.

The tables beside this file are dated and carry their sources; an agency's own register always wins over them.
"""

from __future__ import annotations

from thammuu_core.kinds.bodies import (
    Body,
    BodyKind,
    bodies,
    bodies_by_code,
    body_by_code,
    body_by_name,
    expand_body_name,
    same_body,
)
from thammuu_core.kinds.document_kinds import (
    DocumentKind,
    Form,
    document_kinds,
    kind_by_abbreviation,
    kind_by_code,
    kind_by_name,
    kind_names,
)
from thammuu_core.kinds.plausibility import symbol_problems
from thammuu_core.kinds.provinces import Province, province_by_name, provinces, successor
from thammuu_core.kinds.symbols import Symbol, normal_symbol, parse_symbol

__all__ = [
    "Body",
    "BodyKind",
    "DocumentKind",
    "Form",
    "Province",
    "Symbol",
    "bodies",
    "bodies_by_code",
    "body_by_code",
    "body_by_name",
    "document_kinds",
    "expand_body_name",
    "kind_by_abbreviation",
    "kind_by_code",
    "kind_by_name",
    "kind_names",
    "normal_symbol",
    "parse_symbol",
    "province_by_name",
    "provinces",
    "same_body",
    "successor",
    "symbol_problems",
]
