"""Which of the places that a sentence names is meant.

A sentence names places for other ends than to say where it wants something: the one it compares with, the one that
is a reason, the one to which something is to go. Those are passed over while another is left; of the others, the one
nearest after the request is meant, then the one of which the sentence speaks from its beginning, then the context.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences import named
from thammuu_core.opinions.sentences.asking import Asked
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Path, Reading, Reference, Step
from thammuu_core.opinions.sentences.nouns import MARKED, RANKS
from thammuu_core.opinions.sentences.places import Found, Places, found_at
from thammuu_core.opinions.sentences.reading import reading
from thammuu_core.opinions.sentences.references import references
from thammuu_core.opinions.sentences.verifying import exact

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_SAID = r"(?: (?:các|những|quy định|nội dung|đã|được|nêu|ở|tại|của|trong|với|như|điểm|cả|hiện hành|khác|có|cho|và))*\s*\(?$"
_COMPARED = (
    rf"{_W}(?:(?:thống nhất|đồng bộ|phù hợp|nhất quán|tương thích|tương ứng|trùng|trùng lặp|trùng lắp|chồng chéo|mâu thuẫn|lặp lại|khớp|liên quan) (?:với|nội dung|quy định|đến|tới)?"
    r"|tương tự|giống|khác|như|theo|căn cứ|dẫn chiếu|dẫn chiếu (?:đến|tới|sang)|viện dẫn|so với|đối chiếu với|bảo đảm|đảm bảo|(?:đã|cũng)(?: được)? (?:có |nêu |quy định |đề cập )?(?:tại|ở|trong)|trái với|ngoài)"
    rf"{_SAID}"
)
_REASON = rf"{_W}(?:vì|do|bởi|bởi vì|nhằm|để|lý do|tránh|nguyên nhân|trong khi|mặc dù|hiện nay theo){_E}(?! vậy| đó)[^,;:.]*$"
_DESTINATION = rf"{_W}(?:xuống|lên|sang|về|vào|thành|ra|đến|cho)(?: (?:thành|cuối|đầu|ngay|sau|trước|phía|vị trí|nội dung|quy định|của|tại|đề nghị|sau|khoản mới))*\s*$"
_OBJECT = rf"{_W}(?:bổ sung|thêm|chèn)(?: thêm)?(?: một| 01| 1| 02| các| nội dung)*\s*$"
"""What is to be put in: "bổ sung điểm đ vào khoản 2"; meant only where nothing else is named."""
_BECOMES = rf"{_W}(?:thành|là|bằng)(?: (?:các|nội dung|hai|02|một|01))*\s*$"
_REQUEST_WORDS = rf"{_W}(?:đề nghị|kiến nghị|đề xuất){_E}"
_PAGE = rf"{_W}trang\s+(?:số\s+)?\d"
_WHOLE = (
    rf"{_W}(?:(?:toàn bộ|cả|toàn văn|trong toàn|xuyên suốt|toàn thể) (?:nội dung )?(?:các )?(?:dự thảo|văn bản|nghị định|nghị quyết|thông tư|quyết định|kế hoạch|quy chế|đề án|điều khoản)"
    r"|toàn văn|các (?:nội dung|điều khoản|quy định|phần|vấn đề)(?: \w+)? (?:khác|còn lại)|các nội dung khác|(?:trong|tại) các (?:điều, khoản|điều khoản|quy định) (?:của|có liên quan|liên quan))"
)
_DOSSIER = rf"{_W}(?:tờ trình|báo cáo (?:thuyết minh|đánh giá|tổng kết|tiếp thu|giải trình|tổng hợp|thẩm định|tóm tắt|rà soát)|bản thuyết minh|thuyết minh (?:dự thảo|kèm theo)|bảng so sánh|bảng thuyết minh|dự thảo tờ trình|dự thảo báo cáo|đề cương chi tiết)"
_MANY = (
    rf"{_W}(?:mâu thuẫn|chưa thống nhất|không thống nhất|khác nhau|giữa|chồng chéo|trùng lặp|trùng nhau){_E}"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Where a sentence wants it."""

    found: tuple[Found, ...] = ()
    reason: str = ""
    """Why no place of the draft is meant; with neither, the whole draft is."""
    beside: str = ""
    """ "after", "before", "end": of an insertion beside or inside a provision as a whole."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A mention, and how little it speaks for being the one meant: 0 is best."""

    one: Reference
    order: tuple[int, int]


def chosen(read: Reading, asks: Asked, context: Sequence[str], places: Places, words: str) -> Named:
    """The places meant; `words` are those that the draft should have there, if any."""
    above = _above(tuple(context))
    mentions = [one for one in references(read) if one.paths]
    if cue(read, _PAGE).search(read.clear) and not any(
        _plain(read, one) and not _of_lines(one) for one in mentions
    ):
        return Named(reason="Nêu theo trang, dòng của bản in: cần đối chiếu với bản đã gửi.")
    if above.other and not mentions:
        return Named(reason=_ELSEWHERE)
    if _of_dossier(read, mentions):
        return Named(reason=_ELSEWHERE)
    weighed = sorted((_weigh(read, one, asks) for one in mentions), key=lambda each: each.order)
    if weighed and weighed[0].order[0] < _FAR:
        return _resolved(read, asks, weighed, above, places, words)
    if special := _special(read, places):
        return Named(special)
    if cue(read, _WHOLE).search(read.clear):
        return Named()
    if above.other:
        return Named(reason=_ELSEWHERE)
    if above.paths and (found := _first(places, above.paths)):
        return Named(found)
    if weighed:
        return _resolved(read, asks, weighed, above, places, words)
    if above.lines and (special := _special(reading(above.lines[-1]), places)):
        return Named(special)
    if not above.paths and (spoken := named.spoken_of(read, places)):
        return Named((spoken,))
    return Named()


_ELSEWHERE = "Nói về một tài liệu khác trong hồ sơ, không phải dự thảo được lấy ý kiến."
_LINES = frozenset({"dong", "hang", "cau", "doan", "y"})
"""Alone they say where in a provision that is named elsewhere."""
_FAR = 10


# -- which mention -----------------------------------------------------------------------------


def _weigh(read: Reading, one: Reference, asks: Asked) -> _Weighed:
    before = read.clear[: one.start]
    clause = before[max(0, one.start - 120) :]
    cost = 0
    if cue(read, _COMPARED).search(clause) or _in_reason(read, clause):
        cost = _FAR + 1
    elif (asks.operation in (Operation.MOVE, Operation.MERGE) and cue(read, _DESTINATION).search(clause)) or (
        cue(read, _BECOMES).search(clause) and asks.operation is not Operation.COMMENT
    ):
        cost = _FAR + 2
    elif _of_lines(one):
        cost = 4
    elif one.start < asks.start:
        cost = 1
    elif asks.operation is Operation.INSERT and cue(read, _OBJECT).search(clause):
        cost = 2
    return _Weighed(one, (cost, one.start))


def _of_lines(one: Reference) -> bool:
    return all(step.noun in _LINES for path in one.paths for step in path)


def _in_reason(read: Reading, clause: str) -> bool:
    found = cue(read, _REASON).search(clause)
    return found is not None and not cue(read, _REQUEST_WORDS).search(clause, found.start())


def _plain(read: Reading, one: Reference) -> bool:
    return not cue(read, _COMPARED).search(read.clear[max(0, one.start - 120) : one.start])


def _of_dossier(read: Reading, mentions: Sequence[Reference]) -> bool:
    """Whether the place is in another document of the dossier, said right before or after the mention, or alone."""
    for found in cue(read, _DOSSIER).finditer(read.clear):
        lead = read.clear[: found.start()].strip()
        if not mentions:
            return len(lead) < 24
        first = mentions[0]
        if 0 <= first.start - found.end() < 30 or 0 <= found.start() - first.end < 12:
            return True
    return False


def _resolved(
    read: Reading, asks: Asked, weighed: Sequence[_Weighed], above: _Above, places: Places, words: str
) -> Named:
    best = weighed[0].order[0]
    plain = [each.one for each in weighed if each.order[0] < _FAR] or [
        each.one for each in weighed if each.order[0] == best
    ]
    topics = [one for one in plain if one.start < asks.start]
    options: list[tuple[Reference, tuple[Path, ...]]] = []
    for one in plain:
        inherited = _Above(
            tuple(path for topic in topics[:1] if topic is not one for path in topic.paths) or above.paths
        )
        if inherited.paths is not above.paths:
            inherited = _Above(tuple(_completed(path, above.paths) for path in inherited.paths))
        options.append((one, tuple(_completed(path, inherited.paths) for path in one.paths)))
    if words and len(options) > 1:
        holding = [
            option
            for option in options
            if any(exact(places, words, each.start, each.end) for each in _first(places, option[1]))
        ]
        options = holding or options
    elif (
        asks.operation in (Operation.REVIEW, Operation.QUESTION)
        and cue(read, _MANY).search(read.clear)
        and len(options) > 1
    ):
        options = [(options[0][0], tuple(path for _, paths in options for path in paths))]
    one, paths = options[0]
    found = _first(places, paths)
    if asks.operation is not Operation.INSERT:
        gone = tuple(each for each in found if each.missing)
        found = tuple(each for each in found if not each.missing) or tuple(
            _nearly(each) for each in gone if _small(each.missing)
        )
    if not found:
        return Named(reason=f"Dự thảo không có {_said(paths[0])}.")
    return Named(found, beside=_beside(read, one, asks))


def _small(missing: Path) -> bool:
    return all(step.noun in ("cau", "doan", "y", "gach dau dong", "tiet", "dau gach") for step in missing)


def _nearly(found: Found) -> Found:
    return Found(found.provision, found.start, found.end, cost=found.cost)


def _said(path: Path) -> str:
    return " ".join(f"{_proper(step)} {step.label}" for step in reversed(path)) or "nội dung này"


def _proper(step: Step) -> str:
    word = MARKED.get(step.noun, step.noun)
    return word.capitalize() if step.noun in ("dieu", "chuong", "phan", "muc", "phu luc") else word


def _first(places: Places, paths: Sequence[Path]) -> tuple[Found, ...]:
    found = (places.resolve(path)[:1] for path in paths)
    return tuple(dict.fromkeys(one for each in found for one in each))


def _beside(read: Reading, one: Reference, asks: Asked) -> str:
    if asks.operation is not Operation.INSERT:
        return ""
    before = read.clear[max(0, one.start - 30) : one.start]
    if cue(read, rf"{_W}trước(?: nội dung)?\s*$").search(before):
        return "before"
    if cue(read, rf"{_W}sau(?: nội dung)?\s*$").search(before):
        return "after"
    return "end" if cue(read, rf"{_W}cuối(?: của| nội dung)?\s*$").search(before) else ""


# -- places without a label, and what stands above ---------------------------------------------


def _special(read: Reading, places: Places) -> tuple[Found, ...]:
    if found := named.bases(read, places):
        return found[1]
    if named.title(read, places) and places.title:
        return (found_at(places, *places.title),)
    if named.recipients(read, places) and places.recipients:
        return (found_at(places, *places.recipients),)
    return tuple(found for _, found in named.headed(read, places))[:1]


@dataclass(frozen=True, slots=True)
class _Above:
    paths: tuple[Path, ...] = ()
    other: bool = False
    """The headings speak of another document of the dossier."""
    lines: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def _above(context: tuple[str, ...]) -> _Above:
    """What the headings and premises above a sentence name, each completing the one before it."""
    paths: tuple[Path, ...] = ()
    other = False
    for line in context:
        read = reading(line)
        mentions = [one for one in references(read) if one.paths]
        plain = [one for one in mentions if _plain(read, one)] or mentions
        if _of_dossier(read, mentions):
            paths, other = (), True
        elif plain:
            paths = tuple(_completed(path, paths) for path in plain[0].paths)
            other = other and cue(read, rf"{_W}(?:dự thảo){_E}").search(read.clear) is None
        elif cue(read, rf"{_W}(?:về|đối với) (?:nội dung )?(?:dự thảo|văn bản){_E}").search(read.clear):
            paths, other = (), False
    return _Above(paths, other, context)


def _completed(path: Path, above: Sequence[Path]) -> Path:
    """A path that does not begin at the top goes on from the context's."""
    if not path or not above:
        return path
    top = RANKS[path[0].noun]
    return (*(step for step in above[0] if RANKS[step.noun] > top), *path)
