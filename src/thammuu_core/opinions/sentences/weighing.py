"""How little each place that a sentence names speaks for being the one meant.

A sentence names places for other ends than to say where it wants something: the one it compares with, the one that
is a reason, the one to which something is to go. Those are far; of the others, the one nearest after the request is
meant, then the one of which the sentence speaks from its beginning.
"""

from __future__ import annotations

from dataclasses import dataclass

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences.asking import Asked
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Reading, Reference

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_SAID = r"(?: (?:các|những|tổng mức|số liệu|mức|chỉ tiêu|thời hạn|thẩm quyền|kinh phí|nhiệm vụ|quy định|nội dung|đã|được|nêu|ở|tại|của|trong|với|như|điểm|cả|hiện hành|khác|có|cho|và))*\s*\(?$"
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


_LINES = frozenset({"dong", "hang", "cau", "doan", "y"})
"""Alone they say where in a provision that is named elsewhere."""
_TABLED = rf"{_W}(?:phụ lục|bảng|biểu|danh mục)(?![^\W_])"
"""In a table a line is a place of its own."""
_FAR = 10
_LOOK = 120


@dataclass(frozen=True, slots=True)
class Weighed:
    """A mention with its weight: 0 is nearest."""

    one: Reference
    weight: int

    @property
    def far(self) -> bool:
        """Named for another end than to be the place."""
        return self.weight >= _FAR


def weighed(read: Reading, asks: Asked, mentions: tuple[Reference, ...]) -> list[Weighed]:
    """The mentions, the nearest first; equal ones as they stand."""
    each = (Weighed(one, _weight(read, asks, one)) for one in mentions)
    return sorted(each, key=lambda known: (known.weight, known.one.start))


def _weight(read: Reading, asks: Asked, one: Reference) -> int:
    clause = read.clear[max(0, one.start - _LOOK) : one.start]
    if compared(read, one) or _in_reason(read, clause):
        return _FAR + 1
    if asks.operation in (Operation.MOVE, Operation.MERGE) and cue(read, _DESTINATION).search(clause):
        return _FAR + 2
    if asks.operation is not Operation.COMMENT and cue(read, _BECOMES).search(clause):
        return _FAR + 2
    if of_lines(one) and not cue(read, _TABLED).search(read.clear, 0, one.start):
        return 4
    if one.start < asks.start:
        return 1
    return 2 if asks.operation is Operation.INSERT and cue(read, _OBJECT).search(clause) else 0


def compared(read: Reading, one: Reference) -> bool:
    """Whether the sentence only compares with it, or quotes its authority."""
    return bool(cue(read, _COMPARED).search(read.clear[max(0, one.start - _LOOK) : one.start]))


def of_lines(one: Reference) -> bool:
    """A line, a paragraph, a sentence of something, by its number alone."""
    return all(step.noun in _LINES for path in one.paths for step in path)


def _in_reason(read: Reading, clause: str) -> bool:
    found = cue(read, _REASON).search(clause)
    return found is not None and not cue(read, _REQUEST_WORDS).search(clause, found.start())
