"""What the register says of a citation, as a sentence that tells what to do."""

from __future__ import annotations

from datetime import date

from thammuu.apps.instruments.models import Certainty
from thammuu_core.citations.judging import Difference, State
from thammuu_core.text.first_letter import small_first

STATES = {
    State.KNOWN: "Khớp với sổ",
    State.UNKNOWN: "Chưa có trong sổ",
    State.DIFFERS: "Khác với sổ",
    State.NOT_YET: "Chưa có hiệu lực",
    State.EXPIRED: "Hết hiệu lực",
}
FIELDS = {
    "symbol": "số, ký hiệu",
    "date": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "subject": "trích yếu",
}


def differences(differing: tuple[Difference, ...]) -> str:
    """Each field that differs: what is cited, what the register has."""
    return "; ".join(
        f"{FIELDS[one.field]}: ở đây ghi {_said(one.cited)}, sổ ghi {_said(one.kept)}" for one in differing
    )


def unknown(near: tuple[str, ...]) -> str:
    """Not in the register, and what may be meant."""
    hint = f" Gần giống trong sổ: {'; '.join(near)}." if near else ""
    return f"Chưa có trong sổ, chưa đối chiếu được.{hint} Hãy tra bản gốc; đúng thì đưa vào sổ."


def found(
    state: State, begins: date | None, ends: date | None, on: date, followed: tuple[str, ...], certainty: str
) -> str:
    """In force or not on the day, and how certain the register is of what it says."""
    words = {
        State.NOT_YET: f"Đến ngày {on:%d/%m/%Y} chưa có hiệu lực{_from(begins)}.",
        State.EXPIRED: f"Ngày {on:%d/%m/%Y} đã hết hiệu lực{_to(ends)}.{_instead(followed)}",
    }.get(state, "")
    doubt = (
        ""
        if certainty == Certainty.VERIFIED
        else f"Thông tin trong sổ: {small_first(Certainty(certainty).label)}."
    )
    return " ".join(filter(None, (words, doubt)))


def _instead(followed: tuple[str, ...]) -> str:
    return f" Được thay thế bởi {'; '.join(followed)}." if followed else " Hãy tra văn bản thay thế."


def _from(begins: date | None) -> str:
    return f" (có hiệu lực từ {begins:%d/%m/%Y})" if begins else ""


def _to(ends: date | None) -> str:
    return f" (đến hết {ends:%d/%m/%Y})" if ends else ""


def _said(value: str | date) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else f"“{value}”"
