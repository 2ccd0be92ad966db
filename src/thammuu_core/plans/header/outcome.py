"""The document that a plan is meant to bring about: what is prepared, who will issue it, who verifies it first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thammuu_core.kinds import kind_by_name, kind_names
from thammuu_core.outline import in_capitals
from thammuu_core.plans.header.body_names import spoken
from thammuu_core.plans.header.issuer import complete_body
from thammuu_core.plans.model import Outcome
from thammuu_core.text import fold_keep

_KIND = "|".join(re.escape(fold_keep(name)) for name in kind_names())
_VERB = r"(?:tham muu|xay dung|soan thao|du thao|bien soan|lap|chuan bi|hoan thien|trinh)"
_PREPARES = re.compile(
    rf"(?:ve viec )?(?:(?:trien khai|to chuc|phoi hop|thuc hien|nghien cuu),? )*(?P<verbs>{_VERB}(?:(?:, | va |, va | )(?:{_VERB}))*)\b"
)
# "UBND tỉnh xem xét, ban hành Kế hoạch …"
_PREPARED = re.compile(
    rf"(?:va )?(?:(?P<issuer>[^\s,;][^,;]{{0,80}}?) )?(?:xem xet, |ky |quyet dinh )?(?:ban hanh|phe duyet|thong qua|xay dung) (?P<kind>{_KIND})\b"
)
_DIRECT = re.compile(rf"(?:du thao )?(?P<kind>{_KIND})\b")
_SUBMITS = re.compile(
    r"(?:trình|tham mưu) (?P<issuer>(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Chủ tịch|Thủ tướng|Chính phủ|Quốc hội|Bộ trưởng|Tỉnh ủy|Thành ủy|Ban Thường vụ)(?: [^\s,;.]+){0,6}?) (?:xem xét, |ký |quyết định )?(?:ban hành|phê duyệt|thông qua)"
)
_VERIFIES = re.compile(
    r"(?:thẩm tra|thẩm định|kiểm tra) của (?P<after>(?:Văn phòng|Sở|Bộ|Ban|Vụ|Cục|Phòng|Hội đồng)(?: [^\s,;.()]+){1,8})|(?P<before>(?:Văn phòng|Sở|Bộ|Ban|Vụ|Cục|Hội đồng)(?: [^\s,;.()]+){1,8}?) (?:thẩm tra|thẩm định)\b"
)


def read_outcome(title: str | None, texts: Sequence[str], place: str | None = None) -> Outcome | None:
    """What a plan to prepare a document prepares; None for any other plan."""
    if not title:
        return None
    folded = fold_keep(title)
    verb = _PREPARES.match(folded)
    if not verb:
        return None
    rest = title[verb.end() :].strip()
    submits = "tham muu" in verb["verbs"] or "trinh" in verb["verbs"]
    found = _PREPARED.match(fold_keep(rest))
    if found and found["issuer"] and not submits:
        found = None
    found = found or _DIRECT.match(fold_keep(rest))
    if not found or not (rest[found.start("kind")].isupper()):
        return None
    name = rest[found.start("kind") :]
    kind = kind_by_name(found["kind"])
    issuer = (
        rest[: found.end("issuer")]
        if "issuer" in found.groupdict() and found["issuer"]
        else _submitted_to(texts)
    )
    issuer = complete_body(spoken(issuer), place, texts) if issuer else None
    return Outcome(kind.code if kind else None, _title(name), issuer, _verifier(texts))


def _title(name: str) -> str:
    return name.capitalize() if in_capitals(name) else name


def _submitted_to(texts: Sequence[str]) -> str | None:
    return next((found["issuer"] for text in texts for found in _SUBMITS.finditer(text)), None)


def _verifier(texts: Sequence[str]) -> str | None:
    for text in texts:
        if found := _VERIFIES.search(text):
            return (found["after"] or found["before"]).strip()
    return None
