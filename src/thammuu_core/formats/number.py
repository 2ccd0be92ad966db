"""Số, ký hiệu: how they are written and what they are made of.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3; Phụ lục III for the abbreviations of kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.errors import Severity
from thammuu_core.formats.fronts import NUMBER
from thammuu_core.formats.looks import Look, faults, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot
from thammuu_core.kinds import Symbol, parse_symbol
from thammuu_core.text import plain

_MIXED = ("TTr", "QyĐ", "CTr", "TrS", "TTg")
"""Abbreviations that hold a small letter."""
_LOOK = Look((13, 13), italic=False)


def number_parts(spot: Spot) -> re.Match[str] | None:
    """The groups of `fronts.NUMBER` over the line."""
    return NUMBER.match(plain(spot.text))


def symbol_written(spot: Spot) -> str:
    """The symbol after the slash, without outer space and stops."""
    found = number_parts(spot)
    return found["symbol"].strip().rstrip(".,;") if found else ""


def symbol_of(checked: Checked) -> Symbol | None:
    """The parts of the symbol in the header."""
    spot, kind = checked.elements.number, checked.elements.kind
    written = symbol_written(spot) if spot else ""
    return parse_symbol(f"/{written}", kind.name if kind else None) if written else None


@rule("TT-121")
def number_word(checked: Checked) -> Iterator[Hit]:
    """ "Số:" in small letters with a colon, of size 13."""
    spot = checked.elements.number
    found = number_parts(spot) if spot else None
    if spot is None or found is None:
        return
    word = spot.cut(*found.span("word"))
    if word.text != "Số" or not found["colon"]:
        yield Hit(f"Dòng số, ký hiệu ghi {quoted(spot)}; phải bắt đầu bằng “Số:” có dấu hai chấm.", spot)
    wrong = faults(word, _LOOK) if checked.shows_looks else ()
    if wrong:
        yield Hit(
            f"Dòng số, ký hiệu đang {', '.join(wrong)}; phải {_LOOK.words}.", word, mend=_LOOK.mend([spot])
        )


@rule("TT-122")
def number_value(checked: Checked) -> Iterator[Hit]:
    """A leading zero below ten; blank only before issue."""
    spot = checked.elements.number
    found = number_parts(spot) if spot else None
    if spot is None or found is None:
        return
    value = found["value"]
    if value and re.fullmatch(r"[1-9][a-zđ]?", value):
        yield Hit(f"Số “{value}” nhỏ hơn 10: ghi “0{value}”.", spot)
    if not value and checked.issued:
        yield Hit("Văn bản ban hành chưa có số; văn thư cấp số rồi ghi vào đây.", spot)


@rule("TT-123")
def symbol_writing(checked: Checked) -> Iterator[Hit]:
    """Capitals, a slash after the number, hyphens without spaces, size 13 (told once, when "Số" is as wrong)."""
    spot = checked.elements.number
    found = number_parts(spot) if spot else None
    if spot is None or found is None:
        return
    written = spot.text[found.start("symbol") : found.end("symbol")].strip()
    if found["slash"] != "/":
        yield Hit(f"Giữa số và ký hiệu ghi “{found['slash']}”; phải là dấu gạch chéo “/”.", spot)
    if re.search(r"\s*[-–—]\s+|\s+[-–—]", written) or re.search(r"[–—]", written):
        yield Hit(
            f"Ký hiệu ghi “{written}”; giữa các nhóm chữ là dấu gạch nối “-”, không cách chữ.",
            spot,
            at_most=None if re.search(r"\s[-–—]|[-–—]\s", written) else Severity.WARNING,
        )
    letters = written
    for abbreviation in _MIXED:
        letters = letters.replace(abbreviation, "")
    if any(map(str.islower, letters.split("(")[0])):
        yield Hit(f"Ký hiệu ghi “{written}”; phải in hoa.", spot)
    symbol = spot.cut(found.start("symbol"), found.end("symbol"))
    wrong = faults(symbol, _LOOK) if checked.shows_looks and symbol.filled else ()
    if wrong and wrong != faults(spot.cut(*found.span("word")), _LOOK):
        yield Hit(f"Ký hiệu đang {', '.join(wrong)}; phải {_LOOK.words}.", symbol, mend=_LOOK.mend([symbol]))


@rule("TT-124")
def symbol_of_kind(checked: Checked) -> Iterator[Hit]:
    """The abbreviation of the kind that stands under it, then who issues."""
    spot, kind = checked.elements.number, checked.elements.kind
    if spot is None or kind is None or not checked.elements.kind_line or not kind.abbreviation:
        return
    segments = re.sub(r"\s", "", symbol_written(spot)).split("-")
    if not segments[0] or checked.elements.is_letter:
        return
    if segments[0] != kind.abbreviation:
        yield Hit(
            f"Ký hiệu ghi “{segments[0]}”; tên loại là {kind.name}, viết tắt là “{kind.abbreviation}” (Phụ lục III).",
            spot,
        )
    elif len(segments) < 2 or not segments[1]:
        yield Hit(f"Ký hiệu chỉ có “{segments[0]}”; ghi tiếp “-” và chữ viết tắt tên cơ quan ban hành.", spot)


@rule("TT-125")
def symbol_of_letter(checked: Checked) -> Iterator[Hit]:
    """Agency and unit, no abbreviation of a kind."""
    spot, symbol = checked.elements.number, symbol_of(checked)
    if spot is None or symbol is None or checked.elements.kind_line or not checked.elements.letter_subject:
        return
    if symbol.kind:
        yield Hit(
            f"Ký hiệu công văn ghi “{symbol_written(spot)}”, có chữ viết tắt tên loại “{symbol.kind}”; "
            "ghi chữ viết tắt tên cơ quan, rồi đơn vị soạn thảo hoặc lĩnh vực.",
            spot,
        )
    elif not symbol.unit:
        yield Hit(
            f"Ký hiệu công văn ghi “{symbol_written(spot)}”; thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực.",
            spot,
            at_most=Severity.WARNING,
        )


@rule("TT-127")
def number_place(checked: Checked) -> Iterator[Hit]:
    """Under the agency, not under the nation."""
    number, nation = checked.elements.number, checked.elements.nation
    if (
        number
        and nation
        and number.cell
        and nation.cell[:1] == number.cell[:1]
        and nation.column == number.column
    ):
        yield Hit("Số, ký hiệu đang nằm dưới Quốc hiệu; phải canh giữa dưới tên cơ quan ban hành.", number)
