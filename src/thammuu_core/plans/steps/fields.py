"""Lines that say one thing about a duty under its name: "Đơn vị chủ trì: …", "Thời gian thực hiện: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from thammuu_core.text import fold_keep


class Field(StrEnum):
    """What a label announces."""

    CONTENT = "content"
    LEAD = "lead"
    COORDINATING = "coordinating"
    TIME = "time"
    PRODUCT = "product"
    OTHER = "other"
    """Place, audience, money: about the duty, but not read."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One label with its value, `text[start:end]`; `completion` when the label says by when, not when."""

    field: Field
    label_start: int
    start: int
    end: int
    completion: bool = False


_BODY = r"(?:co\s+quan|don\s+vi|bo\s+phan|phong|to\s+chuc|ca\s+nhan|nganh|dia\s+phuong|cap)"
_DOES = r"(?:chu\s+tri|dau\s+moi|thuc\s+hien|tham\s+muu|trien\s+khai|soan\s+thao|thuong\s+truc|phoi\s+hop|xay\s+dung|chinh|to\s+chuc)"
_DONE_BY = r"(?:du\s+kien|trien\s+khai|thuc\s+hien|hoan\s+(?:thanh|tat)|to\s+chuc|bao\s+cao|ban\s+hanh|trinh|tien\s+hanh|bat\s+dau|ket\s+thuc|va|gui|nop|tham\s+muu|xay\s+dung|cong\s+viec|nhiem\s+vu)"
_LABELS = {
    Field.COORDINATING: rf"(?:{_BODY}(?:\s*[,/]\s*{_BODY})*\s+)?(?:cung\s+)?phoi\s+hop(?:\s+{_DOES})*",
    Field.LEAD: rf"{_BODY}(?:\s*[,/]\s*{_BODY})*\s+(?:duoc\s+|giao\s+|phan\s+cong\s+)*{_DOES}(?:[\s,/]+(?:va\s+)?{_DOES})*|(?:giao\s+)?chu\s+tri(?:[\s,]+{_DOES})*|phan\s+cong(?:\s+(?:thuc\s+hien|nhiem\s+vu|trach\s+nhiem))*|(?:trach\s+nhiem|phu\s+trach)\s+thuc\s+hien",
    Field.TIME: rf"(?:moc\s+)?(?:thoi\s+gian|thoi\s+han|tien\s+do|thoi\s+diem|han|lo\s+trinh|ky\s+han)(?:[\s,]+{_DONE_BY})*|(?:du\s+kien\s+)?hoan\s+thanh",
    Field.PRODUCT: r"(?:san\s+pham|ket\s+qua|dau\s+ra)(?:\s+(?:dau\s+ra|du\s+kien|dat\s+duoc|can\s+dat|hoan\s+thanh|chu\s+yeu|cua\s+nhiem\s+vu))*",
    Field.CONTENT: r"(?:noi\s+dung|nhiem\s+vu|cong\s+viec|hoat\s+dong|ten\s+nhiem\s+vu)(?:\s+(?:thuc\s+hien|cong\s+viec|nhiem\s+vu|trien\s+khai|chinh|cu\s+the|hoat\s+dong|chu\s+yeu))*",
    Field.OTHER: r"dia\s+diem(?:\s+\w+){0,2}|(?:doi\s+tuong|thanh\s+phan)(?:\s+[\w,]+){0,3}|(?:nguon\s+)?kinh\s+phi(?:\s+thuc\s+hien)?|hinh\s+thuc(?:\s+[\w,]+){0,2}|so\s+luong|quy\s+mo|pham\s+vi|lanh\s+dao\s+(?:phu\s+trach|chi\s+dao)|ghi\s+chu",
}
_LABEL = re.compile(
    r"(?:^|(?<=[.;(])|(?<=[.;]\s)|(?<=\n))\s*(?:[-+•*]\s*|[a-z]\)\s*)?(?:ve\s+)?(?:"
    + "|".join(f"(?P<{field.value}>{pattern})" for field, pattern in _LABELS.items())
    + r")\s*:"
)
_BY_WHEN = re.compile(r"hoan\s+(?:thanh|tat)|thoi\s+han|\bhan\b|tien\s+do|ket\s+thuc")


def labelled(text: str, at: int = 0) -> tuple[Labelled, ...]:
    """The labels of `text` from `at` on, each with the words up to the next label."""
    if ":" not in text:
        return ()
    folded = fold_keep(text)
    matches = list(_LABEL.finditer(folded[at:]))
    stops = [*(at + match.start() for match in matches[1:]), len(text)]
    return tuple(_read(text, match, at, stop) for match, stop in zip(matches, stops, strict=False))


def _read(text: str, match: re.Match[str], at: int, stop: int) -> Labelled:
    field = next(field for field in _LABELS if match.group(field.value) is not None)
    start, end = at + match.end(), stop
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "(;"):
        end -= 1
    if "(" in text[max(0, at + match.start() - 2) : start] and text[end - 1 : end] == ")":
        end -= 1
    completion = field is Field.TIME and bool(_BY_WHEN.search(match.group()))
    return Labelled(field, at + match.start(field.value), start, end, completion)
