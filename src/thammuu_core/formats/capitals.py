"""Capital letters, as far as a program can be sure of them; each fault once for the whole text, with an example.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục II. Names of people, places and posts need knowledge of the world and are
left to people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot, spots
from thammuu_core.papers import BODY
from thammuu_core.text.letters import SMALL

_SENTENCE = re.compile(rf"(?<![^\W\d_])(?P<before>[{SMALL}]{{2,}})\.\s+(?P<word>[{SMALL}]{{2,}})(?![\w).])")
_SHORTENED = frozenset(
    (
        "vv",
        "tp",
        "ths",
        "ts",
        "pgs",
        "gs",
        "ks",
        "bs",
        "cn",
        "cv",
        "tt",
        "tr",
        "st",
        "sđt",
        "đt",
        "tx",
        "nxb",
        "stt",
    )
)
_CAPITAL_CITY = re.compile(r"(?<!\w)(?:thủ đô Hà Nội|thành phố Hồ Chí Minh)(?!\w)")
_BODIES = re.compile(
    r"(?<!\w)(?:[ỦU][ỷyỳ]\s+Ban\s+(?:nhân dân|Nhân dân|Nhân Dân)|Uỷ\s+Ban\s+(?:nhân dân|Nhân dân|Nhân Dân)|Ủy\s+ban\s+Nhân\s+[Dd]ân"
    r"|Uỷ\s+ban\s+Nhân\s+[Dd]ân|Hội\s+Đồng\s+(?:nhân|Nhân)\s+[dD]ân|Hội\s+đồng\s+Nhân\s+[dD]ân)(?!\w)"
)
_OFFICES = re.compile(
    r"(?<!các )(?<!\w)(?:sở|bộ) (?:Tài chính|Công Thương|Nội vụ|Tư pháp|Xây dựng|Y tế|Giáo dục và Đào tạo|Khoa học và Công nghệ"
    r"|Nông nghiệp và Môi trường|Văn hóa, Thể thao và Du lịch|Ngoại vụ)(?!\w)"
)
_STATE = re.compile(
    r"(?<!\w)(?:(?:Đảng(?: và|,)|chính sách của|chủ trương của|pháp luật của|do|được) nhà nước"
    r"|(?:Đảng,? [Nn]hà nước và|đời sống|phục vụ|tầng lớp|quần chúng|lợi ích của|ý kiến|toàn thể) nhân dân)(?!\w)"
)
_STEP = r"(?:\d+[a-zđ]?|[IVXLC]+)"
_SMALL_STEP = re.compile(rf"(?<!\w)(?:điều {_STEP}|chương [IVXLC]+|tiểu mục \d+)(?![\w.,]*\d)(?!\w)")
_LARGE_STEP = re.compile(
    r"(?<=[^\W\d_,;] )(?:Khoản \d+[a-zđ]?|Điểm [a-zđ])(?= (?:[Kk]hoản|Điều|Mục)| và|,|;|\.)"
)


@rule("VH-01")
def sentence(checked: Checked) -> Iterator[Hit]:
    """A capital after a full stop."""
    found = [
        (spot, match)
        for spot in _text(checked)
        for match in _SENTENCE.finditer(spot.text)
        if match["before"].lower() not in _SHORTENED
    ]
    yield from _told(found, "Sau dấu chấm câu phải viết hoa")


@rule("VH-06")
def capital_city(checked: Checked) -> Iterator[Hit]:
    """Thủ đô Hà Nội, Thành phố Hồ Chí Minh."""
    yield from _each(checked, _CAPITAL_CITY, "Viết hoa “Thủ đô Hà Nội”, “Thành phố Hồ Chí Minh”")


@rule("VH-10")
def agencies(checked: Checked) -> Iterator[Hit]:
    """Ủy ban nhân dân, Hội đồng nhân dân; Sở, Bộ before their names."""
    yield from _each(checked, _BODIES, "Viết “Ủy ban nhân dân”, “Hội đồng nhân dân”")
    yield from _each(checked, _OFFICES, "Viết hoa chữ đầu tên cơ quan (Sở …, Bộ …)")


@rule("VH-13")
def special_nouns(checked: Checked) -> Iterator[Hit]:
    """Nhà nước, Nhân dân where they are the state and the people; the decree itself prints "quản lý nhà nước" small."""
    yield from _each(checked, _STATE, "Viết hoa “Nhà nước”, “Nhân dân”")


@rule("VH-19")
def pinpoints(checked: Checked) -> Iterator[Hit]:
    """Điều, Chương large, khoản, điểm small."""
    yield from _each(checked, _SMALL_STEP, "Viện dẫn phải viết hoa Điều, Chương, Tiểu mục")
    yield from _each(checked, _LARGE_STEP, "Viện dẫn giữa câu viết thường “khoản”, “điểm”")


def _each(checked: Checked, pattern: re.Pattern[str], must: str) -> Iterator[Hit]:
    found = [(spot, match) for spot in _text(checked) for match in pattern.finditer(spot.text)]
    yield from _told(found, must)


def _told(found: list[tuple[Spot, re.Match[str]]], must: str) -> Iterator[Hit]:
    if not found:
        return
    spot, match = found[0]
    more = f" ({len(found)} chỗ)" if len(found) > 1 else ""
    yield Hit(
        f"{must}: đang viết “{' '.join(match[0].split())}”{more}.", spot.cut(match.start(), match.end())
    )


def _text(checked: Checked) -> Iterator[Spot]:
    """Everything between the front and the recipients, attachments included; words all in capitals show nothing."""
    parts = checked.elements.parts
    for spot in spots(checked.paper.body):
        if spot.story == BODY and (parts.body <= spot.block < parts.back or spot.block >= parts.stop):
            yield spot
