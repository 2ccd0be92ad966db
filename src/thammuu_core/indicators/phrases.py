"""The words around a number of a target: signs, units, years, and what kind of number they make it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thammuu_core.indicators.model import Kind
from thammuu_core.indicators.yearly import Amount
from thammuu_core.text import fold
from thammuu_core.text.figures import FIGURE, read_figure
from thammuu_core.text.first_letter import capital_first

_SIGNS = (
    ("≤", r"không quá|không vượt quá|tối đa|cao nhất là|≤|<="),
    ("≥", r"ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|≥|>=|tổng số trên và bằng"),
    ("≈", r"khoảng|xấp xỉ|ước|tương đương|≈|~"),
    (">", r"trên|hơn|vượt|cao hơn|>"),
    ("<", r"dưới|thấp hơn|<"),
)
_SIGN_OF = {alternative: sign for sign, words in _SIGNS for alternative in words.split("|")}
_SIGN = "|".join(sorted(map(re.escape, _SIGN_OF), key=len, reverse=True))
_COUNTED = (
    "doanh nghiệp nhỏ và vừa", "doanh nghiệp", "hợp tác xã", "tổ chức", "cơ sở", "mô hình", "chuyên gia", "lượt người",
    "lượt cán bộ", "lượt", "người", "cán bộ", "học viên", "lớp", "cuộc", "hội nghị", "hội thảo", "trường", "câu lạc bộ",
    "sản phẩm", "tiêu chuẩn", "phóng sự", "chuyên mục", "chuyên đề", "tin, bài", "tin bài", "giải thưởng", "giải", "dự án",
    "đề tài", "nhiệm vụ", "hệ thống", "chứng chỉ", "chứng nhận", "cơ quan", "đơn vị", "tỉnh, thành phố", "tỉnh", "tập đoàn",
    "phòng thử nghiệm", "chuẩn đo lường",
)  # fmt: skip
_MONEY = ("triệu đồng/lao động", "tỷ đồng", "tỉ đồng", "triệu đồng", "nghìn đồng", "đồng")
_UNIT = "|".join(("%/năm", "%", *map(re.escape, (*_MONEY, *_COUNTED))))
_VALUE = re.compile(
    rf"(?:(?P<sign>{_SIGN})\s+|(?P<mark>[≈≥≤<>~])\s*)?(?P<from>từ\s+)?(?<![\d.,/])(?P<least>{FIGURE})(?:\s*%?\s*(?:[-–—]|đến)\s*(?P<most>{FIGURE}))?"
    rf"\s*(?P<unit>{_UNIT})(?P<yearly>\s*/\s*năm|\s+mỗi năm|\s+hằng năm|\s+hàng năm)?(?P<up>\s+trở lên)?(?!\w)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\(?(?:(?P<word>đến hết năm|đến năm|đến cuối năm|vào năm|trong năm|năm|giai đoạn|trong giai đoạn|các năm)\s+)"
    r"(?P<first>(?:19|20)\d\d)(?:\s*(?:[-–—]|đến năm|đến)\s*(?P<last>(?:19|20)\d\d))?\)?",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"(?:so với|gấp \S+ lần)\s+(?P<what>năm trước(?: liền kề)?|cùng kỳ|(?:giai đoạn|năm)\s+(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?)",
    re.IGNORECASE,
)
_EACH_YEAR = re.compile(r"\b(?:hằng năm|hàng năm|mỗi năm|bình quân năm|/\s*năm)", re.IGNORECASE)
_GROWS = re.compile(r"\b(?:tốc độ tăng|tăng trưởng|tăng)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A value in a sentence with its place, its unit and whether it is said to be one of every year."""

    amount: Amount
    unit: str
    each_year: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Time:
    """Years in a sentence with their place."""

    first: int
    last: int
    start: int
    end: int


def numbers(sentence: str) -> Iterator[Number]:
    """Every value with a unit."""
    for found in _VALUE.finditer(sentence):
        least, most = read_figure(found["least"]), read_figure(found["most"] or "")
        if least is None or (most is not None and most < least):
            continue
        sign = "≥" if found["up"] else found["mark"] or _SIGN_OF.get((found["sign"] or "").lower(), "=")
        unit = found["unit"].lower()
        each = bool(found["yearly"]) or unit.endswith("/năm")
        yield Number(Amount({"~": "≈"}.get(sign, sign), least, most), unit, each, found.start(), found.end())


def times(sentence: str) -> Iterator[Time]:
    """Years by which, or in which, something is to be reached; those of a baseline are none."""
    against = [found.span() for found in _BASELINE.finditer(sentence)]
    for found in _TIME.finditer(sentence):
        if any(start <= found.start("first") < end for start, end in against):
            continue
        first, last = int(found["first"]), int(found["last"] or found["first"])
        if first <= last:
            yield Time(first, last, found.start(), found.end())


def baseline(sentence: str) -> str:
    """Against what a growth is told; empty when it is not."""
    found = _BASELINE.search(sentence)
    return found["what"] if found else ""


def kind_of(sentence: str, unit: str, *, each_year: bool = False) -> Kind:
    """How a number with this unit is to be understood in this sentence."""
    yearly = each_year or unit.endswith("/năm") or bool(_EACH_YEAR.search(sentence))
    against = fold(baseline(sentence))
    if unit.startswith("%"):
        if _GROWS.search(sentence) and (yearly or against.startswith(("nam truoc", "cung ky"))):
            return Kind.YEARLY_GROWTH
        return Kind.PERIOD_GROWTH if _GROWS.search(sentence) and against else Kind.LEVEL
    if unit in _MONEY:
        return Kind.EACH_YEAR if yearly else Kind.LEVEL
    return Kind.EACH_YEAR if yearly else Kind.CUMULATIVE


_LEAD = re.compile(r"^(?:[-–+•]\s*)?(?:phấn đấu|bảo đảm|đảm bảo|duy trì|có|đến|hỗ trợ cho)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"[\s,;:.]*(?:\b(?:đạt|là|tăng|bình quân|mức|trong đó|và|từ|có|ở)\b[\s,;:.]*)+$", re.IGNORECASE
)
_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r" (?=[,;])")


def measure(sentence: str, values: Sequence[Number]) -> str:
    """What is measured by these values: the sentence without them, their years and the words that only lead to them."""
    first, last = values[0], values[-1]
    before = _LEAD.sub("", _without_times(sentence[: first.start]).strip() + " ").strip()
    after = _without_times(sentence[last.end :])
    if first.unit in _COUNTED:
        named = f"{first.unit} {after}"
        return _trimmed(f"{before} {named}")
    return _trimmed(before if len(before.split()) > 1 else f"{before} {after}")


def _without_times(words: str) -> str:
    kept = list(words)
    for time in times(words):
        kept[time.start : time.end] = " " * (time.end - time.start)
    return _EACH_YEAR.sub(" ", "".join(kept))


def _trimmed(words: str) -> str:
    bare = _BEFORE_MARK.sub("", _SPACES.sub(" ", words.replace("()", " "))).strip(" ,;:.-–+()")
    bare = _TAIL.sub("", _LEAD.sub("", bare)).strip(" ,;:.-–+()")
    return capital_first(bare)
