"""Lists of documents: the kind, the date and the issuer said once for several numbers go to each of them.

"Quyết định số 49/2021/QĐ-UBND, 11/2023/QĐ-UBND của tỉnh Lào Cai và 30/2019/QĐ-UBND của Yên Bái": one kind, two issuers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from thammuu_core.citations.mentions import Mention
from thammuu_core.citations.views import Views

_GLUE = re.compile(r"\s{0,3}[,;)]?\s{0,3}(?:(?:va|hoac|den|cung)\s{1,3})?(?:cac\s{1,3})?(?:voi\s{1,3})?")
_GENERIC = frozenset({"Văn bản", "Công văn"})


def distributed(views: Views, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions with what their list says of all of them."""
    out: list[Mention] = []
    run: list[Mention] = []
    for mention in mentions:
        if run and not _joined(views, run[-1], mention):
            out.extend(_shared(views, run))
            run = []
        run.append(mention)
    return [*out, *_shared(views, run)]


def _joined(views: Views, one: Mention, two: Mention) -> bool:
    """Nothing but a comma, "và", "đến" stands between them."""
    if not one.tail <= two.start <= one.tail + 16:
        return False
    return _GLUE.fullmatch(views.folded, one.tail, two.start) is not None


def _shared(views: Views, run: list[Mention]) -> list[Mention]:
    """Kinds and issuers forward, then dates and issuers back from the last that says them."""
    for i in range(1, len(run)):
        run[i] = _issuer_from(_kind_from(run[i], run[i - 1]), run[i - 1])
    for i in reversed(range(len(run) - 1)):
        run[i] = _issuer_from(_date_from(views, run[i], run[i + 1]), run[i + 1])
    return run


def _kind_from(mention: Mention, other: Mention) -> Mention:
    if mention.kind or not other.kind:
        return mention
    if (
        other.kind in _GENERIC
        or mention.implied_kind in (None, other.kind)
        or mention.number.codes[0] == other.number.codes[0]
    ):
        return replace(mention, kind=other.kind, kind_shared=True)
    return mention


def _issuer_from(mention: Mention, other: Mention) -> Mention:
    """An issuer is shared by documents whose symbols name the same body."""
    if mention.issuer or not other.issuer or mention.issuing_code != other.issuing_code:
        return mention
    return replace(mention, issuer=other.issuer)


def _date_from(views: Views, mention: Mention, other: Mention) -> Mention:
    """A date after the last number is everyone's only where the kind too was said once for all, or after "cùng"."""
    year = mention.number.year
    if mention.date_span or not other.date_span or not other.date or (year and year != other.date.year):
        return mention
    if not (other.kind_shared or views.folded.endswith("cung ", 0, other.date_span[0])):
        return mention
    return replace(mention, date=other.date, date_span=other.date_span)
