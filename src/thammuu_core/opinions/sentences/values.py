"""The words in quotation marks that a sentence wants out, in, or beside which it wants something."""

from __future__ import annotations

from dataclasses import dataclass, replace

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences.asking import Asked
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Quote, Reading, Span
from thammuu_core.opinions.sentences.reading import QUOTED

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_FILL = (
    r"(?:(?:các|những|một|hai|01|02|mới|cụm từ|cụm|từ ngữ|từ|chữ|thuật ngữ|nội dung|đoạn văn|đoạn|câu|khái niệm|quy định|dòng chữ|số|mức|ý|lại|đầy đủ|rõ|gọn"
    r"|như sau|sau|sau đây|chính xác|thống nhất|chung|tên gọi|tên|đơn vị|cơ quan|phương án|thời hạn|hành vi|gạch đầu dòng|danh mục|nhóm từ|cách viết|là|của|sẽ|thì|cho|đúng)"
    r"[\s:(,-]{1,3}){0,7}$"
)
_CUES = (
    (
        "out",
        rf"{_W}(?:thay cho|thay vì|không phải(?: là)?|thay thế cho|tránh dùng|không dùng|không sử dụng|mà không)[\s:]{{0,3}}"
        + _FILL,
    ),
    ("before", rf"{_W}trước[\s:]{{0,3}}" + _FILL),
    (
        "new",
        rf"{_W}(?:như sau|sau đây|thành là|lại thành|lại là|lại(?=\s{{0,2}}:?\s{{0,2}}$))\s{{0,2}}:?\s{{0,2}}"
        + _FILL,
    ),
    ("after", rf"{_W}(?:sau(?!\s*:)|giữa|tiếp theo|tiếp sau|kế tiếp)[\s:]{{0,3}}" + _FILL),
    (
        "new",
        rf"(?:{_W}(?<!hoàn )(?<!trở )(?<!hình )thành|(?<!công ){_W}bằng|{_W}sang|{_W}lên|{_W}xuống còn|{_W}xuống|{_W}còn|{_W}là|->|=>|→|{_W}hoặc)[\s:]{{0,3}}"
        + _FILL,
    ),
    ("added", rf"{_W}(?:bổ sung|thêm|chèn|điền|thiếu|đưa|ghi thêm|đặt)(?: thêm)?[\s:]{{1,3}}" + _FILL),
    ("named", rf"{_W}(?:cột|tiêu đề|ô|nhan đề|mục|phần)[\s:]{{0,3}}$"),
    ("use", rf"{_W}(?:dùng|sử dụng)[\s:]{{0,3}}" + _FILL),
    (
        "old",
        rf"{_W}(?:thay thế|thay|sửa đổi|chỉnh sửa|chỉnh lý|sửa|điều chỉnh|bỏ|xóa|lược|từ|thừa|đổi|giữ nguyên|khái niệm|thuật ngữ|cụm từ)[\s:]{{0,3}}"
        + _FILL,
    ),
    ("use", rf"{_W}(?:dùng|sử dụng|thể hiện|viết|ghi|nêu|quy định)[\s:]{{0,3}}" + _FILL),
)
_FAR_NEW = rf"{_W}(?:như sau|sau đây)(?![^\W_])[^,;]{{0,40}}$|(?<!ví dụ)(?<!ví dụ ):\s{{0,2}}$"
_FAR_ADDED = rf"{_W}(?:bổ sung|thêm|chèn){_E}[^,;:.]{{0,70}}$"
_DESCRIBED = rf"{_W}(?:bổ sung|thêm)(?: thêm)?(?: nội dung| quy định)? (?:giải thích|khái niệm|định nghĩa|nghĩa|làm rõ)"
_PUT_IN = rf"{_W}(?:bổ sung|thêm)(?: thêm)?(?: một| 01| các)? (?:cột|mục|phần|tiêu đề)\s*$"
_SWAP = r"\s*cho(?: cụm từ| từ| chữ| thuật ngữ)?\s*"
_EXCHANGE = rf"{_W}thay(?: thế)?(?: cụm từ| từ| chữ| thuật ngữ)?\s*{QUOTED}+$"
_SERIES = r"\s*(?:,|;|và|hoặc|với|hay)?(?: cụm từ| từ| chữ)?\s*"
_LOOK = 90


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
    out: str = ""
    """A punctuation mark that is to go."""
    capital: bool | None = None
    """Only the case of the first letter changes: to a capital, or to a small one."""
    plain: bool = False
    """`old` was not quoted: it counts only where the draft has it."""
    described: bool = False
    """What is to be put in is described by the words quoted, which do not go in themselves."""
    named: tuple[Span, ...] = ()
    """Quotations that name a column, a heading."""
    spare: tuple[Span, ...] = ()
    """Quotations without a part of their own."""


def quoted(read: Reading, asks: Asked) -> Values:
    """What the sentence quotes, each quotation for what the words before it say it is."""
    described = asks.operation is Operation.INSERT and cue(read, _DESCRIBED).search(read.clear) is not None
    made = Values(described=described)
    floor = 0
    for quote in read.quotes:
        if quote.inner[0] < quote.inner[1] and (made.new is None or not _inside(read, made.new, quote)):
            made = _with(read, made, _part(read, quote, floor, asks), quote, asks)
        floor = quote.end
    return _settled(read, made, asks)


def part_of(read: Reading, number: int, asks: Asked) -> str:
    """What the n-th quotation is: "old", "new", "added", "after", "before", …; empty where no word tells."""
    floor = read.quotes[number - 1].end if number else 0
    return _part(read, read.quotes[number], floor, asks)


def _inside(read: Reading, span: Span, quote: Quote) -> bool:
    return span[0] <= quote.start < span[1]


def _part(read: Reading, quote: Quote, floor: int, asks: Asked) -> str:
    """What the words right before a quotation say it is; then those farther before it."""
    said = read.clear[max(floor, quote.start - _LOOK) : quote.start]
    if (
        floor
        and cue(read, _SWAP).fullmatch(read.clear, floor, quote.start)
        and cue(read, _EXCHANGE).search(read.clear, 0, floor)
    ):
        return "swap"
    for name, pattern in _CUES:
        if cue(read, pattern).search(said):
            return "new" if name == "old" and _announces(read, said, quote, asks) else name
    if asks.operation is Operation.INSERT and cue(read, _FAR_ADDED).search(said):
        return "added"
    return "new" if _announces(read, said, quote, asks) else ""


def _announces(read: Reading, said: str, quote: Quote, asks: Asked) -> bool:
    """A colon or "như sau" after the request, before the quotation: it is the wording asked for."""
    if asks.operation not in (Operation.REPLACE, Operation.INSERT) or quote.start < asks.start:
        return False
    return bool(cue(read, _FAR_NEW).search(said)) and quote.start - asks.start > 12


def _with(read: Reading, made: Values, part: str, quote: Quote, asks: Asked) -> Values:
    inner, operation = quote.inner, asks.operation
    if part in ("after", "before") and operation in (Operation.INSERT, Operation.MOVE):
        return replace(made, near=inner, after=part == "after") if made.near is None else made
    if part == "swap" and operation is Operation.REPLACE and made.new is None:
        return replace(made, old=inner, new=made.old or next(iter(made.spare), None), spare=())
    if part == "use" and operation is Operation.REPLACE:
        part = "new" if quote.start >= asks.start else "old"
    if part == "new" and made.new is None and operation in (Operation.REPLACE, Operation.INSERT):
        return replace(made, new=inner)
    if part == "added" and operation is Operation.INSERT and made.new is None and not made.described:
        return replace(made, new=inner)
    if part in ("old", "out") and made.old is None:
        return replace(made, old=inner)
    if (
        part == "named"
        and operation is Operation.INSERT
        and cue(read, _PUT_IN).search(read.clear, 0, quote.start)
    ):
        return replace(made, new=made.new or inner)
    if part == "named":
        return replace(made, named=(*made.named, inner))
    return replace(made, spare=(*made.spare, inner))


def _in_series(read: Reading, one: Span, other: Span) -> bool:
    """ "giữa “A” và “B”": the second stands beside the first, not in its place."""
    first, second = sorted((one, other))
    return bool(cue(read, _SERIES).fullmatch(read.clear[first[1] : second[0]].strip(QUOTED)))


def _settled(read: Reading, made: Values, asks: Asked) -> Values:
    """Quotations whose part no cue told, by what the operation still lacks."""
    operation = asks.operation
    spare = list(made.spare)
    if operation is Operation.INSERT:
        if made.old is not None and (made.new is not None or made.described or made.old[0] < asks.start):
            made = replace(made, near=made.near or made.old, old=None)
        elif made.old is not None:
            made = replace(made, new=made.old, old=None)
        later = next((span for span in spare if span[0] >= asks.start), None)
        if made.new is None and later is not None and not made.described:
            spare.remove(later)
            made = replace(made, new=later)
        if made.near is None and spare:
            made = replace(made, near=spare.pop(0))
    elif operation is Operation.REPLACE:
        if made.old is None and spare and (made.new is None or spare[0][0] < made.new[0] or len(spare) == 1):
            made = replace(made, old=spare.pop(0))
        if made.new is None and spare and made.old is not None and not _in_series(read, made.old, spare[0]):
            made = replace(made, new=spare.pop(0))
    else:
        first = next((span for span in (made.old, *spare, made.new) if span), None)
        made = replace(made, old=first, new=None)
    return replace(made, spare=tuple(spare))
