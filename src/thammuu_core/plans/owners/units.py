"""Names of agencies and units in lists: where one ends and the next begins.

A comma or "và" joins units only when a new name begins after it: "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế" are two,
"các sở, ban, ngành" is one. A name begins with a head (Sở, Ban, UBND, Chi cục, …) or with "các" and a kind of unit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from thammuu_core.text.tables import rows

# A head, and after "(?!" the words that make another word of it: "Tổ chức", "Ban hành", "Báo cáo" are no units.
_HEADS = (
    r"sở(?!\s+(?:hữu|dĩ))|bộ(?!\s+(?:tiêu|máy|công\s+cụ|dữ|tài|mã|chỉ\s+số|câu|nhận))|ubnd|ubmttq|hđnd|mttq|(?:ủy|uỷ)\s+ban"
    r"|hội(?!\s+(?:nghị|thảo|nhập|đủ|thi|tụ|họp|chợ))|mặt\s+trận|phòng(?!\s*,?\s*(?:chống|ngừa|cháy|tránh|thủ\s+(?!dân)|trừ|bệnh))|chi\s+cục|cục(?!\s+bộ)"
    r"|tổng\s+cục|vụ(?!\s+(?:việc|mùa|án))|trung\s+tâm|tttt|văn\s+phòng(?!\s+phẩm)|vp|vpub|công\s+an|thanh\s+tra(?!\s*,|\s+(?:kiểm|việc|công\s+tác|chuyên|đột|định))"
    r"|kho\s+bạc|kbnn|ngân\s+hàng|bảo\s+hiểm\s+xã\s+hội|bhxh|báo(?!\s+(?:cáo|hiệu|động))|đài|trường(?!\s+(?:hợp|thành))|bệnh\s+viện|viện(?!\s+(?:dẫn|trợ|phí))"
    r"|liên\s+minh|liên\s+đoàn|liên\s+hiệp|đoàn(?!\s+(?:kết|viên))|tỉnh\s+đoàn|thành\s+đoàn|(?:tòa|toà)\s+án|hạt|đội(?!\s+ngũ)|tổ(?!\s+(?:chức|hợp))"
    r"|công\s+ty|tổng\s+công\s+ty|tập\s+đoàn|quỹ(?!\s+(?:đất|thời))|điện\s+lực|thuế|hải\s+quan|chi\s+nhánh|hiệp\s+hội|(?:đảng|tỉnh|thành|huyện)\s+(?:ủy|uỷ)"
    r"|ban(?!\s+(?:hành|bố))|lãnh\s+đạo(?!\s*,|\s+(?:chỉ|toàn|thực|công|việc|tốt|và))|thường\s+trực|thường\s+vụ|bch|công\s+đoàn|cảng\s+vụ|bql|cổng\s+(?:thông\s+tin|ttđt)"
    r"|nhà\s+xuất\s+bản|chủ\s+tịch|phó\s+chủ\s+tịch|giám\s+đốc|phó\s+giám\s+đốc|phó\s+hiệu\s+trưởng|hiệu\s+phó|phó\s+trưởng\s+(?:phòng|ban)|thủ\s+trưởng|trưởng\s+(?:các|phòng|ban)|chánh|phó\s+chánh|người\s+đứng\s+đầu"
    r"|quân\s+đội|bộ\s+đội|học\s+viện|đại\s+học|chính\s+phủ|(?:phó\s+)?thủ\s+tướng|tỉnh(?!\s+(?:thần|hình))|thành\s+phố|cơ\s+quan|đơn\s+vị(?!\s*(?:tính)?\s*:?\s*(?:triệu|nghìn|ngàn|tỷ|đồng|người|ha|tấn|%))|doanh\s+nghiệp|quân\s+khu|nhnn|hội\s+đồng|nhà\s+trường|gvcn|giáo\s+viên\s+chủ\s+nhiệm|liên\s+đội|trạm|bưu\s+điện|viễn\s+thông|viettel|vnpt|mobifone|chi\s+bộ|htx|thư\s+viện|bảo\s+tàng|khu\s+quản\s+lý|vườn\s+quốc\s+gia|trưởng\s+(?:thôn|buôn|bản|ấp|khối|xóm|làng|khu\s+phố|tổ\s+dân\s+phố)|(?:rà\s+soát|điều\s+tra|giám\s+sát|kiểm\s+tra|tuyên\s+truyền|cộng\s+tác|báo\s+cáo)\s+viên|đồng\s+chí|công\s+chức\s+(?:văn|tài|tư|địa|kế|phụ|lao|thống|xây)\w*|pct|hiệu\s+trưởng"
)
_KINDS = (
    r"sở|ban|ngành(?!\s*,?\s*(?:nghề|lĩnh\s+vực|hàng|kinh\s+tế))|bộ|phòng|chi\s+cục|cục|vụ|đơn\s+vị|cơ\s+quan|địa\s+phương|tổ\s+chức|đoàn\s+thể|hội(?!\s+nghị|\s+thảo)|trung\s+tâm|trường(?!\s+hợp)|bệnh\s+viện"
    r"|doanh\s+nghiệp|hiệp\s+hội|tập\s+đoàn|tổng\s+công\s+ty|công\s+ty|nhà\s+trường|cơ\s+sở(?!\s+(?:dữ\s+liệu|hạ\s+tầng|vật\s+chất|pháp\s+lý))|ngân\s+hàng|thành\s+viên|ubnd|(?:ủy|uỷ)\s+ban|chủ\s+đầu\s+tư"
    r"|nhà\s+mạng|viện|hợp\s+tác\s+xã|chuyên\s+gia|nhà\s+khoa\s+học|đảng\s+(?:ủy|uỷ)|xã|phường|huyện|đội|tổ(?!\s+chức\s+thực)|cá\s+nhân|cấp|báo(?!\s+cáo)|đài|lực\s+lượng|thành\s+phố|quận|tỉnh"
    r"|khu\s+(?:quản\s+lý|phố)|thôn|buôn|ấp|xóm|làng(?!\s+nghề)|tổ\s+dân\s+phố|trưởng\s+thôn"
)
# Kinds that begin a unit of their own in small letters; "xã", "thành phố" only go on with the one before.
_LOWER = (
    r"cơ\s+quan|đơn\s+vị|tổ\s+chức|đoàn\s+thể|doanh\s+nghiệp|hiệp\s+hội|hội|trung\s+tâm|trường|bệnh\s+viện|ngân\s+hàng|công\s+ty|hợp\s+tác\s+xã"
    r"|chuyên\s+gia|nhà\s+khoa\s+học|chủ\s+đầu\s+tư|nhà\s+mạng|lực\s+lượng|chính\s+quyền|(?:ủy|uỷ)\s+ban|ubnd|sở|công\s+an|cá\s+nhân"
)
_MANY = r"(?:tất\s+cả\s+)?(?:các|những|một\s+số|toàn\s+bộ|từng|mỗi)\s+"
_HEAD = re.compile(rf"(?:{_HEADS})(?!\w)", re.IGNORECASE)
_KIND = re.compile(rf"(?:{_KINDS})(?!\w)", re.IGNORECASE)
_LOWER_HEAD = re.compile(rf"(?:{_LOWER})(?!\w)", re.IGNORECASE)
_NAMED_AFTER_COLON = re.compile(
    r"\bcác\s+(?:bộ|sở|phòng|ngành|đơn\s+vị|cơ\s+quan|tập\s+đoàn)\s*:[^;]*$", re.IGNORECASE
)
_SEVERAL = re.compile(_MANY, re.IGNORECASE)
_BARE_LIST = re.compile(rf"(?:^|.*\b{_MANY})(?:{_KINDS})$", re.IGNORECASE | re.DOTALL)
_OPENER = re.compile(
    r"\s*(?:[-+•*]\s*)?(?:\(\d{1,2}\)\s*)?(?:(?:(?:ủy|uỷ)\s+ban\s+nhân\s+dân|ubnd|chủ\s+tịch|giám\s+đốc|bộ|sở|(?:phó\s+)?thủ\s+tướng|ban\s+chỉ\s+đạo)\b[^:;,.]{0,60}?\b(?:giao|yêu\s+cầu|đề\s+nghị)\s+|giao(?:\s+cho|\s+nhiệm\s+vụ\s+cho)?\s+"
    r"|(?:kính\s+)?đề\s+nghị\s*:?\s+|yêu\s+cầu\s*:?\s+|phân\s+công\s+|do\s+|đồng\s+thời\s*,?\s+|đối\s+với\s+)?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[;\n]|,|\bvà\b|&(?=\s))\s*(?:[-+•]\s+)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_ROLE_MARK = re.compile(
    r"\(\s*(?:(?:là\s+)?(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+)?(?:chủ\s+trì|phối\s+hợp|đầu\s+mối|thường\s+trực|chịu\s+trách\s+nhiệm)(?:\s+(?:chính|thực\s+hiện|tham\s+mưu))?\s*\)",
    re.IGNORECASE,
)
_REACH = 200
"""Longer than any name."""
_DITTO = re.compile(r"\s*(?:nt|n/t|như\s+trên|[-–—\"”“'.,…\s]*)\s*", re.IGNORECASE)
_EXTENT = re.compile(
    r"\s*[,(]?\s*\b(?:trong|theo)\s+(?:phạm\s+vi\s+)?chức\s+năng[^;]*?(?:của\s+mình|được\s+giao|của\s+đơn\s+vị)?(?=$|;|\s+và\s+các\b|,\s+các\b)",
    re.IGNORECASE,
)
_DISTRIBUTED = re.compile(r"các\s+(sở|bộ|phòng|chi\s+cục)\s*(?::\s*|(?=[^\W\d_]))", re.IGNORECASE)


@cache
def _name() -> re.Pattern[str]:
    """Names that hold a separator, longest first."""
    names = sorted((row["name"] for row in rows("thammuu_core.plans.owners", "unit_names.tsv")), key=len)
    return re.compile("|".join(rf"\b{re.escape(name)}(?!\w)" for name in reversed(names)), re.IGNORECASE)


def is_ditto(text: str) -> bool:
    """A cell that repeats the one above: "nt", "-", "như trên"; blank cells too."""
    return _DITTO.fullmatch(text) is not None


def units(text: str) -> tuple[str, ...]:
    """The units that `text`, a list and nothing else, names, each as written on one line.

    >>> units("Sở Văn hóa, Thể thao và Du lịch; các sở, ban, ngành và UBND các xã, phường.")
    ('Sở Văn hóa, Thể thao và Du lịch', 'các sở, ban, ngành', 'UBND các xã, phường')
    """
    body = text[opening(text) :].strip()
    if is_ditto(body):
        return ()
    names = (_tidy(piece) for piece in _pieces(_EXTENT.sub("", body)))
    return tuple(dict.fromkeys(name for name in names if name))


def opens_unit(text: str, at: int = 0) -> bool:
    """A unit's name begins at `at`: a head with a capital, or "các" and a kind of unit."""
    several = _SEVERAL.match(text, at)
    if several:
        return bool(_KIND.match(text, several.end()) or _HEAD.match(text, several.end()))
    return _HEAD.match(text, at) is not None and text[at].isupper()


def opening(text: str, at: int = 0) -> int:
    """Where the units begin after "Giao", "Đề nghị", "Yêu cầu", a dash."""
    match = _OPENER.match(text, at)
    return match.end() if match else at


def _tidy(piece: str) -> str:
    name = " ".join(_ROLE_MARK.sub("", piece).split()).strip(" ,;.:-–+•*")
    if name.count(")") > name.count("("):
        name = name.rstrip(") ")
    return name if re.search(r"\w", name) else ""


def _pieces(text: str) -> Iterator[str]:
    distributed = _DISTRIBUTED.match(text)
    if distributed and (":" in distributed.group() or text[distributed.end()].isupper()):
        yield from _distribute(text, distributed)
        return
    yield from _cut(text, [mark for mark in _separators(text) if _joins(text, *mark)])


def _distribute(text: str, opening: re.Match[str]) -> Iterator[str]:
    """ "các Sở: Tài chính, Nội vụ; UBND các xã": the head goes to each bare name."""
    rest, head = text[opening.end() :], opening.group(1)
    head = head[0].upper() + head[1:]
    marks = [mark for mark in _separators(rest) if _begins(rest, mark[1])]
    for piece in _cut(rest, marks):
        bare = piece[:1].isupper() and not opens_unit(piece) and len(piece.split()) <= 8
        yield f"{head} {piece}" if bare else piece


def _begins(text: str, at: int) -> bool:
    """A bare name or a unit begins here: a capital, or small words that open one."""
    return text[at : at + 1].isupper() or opens_unit(text, at) or _LOWER_HEAD.match(text, at) is not None


def _cut(text: str, marks: list[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in marks:
        yield text[at:start]
        at = end
    yield text[at:]


def _separators(text: str) -> Iterator[tuple[int, int]]:
    """Marks between names, those inside brackets and inside known names left out."""
    inside = sorted(match.span() for pattern in (_name(), _BRACKETS) for match in pattern.finditer(text))
    reach = list(accumulate((end for _, end in inside), max))
    for match in _SEPARATOR.finditer(text):
        before = bisect_right(inside, (match.start(), len(text)))
        if not before or reach[before - 1] <= match.start():
            yield match.span()


def _joins(text: str, start: int, end: int) -> bool:
    """What follows the mark is a new unit rather than more of the same name or of "các sở, ban, ngành"."""
    if ";" in text[start:end]:
        return True
    piece = re.split(r"[,;\n]|\bvà\b", text[end : end + _REACH], maxsplit=1)[0].strip()
    if _SEVERAL.match(piece):
        return opens_unit(piece)
    if _NAMED_AFTER_COLON.search(text[max(0, start - 2 * _REACH) : start]):
        return False
    head, words = _HEAD.match(piece), len(piece.split())
    if head and piece[0].isupper():
        alone = piece.casefold() in {"ubnd", "hđnd", "sở", "chính phủ"} and not _SEVERAL.match(text)
        return words > 1 or alone
    if "\n" in text[start:end]:
        return False
    return (
        _LOWER_HEAD.match(piece) is not None
        and words >= 3
        and not _bare_list(text[max(0, start - _REACH) : start])
    )


def _bare_list(text: str) -> bool:
    """The list so far ends in "các cơ quan", "các sở, ban": kinds that share one "các" with what follows."""
    last = re.split(r"[,;\n]|\bvà\b", text[-_REACH:])[-1].strip()
    return _BARE_LIST.match(last) is not None
