"""Who sent a reply, as far as the names in it and of it say: an agency, or only a person at some desk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import PurePath

from thammuu_core.kinds import BodyKind, bodies, provinces
from thammuu_core.text import fold, fold_keep, plain, same_tone
from thammuu_core.text.tables import rows

_BODY = re.compile(
    r"(?:(?:UBND|HĐND|UBMTTQ|MTTQ|TAND|VKSND|BHXH|BCH|BQL|VP)\b"
    r"|(?:Văn phòng|Ủy ban|Hội đồng|Ban [Qq]uản lý|Ban [Tt]ổ chức|Ban [Dd]ân tộc|Ban [Cc]hỉ|Ban [Tt]uyên|Ban [Nn]ội chính"
    r"|Thanh tra|Hải quan|Kho bạc|Học viện|Trung tâm|Liên đoàn|Liên hiệp|Hiệp hội|Ngân hàng|Tòa án|Công an|Quân khu"
    r"|Bảo hiểm|Mặt trận|Kiểm toán|Công ty|Tổng công ty|Tập đoàn|Doanh nghiệp|Bệnh viện|Chi cục|Tổng cục|Chi nhánh"
    r"|Đảng ủy|Tỉnh ủy|Thành ủy|Điện lực|Bưu điện|Ngân sách|Đại học|Cao đẳng|Tỉnh đoàn|Thành đoàn|Bộ|Sở|Cục|Vụ|Viện|Trường"
    r"|Thuế|Quỹ|Báo|Phòng|Xã|Phường|Thành phố|Tỉnh|Đặc khu)(?=\s|$)"
    r"|(?:Hội|Đài|Đoàn|Ban|Hạt|Đồn|Đội)\s(?-i:.*\s[a-zà-ỹđ]))",
    re.IGNORECASE,
)
"""Words with which names of agencies begin. The last ones begin names of people too; those have no small letters."""
_NOBODY = re.compile(r"(?:ông|bà|anh|chị|đồng chí|người|tác giả|máy)\s|\S*[\d@]", re.IGNORECASE)
"""How names of computers and addresses of people begin."""
_ASIDE = re.compile(r"\([^)]*\)|^\s*\d+\s*[.)_-]+")


def names_body(name: str) -> bool:
    """Whether this is the name of an agency, rather than of a person or of a computer.

    Names of people have a capital on every syllable; names of agencies seldom do, and then begin with a known word.

    >>> names_body("Sở Tài chính"), names_body("Liên minh Hợp tác xã tỉnh"), names_body("Đoàn Văn Hùng"), names_body("Admin")
    (True, True, False, False)
    """
    written = same_tone(plain(" ".join(name.split())))
    if _BODY.match(written):
        return True
    words = written.split()
    small = any(word[0].islower() for word in words[1:])
    person = words and words[0].casefold() in _surnames()
    return len(words) > 2 and small and words[0][0].isupper() and not person and not _NOBODY.match(written)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in rows("thammuu_core.plans.header", "surnames.tsv"))


def sender(names: Iterable[str], file: str) -> str:
    """Of names by which a copy is signed, the most frequent first, that of an agency; else what the file is named.

    A name of any kind stands when the file bears it too, in full.
    """
    named = of_file(file)
    for name in names:
        if names_body(name) or (fold(name) and fold(name) == fold(named)):
            return " ".join(name.split())
    return named


def spelt(name: str, text: str = "") -> str:
    """A name without marks as a text writes it with them, or as the tables of bodies and provinces do.

    >>> spelt("So Tai chinh"), spelt("gop y cua UBND tinh Tay Ninh"), spelt("STC"), spelt("ABC")
    ('Sở Tài chính', 'UBND tỉnh Tây Ninh', 'Sở Tài chính', 'ABC')
    """
    if not name.isascii():
        return name
    words = r"\s+".join(map(re.escape, name.lower().split()))
    for found in re.finditer(rf"(?<!\w){words}(?!\w)", fold_keep(text)) if " " in name else ():
        written = " ".join(text[found.start() : found.end()].split())
        if written[0].isupper() and not written.isascii():
            return written
    return _by_tables(name)


def _by_tables(name: str) -> str:
    """The name as the tables write it if they know all of it, words like "góp ý của" before it aside."""
    pattern, written = _written()
    folded = fold_keep(of_file(name))
    known = [found[0] for found in pattern.finditer(folded)]
    if known and not pattern.sub("", folded).strip() and names_body(written[known[0]]):
        return " ".join(written[phrase] for phrase in known)
    codes = {code: body.name for body in bodies() if body.kind is BodyKind.DEPARTMENT for code in body.codes}
    return next((codes[word] for word in name.split() if word in codes), name)


_SAID = (
    r"(?:gop y|y kien|tham gia|tra loi|phuc dap|phan hoi|cong van|cv|du thao|ban (?:sao|sua|cuoi|chinh sua|quet|scan)|lan \d+"
    r"|ban quet|scan|ky so|final|v\d+|cua|ve|so \d+|copy|\d+)"
)
_ABOUT = re.compile(rf"(?:{_SAID}(?:\s+|$))+")
_BESIDES = re.compile(rf"(?:(?:^|\s+){_SAID})+\s*$")
"""What stands before and after the name of an agency in the name of a file."""


@cache
def _written() -> tuple[re.Pattern[str], dict[str, str]]:
    """Names of bodies, of provinces and of what they are, without marks, and each as it is written."""
    names = [*(body.name for body in bodies()), *(each.name for each in provinces())]
    names += ["UBND", "HĐND", "Văn phòng UBND", "Công an", "Thuế", "Bảo hiểm xã hội", "Bộ Chỉ huy Quân sự"]
    names += ["tỉnh", "thành phố", "xã", "phường"]
    written = {fold_keep(same_tone(name)): name for name in names}
    longest = sorted(written, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"), written


def of_file(name: str) -> str:
    """What the name of a file says of who sent it, without what such names say besides.

    >>> of_file("12. So_Tai-chinh (gop y).docx"), of_file("Sở Tài chính góp ý lần 2.docx"), of_file("gop y 12.docx")
    ('So Tai chinh', 'Sở Tài chính', 'gop y 12')
    """
    words = _ASIDE.sub(" ", PurePath(name).stem)
    whole = " ".join(re.sub(r"[_\-\s]+", " ", words).split())
    folded = fold_keep(whole)
    start = begin.end() if (begin := _ABOUT.match(folded)) else 0
    end = last.start() if (last := _BESIDES.search(folded, start)) else len(whole)
    return whole[start:end].strip(" ,.") or whole
