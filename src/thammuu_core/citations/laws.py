"""Laws cited by name alone: "Luật Đầu tư công năm 2019", "Bộ luật Lao động", "Hiến pháp năm 2013".

A name in the table ends where the table says; another ends before a word that no name of a law contains.
Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 (căn cứ là luật: ghi tên, không ghi số).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thammuu_core.citations.dates import read_date
from thammuu_core.citations.patterns import END, UPPER, one_of
from thammuu_core.citations.views import Views, trimmed
from thammuu_core.citations.vocabulary import law_names

# Not the name of a school or of a firm.
_HEAD = re.compile(
    r"(?<![^\W_])(?<!Đại học )(?<!ĐẠI HỌC )(?<!Công ty )(?<!CÔNG TY )(?<!Khoa )(?:[Bb]ộ [Ll]uật|BỘ LUẬT|Luật|LUẬT|Pháp lệnh|PHÁP LỆNH|Hiến pháp|HIẾN PHÁP)(?![^\W_])"
)
_KINDS = {"bo luat": "Bộ luật", "luat": "Luật", "phap lenh": "Pháp lệnh", "hien phap": "Hiến pháp"}
_AMENDING = re.compile(
    r"\s{1,3}sua doi(?:\s?,\s?bo sung)?\s{1,3}(?:(?:mot so dieu|dieu \d{1,3}|cac dieu)\s{1,3}(?:cua\s{1,3})?)?(?:cac\s{1,3}|\d{1,3}\s{1,3})?"
    r"(?:bo luat|luat|phap lenh)(?:\s{1,3}(?:co\s{1,3})?lien quan(?:\s{1,3}den)?)?(?=\s)"
)
# "… một số điều của Luật A, Luật B và Luật C": the law amends them all, and is called so.
_AND_LAW = re.compile(r"(?:\s?,|,?\s{1,3}va)\s{1,3}(?:bo luat|luat|phap lenh)(?=\s)")
_SYLLABLE = re.compile(r"[\s,\-]{1,3}[^\W_]+")
_GAP = r"\s{1,3}"
_ENDS = one_of(
    "số, ngày, được, đã, quy định, năm, hoặc, thì, để, trong, tại, theo, có, của, là, hiện, này, mới, cho, do, khi, nhằm, phù hợp",
    "như, với, nêu, còn, không, phải, bằng, ban hành, trên, từ, đến, đối, về, sẽ, gồm, bao gồm, tới, chưa, trước, sau, nay, bãi",
    "thay, kể, áp dụng, gửi, đang, cần, quy, bổ sung, sửa, thông qua",
)
_OTHERS = one_of("các, Luật, Bộ luật, Nghị, Thông, Pháp, pháp luật, Quyết")
_END = re.compile(
    rf"[;:.()\n|\"/]|{_GAP}(?:{_ENDS}|và{_GAP}(?:{_OTHERS}|những|văn bản|hướng|một)){END}"
    rf"|,\s{{0,3}}(?:{_OTHERS}|UBND|Ủy ban|Điều|quy|trừ|nghị|điểm|khoản){END}"
)
"""A word that no name of a law contains."""
# Not two capitals: a heading in capitals shows no end.
_CAPITAL = re.compile(rf"\s{{1,3}}(?=[{UPPER}](?![{UPPER}]))")
_YEAR = re.compile(r",?\s{1,3}(?:nam\s{1,3})?(?P<year>(?:19|20)\d\d)(?![\d/])")
_PASSED = re.compile(r"\s{0,3},?\s{0,3}(?=ngay\s)")
_LONGEST_NAME = 25
_WIDEST_NAME = 160


@dataclass(frozen=True, slots=True)
class LawByName:
    """A law that the text calls by its name; spans are offsets in the views."""

    start: int
    end: int
    kind: str
    name: str
    date: date | None
    date_span: tuple[int, int] | None


def laws_by_name(views: Views) -> Iterator[LawByName]:
    """Every law that the text calls by name, in order; one named inside another's name is part of that name."""
    position = 0
    while head := _HEAD.search(views.plain, position):
        position = head.end()
        end = _name_end(views, head)
        if end is not None:
            yield (law := _law(views, head, end))
            position = law.end


def law_before(views: Views, start: int, end: int) -> tuple[int, str | None]:
    """The last law named between two places and its kind; an amending law begins at its own word, not its target's."""
    at, kind, position = -1, None, start
    while head := _HEAD.search(views.plain, position, end):
        at, kind = head.start(), _KINDS[views.folded[head.start() : head.end()]]
        amended = _AMENDING.match(views.folded, head.end(), end)
        position = amended.end() if amended else head.end()
    return at, kind


def _name_end(views: Views, head: re.Match[str]) -> int | None:
    """Where the name that begins with this word ends; None for a mere word ("Luật này", "pháp luật")."""
    if views.folded[head.start() : head.end()] == "hien phap":
        return _listed_end(views, head.end()) or head.end()
    amended = _AMENDING.match(views.folded, head.end())
    start = amended.end() if amended else head.end()
    end = _listed_end(views, start) or _shaped_end(views, start)
    while amended and end and (joined := _AND_LAW.match(views.folded, end)):
        further = _listed_end(views, joined.end()) or _shaped_end(views, joined.end())
        if further is None:
            break
        end = further
    return end


def _listed_end(views: Views, start: int) -> int | None:
    """The end of the longest name in the table that begins here."""
    syllables: list[str] = []
    end, position = None, start
    while len(syllables) < _LONGEST_NAME and (found := _SYLLABLE.match(views.folded, position)):
        position = found.end()
        syllables.append(_level(found.group()))
        if "".join(syllables).strip() in law_names():
            end = position
    return end


def _level(syllable: str) -> str:
    """A syllable after the one space, comma or hyphen that joins it to the last."""
    word = syllable.lstrip(" ,-\n")
    mark = syllable[: -len(word)].strip()
    return {"": " ", ",": ", ", "-": " - "}.get(mark, " ") + word


def _shaped_end(views: Views, start: int) -> int | None:
    """The end of a name that only its shape shows: a capital after the word, then on to a word that ends names."""
    first = _CAPITAL.match(views.plain, start)
    found = _END.search(views.plain, first.end(), first.end() + _WIDEST_NAME) if first else None
    if first is None or found is None:
        return None
    end = trimmed(views.plain, first.end(), found.start())
    return end if end - first.end() > 2 else None


def _law(views: Views, head: re.Match[str], name_end: int) -> LawByName:
    year = _YEAR.match(views.folded, name_end)
    end = year.end() if year else name_end
    kind = _KINDS[views.folded[head.start() : head.end()]]
    name = views.words(head.start(), end)
    passed = _PASSED.match(views.folded, end)
    written = read_date(views.folded, passed.end()) if passed else None
    if written is None:
        return LawByName(head.start(), end, kind, name, None, None)
    return LawByName(head.start(), written.end, kind, name, written.day, (written.start, written.end))
