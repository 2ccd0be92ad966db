"""The words that a sentence wants out, in, or beside which it wants something: quoted, or plainly said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Quote, Reading, Span
from thammuu_core.text import fold_keep

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_ROLES = (
    rf"{_W}(?:(?P<out>thay cho|thay vì|không phải(?: là)?|thay thế cho|tránh dùng)"
    r"|(?P<before>(?:(?:vào|phía|ngay|liền|đứng|đặt) ){0,2}trước(?: cụm)?)"
    r"|(?P<after>(?:(?:vào|phía|ngay|liền|đứng|đặt|tiếp) ){0,2}(?:sau|giữa|tiếp theo)(?! đây| khi| đó))"
    r"|(?P<new>như sau|sau đây|thành|bằng|sang|lên|xuống còn|xuống|còn|là|dùng|sử dụng|thể hiện|viết|ghi|nêu|như)"
    r"|(?P<added>bổ sung|thêm|chèn|điền|thiếu)"
    r"|(?P<named>cột|tiêu đề|tên)"
    r"|(?P<old>thay thế|thay|sửa đổi|chỉnh sửa|sửa|điều chỉnh|bỏ|xóa|lược|từ|thừa|quy định|đổi|cụm từ|nội dung|giữ nguyên|khái niệm|thuật ngữ))"
    rf"{_E}"
)
_STRONG = ("new", "added", "after", "before", "out")
_FILLERS = ("cum tu", "tu", "noi dung", "thuat ngu", "quy dinh", "khai niem")
"""What may stand between a cue and the words of which it speaks."""
_LOOK = 90
_MARKS = {
    "dấu phẩy": ",", "dấu chấm phẩy": ";", "dấu chấm": ".", "dấu hai chấm": ":", "dấu ngoặc kép": "“”", "dấu ngoặc đơn": "()",
    "dấu gạch ngang": "-", "dấu gạch nối": "-", "dấu hỏi": "?", "dấu chấm hỏi": "?",
}  # fmt: skip
_MARK = _W + "(?:" + "|".join(sorted(_MARKS, key=len, reverse=True)) + ")" + _E


@dataclass(frozen=True, slots=True)
class Values:
    """Words of the sentence, by their places in it."""

    old: Span | None = None
    new: Span | None = None
    near: Span | None = None
    """Of an insertion: the words beside which it stands."""
    after: bool = True
    mark: str = ""
    """A punctuation mark called by its name: ","."""
    plain: bool = False
    """`old` was not quoted: it counts only where the draft has it."""
    spare: tuple[Span, ...] = ()
    """Quotations without a part of their own."""


def values(read: Reading, operation: Operation) -> Values:
    """What the sentence says word for word, for what it asks."""
    found = _quoted(read, operation)
    if operation in (Operation.REPLACE, Operation.INSERT, Operation.DELETE):
        found = _spoken(read, operation, found)
    return found


# -- quoted words ------------------------------------------------------------------------------


def _quoted(read: Reading, operation: Operation) -> Values:
    made = Values()
    floor = 0
    for quote in read.quotes:
        part = _part(read, quote, floor)
        floor = quote.end
        if quote.inner[0] < quote.inner[1]:
            made = _with(made, part, quote, operation)
    return _settled(made, operation)


def _part(read: Reading, quote: Quote, floor: int) -> str:
    """The last cue before the quotation says what it is; a pause before it ends the reach of a cue."""
    said = read.clear[max(floor, quote.start - _LOOK) : quote.start]
    cut = max(said.rfind(";"), said.rfind(". "), -1) + 1
    last = ""
    for found in cue(read, _ROLES).finditer(said, cut):
        if last in _STRONG and found.lastgroup == "old" and fold_keep(found[0]) in _FILLERS:
            continue
        last = found.lastgroup or ""
    return last


def _with(made: Values, part: str, quote: Quote, operation: Operation) -> Values:
    inner = quote.inner
    if part in ("after", "before") and operation in (Operation.INSERT, Operation.MOVE):
        return replace(made, near=inner, after=part == "after") if made.near is None else made
    if part == "new" and made.new is None:
        return replace(made, new=inner)
    if part == "added" and operation is Operation.INSERT and made.new is None:
        return replace(made, new=inner)
    if part in ("old", "out") and made.old is None:
        return replace(made, old=inner)
    return replace(made, spare=(*made.spare, inner))


def _settled(made: Values, operation: Operation) -> Values:
    """Quotations whose part no cue told, by what the operation still lacks."""
    spare = list(made.spare)
    if operation is Operation.INSERT:
        if made.old is not None and made.new is None:
            made = replace(made, new=made.old, old=None)
        elif made.old is not None:
            made = replace(made, near=made.near or made.old, old=None)
        if made.new is None and spare:
            made = replace(made, new=spare.pop(0))
        if made.near is None and spare:
            made = replace(made, near=spare.pop(0))
    elif operation is Operation.REPLACE:
        if made.old is None and spare:
            made = replace(made, old=spare.pop(0))
        if made.new is None and spare:
            made = replace(made, new=spare.pop(0))
    else:
        first = next((span for span in (made.old, made.new, *spare) if span), None)
        made = replace(made, old=first, new=None)
    return replace(made, spare=tuple(spare))


# -- words without quotation marks -------------------------------------------------------------

_STOP = (
    r"(?:[;\n]|\.(?=\s|$)|[.?!]?\s*$"
    rf"|,?\s(?:để|cho|nhằm|vì|do|bởi|đồng thời|theo|trong (?:toàn|cả|dự thảo)|tại|ở|là phù hợp|mới|sẽ|thì|cho phù hợp){_E}"
    r"|,\s(?:đề nghị|tránh|bảo đảm|đảm bảo|phù hợp|thống nhất|qua đó|từ đó)"
    r"|\s\()"
)
_FROM_TO = rf"{_W}từ (?P<old>[^,;:\n]{{1,120}}?) (?:thành|sang|lên thành|lên|xuống còn|xuống|bằng) (?P<new>[^;:\n]{{1,160}}?){_STOP}"
_AS_FOLLOWS = r"(?:như sau|sau đây|thành|là|sau|nội dung|đoạn|câu|ý|lại)\s{0,2}:\s{0,3}(?P<new>\S)"
_CHANGED = (
    rf"{_W}(?:thay thế|thay|sửa đổi|chỉnh sửa|sửa|đổi|điều chỉnh)(?: cụm từ| từ| chữ| thuật ngữ| các cụm từ| tên)? (?P<old>[^,;:\n]{{1,120}}?) (?:thành|bằng)"
    rf"(?: cụm từ| từ| chữ| thuật ngữ)? (?P<new>[^;:\n]{{1,160}}?){_STOP}"
)
_BECOMES = (
    rf"{_W}(?:thành|bằng|sang|lên|xuống còn|xuống|là)(?: cụm từ| từ| chữ)? (?P<new>[^;:\n]{{1,120}}?){_STOP}"
)
_TERM = rf"(?:cụm từ|từ ngữ|từ|chữ) (?P<new>[^,;:\n]{{1,80}}?)(?= (?:vào |ngay |liền |phía )?(?:sau|trước|tại|ở|trong){_E}|[,.;]|$)"
_BESIDE = rf"{_W}(?P<side>sau|trước) (?:cụm từ|từ ngữ|từ|chữ) (?P<near>[^,;:\n]{{1,80}}?)(?= (?:tại|ở|trong|cụm){_E}|[,.;]|$)"


def _spoken(read: Reading, operation: Operation, made: Values) -> Values:
    if not made.mark and (named := cue(read, _MARK).search(read.clear)):
        made = _marked(read, operation, made, named)
    if made.new is None and not made.mark and operation is not Operation.DELETE:
        made = _announced(read, made)
    if operation is Operation.REPLACE:
        return _changed(read, made)
    if operation is Operation.INSERT:
        return _inserted(read, made)
    return made


def _marked(read: Reading, operation: Operation, made: Values, named: re.Match[str]) -> Values:
    mark = _MARKS.get(" ".join(read.small[named.start() : named.end()].split()), "")
    if not mark or (made.new is not None and (made.near or operation is Operation.REPLACE)):
        return made
    if operation is Operation.INSERT and made.near is None:
        return replace(made, mark=mark, near=made.new, new=None)
    return replace(made, mark=mark)


def _announced(read: Reading, made: Values) -> Values:
    """A new wording after a colon, without quotation marks."""
    for found in cue(read, _AS_FOLLOWS).finditer(read.clear):
        end = len(read.text.rstrip())
        if end - found.start("new") > 8 and not read.quotes:
            return replace(made, new=(found.start("new"), end))
    return made


def _changed(read: Reading, made: Values) -> Values:
    for pattern in (_FROM_TO, _CHANGED):
        found = cue(read, pattern).search(read.clear)
        if found is None:
            continue
        if made.old is None and made.new is None and _literal(read, found.span("new")):
            return replace(made, old=found.span("old"), new=found.span("new"), plain=True)
        if (
            made.old is None
            and made.new is not None
            and found.start("new") <= made.new[0] <= found.end("new")
        ):
            return replace(made, old=found.span("old"), plain=True)
    if made.new is None:
        for found in cue(read, _BECOMES).finditer(read.clear):
            if _literal(read, found.span("new")) and (made.old is None or found.start() > made.old[1]):
                return replace(made, new=found.span("new"))
    return made


def _inserted(read: Reading, made: Values) -> Values:
    if made.near is None and (found := cue(read, _BESIDE).search(read.clear)):
        made = replace(made, near=found.span("near"), after=found["side"] == "sau")
    if (
        made.new is None
        and not made.mark
        and (found := cue(read, r"(?:bổ sung|thêm) (?:thêm )?" + _TERM).search(read.clear))
    ):
        made = replace(made, new=found.span("new"))
    return made


def _literal(read: Reading, span: Span) -> bool:
    """Words that can stand in the draft as they are: a number, a date, a name."""
    said = read.text[slice(*span)].strip()
    return bool(said) and (any(letter.isdigit() for letter in said) or said[0].isupper())


def spans(made: Values) -> Iterator[Span]:
    """All words used."""
    yield from (span for span in (made.old, made.new, made.near, *made.spare) if span)
