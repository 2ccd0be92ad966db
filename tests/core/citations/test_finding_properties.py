"""What holds of finding for every text: it never fails, its offsets are true, and spelling does not move it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from thammuu_core.citations import Citation, amendments, find, references
from thammuu_core.kinds import normal_symbol

_PIECES = (
    "Quyết định", "Nghị định", "số ", "Số: ", "các ", " và ", ", ", "; ", ". ", "\n", " (", ") ", " của ", " tại ", " về việc ", "ngày ",
    "05/3/2020", "31/02/2021", "05 tháng 3 năm 2020", "22/QĐ-UBND", "30/2020/NĐ-CP", "12-NQ/TW", "7569/UBND-KT", "64/2025/QH15", "/KH-UBND",
    "UBND tỉnh Bắc Giang", "Chính phủ", "Sở Tư pháp", "Ban Chỉ đạo", "Luật Đầu tư công", "Luật ", "khoản 2 ", "Điều 5 ", "mục II.2 ",
    " này", "ban hành ", "sửa đổi", '"', "“", "-", "/", "–", "Ð", "\u00a0", "\u0301", "1", "A",
)  # fmt: skip

texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=40).map("".join)
latin = st.characters(max_codepoint=0x36F) | st.characters(min_codepoint=0x1E00, max_codepoint=0x20FF)
latin_texts = st.lists(st.sampled_from(_PIECES) | st.text(latin, max_size=6), max_size=40).map("".join)


def said(citations: tuple[Citation, ...]) -> list[tuple[object, ...]]:
    """What the citations say, their places apart."""
    return [
        (each.kind, each.symbol, each.name, each.date, each.issuer, each.subject, each.pinpoint)
        for each in citations
    ]


@given(texts)
@example("\u0301" * 50 + "22/QĐ-UBND")
@example("1/A" * 200)
def test_finding_never_fails_and_its_places_are_in_the_text(text: str) -> None:
    for found in (*find(text), *references(text)):
        assert 0 <= found.start < found.end <= len(text)
    amendments(text)


@given(texts)
def test_citations_come_in_order(text: str) -> None:
    starts = [citation.start for citation in find(text)]
    assert starts == sorted(starts)


@given(texts)
def test_the_number_stands_in_the_mention(text: str) -> None:
    for citation in find(text):
        if citation.symbol:
            mention = re.sub(r"\s", "", unicodedata.normalize("NFC", text[citation.start : citation.end]))
            digits = mention.translate(str.maketrans("OolI", "0011"))
            assert citation.symbol.split("/")[0].split("-")[0] in digits


@given(latin_texts)
def test_the_unicode_form_changes_nothing(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", composed)
    assert said(find(decomposed)) == said(find(composed))
    for one, other in zip(find(composed), find(decomposed), strict=True):
        words = unicodedata.normalize("NFC", decomposed[other.start : other.end])
        assert words == composed[one.start : one.end]


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_two_spaces_are_one(text: str) -> None:
    single = re.sub(r"[ \u00a0]+", " ", text)
    assert [one.symbol for one in find(single.replace(" ", "  "))] == [one.symbol for one in find(single)]


@given(st.integers(1, 9))
def test_wide_gaps_are_single_blanks(width: int) -> None:
    text = "khoản 2 Điều 7 Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025 của Quốc hội"
    (gaping,) = find(text.replace(" ", " " * width))
    assert said((gaping,)) == said(find(text))
    assert (gaping.start, gaping.end) == (11 + 4 * width, len(text.replace(" ", " " * width)))


_KINDS = st.sampled_from(["QĐ", "NQ", "KH", "CT", "BC", "TTr", "TB"])
_ISSUERS = st.sampled_from(["UBND", "TTg", "CP", "HĐND", "BKHCN", "SNV", "KHCN", "BNN&MT"])


@given(st.integers(1, 99999), st.none() | st.integers(1990, 2030), _KINDS, _ISSUERS)
def test_a_symbol_that_was_written_is_found_again(
    number: int, year: int | None, kind: str, issuer: str
) -> None:
    symbol = f"{number}/{year}/{kind}-{issuer}" if year else f"{number}/{kind}-{issuer}"
    (citation,) = find(f"theo văn bản số {symbol}, các đơn vị")
    assert citation.symbol == symbol == normal_symbol(symbol)


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_a_date_that_was_written_is_read_in_either_style(day: date) -> None:
    for written in (f"ngày {day:%d/%m/%Y}", f"ngày {day.day} tháng {day.month} năm {day.year}"):
        (citation,) = find(f"Quyết định số 22/QĐ-UBND {written} của UBND tỉnh")
        assert citation.date == day


@given(texts)
def test_capitals_hide_no_number(text: str) -> None:
    """A heading in capitals may run more into a symbol ("-SỐ"), never less out of it."""
    capitals = text.upper()
    if len(capitals) != len(text):
        return
    found = [citation.symbol.upper() for citation in find(capitals) if citation.symbol]
    for citation in find(text):
        if citation.symbol:
            assert any(symbol.startswith(citation.symbol.upper()) for symbol in found), citation
