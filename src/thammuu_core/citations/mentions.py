"""One numbered mention while it is being put together: what stands before its number and what stands after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from thammuu_core.citations.bodies import bodies_end, bodies_within, body_end
from thammuu_core.citations.dates import WrittenDate, read_date
from thammuu_core.citations.laws import law_before
from thammuu_core.citations.numbers import Number
from thammuu_core.citations.subjects import subject_span
from thammuu_core.citations.views import Views
from thammuu_core.citations.vocabulary import (
    is_body,
    is_joint,
    kind_implied,
    kinds_by_words,
    longest_kind,
    may_be,
)
from thammuu_core.text import fold_keep

_INTRODUCED = re.compile(r"so\s?[:.]?\s?$")
_WORDS = re.compile(r"[^\W_]+")
_FORM = re.compile(
    r"(?<![^\W_])(?:mau|bieu|mau so|bieu so|bieu mau|phu bieu|phu luc|qcvn|tcvn|iso|bang|ma|tai khoan)[\s:]{0,3}$"
)
_BETWEEN = re.compile(r"[;\n|”\"]|\.\s|\bnay\b|\bva\b.*\bso\b")
_AT = re.compile(
    r"(?:(?:neu |trinh |de nghi |co y kien |bao cao |y kien |chi dao |ket luan )?(?:tai|theo|trong)|(?:da )?(?:co|ban hanh|ra|gui))\s+"
    r"(?:cac\s+|noi dung\s+)?:?$"
)
_LEFT = 200
_TO_DATE = re.compile(
    r"\s{0,3},?\s{0,3}\(?(?:(?:ky|ra|duoc)?\s?(?:ban hanh|ky|cap|phe duyet|thong qua|lap)\s)?(?=ngay|\d{1,2}\s{0,2}[/.-]\s{0,2}\d{1,2}\s{0,2}[/.-])"
)
_LATE_DATE = re.compile(r"\((?P<date>ngay\s[^)]{6,30})\)$")
_TO_ISSUER = re.compile(r"\s{0,3}(?P<comma>,?)\s{0,3}(?P<link>cua|do)\s{1,3}")
_ISSUED = re.compile(r"\s{1,3}(?:da\s)?(?:ban hanh|ky|phe duyet|cap)(?![^\W_])")
_OTHER_MENTION = re.compile(r"\s{1,3}tai\s")


@dataclass(frozen=True, slots=True)
class Mention:
    """A number with what belongs to it; spans are offsets in the views."""

    number: Number
    start: int
    end: int
    tail: int
    """Where date and issuer end and the subject, if any, begins."""
    kind: str | None = None
    """As the word before the number says; None when no word says it."""
    name: str | None = None
    date: date | None = None
    date_span: tuple[int, int] | None = None
    issuer: str | None = None
    subject: tuple[int, int] | None = None
    kind_shared: bool = False
    """The kind was said for the list, before an earlier number."""

    @property
    def of_the_assembly(self) -> bool:
        """The number is of Quốc hội, whose laws and resolutions only the word before it tells apart."""
        return self.number.codes[0].startswith(("QH", "UBTVQH", "PL"))

    @property
    def issuing_code(self) -> str:
        """The part of the symbol that names the issuer."""
        codes = self.number.codes
        return codes[1] if self.implied_kind not in (None, "Công văn") and len(codes) > 1 else codes[0]

    @property
    def implied_kind(self) -> str | None:
        """The kind that the symbol says."""
        return kind_implied(self.number.symbol)


def read_mention(views: Views, number: Number, floor: int) -> Mention | None:
    """The mention around a number, looking back no further than `floor`; None when it is no document's number."""
    left = max(floor, number.start - _LEFT)
    intro, introduced = _introduction(views.folded, left, number.start)
    kind, start = _kind_before(views, left, intro)
    if kind in _NAMED and not views.plain[start].isupper():
        kind, start = None, intro  # the "luật" of "quy phạm pháp luật" or of a law's name
    if kind is None and _FORM.search(views.folded[left:intro]):
        return None
    if not (number.certain or _shown_by_words(number, kind, introduced)):
        return None
    mention = Mention(number, start, number.end, number.end, kind)
    if kind is None:
        mention = _with_distant_kind(views, mention, left, intro, introduced)
    return _issuer_within(views, _with_subject(views, _with_tail(views, mention)))


def _shown_by_words(number: Number, kind: str | None, introduced: bool) -> bool:
    """A form that alone proves nothing ("28/CP", "01/KGL", "0825-01/HW-TCHQ") is a document's by the words before it."""
    if kind:
        return introduced or number.year is not None or is_body(number.codes[0])
    return introduced and len(number.codes) > 1


def _introduction(folded: str, left: int, start: int) -> tuple[int, bool]:
    """Where the word "số" before the number begins, or the number itself; and whether that word is there."""
    found = _INTRODUCED.search(folded, max(left, start - 6), start)
    if found and not folded[max(0, found.start() - 1) : found.start()].isalnum():
        return found.start(), True
    return start, False


def _kind_before(views: Views, left: int, position: int) -> tuple[str | None, int]:
    """The kind word that ends at `position`, the longest that is one, and where it begins."""
    before = views.folded[left:position].rstrip(" \n:(")
    words = list(_WORDS.finditer(before))[-longest_kind() :]
    if not words or words[-1].end() != len(before):
        return None, position
    for first in words:
        name = kinds_by_words().get(" ".join(before[first.start() :].split()))
        if name:
            return name, left + first.start()
    return None, position


def _with_distant_kind(views: Views, mention: Mention, left: int, intro: int, introduced: bool) -> Mention:
    """The kind word stands further left: "Luật Phí và lệ phí số …", "Kết luận liên ngành … số …"."""
    mention = replace(mention, start=intro)
    at, name = law_before(views, left, intro) if mention.of_the_assembly else (-1, None)
    if name is None and introduced and mention.implied_kind:
        name = mention.implied_kind
        at = _last_word(views.folded, fold_keep(name), left, intro)
    if name is None or at < 0:
        return mention
    begin = at + len(name) + 1
    between = views.folded[begin:intro]
    if _BETWEEN.search(between) or len(between) > 150:
        return mention
    return _between(views, replace(mention, kind=name, start=at), begin, intro)


def _last_word(folded: str, word: str, left: int, end: int) -> int:
    """Where the last occurrence of a word that ends before a space begins, or -1."""
    at = folded.rfind(f"{word} ", left, end)
    return -1 if at > 0 and folded[at - 1].isalnum() else at


def _between(views: Views, mention: Mention, begin: int, end: int) -> Mention:
    """Words between the kind and "số" are the issuer, the name of a law, or the subject."""
    end = begin + len(views.plain[begin:end].rstrip(" ,(:"))
    if mention.kind in _NAMED:
        return replace(mention, name=" ".join(views.text[mention.start : end].split()))
    issuer = begin + 4 if views.folded.startswith("cua ", begin) else begin
    if body_end(views, issuer) == end:
        return replace(mention, issuer=views.text[issuer:end])
    return replace(mention, subject=(begin, end))


def _with_tail(views: Views, mention: Mention) -> Mention:
    """Date and issuer after the number, in either order, each once."""
    for _ in range(3):
        dated = None if mention.date_span else _TO_DATE.match(views.folded, mention.tail)
        written = read_date(views.folded, dated.end()) if dated else None
        if written and _begins_a_sentence(views, written):
            written = None
        if written:
            mention = replace(
                mention,
                date=written.day,
                date_span=(written.start, written.end),
                tail=written.end,
                end=written.end,
            )
            continue
        issuer = None if mention.issuer else _issuer_after(views, mention)
        if issuer is None:
            break
        mention = replace(
            mention, issuer=" ".join(views.text[slice(*issuer)].split()), tail=issuer[1], end=issuer[1]
        )
    return mention


def _begins_a_sentence(views: Views, written: WrittenDate) -> bool:
    """ "… số 66-NQ/TW Ngày 28/11/2025, tại Trụ sở …": a heading ended, and the day is of what follows."""
    return views.plain.startswith("Ngày", written.start) and views.plain.startswith(",", written.end)


def _issuer_after(views: Views, mention: Mention) -> tuple[int, int] | None:
    """The body after "của", or after "do" where it issued the document rather than acts under it."""
    link = _TO_ISSUER.match(views.folded, mention.tail)
    end = _bodies_end(views, mention, link.end()) if link else None
    if link is None or end is None:
        return None
    if link["link"] == "do" and not _ISSUED.match(views.folded, end):
        return None
    if link["comma"] and _OTHER_MENTION.match(views.folded, end):
        return None  # ", của Ban Bí thư tại …" speaks of the next document
    return link.end(), end


def _with_subject(views: Views, mention: Mention) -> Mention:
    span = subject_span(views, mention.tail)
    if span is None:
        return mention
    return replace(mention, subject=span[:2], end=span[1])


def issuer_before(views: Views, mention: Mention, floor: int) -> str | None:
    """The body said before a mention: "theo đề nghị của Giám đốc Sở Tư pháp tại …", "Sở Nội vụ có …"."""
    left = max(floor, mention.start - _LEFT)
    at = _AT.search(views.folded, max(left, mention.start - 40), mention.start)
    if at is None:
        return None
    end = left + len(views.folded[left : at.start()].rstrip(" ,"))
    clause = max(views.plain.rfind(mark, left, end) for mark in ";:\n|") + 1
    for begin in bodies_within(views, max(left, clause), end):
        if body_end(views, begin) == end:
            return " ".join(views.text[begin:end].split())
    return None


def _issuer_within(views: Views, mention: Mention) -> Mention:
    """Issuer and date told after the subject: "… về việc A của UBND tỉnh (ngày 10/9/2025)"."""
    if mention.subject is None or mention.issuer:
        return mention
    begin, end = mention.subject
    late = _LATE_DATE.search(views.folded, max(begin, end - 40), end)
    if late and not mention.date_span and (written := read_date(views.folded, late.start("date"))):
        mention = replace(mention, date=written.day, date_span=(written.start, written.end))
        end = late.start()
    at = views.folded.rfind(" cua ", begin, end)
    name = views.text[at + 5 : end].strip()
    if (
        at < 0
        or _bodies_end(views, mention, at + 5) != at + 5 + len(name)
        or not may_be(name, mention.number.symbol)
    ):
        return mention
    return replace(mention, issuer=" ".join(name.split()), subject=(begin, at))


def _bodies_end(views: Views, mention: Mention, start: int) -> int | None:
    """The end of the issuer, or of all issuers where the symbol has several."""
    return bodies_end(views, start) if is_joint(mention.number.symbol) else body_end(views, start)


_NAMED = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
