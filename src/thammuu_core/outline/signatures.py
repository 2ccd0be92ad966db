"""How a signature begins: the authority marks (TM., KT., TL., TUQ.) and the offices that sign.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 7.
"""

from __future__ import annotations

import re

from thammuu_core.outline.headings import in_capitals
from thammuu_core.text import fold_keep
from thammuu_core.text.letters import CAPITALS, SMALL

_MARKS = "TM|KT|TL|TUQ|TLUQ|T/M|K/T|T/L"
AUTHORITY = re.compile(rf"(?<![^\s(])(?:{_MARKS})(?:\s?[./,]\s?| (?=[{CAPITALS}]{{2}}))(?=[{CAPITALS}])")
"""The mark at the head of an authority line, in the text as written."""
BROKEN = re.compile(rf"(?<!\S)(?:{_MARKS})\s?[./]?$")
"""A mark left alone at the end of a line."""
_OFFICES = (
    "chu tich|thu tuong|giam doc|bo truong|thu truong|cuc truong|chi cuc truong|vu truong|chanh van phong|chanh thanh tra|"
    "chanh an|chanh toa|hieu truong|vien truong|chu nhiem|thong doc|bi thu|thu ky|kiem toan|thanh tra|bien tap|tu lenh|"
    "chinh uy|chinh tri vien|chi huy truong|tham muu truong|dai su|doan truong|doi truong|to truong|khoa truong|"
    "truong (?:ban|phong|doan|thue|khoa|co quan|cong an|bo phan|tieu ban|dai dien|kho|tram|nhom|to|chi nhanh)"
)
OFFICE = re.compile(rf"(?<!\w)(?:(?:pho|quyen|q\.) )?(?:tong )?(?:{_OFFICES})(?!\w)")
"""An office, in folded text."""
_NAME_WORD = rf"[{CAPITALS}](?:[{SMALL}'’]*|\.)"
_MARKED = rf"[{CAPITALS}]['’][{CAPITALS}]?[{SMALL}]+"
NAME = re.compile(rf"(?:(?:{_MARKED}|[{CAPITALS}][{SMALL}]+|[YAHK])(?:[ -]{_NAME_WORD}){{1,5}}|{_MARKED})")
"""A person's name in title case; in the Highlands also "Y Thông", "A Lăng", "H’Yim", "K'Dưng"."""


def signs(line: str) -> bool:
    """Whether a line begins a signature: an authority, or an office in capitals."""
    line = line.strip(" *_(")
    if AUTHORITY.match(line) or BROKEN.match(line):
        return True
    found = OFFICE.match(fold_keep(line))
    return bool(found) and in_capitals(line[: found.end() if found else 0]) and len(line) < 150
