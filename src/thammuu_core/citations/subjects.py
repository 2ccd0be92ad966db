"""The trích yếu that follows a cited document: where it begins and where the citing sentence goes on."""

from __future__ import annotations

import re

from thammuu_core.citations.views import Views, trimmed

_CONNECTOR = re.compile(
    r"(?:\s?\((?:nay là|nay thuộc|cũ|mới|trước đây|trước sáp nhập)[^()\n]{0,80}\))?"
    r"\s{0,3},?\s{0,3}(?P<link>(?:v/v|về việc|về)(?![^\W\d_])[:\s]{0,3})?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:ban hành|phê duyệt|quy định|qui định|hướng dẫn|sửa đổi|bổ sung|công bố|công nhận|thí điểm|triển khai|quyết nghị|thành lập|"
    r"điều chỉnh|kiện toàn|chấp thuận|phân cấp|phân công|phân bổ|ủy quyền|tăng cường|đẩy mạnh|thông qua|bãi bỏ|thay thế|giao|cho phép|đính chính|"
    r"đề nghị|xử lý|tiếp tục|đổi mới|xây dựng|phát triển|bãi bỏ|hợp nhất|áp dụng|tổ chức|thực hiện|xếp hạng|kéo dài|chi tiết|báo cáo|nâng cấp|một số)(?![^\W\d_])",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s?\((?:sau đây|gọi tắt|sau đây)|[;\n|\"()]|\.(?=\s|$|/\.)|(?:\.|/)\./?"
    r"|,?\s(?:(?:đã|nay) được (?:sửa đổi|bổ sung|thay thế|đính chính|hợp nhất|điều chỉnh)|như sau|cụ thể(?: như sau| là|:)|hết hiệu lực|có hiệu lực|kể từ ngày)"
    r"|,\sđược (?:sửa đổi|bổ sung|thay thế|đính chính|hợp nhất)"
    r"|,\s(?=(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|sở|bộ|chủ tịch|giám đốc|văn phòng)(?![^\W\d_])[^,;.:]{1,90}\s"
    r"(?:ban hành|xây dựng|đề nghị|báo cáo|yêu cầu|có ý kiến|thông báo|tổ chức|trình|kính|nhận|triển khai)(?![^\W\d_]))",
    re.IGNORECASE,
)
_LONGEST = 700


def subject_span(views: Views, start: int) -> tuple[int, int] | None:
    """Where the subject said right after `start` begins and ends, its connector left out; None if there is none."""
    opening = _CONNECTOR.match(views.plain, start)
    if opening is None or not (opening["link"] or _VERB.match(views.plain, opening.end())):
        return None
    begin = opening.end()
    end = trimmed(views.plain, begin, _end(views.plain, begin))
    return (begin, end) if end > begin else None


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


_PAIRS = {"(": ")", '"': '"'}


def _closes(plain: str, position: int, mark: str, limit: int) -> bool:
    closing = plain.find(mark, position, limit)
    return closing >= 0 and "\n" not in plain[position:closing]
