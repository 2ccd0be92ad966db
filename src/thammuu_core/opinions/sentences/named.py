"""Places of a draft that are called by what they are, not by a label: its name, its legal bases, its recipients, a heading.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I (thành phần thể thức: tên loại và trích yếu, căn cứ ban hành, nơi nhận).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Reading, Span
from thammuu_core.opinions.sentences.places import Found, Places, found_at
from thammuu_core.opinions.sentences.reading import QUOTED
from thammuu_core.opinions.sentences.verifying import occurrences

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_TITLE = (
    rf"{_W}(?:tên gọi(?= ?[:,;.\"(-]| của (?:dự thảo|văn bản|thông tư|nghị|quyết|kế hoạch|quy|đề án)| dự thảo| văn bản| đề nghị| thành| {QUOTED}|$)|trích yếu|tên (?:của )?(?:dự thảo|văn bản|nghị định|nghị quyết|thông tư|quyết định|kế hoạch|quy chế|quy định|đề án|chương trình|chỉ thị|luật)"
    r"|tiêu đề (?:của )?(?:dự thảo|văn bản|nghị định|nghị quyết|thông tư|quyết định|kế hoạch|quy chế|quy định|đề án)|(?:về|phần) (?:tên|tiêu đề)(?= ?[:,]))"
    rf"{_E}"
)
_BASES = (
    rf"{_W}(?:(?:phần|mục|các|về|tại) (?:các )?căn cứ|căn cứ (?:pháp lý|ban hành|thứ|cuối|đầu)|(?:bỏ|bổ sung|thêm|sửa|xóa|thay|cập nhật|rà soát|chỉnh sửa|lược bỏ)(?: lại)?(?: các| phần)? căn cứ|phần mở đầu)"
    rf"{_E}"
)
_NTH = rf"{_W}căn cứ thứ (?P<nth>\d{{1,2}}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười){_E}|(?P<last>căn cứ cuối(?: cùng)?)"
_COUNT = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_RECIPIENTS = rf"{_W}nơi nhận{_E}"
_ANNEX = rf"{_W}phụ lục(?: kèm theo)?{_E}(?! (?:số )?(?:[ivxlc]+|\d))"
_HEADED = rf"{_W}(?:phần|mục|nội dung|về|chương|điều|tại|đoạn|khổ|nhóm|giải pháp|nhiệm vụ)(?: phần| mục| nội dung| quy định| về| giải pháp| nhiệm vụ){{0,2}}[ :]{{1,3}}[\"“(]?"


def title(read: Reading, places: Places) -> Span | None:
    """Where the sentence speaks of the draft's name; None when it does not, or the draft has none."""
    found = cue(read, _TITLE).search(read.clear) if places.title else None
    return found.span() if found else None


def bases(read: Reading, places: Places) -> tuple[Span, tuple[Found, ...]] | None:
    """Where the sentence speaks of the legal bases, and which of them."""
    found = cue(read, _BASES).search(read.clear) if places.bases else None
    if found is None:
        return None
    nth = cue(read, _NTH).search(read.clear)
    chosen: Sequence[Span] = places.bases
    if nth and nth["last"]:
        chosen = places.bases[-1:]
    elif nth:
        number = int(nth["nth"]) if nth["nth"].isdigit() else _count(nth["nth"])
        chosen = places.bases[number - 1 : number] or places.bases
    return found.span(), (found_at(places, chosen[0][0], chosen[-1][1]),)


def _count(word: str) -> int:
    return next((number for number, known in enumerate(_COUNT, 1) if known == word), 0)


def recipients(read: Reading, places: Places) -> Span | None:
    """Where the sentence speaks of "Nơi nhận"."""
    found = cue(read, _RECIPIENTS).search(read.clear) if places.recipients else None
    return found.span() if found else None


def annex(read: Reading, places: Places) -> Found | None:
    """The annex, where the draft has only one."""
    if len(places.annexes) != 1 or not cue(read, _ANNEX).search(read.clear):
        return None
    _, start, end = places.annexes[0]
    return found_at(places, start, end)


def headed(read: Reading, places: Places) -> Iterator[tuple[Span, Found]]:
    """Provisions whose heading the sentence says: "phần Tổ chức thực hiện", "mục “Kinh phí”"."""
    for lead in cue(read, _HEADED).finditer(read.small):
        identity = places.heading_at(read.folded, lead.end())
        if identity:
            start, end = places.version.spans[identity]
            yield lead.span(), Found(identity, start, end)


_SPOKEN_OF = (
    rf"{_W}(?:nhiệm vụ|nội dung|chỉ tiêu|mục tiêu|quy định về|quy định|hoạt động|giải pháp|khái niệm|đối với|thời hạn|mức|việc)"
    r"(?: về| giao| là)? (?P<what>[^,;:.\"()\n]{12,160})"
)


def spoken_of(read: Reading, places: Places) -> Found | None:
    """The provision whose words the sentence uses for it, when the draft has them once."""
    for quote in read.quotes:
        words = read.text[slice(*quote.inner)].strip()
        where = list(occurrences(places, words)) if len(words) > 7 else []
        if len(where) == 1:
            return _around(places, where[0][0])
    for found in cue(read, _SPOKEN_OF).finditer(read.clear):
        words = re.split(r" (?:tại|ở|trong|của|là|cho|theo) ", read.text[slice(*found.span("what"))].strip())[
            0
        ]
        where = list(occurrences(places, words)) if words.count(" ") > 2 else []
        if len(where) == 1:
            return _around(places, where[0][0])
    return None


def _around(places: Places, offset: int) -> Found | None:
    identity = places.version.at(offset)
    return Found(identity, *places.version.spans[identity]) if identity else None
