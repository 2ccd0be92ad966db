"""What stands after a number: date and issuer, in either order, and the subject."""

from __future__ import annotations

import re
from dataclasses import replace

from thammuu_core.citations.bodies import bodies_end, body_end
from thammuu_core.citations.dates import WrittenDate, read_date
from thammuu_core.citations.mentions import Mention
from thammuu_core.citations.subjects import subject_span
from thammuu_core.citations.views import Views, trimmed
from thammuu_core.citations.vocabulary import is_joint, may_be

_TO_DATE = re.compile(
    r"\s{0,3},?\s{0,3}\(?(?:(?:ky|ra|duoc)?\s?(?:ban hanh|ky|cap|phe duyet|thong qua|lap|de)\s)?(?:cung\s)?(?=ngay|\d{1,2}\s{0,2}[/.-]\s{0,2}\d{1,2}\s{0,2}[/.-])"
)
_LATE_DATE = re.compile(r"\((?P<date>ngay\s[^)]{6,30})\)$")
_TO_ISSUER = re.compile(r"\s{0,3}(?P<comma>,?)\s{0,3}(?P<link>cua|do)\s{1,3}")
_ISSUED = re.compile(r"\s{1,3}(?:da\s)?(?:ban hanh|ky|phe duyet|cap)(?![^\W_])")
_OF = " cua "
_OTHER_MENTION = re.compile(r"\s{1,3}tai\s")


def closed(views: Views, mention: Mention) -> Mention:
    """The mention with all that follows its number."""
    return _issuer_within(views, _with_subject(views, _with_tail(views, mention)))


def _with_tail(views: Views, mention: Mention) -> Mention:
    """Date and issuer after the number, in either order, each once."""
    while True:
        if written := _date_after(views, mention):
            span = (written.start, written.end)
            mention = replace(mention, date=written.day, date_span=span, tail=written.end, end=written.end)
        elif issuer := _issuer_after(views, mention):
            mention = replace(mention, issuer=views.words(*issuer), tail=issuer[1], end=issuer[1])
        else:
            return mention


def _date_after(views: Views, mention: Mention) -> WrittenDate | None:
    link = None if mention.date_span else _TO_DATE.match(views.folded, mention.tail)
    written = read_date(views.folded, link.end()) if link else None
    return None if written and _begins_a_sentence(views, written) else written


def _begins_a_sentence(views: Views, written: WrittenDate) -> bool:
    """ "… số 66-NQ/TW Ngày 28/11/2025, tại Trụ sở …": a heading ended, and the day is of what follows."""
    return views.plain.startswith("Ngày", written.start) and views.plain.startswith(",", written.end)


def _issuer_after(views: Views, mention: Mention) -> tuple[int, int] | None:
    """The body after "của", or after "do" where it issued the document rather than acts under it."""
    link = None if mention.issuer else _TO_ISSUER.match(views.folded, mention.tail)
    end = _bodies_end(views, mention, link.end()) if link else None
    if link is None or end is None:
        return None
    if link["link"] == "do" and not _ISSUED.match(views.folded, end):
        return None
    if link["comma"] and _OTHER_MENTION.match(views.folded, end):
        return None  # ", của Ban Bí thư tại …" speaks of the next document
    return link.end(), end


def _with_subject(views: Views, mention: Mention) -> Mention:
    span = subject_span(views, mention.tail, issuer_said=mention.issuer is not None)
    return replace(mention, subject=span, end=span[1]) if span else mention


def _issuer_within(views: Views, mention: Mention) -> Mention:
    """Issuer and date told at the end of the subject: "… về việc A của UBND tỉnh (ngày 10/9/2025)"."""
    if mention.subject is None or mention.issuer:
        return mention
    begin, end = mention.subject
    late = _LATE_DATE.search(views.folded, max(begin, end - 40), end)
    if late and not mention.date_span and (written := read_date(views.folded, late.start("date"))):
        end = trimmed(views.plain, begin, late.start())
        mention = replace(
            mention, date=written.day, date_span=(written.start, written.end), subject=(begin, end)
        )
    link = views.folded.rfind(_OF, begin, end)
    name = link + len(_OF)
    if (
        link < 0
        or _bodies_end(views, mention, name) != end
        or not may_be(views.text[name:end], mention.number.symbol)
    ):
        return mention
    return replace(mention, issuer=views.words(name, end), subject=(begin, link))


def _bodies_end(views: Views, mention: Mention, start: int) -> int | None:
    """The end of the issuer, or of all issuers where the symbol has several."""
    return bodies_end(views, start) if is_joint(mention.number.symbol) else body_end(views, start)
