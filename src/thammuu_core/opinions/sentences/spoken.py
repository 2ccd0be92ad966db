"""What a sentence says word for word, in quotation marks or without them.

Words without marks count where their form is sure: a figure, a name, what is called "cụm từ", or what stands after
"như sau:"; what would be old must then be in the draft.
"""

from __future__ import annotations

import re
from dataclasses import replace

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences.asking import Asked
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Reading, Span
from thammuu_core.opinions.sentences.reading import QUOTED
from thammuu_core.opinions.sentences.values import Values, quoted
from thammuu_core.opinions.sentences.verbs import verbs

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_MARKS = {
    "dấu phẩy": ",", "dấu chấm phẩy": ";", "dấu chấm": ".", "dấu hai chấm": ":", "dấu ngoặc kép": "“”", "dấu ngoặc đơn": "()",
    "dấu gạch ngang": "-", "dấu gạch nối": "-", "dấu hỏi": "?", "dấu chấm hỏi": "?",
}  # fmt: skip
_MARK = _W + "(?:" + "|".join(sorted(_MARKS, key=len, reverse=True)) + ")" + _E
_CASE = rf"{_W}(?:viết|in) (?:in )?(?:hoa|thường){_E}"
_SMALL = rf"{_W}(?:viết|in) (?:in )?thường{_E}|{_W}không viết hoa{_E}"
_STOP = (
    r"(?:[;\n]|\.(?=\s|$)|[?!]|\s*$"
    rf"|,?\s(?:để|cho (?:phù hợp|thống nhất|đồng bộ|đầy đủ|rõ|chính xác|đúng|chặt chẽ|gọn|bao quát|sát)|nhằm|vì|do|bởi|đồng thời|theo (?:quy định|đúng)|trong (?:toàn|cả|dự thảo)|tại|ở|là phù hợp|mới|sẽ|thì|như|nêu|quy định tại|chủ trì|phối hợp với){_E}"
    r"|,\s(?:đề nghị|tránh|bảo đảm|đảm bảo|phù hợp|thống nhất|qua đó|từ đó|lý do|vì|do)"
    r"|\s\()"
)
_FROM_TO = rf"{_W}từ (?P<old>(?:[^,;:\n]|,(?=\d)){{1,120}}?) (?:thành|sang|lên thành|lên|xuống còn|xuống|bằng|về|tới)(?: là)? (?P<new>[^;:\n]{{1,160}}?){_STOP}"
_AS_FOLLOWS = (
    r"(?:như sau|sau đây|thành|là|(?<!nội dung )sau|đoạn|câu|ý|lại|(?<!các )(?<!một số )(?<!những )nội dung(?: sau)?|khoản|điểm|viết gọn|viết lại|sửa lại)"
    r"(?:\s{0,2}:\s{0,3}|\s{0,2}\n\s{0,3})(?P<new>\S)"
)
_CHANGED = (
    rf"{_W}(?:thay thế|thay|sửa đổi|chỉnh sửa|chỉnh lý|sửa|đổi|điều chỉnh|chuyển)(?: cụm từ| từ| chữ| thuật ngữ| các cụm từ| tên)? (?P<old>(?:[^,;:\n]|,(?=\d)){{1,120}}?) (?<!hoàn )(?:thành|bằng|sang)"
    rf"(?: cụm từ| từ| chữ| thuật ngữ)? (?P<new>[^;:\n]{{1,160}}?){_STOP}"
)
_USED = rf"{_W}(?:dùng|sử dụng|ghi|viết)(?: cụm từ| từ| chữ| thuật ngữ)? (?P<new>(?:[^,;:\n]|,(?=\d)){{1,120}}?) thay (?:cho|vì)(?: cụm từ| từ| chữ| thuật ngữ)? (?P<old>[^;:\n]{{1,120}}?){_STOP}"
_NOT_BUT = rf"{_W}(?<!hoàn )(?:là|thành|còn|dùng|bằng|lên)(?: cụm từ| từ| chữ)? (?P<new>(?:[^,;:\n]|,(?=\d)){{1,120}}?),? (?:thay vì|thay cho|mà không phải|chứ không phải|không phải)(?: là| cụm từ| từ)* (?P<old>[^;:\n]{{1,120}}?){_STOP}"
_GIVEN = (
    rf"{_W}(?:giao|phân công|chuyển|bố trí)(?: cho)? (?P<new>[^,;:\n]{{2,90}}?)"
    rf"(?= (?:chủ trì|phối hợp|thực hiện|làm|là|đảm nhận|đầu mối){_E})"
)
_IN_PLACE = rf"{_W}thay (?:cho|thế|vì)(?: cho)? (?P<old>[^;:\n]{{1,120}}?){_STOP}"
_BECOMES = rf"{_W}(?<!hoàn )(?:thành|bằng|sang|lên|xuống còn|xuống|còn|là|thay bằng)(?: cụm từ| từ| chữ| mức)? (?P<new>[^;:\n]{{1,120}}?){_STOP}"
_UNTIL = (
    rf"{_W}(?:lùi|kéo dài|gia hạn|dời|giãn|hoãn|đẩy)(?: [^\W\d]+){{0,6}} (?:đến|tới) "
    rf"(?P<new>(?:hết |trước |sau |cuối |đầu )?(?:ngày|tháng|quý|năm|\d)[^;:\n]{{0,60}}?){_STOP}"
)
_TERM = rf"(?:cụm từ|từ ngữ|từ|chữ) (?P<new>[^,;:\n]{{1,80}}?)(?= (?:vào |ngay |liền |phía )?(?:sau|trước|tại|ở|trong){_E}|[,.;]|$)"
_TERM_OUT = (
    rf"{_W}(?:cụm từ|từ ngữ|chữ|từ) (?P<old>[^,;:\n]{{1,80}}?)(?= (?:tại|ở|trong|vì|do|để|cho){_E}|[,.;]|$)"
)
_BESIDE = rf"{_W}(?P<side>sau|trước) (?:cụm từ|từ ngữ|từ|chữ) (?P<near>[^,;:\n]{{1,80}}?)(?= (?:tại|ở|trong|cụm){_E}|[,.;]|$)"


def values(read: Reading, asks: Asked) -> Values:
    """What the sentence says word for word, for what it asks."""
    given = _given(read, asks)
    found = quoted(read, asks) if given is None else replace(_before(read, asks, given), new=given)
    if asks.operation in (Operation.REPLACE, Operation.INSERT, Operation.DELETE):
        found = _spoken(read, asks, found)
    return found


def _before(read: Reading, asks: Asked, given: Span) -> Values:
    """The quotations that stand before a wording given without marks."""
    quotes = tuple(quote for quote in read.quotes if quote.end <= given[0])
    made = quoted(replace(read, quotes=quotes), asks)
    return replace(made, old=made.old or made.new)


def _spoken(read: Reading, asks: Asked, made: Values) -> Values:
    if marks := list(cue(read, _MARK).finditer(read.clear)):
        made = _marked(read, asks.operation, made, marks)
    if asks.operation is Operation.REPLACE and cue(read, _CASE).search(read.clear):
        return replace(
            made,
            old=made.old or made.new,
            new=made.new or made.old,
            capital=cue(read, _SMALL).search(read.clear) is None,
        )
    if asks.operation is Operation.REPLACE and not made.mark:
        return _changed(read, asks, made)
    if asks.operation is Operation.INSERT:
        return _inserted(read, made)
    if asks.operation is Operation.DELETE and made.old is None:
        return _removed(read, asks, made)
    return made


def _given(read: Reading, asks: Asked) -> Span | None:
    """A new wording after "như sau:", without quotation marks; to the end of the sentence."""
    if asks.operation not in (Operation.REPLACE, Operation.INSERT):
        return None
    begun = next(
        (verb.end for verb in verbs(read) if verb.strong and verb.start >= asks.start), len(read.text)
    )
    for found in cue(read, _AS_FOLLOWS).finditer(read.clear, asks.start):
        if found.start("new") < begun:
            continue
        end = len(read.text.rstrip())
        if read.clear[found.start("new")] != QUOTED and end - found.start("new") > 3:
            return found.start("new"), _without_reason(read, found.start("new"), end)
    return None


def _without_reason(read: Reading, start: int, end: int) -> int:
    found = cue(read, r"[\s(-]*(?:\(|\. |\n)\s*(?:lý do|lí do)").search(read.clear, start, end)
    return found.start() if found else end


def _removed(read: Reading, asks: Asked, made: Values) -> Values:
    """ "bỏ cụm từ nếu có tại khoản 2": words that the draft must have."""
    if found := cue(read, _TERM_OUT).search(read.clear, asks.start):
        return replace(made, old=found.span("old"), plain=True)
    for start, end in read.others:
        if cue(read, _CITED_OUT).search(read.clear, max(0, start - 60), start):
            return replace(made, old=(start, end), plain=True)
    for found in cue(read, _NAME_OUT).finditer(read.clear, max(0, asks.start - 12)):
        if read.text[found.start("old")].isupper() and not cue(read, _PLACE).match(
            read.clear, found.start("old")
        ):
            return replace(made, old=found.span("old"), plain=True)
    return made


def _marked(read: Reading, operation: Operation, made: Values, found: list[re.Match[str]]) -> Values:
    """Marks called by their names: put in, taken out, or one in place of another."""
    marks = [_MARKS.get(" ".join(read.small[each.start() : each.end()].split()), "") for each in found]
    if operation is Operation.INSERT:
        return (
            replace(made, mark=marks[0], near=made.near or made.new, new=None)
            if made.new is None or made.near is None
            else made
        )
    if operation is Operation.DELETE:
        return replace(made, out=marks[0], near=made.near or made.old, old=None)
    if made.new is None and len(marks) > 1:
        return replace(made, out=marks[0], mark=marks[1], near=made.near or made.old, old=None)
    return replace(made, mark=marks[0]) if made.new is None and made.old is not None else made


def _changed(read: Reading, asks: Asked, made: Values) -> Values:
    if made.old is None:
        made = _exchanged(read, made)
    if made.old is None and made.new is None:
        made = _given_instead(read, made)
    if made.new is None:
        made = _become(read, asks, made)
    return _same_shape(read, made) if made.old is None and made.new is not None else made


def _exchanged(read: Reading, made: Values) -> Values:
    """ "từ A sang B", "thay A bằng B", "dùng B thay cho A": what stands before counts if the draft has it."""
    for pattern in (_FROM_TO, _NOT_BUT, _CHANGED, _USED):
        found = cue(read, pattern).search(read.clear)
        if found is None:
            continue
        old, new = (_without_place(read, found.span(name)) for name in ("old", "new"))
        if made.new is not None and new[0] <= made.new[0] <= new[1]:
            return replace(made, old=old, plain=True)
        if made.new is None and (_literal(read, new) or _termed(read, found)):
            made = replace(made, old=old, new=new, plain=True)
            if _counts(read, new) and not _counts(read, old) and not _termed(read, found):
                return _same_shape(read, made)
            return made
    return made


def _without_place(read: Reading, span: Span) -> Span:
    """Words as far as the place where they are, if that is said after them."""
    found = cue(read, _PLACED).search(read.clear, *span)
    return (span[0], found.start()) if found and found.start() > span[0] else span


_PLACED = (
    rf" (?:nêu |quy định )?(?:tại|ở|trong) (?:các )?(?:điểm|khoản|điều|mục|phụ lục|stt|chương|phần|tiết){_E}"
)


def _counts(read: Reading, span: Span) -> bool:
    """ "kéo dài thời hạn này thành 07 ngày": the one is a figure, the other a name for it."""
    return any(letter.isdigit() for letter in read.text[slice(*span)])


def _become(read: Reading, asks: Asked, made: Values) -> Values:
    if found := cue(read, _UNTIL).search(read.clear, asks.start):
        return replace(made, new=found.span("new"))
    for found in cue(read, _BECOMES).finditer(read.clear, asks.start):
        if _literal(read, found.span("new")) and (made.old is None or found.start() > made.old[1]):
            return replace(made, new=found.span("new"))
    return made


def _given_instead(read: Reading, made: Values) -> Values:
    """ "giao Sở Nội vụ chủ trì nhiệm vụ này thay cho Sở Y tế"."""
    instead = cue(read, _IN_PLACE).search(read.clear)
    given = cue(read, _GIVEN).search(read.clear, 0, instead.start()) if instead else None
    if instead is not None and given is None:
        return _figure_instead(read, made, instead)
    if instead is None or given is None or not _literal(read, given.span("new")):
        return made
    return replace(made, old=instead.span("old"), new=given.span("new"), plain=True)


def _figure_instead(read: Reading, made: Values, instead: re.Match[str]) -> Values:
    """ "tối thiểu 10 năm … thay cho 05 năm"."""
    old = instead.span("old")
    words = read.clear[slice(*old)].split()[:4]
    if not any(map(str.isdigit, "".join(words))):
        return made
    for last in range(len(words), 1, -1):
        if found := _formed(read, words[:last], instead.start()):
            return replace(made, old=(old[0], old[0] + len(" ".join(words[:last]))), new=found, plain=True)
    return made


def _termed(read: Reading, found: re.Match[str]) -> bool:
    """Both are called words: "sửa từ xây dựng thành từ phát triển"."""
    return bool(
        cue(read, rf"{_W}(?:cụm từ|từ|chữ|thuật ngữ){_E}").search(
            read.clear, found.start(), found.start("new")
        )
    )


def _same_shape(read: Reading, made: Values) -> Values:
    """ "dự thảo quy định 15 ngày, đề nghị rút ngắn còn 10 ngày làm việc": the last figure before it of its form."""
    if made.new is None:
        return made
    words = read.clear[slice(*made.new)].split()[:8]
    figure = next((number for number, word in enumerate(words) if any(map(str.isdigit, word))), None)
    if figure is None:
        return made
    for first in range(figure + 1):
        for last in range(len(words), figure, -1):
            if found := _formed(read, words[first:last], made.new[0]):
                return replace(made, old=found, plain=True)
    return made


def _formed(read: Reading, words: list[str], end: int) -> Span | None:
    if not words or (len(words) < 2 and not words[0].endswith("%")):
        return None
    form = r"\s{1,2}".join(_FIGURE.sub("#", re.escape(word.strip(".,;"))) for word in words)
    found = None
    for found in re.finditer(rf"{_W}{form.replace('#', _FIGURES)}(?![^\W_]|[.,]?\d)", read.clear[:end]):  # noqa: B007
        pass
    return found.span() if found else None


_FIGURE = re.compile(r"\d+(?:(?:\\?[.,])\d+)*")
_FIGURES = r"\d[\d.,]{0,15}"


def _inserted(read: Reading, made: Values) -> Values:
    if made.near is None and (found := cue(read, _BESIDE).search(read.clear)):
        made = replace(made, near=found.span("near"), after=found["side"] == "sau")
    if (
        made.new is None
        and not made.mark
        and (found := cue(read, r"(?:bổ sung|thêm) (?:thêm )?" + _TERM).search(read.clear))
    ):
        made = replace(made, new=found.span("new"))
    if made.new is None and not made.mark and not made.described and not read.quotes:
        for found in cue(read, _NAME).finditer(read.clear):
            if read.text[found.start("new")].isupper() and not cue(read, _PLACE).match(
                read.clear, found.start("new")
            ):
                return replace(made, new=found.span("new"))
    return made


_NAME = rf"{_W}(?:bổ sung|thêm)(?: thêm)?(?: cơ quan| đơn vị| tên| từ| chữ)? (?P<new>[^,;:.\n]{{2,90}}?)(?= (?:là|vào|làm|tham gia|cùng|trong|tại|ở|phối hợp|chủ trì|để|cho|sau|trước){_E}|[,.;]|$)"
_CITED_OUT = rf"{_W}(?:bỏ|xóa|lược bỏ|loại)(?: (?:căn cứ|viện dẫn|dẫn chiếu|việc|cụm từ|các))*\s*$"
_NAME_OUT = rf"{_W}(?:bỏ|lược bỏ|xóa|loại|rút|đưa)(?: tên| cơ quan| đơn vị)? (?P<old>[^,;:.\n]{{2,90}}?)(?= (?:ra khỏi|khỏi|tại|ở|trong|vì|do|để){_E}|[,.;]|$)"
_PLACE = rf"(?:điều|khoản|điểm|mục|phần|chương|phụ lục|stt|bảng|biểu|mẫu){_E}"


def _literal(read: Reading, span: Span) -> bool:
    """Words that can stand in the draft as they are: a number, a date, a name."""
    said = read.text[slice(*span)].strip()
    return bool(said) and (any(letter.isdigit() for letter in said) or said[0].isupper())
