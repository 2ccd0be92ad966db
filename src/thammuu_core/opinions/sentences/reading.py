"""A sentence made ready for the grammar: its views, and the masks over what must not be read as grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from thammuu_core.citations import find
from thammuu_core.opinions.sentences.beginnings import beginnings
from thammuu_core.opinions.sentences.model import Quote, Reading, Span
from thammuu_core.opinions.sentences.quoting import quotes
from thammuu_core.text import fold_keep, plain
from thammuu_core.text.tones import same_tone

QUOTED, OTHER, BEGUN = "\ue000", "\ue001", "\ue002"
"""What stands in the masked view for each character of a quotation, of another instrument, of first words that are a place."""

_KIND = (
    r"(?:bo luat|luat|hien phap|phap lenh|nghi quyet|nghi dinh|quyet dinh|chi thi|thong tu(?: lien tich)?|thong bao|ket luan"
    r"|cong van|van ban(?: hop nhat)?|huong dan|cong dien|quy dinh|tieu chuan|quy chuan)"
)
_NUMBERED = re.compile(
    rf"(?<![^\W_]){_KIND}\s{{1,3}}(?:so\s{{0,3}}:?\s{{0,2}})?\d{{1,5}}(?:/[^\s,;:.)]{{2,40}}|-[a-z]{{2,6}}/[^\s,;:.)]{{1,20}})"
)
_LAW = re.compile(r"(?<![^\W_])(?:bo\s{1,2}luat|luat|phap\s{1,2}lenh|hien\s{1,2}phap)(?=\s{1,2}\S)")
_LAW_WORDS = re.compile(r"(?:[^\W_]+|,)(?=\s|\W|$)")
_PINPOINT = re.compile(
    r"(?<![^\W_])(?:(?:cac\s{1,2})?(?:tiet|diem|khoan|dieu|muc|chuong|phan|phu luc)\s{1,2}(?:[ivxlc]{1,6}|\d{1,3}[a-z]?|[a-z])(?:\s{0,2}(?:,|va|den)\s{0,2}(?:[ivxlc]{1,6}|\d{1,3}[a-z]?|[a-z])(?![^\W_])){0,8}"
    r"\s{0,2},?\s{0,2}(?:(?:cua|va|tai|thuoc)\s{1,2})?){1,8}$"
)
_DRAFT = re.compile(r"du thao(?: cua)?(?: cac)?\s{0,2}$")
_WINDOW = 160


@lru_cache(maxsize=512)
def reading(text: str) -> Reading:
    """The views of any text."""
    folded, begun = fold_keep(text), beginnings(text)
    named = [(one.start, one.end) for one in begun]
    quoted = quotes(_hidden(text, named, BEGUN))
    spans = [(quote.start, quote.end) for quote in quoted]
    without = _hidden(_hidden(folded, named, BEGUN), spans, QUOTED)
    others = tuple(_others(text, without))
    clear = _hidden(_hidden(_hidden(small(text), named, BEGUN), spans, QUOTED), others, OTHER)
    return Reading(text, small(text), folded, clear, _hidden(without, others, OTHER), quoted, others, begun)


def small(text: str) -> str:
    """Small letters with their marks, as long as the text."""
    levelled = plain(text)
    lowered = levelled.lower()
    if len(lowered) != len(levelled):
        lowered = "".join(each.lower() if len(each.lower()) == 1 else each for each in levelled)
    toned = same_tone(lowered)
    return toned if len(toned) == len(lowered) else lowered


def _hidden(text: str, spans: Iterable[Span], mark: str) -> str:
    parts, position = list[str](), 0
    for start, end in spans:
        parts += [text[position:start], mark * (end - start)]
        position = end
    return "".join([*parts, text[position:]])


def _others(text: str, masked: str) -> Iterator[Span]:
    """Other instruments, each from the first provision cited of it to its last word."""
    spans = [(cited.start, cited.end) for cited in find(text) if cited.symbol or cited.name]
    spans += [found.span() for found in _NUMBERED.finditer(masked)]
    spans += list(_laws(text, masked))
    reached = 0
    for start, end in sorted(spans):
        if start < reached or {QUOTED, BEGUN} & set(masked[start:end]):
            continue
        if _DRAFT.search(masked, max(0, start - 20), start) and not masked[start:end].count("/"):
            continue
        reached = end
        yield _from_pinpoint(masked, start), end


def _laws(text: str, masked: str) -> Iterator[Span]:
    """A law by its name, known or not: "Luật Ngân sách"; the name goes on while nothing parts it from the word."""
    for found in _LAW.finditer(masked):
        name = _LAW_WORDS.match(masked, found.end() + 1)
        if name and text[found.end() :].lstrip()[:1].isupper() and text[found.start()].isupper():
            yield found.start(), name.end()


def _from_pinpoint(masked: str, start: int) -> int:
    found = _PINPOINT.search(masked, max(0, start - _WINDOW), start)
    return found.start() if found else start


def words(read: Reading, quote: Quote) -> str:
    """What a quotation holds, as written."""
    return read.text[quote.inner[0] : quote.inner[1]].strip()
