"""Who does a duty told in prose: "Sở A chủ trì, phối hợp với Sở B …", "Giao Chi cục C …", "(do Sở D thực hiện)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from thammuu_core.plans.owners.units import opening, opens_unit, units
from thammuu_core.plans.sentences import clauses
from thammuu_core.text import fold_keep
from thammuu_core.text.tables import rows

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Owners:
    """Units of one duty and the words that name them; `span` None where none are named."""

    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    lead_span: Span | None = None
    coordinating_span: Span | None = None
    passing: bool = False
    """Named further on as what something is like: "các dự án do Bộ A chủ trì"."""
    rest: int = 0
    """Where the words after the owners begin."""

    def __bool__(self) -> bool:
        return bool(self.lead or self.coordinating)


_ADVERBIAL = re.compile(
    r"\s*(?:[-+•*]\s*)?(?:(?:tren\s+co\s+so|can\s+cu|theo|dinh\s+k[yi]|hang\s+(?:nam|thang|quy|tuan)|giua|truoc|cham\s+nhat|trong|de|dong\s+thoi"
    r"|truong\s+hop|sau\s+khi|khi|vao|nhan|dip|tu\s+(?:ngay|nay)|ngoai\s+ra|den|quy|thang|tiep\s+tuc)\b[^,;:]{0,160}[,:]\s*|dinh\s+k[yi]\s+(?:hang\s+)?(?:\d+\s+thang|nam|quy|thang|tuan)\s+"
    r"|(?:nam\s+\d{4}|giai\s+doan\s+\d{4}\s*-\s*\d{4})\s*:\s*)(?=\S)"
)
_TOPIC = re.compile(r"\s*(?:Về|Đối với|Để)\s[^:]{3,400}:\s*")
_LEADING = re.compile(
    r"\s*(?:[-+•*]\s*)?(?:la\s+(?:co\s+quan|don\s+vi)?\s*(?:dau\s+moi|thuong\s+truc)?\s*,?\s*)?(?:chu\s+dong\s+|co\s+trach\s+nhiem\s+)?(?:chu\s+tri\s*(?:,|va|/)?\s*)?(?P<with>phoi\s+hop)\b"
    r"(?:\s+(?:chat\s+che|dong\s+bo|thuong\s+xuyen|kip\s+thoi))*(?:\s*,?\s*(?:voi|cung(?:\s+voi)?))?\s+"
)
_ALONG = re.compile(
    r"\b(?:chu\s+tri\s*,?\s*(?:va\s+)?(?P<first>phoi\s+hop)|(?:chu\s+dong|co\s+trach\s+nhiem)\s+phoi\s+hop|phoi\s+hop)"
    r"(?:\s+(?:chat\s+che|dong\s+bo|thuong\s+xuyen))*(?:\s*,?\s*(?:voi|cung(?:\s+voi)?))?\s+"
)
_LATER = re.compile(r"(?:\bgiao(?:\s+cho)?|\bdo|\()\s+(?=[^\W\d_])|\((?=[^\W\d_])")
_LONGEST = 400
"""Characters; what is longer is no list of units."""
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_ROLES = re.compile(r"chủ\s+trì|phối\s+hợp|chủ\s+động|có\s+trách\s+nhiệm|tham\s+mưu")
_SAID = re.compile(
    r"(?P<lead>[^;]{2,200}?)\s+chủ\s+trì(?:\s*,?\s*phối\s+hợp(?:\s+(?:với|cùng))?\s+(?P<others>[^;]{2,300}))?\s*\.?$"
)
_LEADS = re.compile(r"\W*(?:là\s+cơ\s+quan\s+)?chủ\s+trì")
_HELPS = re.compile(r"\W*phối\s+hợp")
# Small letters with their marks: "tại" ends a list of units where "Tài chính" does not.
_STOPS = re.compile(
    r"[:;.]|\b(?:để|trong|nhằm|về\s+việc|tại|(?:đến|tới)\s+việc|theo|khi|thông\s+qua|trước|đến\s+năm|hoàn)\b"
)
# The same words inside the names of units: "ban chỉ đạo", "trung tâm hỗ trợ".
_NAME_BEFORE = re.compile(
    r"\b(?:ban|uy\s+ban|phong|chi\s+cuc|cuc|vu|to|doan|trung\s+tam|(?<!moi\s)truong|vien|co\s+so|quy|cong|trang|he\s+thong)\s+"
    r"(?:(?:nghien\s+cuu|ho\s+tro|xuc\s+tien|quan\s+ly|dao\s+tao|tu\s+van|kiem\s+dinh|bao\s+ton|ung\s+dung|khuyen\s+khich)\s+(?:va\s+)?)?$"
)
_BODIES_BEFORE = re.compile(
    r"\b(?:co\s+quan|don\s+vi|doanh\s+nghiep|ca\s+nhan|doan\s+the|cong\s+dong|hiep\s+hoi|cac|va)\s*,?\s*$"
)
_NAMES_FOLLOW = re.compile(r"\bcac\s+(?:so|bo|phong|don\s+vi|co\s+quan)$")
_COMMUNES_FOLLOW = re.compile(
    r"\b(?:ubnd|uy\s+ban\s+nhan\s+dan)\s+(?:cac|\d+)\s+(?:xa|phuong|dac\s+khu|huyen)(?:\s*,\s*(?:xa|phuong|dac\s+khu))*$"
)
_TELLS = re.compile(r"\s*đã\b(?!\s+được\s+(?:giao|phân))")
"""After its units a sentence tells what they have done."""
_NOUNS = frozenset(
    {
        "chỉ đạo",
        "quản lý",
        "kiểm tra",
        "đào tạo",
        "bồi dưỡng",
        "giám sát",
        "hỗ trợ",
        "đầu tư",
        "khai thác",
        "phát triển",
        "xử lý",
        "khảo sát",
        "nghiên cứu",
        "thống kê",
        "tuyên truyền",
        "thông tin",
    }
)


@cache
def _verbs() -> re.Pattern[str]:
    verbs = sorted((row["verb"] for row in rows("thammuu_core.plans.owners", "duty_verbs.tsv")), key=len)[
        ::-1
    ]
    words = "|".join(re.escape(verb).replace(r"\ ", r"\s+") for verb in verbs)
    # "các đơn vị được giao nhiệm vụ" is a unit; "được khen thưởng" is what happens to one.
    return re.compile(rf"\b(?:{words}|được(?!\s+(?:giao|phân|ủy))|(?<!được\s)giao)\b")


def begins_duty(text: str) -> bool:
    """The words begin with a verb of what is to be done: "Nâng cao hiệu quả …", "Tổ chức …"."""
    return _verbs().match(text[:40].strip().lower()) is not None


@lru_cache(maxsize=256)  # a paragraph of many duties and the headings over a list are asked again and again
def owners(sentence: str) -> Owners:
    """The units that `sentence` makes responsible, and those that work with them; empty when it names none."""
    folded = fold_keep(sentence)
    start = _subject(sentence, folded)
    if start is None:
        return _without_subject(sentence, folded)
    end = units_end(sentence, start)
    lead = units(sentence[start:end]) if end - start <= _LONGEST else ()
    if not lead or _TELLS.match(sentence, end):
        return Owners()
    return _with_others(sentence, folded, Owners(lead, (), (start, end), rest=end))


def units_end(sentence: str, start: int) -> int:
    """Where the list of units that begins at `start` gives way to what they do."""
    folded = fold_keep(sentence)
    brackets = [match.span() for match in _BRACKETS.finditer(sentence, start)]
    stop = _STOPS.search(sentence, start)
    while stop and (_distributes(folded, stop) or _within(brackets, stop.start())):
        stop = _STOPS.search(sentence, stop.end())
    limit = stop.start() if stop else len(sentence)
    for verb in _verbs().finditer(sentence, start, limit):
        if _acts(sentence, verb, start) and not _within(brackets, verb.start()):
            limit = verb.start()
            break
    while limit > start and (sentence[limit - 1].isspace() or sentence[limit - 1] in ",("):
        limit -= 1
    return limit


def _within(spans: list[Span], at: int) -> bool:
    return any(low <= at < high for low, high in spans)


def _distributes(folded: str, stop: re.Match[str]) -> bool:
    """The colon of "các sở: Tài chính, Nội vụ" is part of the list, and so is the point of "TP."."""
    if stop.group() == ":":
        head = folded[: stop.start()].rstrip()
        if _COMMUNES_FOLLOW.search(head):
            return not _verbs().match(stop.string[stop.end() :][:40].lstrip().lower())
        return _NAMES_FOLLOW.search(head) is not None
    return (
        stop.group() == "." and not folded[stop.end() : stop.end() + 1].isspace() and stop.end() < len(folded)
    )


def _acts(sentence: str, verb: re.Match[str], start: int) -> bool:
    """The verb is one, and not a word of a unit's name: "các cơ quan, tổ chức", "ban quản lý dự án"."""
    if verb.start() == start:
        return False
    word = " ".join(verb.group().split())
    before = fold_keep(sentence[max(start, verb.start() - 24) : verb.start()])
    if word == "tổ chức" and _BODIES_BEFORE.search(before):
        return False
    return not (word in _NOUNS and _NAME_BEFORE.search(before))


def _subject(sentence: str, folded: str) -> int | None:
    """Where the units begin that the sentence opens with, after "Giao", "Căn cứ …," and the like."""
    at = 0
    for _ in range(5):
        start = opening(sentence, at)
        if opens_unit(sentence, start):
            return start
        topic = _TOPIC.match(sentence, at)
        if topic and opens_unit(sentence, opening(sentence, topic.end())):
            return opening(sentence, topic.end())
        adverbial = _ADVERBIAL.match(folded, at)
        if not adverbial or _LEADING.match(folded, at):
            return None
        at = adverbial.end()
    return None


def _without_subject(sentence: str, folded: str) -> Owners:
    """ "Chủ trì, phối hợp với Sở B …" names only the others; "… (do Sở A chủ trì)" the lead further on."""
    leading = _leading(folded)
    if leading and opens_unit(sentence, leading.end()):
        return _others_at(sentence, Owners(rest=leading.end()), leading.end())
    for match in _LATER.finditer(folded):
        if opens_unit(sentence, match.end()):
            end = units_end(sentence, match.end())
            after = folded[end : end + 40]
            if re.match(
                r"\s*(?:,\s*)?(?:chu\s+tri|thuc\s+hien|phoi\s+hop|tham\s+muu|la\s+co\s+quan)", after
            ) and (named := units(sentence[match.end() : end])):
                passing = "(" not in match.group() and not folded[: match.start()].rstrip().endswith("(")
                found = Owners(named, (), (match.end(), end), None, passing, end)
                return _with_others(sentence, folded, found)
    return Owners()


def _leading(folded: str) -> re.Match[str] | None:
    """ "Chủ trì, phối hợp với" at the beginning, or after "Căn cứ …,"."""
    at = 0
    for _ in range(3):
        if found := _LEADING.match(folded, at):
            return found
        adverbial = _ADVERBIAL.match(folded, at)
        if adverbial is None:
            return None
        at = adverbial.end()
    return None


def helpers(sentence: str) -> Owners:
    """Those with whom something is done that the sentence comes to later: "…; phối hợp với Sở B rà soát …"."""
    for along in _ALONG.finditer(fold_keep(sentence)):
        if _names_others(sentence, along.end()):
            return _others_at(sentence, Owners(rest=along.end()), along.end())
    return Owners()


def _with_others(sentence: str, folded: str, found: Owners) -> Owners:
    along = _ALONG.search(folded, found.rest, min(len(folded), found.rest + 120))
    if not along or not _names_others(sentence, along.end()):
        return found
    return _others_at(sentence, found, along.end())


def _names_others(sentence: str, at: int) -> bool:
    return opens_unit(sentence, at) or opens_unit(
        sentence[:at] + sentence[at : at + 1].upper() + sentence[at + 1 :], at
    )


def _others_at(sentence: str, found: Owners, start: int) -> Owners:
    end = units_end(sentence, start)
    named = units(sentence[start:end]) if end - start <= _LONGEST else ()
    if not named:
        return found
    others = tuple(name for name in named if name not in found.lead)
    return replace(found, coordinating=others, coordinating_span=(start, end), rest=max(end, found.rest))


def read_owners(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lead and co-ordinating units of a value or cell that states owners: a list, or clauses on what each does.

    >>> read_owners("Sở Nội vụ chủ trì; Sở Y tế, Sở Tài chính phối hợp")
    (('Sở Nội vụ',), ('Sở Y tế', 'Sở Tài chính'))
    """
    lead: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    for start, end in clauses(text, (0, len(text))):
        clause = text[start:end]
        found = owners(clause) if _ROLES.search(clause) else Owners()
        if not found and (said := _SAID.match(clause)):
            lead, others = lead + units(said.group("lead")), others + units(said.group("others") or "")
        elif not found:
            lead += units(clause)
        elif (_HELPS.match(clause, found.rest) and not found.coordinating) or (
            lead and not _LEADS.match(clause, found.rest)
        ):
            others += found.lead + found.coordinating
        else:
            lead, others = lead + found.lead, others + found.coordinating
    return lead, others
