"""The issuing agency: as the header states it, else as the symbol and the text tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from thammuu_core.kinds import (
    BodyKind,
    bodies_by_code,
    expand_body_name,
    kind_names,
    parse_symbol,
)
from thammuu_core.plans.header.body_names import spoken
from thammuu_core.plans.model import Issuer, Number
from thammuu_core.text import fold_keep
from thammuu_core.text.letters import CAPITALS

HEAD = re.compile(
    r"(?:bo|so|cuc|tong cuc|chi cuc|vu|ubnd|uy ban|hdnd|hoi dong|thu tuong|chinh phu|quoc hoi|chu tich|van phong|ban|truong|trung tam|vien|cong an|phong|hoi|tinh uy|thanh uy|dang uy|huyen uy|lien doan|tong cong ty|cong ty|thanh tra|toa an|vien kiem sat|kho bac|ngan hang|thue|hai quan|bao hiem|dai hoc|benh vien|tap doan|doan|mat tran|chi nhanh|kiem toan|bao|dai|hoc vien|quan khu|bo chi huy|lien minh|lien hiep|dang bo|tinh doan|thanh doan|huyen doan|nha hat|bao tang|thu vien|quy|to cong tac|to chuc|vuon quoc gia|hat kiem lam|khoi)\b"
)
"""How the name of a body begins, in folded text."""
UNFINISHED = re.compile(r"(?:\b(?:va|cua|nhan|thu|ban|van|thanh|vien|chi|tong|hoc)|,|-)$")
"""Last words after which a line goes on with the same body, whatever it begins with."""
_INSIDE = re.compile(
    rf"(?<=\s)(?:SỞ|CỤC|CHI CỤC|TỔNG CỤC|TRƯỜNG|VĂN PHÒNG|THANH TRA|BAN QUẢN LÝ|TRUNG TÂM|THUẾ(?= TỈNH| THÀNH PHỐ| CƠ SỞ))\s(?=[{CAPITALS}])"
)
_VERBS = "xây dựng|ban hành|triển khai|lập|đề ra|thông báo|báo cáo|kính trình|trình|hướng dẫn|công bố|phê duyệt|quyết định"
_BODY_WORDS = "Sở|Bộ|UBND|Ủy ban|Uỷ ban|Cục|Tổng cục|Chi cục|Ban|Trường|Văn phòng|Trung tâm|Công an|Phòng|Viện|Hội|Liên minh|Thanh tra|Tỉnh ủy|Thành ủy|Đảng ủy|HĐND|Hội đồng|Kho bạc|Thuế|Bệnh viện|Công ty|Tổng công ty|Tập đoàn"
_SELF = re.compile(
    rf"(?:^|[;,.:] )(?P<name>(?:{_BODY_WORDS})(?: [^\s;:.]+){{0,12}}?) (?:{_VERBS}) (?={'|'.join(map(re.escape, kind_names()))})"
)
"""Who says of itself that it writes the document: "…; Sở X xây dựng Kế hoạch …"."""
_LOCAL = re.compile(
    rf"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (?P<rank>tỉnh|thành phố|TP\.?|huyện|xã|phường|đặc khu) (?P<place>[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*)*)"
)


def stated_issuer(agency: Sequence[str]) -> Issuer | None:
    """From the agency lines of the header: the last body named issues, the one above it is its parent."""
    names = [spoken(body) for body in _bodies(agency)]
    if not names:
        return None
    if fold_keep(names[-1]) == "van phong" and len(names) > 1:
        names[-1] = f"{names[-1]} {names[-2]}"
    return Issuer(names[-1], names[-2] if len(names) > 1 else None, stated=True)


def inferred_issuer(number: Number | None, place: str | None, texts: Sequence[str]) -> Issuer:
    """When the header is absent: who says "… xây dựng Kế hoạch" and bears the symbol's code, else the code alone."""
    codes = _codes(number)
    said = [" ".join(found["name"].split()) for text in texts for found in _SELF.finditer(text)]
    for name in said:
        if any(bears(name, code) for code in codes):
            return Issuer(name, _parent(name, place, texts))
    for code in codes:
        for body in bodies_by_code(code):
            return Issuer(_local(body.name, body.kind, place, texts), None)
    return Issuer(said[0], _parent(said[0], place, texts)) if said else Issuer(None)


def bears(name: str, code: str) -> bool:
    """Whether a code abbreviates a name: "KHCN" and "SKHCN" both are Sở Khoa học và Công nghệ.

    >>> bears("Sở Khoa học và Công nghệ", "SKHCN"), bears("Sở Tài chính", "KHCN")
    (True, False)
    """
    if any(fold_keep(body.name) == fold_keep(expand_body_name(name)) for body in bodies_by_code(code)):
        return True
    words = [
        word
        for word in re.split(r"[\s,\-]+", fold_keep(expand_body_name(name)))
        if word not in ("va", "", "cua")
    ]
    letters = "".join(word[0] for word in words)
    wanted = fold_keep(code).replace("&", "")
    return len(wanted) > 1 and wanted in (letters[: len(wanted)], letters[1 : 1 + len(wanted)])


def complete_body(name: str, place: str | None, texts: Sequence[str]) -> str:
    """ "UBND tỉnh" with the province that the document speaks of."""
    if not re.search(r"(?:tỉnh|thành phố|Tỉnh|Thành phố)$", name):
        return name
    local = _local_name(place, texts)
    return re.sub(r"(?:tỉnh|thành phố|Tỉnh|Thành phố)$", local, name) if local else name


def _bodies(lines: Sequence[str]) -> list[str]:
    """One string a body: a line that begins no body goes on with the one before.

    Above the first, a lone word is the beginning of a name broken on a narrow page; anything longer is a stamp.
    """
    bodies: list[str] = []
    broken = ""
    for line in lines:
        line, broken = f"{broken} {line}".strip(), ""
        begins = HEAD.match(fold_keep(line))
        if not bodies and len(line.split()) == 1:
            broken = line
            continue
        if bodies and (not begins or UNFINISHED.search(fold_keep(bodies[-1]))):
            bodies[-1] = f"{bodies[-1]} {line}"
        elif begins:
            bodies.append(line)
    return [part for body in bodies for part in _apart(body)]


def _apart(body: str) -> list[str]:
    """Two bodies flattened into one line: "UBND TỈNH LÀO CAI SỞ CÔNG THƯƠNG"."""
    for found in _INSIDE.finditer(body):
        before = body[: found.start()].strip()
        if len(before.split()) > 1 and not UNFINISHED.search(fold_keep(before)):
            return [before, *_apart(body[found.start() :].strip())]
    return [body.strip()]


def _codes(number: Number | None) -> tuple[str, ...]:
    if number is None or not number.symbol:
        return ()
    symbol = parse_symbol(f"{number.value or ''}/{number.symbol}")
    return symbol.issuers if symbol else ()


def _local(name: str, kind: BodyKind, place: str | None, texts: Sequence[str]) -> str:
    if kind not in (BodyKind.COMMITTEE, BodyKind.COUNCIL):
        return name
    local = _local_name(place, texts)
    return f"{name} {local}" if local else name


def _local_name(place: str | None, texts: Sequence[str]) -> str | None:
    """The "tỉnh X" that the text names most, one that agrees with the place of the date first."""
    counted = Counter(
        f"{found['rank']} {found['place']}" for text in texts for found in _LOCAL.finditer(text)
    )
    fitting = [name for name in counted if place and fold_keep(place) in fold_keep(name)]
    return max(fitting or counted, key=lambda name: counted[name], default=None)


def _parent(name: str, place: str | None, texts: Sequence[str]) -> str | None:
    if not fold_keep(name).startswith("so "):
        return None
    local = _local_name(place, texts)
    return f"UBND {local}" if local else None
