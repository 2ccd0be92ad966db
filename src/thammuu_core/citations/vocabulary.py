"""The names of kinds, bodies and laws as the grammar meets them: folded, ready to be matched at a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from thammuu_core.kinds import (
    BodyKind,
    Form,
    Symbol,
    bodies,
    bodies_by_code,
    body_by_code,
    document_kinds,
    expand_body_name,
    kind_by_abbreviation,
    kind_names,
    parse_symbol,
    provinces,
)
from thammuu_core.text import fold, fold_keep
from thammuu_core.text.tables import rows

# Words that stand where the name of a kind stands, and are none.
_OTHER_WORDS = (
    "Văn bản",
    "Hiến pháp",
    "Công thư",
    "Hướng dẫn liên ngành",
    "Nghị quyết liên tịch",
    "Giấy phép",
    "Giấy chứng nhận",
)
# Bodies whose symbols do not tell them apart (TW, TU), bodies of the past, and short names.
_UNCODED_BODIES = (
    "Bộ Chính trị",
    "Ban Bí thư",
    "Ban Chấp hành Trung ương Đảng",
    "Ban Chấp hành Trung ương",
    "Trung ương Đảng",
    "Thủ tướng",
    "Ngân hàng Nhà nước",
    "Hội đồng Nhà nước",
)
# Fields of ministries and sở that are no more and of which the table of issuers has no code.
_OTHER_FIELDS = (
    "Thương mại và Du lịch",
    "Văn hóa - Thông tin",
    "Văn hóa Thông tin",
    "Bưu chính, Viễn thông",
    "Giao thông công chính",
    "Lao động, Thương binh và Xã hội",
    "Lao động Thương binh và Xã hội",
    "Quy hoạch và Kiến trúc",
    "Tài nguyên Môi trường",
    "Ngoại thương",
    "Lao động",
)


@cache
def kinds_by_words() -> dict[str, str]:
    """Every word for a kind, folded, with the word as it is properly written."""
    return {fold_keep(name): name for name in (*kind_names(), *_OTHER_WORDS)}


@cache
def longest_kind() -> int:
    """How many syllables the longest word for a kind has."""
    return max(len(words.split()) for words in kinds_by_words())


@cache
def fixed_bodies() -> re.Pattern[str]:
    """Bodies that have one name in the whole country."""
    names = [body.name for body in bodies() if body.kind not in _LOCAL]
    return _one_of((*names, *_UNCODED_BODIES))


@cache
def fields() -> re.Pattern[str]:
    """What follows "Bộ", "Sở", "Phòng": their names hold commas and small words, so a shape would cut them."""
    known = [body.name.split(" ", 1)[1] for body in bodies() if body.name.startswith(("Bộ ", "Sở "))]
    return _one_of((*known, *_OTHER_FIELDS))


@cache
def province_names() -> re.Pattern[str]:
    """Names of provinces, where capitals do not show where a name ends."""
    return _one_of(province.name for province in provinces())


@cache
def law_names() -> frozenset[str]:
    """Names of laws without their first word, folded, single spaces."""
    return frozenset(_bare_law(row["name"]) for row in rows("thammuu_core.citations", "laws.tsv"))


@cache
def named_kinds() -> frozenset[str]:
    """Kinds made by Quốc hội, which are called by their names: Luật, Bộ luật, Pháp lệnh, Hiến pháp."""
    return frozenset(
        kind.name for kind in document_kinds() if kind.issuers & {"assembly", "standing_committee"}
    )


@lru_cache(maxsize=4096)
def kind_implied(symbol: str) -> str | None:
    """The kind that a symbol says by itself: a letter is a Công văn; QH15 is left open, laws and resolutions share it."""
    parts = _parts(symbol)
    if parts is None or parts.form is Form.ASSEMBLY:
        return None
    if parts.form is Form.LETTER:
        return None if parts.year else "Công văn"
    kind = kind_by_abbreviation(parts.kind or "", parts.form)
    return kind.name if kind else None


@lru_cache(maxsize=4096)
def issuer_implied(symbol: str) -> str | None:
    """The issuer, where the symbol alone tells which of all bodies it is; "UBND" and "TW" do not.

    A minister signs circulars and decisions in his own name (Luật 64/2025/QH15, Điều 4), so "TT-BTC" is the minister's.
    """
    parts = _parts(symbol)
    if parts is None or parts.form is Form.PARTY or len(parts.issuers) != 1:
        return None
    body = body_by_code(parts.issuers[0])
    if body is None or body.kind in _LOCAL or body.kind is BodyKind.FRONT:
        return None
    ministerial = (
        body.kind is BodyKind.MINISTRY and body.name.startswith("Bộ ") and parts.kind in ("TT", "QĐ", "CT")
    )
    return f"Bộ trưởng {body.name}" if ministerial else body.name


def _parts(symbol: str) -> Symbol | None:
    """The parts of a symbol, of one typed or recognised without the bar of Đ ("QD-TTg") too."""
    return parse_symbol(_WITHOUT_BAR.sub(r"\1Đ", symbol))


def is_body(code: str) -> bool:
    """Some body signs with this code."""
    return bool(bodies_by_code(code))


@lru_cache(maxsize=4096)
def is_joint(symbol: str) -> bool:
    """The symbol names several issuers."""
    parts = parse_symbol(symbol)
    return parts is not None and (len(parts.issuers) > 1 or (parts.kind or "").endswith("LT"))


def may_be(name: str, symbol: str) -> bool:
    """Whether a name is that of the issuer in a symbol, as far as its code tells."""
    parts = parse_symbol(symbol)
    body = body_by_code(parts.issuers[0]) if parts and parts.issuers else None
    return body is not None and fold(body.name) in fold(expand_body_name(name))


def _bare_law(name: str) -> str:
    folded = fold_keep(name)
    for head in ("bo luat ", "luat ", "phap lenh ", "hien phap "):
        folded = folded.removeprefix(head)
    return folded


_WITHOUT_BAR = re.compile(r"(?<=/)([NQ])D(?=-)")
_LOCAL = frozenset({BodyKind.COUNCIL, BodyKind.COMMITTEE, BodyKind.DEPARTMENT, BodyKind.PARTY})


def _one_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names in any spacing, the longest first."""
    folded = sorted({fold_keep(name) for name in names}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(_in_any_spacing(name) for name in folded)})(?![^\W_])")


def _in_any_spacing(name: str) -> str:
    parts = re.split(r"\s*([-,])\s*|\s+", name)
    return "".join(_joint(part) if part is None or part in "-," else re.escape(part) for part in parts)


def _joint(mark: str | None) -> str:
    return r"\s{1,3}" if mark is None else rf"\s{{0,2}}{mark}\s{{0,2}}"
