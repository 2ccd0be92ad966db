"""Rows that head a group: "Tháng 3", "Quý II", "I. Lĩnh vực văn hóa"; which of them still hold for a row below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thammuu_core.plans.times.moments import find_moments
from thammuu_core.sheets import Row
from thammuu_core.text import fold, fold_keep

_LABEL = re.compile(
    r"\s*(?:(?P<roman>[IVXLC]+)|(?P<capital>[A-ZĐ])|(?P<arabic>\d+(?:\.\d+)*))\s*[.):\-–/]?\s*$"
)
_LABELLED = re.compile(
    r"\s*(?:(?P<roman>[IVXLC]+)|(?P<capital>[A-ZĐ])|(?P<arabic>\d+(?:\.\d+)*))\s*[.):\-–/]\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_PERIOD = re.compile(
    r"(?:(?:i{1,3}|iv|v|vi{1,3}|ix|x|[a-z]|\d+)\s*[.):/-]\s*)?(?:cac\s+(?:de\s+an|nhiem\s+vu|noi\s+dung)\s+(?:trinh\s+)?)?(?:trong\s+)?"
    r"(?:thang|quy|nam|6\s+thang|sau\s+thang)\b.{0,30}"
)


@dataclass(frozen=True, slots=True)
class Group:
    """One heading; `kind` is what makes two headings alternatives of one another."""

    text: str
    kind: str

    @property
    def is_period(self) -> bool:
        """It says when the items below fall due."""
        return self.kind == "period"


def group_of(row: Row, number: str, text: str) -> Group | None:
    """The heading that a row of few words is, by its own words and label; None for a blank row."""
    words = " ".join(dict.fromkeys(cell.text for cell in row.filled if cell.text != number)) or text
    words = " ".join(words.split())
    if not words and not number:
        return None
    if number and not _LABEL.match(number):
        words, number = f"{number} {words}".strip(), ""
    if not number and (inside := _LABELLED.fullmatch(words)):
        label = next(name for name in ("roman", "capital", "arabic") if inside[name])
        return Group(inside["rest"], "period" if _is_period(inside["rest"]) else label)
    if _is_period(words):
        return Group(words, "period")
    label_match = _LABEL.match(number) if number else None
    label = next(
        (name for name in ("roman", "capital", "arabic") if label_match and label_match[name]), "plain"
    )
    return Group(words or number, label)


def under(groups: tuple[Group, ...], group: Group) -> tuple[Group, ...]:
    """The headings that hold after `group`: it takes the place of its like, and ends what stood below that."""
    kinds = [held.kind for held in groups]
    kept = groups[: kinds.index(group.kind)] if group.kind in kinds else groups
    return (*kept, group)


def _is_period(words: str) -> bool:
    folded = " ".join(fold_keep(words).split())
    return bool(_PERIOD.fullmatch(folded)) and bool(find_moments(words))


def is_closing(row: Row) -> bool:
    """Below the list stand the signature and the recipients."""
    first = next((fold(cell.text) for cell in row.filled), "")
    return bool(
        re.match(
            r"noi nhan\b|(?:tm|kt|tl|tuq|q) (?:uy ban|ubnd|chu tich|giam doc|chanh|truong|pho)|nguoi lap( bieu)?$|thu truong",
            first,
        )
    )


def is_total(row: Row) -> bool:
    """ "Tổng cộng: 35 đề án"."""
    return any(re.match(r"(?:tong (?:so|cong)|cong)\b", fold(cell.text)) for cell in row.filled[:2])
