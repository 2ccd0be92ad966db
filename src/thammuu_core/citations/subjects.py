"""The trích yếu that follows a cited document: where it begins and where the citing sentence goes on."""

from __future__ import annotations

import re

from thammuu_core.citations.patterns import END, one_of
from thammuu_core.citations.views import Views, trimmed

_CONNECTOR = re.compile(
    r"(?:\s?\((?:nay là|nay thuộc|cũ|mới|trước đây|trước sáp nhập)[^()\n]{0,80}\))?"
    rf"\s{{0,3}},?\s{{0,3}}(?P<link>(?:v/v|về việc|về){END}[:\s]{{0,3}})?",
    re.IGNORECASE,
)
_VERB = re.compile(
    "(?:"
    + one_of(
        "ban hành, phê duyệt, quy định, qui định, hướng dẫn, sửa đổi, bổ sung, công bố, công nhận, thí điểm, quyết nghị, thành lập",
        "điều chỉnh, kiện toàn, chấp thuận, phân cấp, phân công, phân bổ, ủy quyền, thông qua, bãi bỏ, thay thế, cho phép, đính chính",
        "hợp nhất, xếp hạng, kéo dài, nâng cấp",
    )
    + rf"){END}",
    re.IGNORECASE,
)
"""What only a document does."""
_VERB_AFTER_ISSUER = re.compile(
    "(?:"
    + one_of(
        "triển khai, tăng cường, đẩy mạnh, giao, đề nghị, xử lý, tiếp tục, đổi mới, xây dựng, phát triển, áp dụng, tổ chức, thực hiện",
        "chi tiết, báo cáo, một số",
    )
    + rf"){END}",
    re.IGNORECASE,
)
"""What the citing sentence may go on with as well, unless the issuer has just been named."""
_SPEAKERS = "ubnd, ủy ban nhân dân, hđnd, hội đồng nhân dân, sở, bộ, chủ tịch, giám đốc, văn phòng"
_ACTS = "ban hành, xây dựng, đề nghị, báo cáo, yêu cầu, có ý kiến, thông báo, tổ chức, trình, kính, nhận, triển khai"
_CHANGED = one_of("sửa đổi, bổ sung, thay thế, đính chính, hợp nhất, điều chỉnh")
_STOP = re.compile(
    r"\s?\((?:sau đây|gọi tắt)|[;\n|\"()]|\.(?=\s|$|/\.)|\./\.?"
    rf"|,?\s(?:(?:đã|nay)\sđược\s(?:{_CHANGED})|như sau|cụ thể(?: như sau| là|:)|hết hiệu lực|có hiệu lực|kể từ ngày)"
    rf"|,\sđược\s(?:{_CHANGED})"
    rf"|,\s(?=(?:{one_of(_SPEAKERS)}){END}[^,;.:]{{1,90}}\s(?:{one_of(_ACTS)}){END})",
    re.IGNORECASE,
)
_LONGEST = 700
_PAIRS = {"(": ")", '"': '"'}


def subject_span(views: Views, start: int, *, issuer_said: bool) -> tuple[int, int] | None:
    """Where the subject said right after `start` begins and ends, its connector left out; None if there is none."""
    opening = _CONNECTOR.match(views.plain, start)
    if opening is None or not (opening["link"] or _acts(views.plain, opening.end(), issuer_said)):
        return None
    begin = opening.end()
    end = trimmed(views.plain, begin, _end(views.plain, begin))
    return (begin, end) if end > begin else None


def _acts(plain: str, position: int, issuer_said: bool) -> bool:
    return bool(_VERB.match(plain, position) or (issuer_said and _VERB_AFTER_ISSUER.match(plain, position)))


def _end(plain: str, begin: int) -> int:
    """The first place where the sentence that cites goes on; brackets and quotations inside the subject stay."""
    limit = min(len(plain), begin + _LONGEST)
    closing, position = "", begin
    while found := _STOP.search(plain, position, limit):
        mark = found.group()
        position = found.end()
        if mark == closing:
            closing = ""
        elif closing and mark not in "\n|":
            continue
        elif mark in _PAIRS and _closes(plain, position, _PAIRS[mark], limit):
            closing = _PAIRS[mark]
        else:
            return found.start()
    return limit


def _closes(plain: str, position: int, mark: str, limit: int) -> bool:
    closing = plain.find(mark, position, limit)
    return closing >= 0 and "\n" not in plain[position:closing]
