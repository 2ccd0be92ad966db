"""What is done in a step: drafted, consulted on, verified, submitted, reported …; with whom, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from thammuu_core.kinds import kind_names
from thammuu_core.plans.model import Activity, ActivityKind, Step, WhenKind
from thammuu_core.plans.owners.roles import units_end
from thammuu_core.plans.owners.units import opens_unit, units
from thammuu_core.text import fold_keep

_LEADERS = r"(?:pct|pho\s+chu\s+tich|chu\s+tich|lanh\s+dao\s+ubnd|thuong\s+truc|ban\s+thuong\s+vu|thuong\s+vu|bi\s+thu|bo\s+truong|thu\s+tuong)"
_OPINION = r"(?:lay|xin|gui\s+lay|tham\s+gia|tong\s+hop)\s+y\s+kien"
_SIGNS = (
    (ActivityKind.RESEARCH, r"\bnghien\s+cuu\b|\bkhao\s+sat\b"),
    (ActivityKind.STUDY_VISIT, r"\bhoc\s+tap\s+kinh\s+nghiem\b|\btham\s+quan\b"),
    (ActivityKind.DRAFTING, r"\b(?:xay\s+dung|soan\s+thao|bien\s+soan|lap|tham\s+muu)\s+(?:(?:du\s+thao|noi\s+dung|cac)\s+)*(?:ke\s+hoach|de\s+an|to\s+trinh|quyet\s+dinh|nghi\s+quyet|bao\s+cao|quy\s+che|quy\s+dinh|chuong\s+trinh|van\s+ban|ho\s+so|huong\s+dan|phuong\s+an|de\s+cuong)\b|\bsoan\s+thao\b|\bchinh\s+sua\s+du\s+thao\b"),
    (ActivityKind.CONSULTATION, rf"\b{_OPINION}\b(?!\s+(?:cua\s+|chi\s+dao\s+cua\s+)?{_LEADERS})"),
    (ActivityKind.OPINION_OF_LEADER, rf"\b(?:xin|lay)\s+y\s+kien\s+(?:chi\s+dao\s+)?(?:cua\s+)?(?:dong\s+chi\s+)?{_LEADERS}"),
    (ActivityKind.VERIFICATION, r"\btham\s+tra\b|\btham\s+dinh\b"),
    (ActivityKind.FINALISING, r"\bhoan\s+thien\b|\btiep\s+thu\b"),
    (ActivityKind.SUBMISSION, r"\btrinh\s+(?!xin\b|y\s+kien)(?:\w+\s+){0,3}?(?:ubnd|hdnd|uy\s+ban|hoi\s+dong|chu\s+tich|bo|chinh\s+phu|thu\s+tuong|quoc\s+hoi|tinh\s+uy|thanh\s+uy|ban\s+thuong\s+vu|lanh\s+dao|giam\s+doc|cap|ky)\b"),
    (ActivityKind.ISSUANCE, r"\b(?:trinh|tham\s+muu)\b[^;.]{0,80}\bban\s+hanh\b|(?:^|[;:,.]\s*)(?:xay\s+dung\s*,\s*)?ban\s+hanh\b|\bphat\s+hanh\b"),
    (ActivityKind.ORGANISATION, r"\bto\s+chuc\s+(?:hoi|tap|le|cuoc|lop|cac|thi|doan|kiem|trien|so\s+ket|tong\s+ket|tuyen|pho)|\bso\s+ket\b|\btong\s+ket\b|\btap\s+huan\b"),
    (ActivityKind.REPORTING, r"\bbao\s+cao\s+(?:ket\s+qua|tinh\s+hinh|tien\s+do|ubnd|uy\s+ban|so|bo|cap|lanh\s+dao|chinh\s+phu|thu\s+tuong|ve|gui|dinh\s+ky|chu\s+tich|hdnd|tinh)"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _SIGNS)
_ASKED = re.compile(r"(?:lấy|xin)\s+ý\s+kiến\s+", re.IGNORECASE)
# What may stand between "lấy ý kiến" and those asked: "góp ý bằng văn bản vào dự thảo của …".
_BEFORE_ASKED = re.compile(
    r"(?:[^.;,]{0,60}?\s)?(?:của|từ|đối\s+với)\s+|(?:(?:góp\s+ý|tham\s+gia|đóng\s+góp|rộng\s+rãi|bằng\s+văn\s+bản)\s+)*",
    re.IGNORECASE,
)
_SENT = re.compile(r"\bgửi\s+(?:[^.;,]{0,60}?\s)?(?:đến|tới|cho|về|lấy\s+ý\s+kiến)\s+", re.IGNORECASE)
_FOR_OPINION = re.compile(r"\s*,?\s*(?:để\s+)?(?:lấy|xin|góp|tham\s+gia|cho|có)\s+ý", re.IGNORECASE)
# "tham quan để xây dựng dự thảo" visits; what it serves is another step. "để trình" goes on with the same.
_PURPOSE = re.compile(
    r"\b(?:(?:để|nhằm)(?!\s+(?:trình|gửi|ban\s+hành|phát\s+hành))|phục\s+vụ(?:\s+cho)?(?:\s+việc)?|làm\s+(?:cơ\s+sở|căn\s+cứ))\s[^.;\n]*",
    re.IGNORECASE,
)
_ROUND = re.compile(r"\b(?:lan|dot|vong)\s+(?:thu\s+)?(\d|nhat|hai|ba)\b")
_ROUND_SAID = re.compile(r"\((?:lần|đợt|vòng)[^)]*\)", re.IGNORECASE)
_ROUNDS = {"nhat": 1, "hai": 2, "ba": 3}
_REPORT = re.compile(r"\b(?:báo\s+cáo|gửi|về|lên|cho)\s+(?:(?:gửi|về|lên|cho)\s+)?", re.IGNORECASE)
_REPORTS = re.compile(r"\bbao\s+cao\b")
_THROUGH = re.compile(r"\s*(?:[^.;]{0,60}?)\(?\b(?:thông\s+)?qua\s+(?P<unit>[^).;,]{3,60})")
_KINDS = "|".join(re.escape(name) for name in kind_names())
_PRODUCT = rf"(?:(?:{_KINDS})|hồ\s+sơ(?:\s+có\s+liên\s+quan|\s+liên\s+quan|\s+trình)?|các\s+(?:văn\s+bản|tài\s+liệu)\s+(?:(?:có\s+)?liên\s+quan|kèm\s+theo))"
_DRAFTED = re.compile(
    rf"(?:[Xx]ây\s+dựng|[Ss]oạn\s+thảo|[Hh]oàn\s+thiện|[Ll]ập|[Bb]an\s+hành)\s+(?:dự\s+thảo\s+)?(?P<list>{_PRODUCT}(?:\s*(?:,|và)\s*{_PRODUCT})*)(?!\w)"
)


def described(step: Step) -> Step:
    """The step with its activities, products, condition and whom it reports to, read from its own words."""
    return replace(
        step,
        activities=_activities(_PURPOSE.sub("", step.text)),
        products=step.products or _products(_PURPOSE.sub("", step.text)),
        condition=step.when.as_written if step.when.kind is WhenKind.CONDITIONAL else None,
        report_to=_report_to(step.text),
    )


def _activities(text: str) -> tuple[Activity, ...]:
    folded = fold_keep(text)
    found = []
    for kind, pattern in _PATTERNS:
        if match := pattern.search(folded):
            found.append((match.start(), kind))
    kinds = [kind for _, kind in sorted(found)]
    if not kinds:
        return (Activity(ActivityKind.OTHER),)
    return tuple(
        _consultation(text, folded) if kind is ActivityKind.CONSULTATION else Activity(kind) for kind in kinds
    )


def _consultation(text: str, folded: str) -> Activity:
    said = _ROUND.search(folded)
    number = said.group(1) if said else None
    round_number = (_ROUNDS.get(number) or int(number)) if number else None
    return Activity(ActivityKind.CONSULTATION, audience(text), round_number)


def audience(text: str) -> tuple[str, ...]:
    """Whom the text says to ask for their opinion."""
    return next(_asked(text), ())


def _asked(text: str) -> Iterator[tuple[str, ...]]:
    """ "lấy ý kiến (của) các sở", "gửi dự thảo đến các sở để góp ý"."""
    for match in _ASKED.finditer(text):
        for before in (_BEFORE_ASKED.match(text, match.end()), match):
            if before and opens_unit(text, before.end()):
                yield _named(text, before.end(), units_end(text, before.end()))
                break
    for match in _SENT.finditer(text):
        end = units_end(text, match.end())
        if opens_unit(text, match.end()) and _FOR_OPINION.match(text, end):
            yield _named(text, match.end(), end)


def _named(text: str, start: int, end: int) -> tuple[str, ...]:
    return units(_ROUND_SAID.sub("", text[start:end]))


def _products(text: str) -> tuple[str, ...]:
    match = _DRAFTED.search(text)
    if not match:
        return ()
    return tuple(
        " ".join(part.split()) for part in re.split(r"\s*(?:,|\bvà\b)\s*", match.group("list")) if part
    )


def _report_to(text: str) -> str | None:
    """ "báo cáo UBND tỉnh (qua Sở Tư pháp)" reports to "UBND tỉnh (qua Sở Tư pháp)"."""
    reports = _REPORTS.search(fold_keep(text))
    if not reports:
        return None
    for match in _REPORT.finditer(text, reports.start()):
        if not opens_unit(text, match.end()):
            continue
        end = _name_end(text, match.end())
        named = units(text[match.end() : end])
        if not named:
            continue
        through = _THROUGH.match(text, end)
        if through and opens_unit(through.group("unit")):
            via = units(through.group("unit")[: units_end(through.group("unit"), 0)])
            return f"{named[0]} (qua {via[0]})" if via else named[0]
        return ", ".join(named)
    return None


def _name_end(text: str, start: int) -> int:
    end = units_end(text, start)
    cut = re.search(r"\s+(?:kết\s+quả|tình\s+hình|tiến\s+độ|về|sau|khi|\(|trước|xem\s+xét)", text[start:end])
    return start + cut.start() if cut else end
