"""Which law prescribes the form of a paper: the decree on văn thư speaks of administrative documents only."""

from __future__ import annotations

import re

from thammuu_core.formats.elements import Elements
from thammuu_core.formats.fronts import NUMBER
from thammuu_core.formats.model import Regime
from thammuu_core.kinds import Form, parse_symbol
from thammuu_core.papers import Paper
from thammuu_core.text import fold_keep, plain

_PARTY = re.compile(r"dang cong san viet nam")
_WITH_YEAR = re.compile(r"(?:19|20)\d\d\s*/")
_OUTSIDE = re.compile(
    r"\W*(?:cong ty|doanh nghiep|hop tac xa|chi nhanh|ten (?:to chuc|co quan|don vi|doanh nghiep))\b"
)
"""Who issues no administrative documents, and blanks of forms that they fill in."""
_DECREE = "NĐ 30/2020/NĐ-CP"
_ENOUGH = 2
"""Elements that a paper must show before it is taken for a document by itself."""


def regime_of(paper: Paper, elements: Elements) -> Regime:
    """By the symbol where there is one, else by the head of the paper."""
    form = _form(elements)
    if form is Form.PARTY or (not elements.nation and _heads_party(elements)):
        return Regime.PARTY
    if form in (Form.QPPL, Form.ASSEMBLY) or _lawmaking(elements):
        return Regime.QPPL
    if _own_form(elements):
        return Regime.SPECIALISED
    if elements.issuer and _OUTSIDE.match(fold_keep((elements.parent or elements.issuer)[0].text)):
        return Regime.NONE
    return Regime.ADMINISTRATIVE if _shown(elements) >= _ENOUGH else Regime.NONE


def _form(elements: Elements) -> Form | None:
    found = NUMBER.match(plain(elements.number.text)) if elements.number else None
    if found is None:
        return None
    written = found["symbol"].strip()
    symbol = parse_symbol(f"{found['value'] or ''}{found['slash']}{written}")
    return Form.QPPL if _WITH_YEAR.match(written) else symbol.form if symbol else None


def _heads_party(elements: Elements) -> bool:
    return any(_PARTY.search(fold_keep(spot.text)) for spot in elements.front)


def _lawmaking(elements: Elements) -> bool:
    forms = elements.kind.forms if elements.kind else frozenset()
    return bool(forms) and forms <= {Form.QPPL, Form.ASSEMBLY}


def _own_form(elements: Elements) -> bool:
    """A kind outside the decree; or no number and no kind at all under a state header: a table of opinions, a list."""
    if elements.kind:
        return not elements.kind.source.startswith(_DECREE)
    return bool(elements.nation) and not elements.number and not elements.letter_subject


def _shown(elements: Elements) -> int:
    return sum(
        map(
            bool,
            (
                elements.nation or elements.motto,
                elements.number,
                elements.date,
                elements.kind_line or elements.letter_subject,
                elements.signatures,
                elements.recipients_label,
            ),
        )
    )
