"""Who sent a reply, as far as the names in it and of it say: an agency, or only a person at some desk."""

from __future__ import annotations

import re
from pathlib import PurePath

from thammuu_core.text import plain, same_tone

_BODY = re.compile(
    r"(?:(?:UBND|HĐND|UBMTTQ|MTTQ|TAND|VKSND|BHXH|BCH|BQL|VP)\b"
    r"|(?:Văn phòng|Ủy ban|Hội đồng|Ban [Qq]uản lý|Ban [Tt]ổ chức|Ban [Dd]ân tộc|Ban [Cc]hỉ|Ban [Tt]uyên|Ban [Nn]ội chính"
    r"|Thanh tra|Hải quan|Kho bạc|Học viện|Trung tâm|Liên đoàn|Liên hiệp|Hiệp hội|Ngân hàng|Tòa án|Công an|Quân khu"
    r"|Bảo hiểm|Mặt trận|Kiểm toán|Công ty|Tổng công ty|Tập đoàn|Doanh nghiệp|Bệnh viện|Chi cục|Tổng cục|Chi nhánh"
    r"|Đảng ủy|Tỉnh ủy|Thành ủy|Điện lực|Bưu điện|Ngân sách|Đại học|Tỉnh đoàn|Thành đoàn|Bộ|Sở|Cục|Vụ|Viện|Trường"
    r"|Thuế|Quỹ|Báo|Phòng|Xã|Phường|Thành phố|Tỉnh|Đặc khu)(?=\s|$)"
    r"|(?:Hội|Đài|Đoàn|Ban|Hạt|Đồn|Đội)\s(?-i:.*\s[a-zà-ỹđ]))",
    re.IGNORECASE,
)
"""Words with which names of agencies begin. The last ones begin names of people too; those have no small letters."""
_ASIDE = re.compile(r"\([^)]*\)|^\s*\d+\s*[.)_-]+")


def names_body(name: str) -> bool:
    """Whether this is the name of an agency, rather than of a person or of a computer.

    >>> names_body("Sở Tài chính"), names_body("Đoàn Văn Hùng"), names_body("Admin")
    (True, False, False)
    """
    return bool(_BODY.match(same_tone(plain(" ".join(name.split())))))


def of_file(name: str) -> str:
    """What the name of a file says of who sent it.

    >>> of_file("12. So_Tai-chinh (gop y).docx")
    'So Tai chinh'
    """
    words = _ASIDE.sub(" ", PurePath(name).stem)
    return " ".join(re.sub(r"[_\-\s]+", " ", words).split())
