"""What stands before a number: the word "số", the kind, the name of a law, the issuer who is quoted from it."""

from __future__ import annotations

import re
from dataclasses import replace

from thammuu_core.citations.bodies import bodies_within, body_end
from thammuu_core.citations.dates import read_date
from thammuu_core.citations.laws import law_before
from thammuu_core.citations.mentions import Mention
from thammuu_core.citations.numbers import Number
from thammuu_core.citations.views import Views, trimmed
from thammuu_core.citations.vocabulary import is_body, kinds_by_words, longest_kind, named_kinds
from thammuu_core.text import fold_keep

_WINDOW = 200
_WIDEST_KIND = 60
_WIDEST_BETWEEN = 150
_INTRODUCED = re.compile(r"(?<![^\W_])so\s?[:.]?\s?$")
_WORDS = re.compile(r"[^\W_]+")
# Numbers of forms, standards and accounts look like documents' numbers.
_FORM = re.compile(
    r"(?<![^\W_])(?:mau|bieu|mau so|bieu so|bieu mau|phu bieu|phu luc|qcvn|tcvn|iso|bang|ma|tai khoan)[\s:]{0,3}$"
)
_FIRST_ALONE = re.compile(r"[A-ZĐƯƠÔÊÂĂ][A-Za-zĐƯƠÔÊÂĂ&.]+")
_SECOND_ALONE = re.compile(r"(?!\d+$)[\dA-Za-zĐƯƠÔÊÂĂ&.]+")
_URGENCY = frozenset(("hoa toc", "khan", "thuong khan"))
_APART = re.compile(r"[;\n|”\"]|\.\s|\bnay\b|\bva\b.*\bso\b")
# A link from the body that speaks to the document it speaks in.
_AT = re.compile(
    r"(?:(?:neu |trinh |de nghi |co y kien |bao cao |y kien |chi dao |ket luan )?(?:tai|theo|trong)|(?:da )?(?:co|ban hanh|ra|gui))\s+"
    r"(?:cac\s+|noi dung\s+)?:?$"
)


def opened(views: Views, number: Number, floor: int) -> Mention | None:
    """The mention that a number belongs to, with what stands before it; None when it is no document's number.

    Nothing before `floor` is looked at: it belongs to the mention before.
    """
    left = max(floor, number.start - _WINDOW)
    intro, introduced = _introduction(views.folded, left, number.start)
    kind, start = _kind_before(views, left, intro)
    if kind is None and _FORM.search(views.folded, max(left, intro - _WIDEST_KIND), intro):
        return None
    if not (number.certain or _shown_by_words(number, kind, introduced)):
        return None
    if kind is None and not introduced and not number.year and not _stands_alone(number):
        return None
    mention = Mention(number, start, number.end, number.end, kind)
    if kind or not (introduced or mention.of_the_assembly):
        return mention
    return _with_distant_kind(views, mention, left)


def issuer_before(views: Views, mention: Mention, floor: int) -> str | None:
    """The body said before a mention: "theo đề nghị của Giám đốc Sở Tư pháp tại …", "Sở Nội vụ có …"."""
    left = max(floor, mention.start - _WINDOW)
    at = _AT.search(views.folded, max(left, mention.start - 40), mention.start)
    if at is None:
        return None
    end = trimmed(views.folded, left, at.start())
    clause = max(views.plain.rfind(mark, left, end) for mark in ";:\n|") + 1
    begin = next(
        (begin for begin in bodies_within(views, max(left, clause), end) if body_end(views, begin) == end),
        None,
    )
    return None if begin is None else views.words(begin, end)


def _shown_by_words(number: Number, kind: str | None, introduced: bool) -> bool:
    """A form that alone proves nothing ("28/CP", "01/KGL", "0825-01/HW-TCHQ") is a document's by the words before it."""
    if kind:
        return introduced or number.year is not None or is_body(number.codes[0])
    return introduced and len(number.codes) > 1


def _stands_alone(number: Number) -> bool:
    """Whether codes that no word introduces can be a kind's and a body's: not those of a class ("12/A5-THPT"), a road
    or a house.
    """
    first, second = number.codes[:2]
    return bool(_FIRST_ALONE.fullmatch(first) and _SECOND_ALONE.fullmatch(second))


def _introduction(folded: str, left: int, start: int) -> tuple[int, bool]:
    """Where the word "số" before the number begins, or the number itself; and whether that word is there."""
    found = _INTRODUCED.search(folded, max(left, start - 6), start)
    return (found.start(), True) if found else (start, False)


def _kind_before(views: Views, left: int, position: int) -> tuple[str | None, int]:
    """The kind word that ends at `position`, the longest that is one, and where it begins; else `position`."""
    left = max(left, position - _WIDEST_KIND)
    before = views.folded[left:position].rstrip(" \n:(")
    words = list(_WORDS.finditer(before))[-longest_kind() :]
    if not words or words[-1].end() != len(before):
        return None, position
    for first in words:
        name = kinds_by_words().get(" ".join(before[first.start() :].split()))
        start = left + first.start()
        if name and (name not in named_kinds() or views.plain[start].isupper()):
            return name, start
    return None, position  # a small "luật" is that of "pháp luật" or within a law's name


def _with_distant_kind(views: Views, mention: Mention, left: int) -> Mention:
    """The kind word stands further left: "Luật Phí và lệ phí số …", "Kết luận liên ngành … số …"."""
    at, kind = law_before(views, left, mention.start) if mention.of_the_assembly else (-1, None)
    if kind is None and mention.implied_kind:
        kind = mention.implied_kind
        at = _last_word(views.folded, fold_keep(kind), left, mention.start)
    if kind is None or at < 0:
        return mention
    begin = at + len(kind) + 1
    end = trimmed(views.plain, begin, mention.start, ",(:")
    if end - begin > _WIDEST_BETWEEN or _APART.search(views.folded, begin, end):
        return mention
    return _between(views, replace(mention, kind=kind, start=at), begin, end)


def _last_word(folded: str, word: str, left: int, end: int) -> int:
    """Where the last occurrence of a word that ends before a space begins, or -1."""
    at = folded.rfind(f"{word} ", left, end)
    return -1 if at > 0 and folded[at - 1].isalnum() else at


def _between(views: Views, mention: Mention, begin: int, end: int) -> Mention:
    """Words between the kind and "số" are the name of a law, the issuer, the subject or a degree of urgency, with the
    date at either end.
    """
    mention, begin, end = _dated_between(views, mention, begin, end)
    if begin == end or views.folded[begin:end] in _URGENCY:
        return mention
    if mention.kind in named_kinds():
        return replace(mention, name=views.words(mention.start, end))
    issuer = begin + 4 if views.folded.startswith("cua ", begin) else begin
    if body_end(views, issuer) == end:
        return replace(mention, issuer=views.words(issuer, end))
    return replace(mention, subject=(begin, end))


def _dated_between(views: Views, mention: Mention, begin: int, end: int) -> tuple[Mention, int, int]:
    """The mention with a date told before its number, "Quyết định ngày 11/01/2021 số …", and the words left over."""
    at = views.folded.rfind("ngay ", begin, end)
    written = read_date(views.folded, at) if at >= 0 else None
    if written is None or (at != begin and written.end != end):
        return mention, begin, end
    mention = replace(mention, date=written.day, date_span=(written.start, written.end))
    if written.end == end:
        return mention, begin, max(begin, trimmed(views.plain, begin, at, ",(:"))
    rest = views.folded[written.end : end]
    return mention, end - len(rest.lstrip(" ,")), end
