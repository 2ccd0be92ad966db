"""Search and matching see through marks, case, dashes and spaces without losing a place."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.text import fold, fold_keep, nfc, plain, same_tone

VIETNAMESE = st.text(
    alphabet="aáàảãạăằâấbcdđĐÐeêếghiklmnoôơớpqrstuưvxyýABƯỢ 0123456789-–—/.,\u00a0\u0301\u0323"
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đắk Đoa", "dak doa"),
        ("Quyết định số 1322/QĐ-TTg", "quyet dinh so 1322 qd ttg"),
        ("Hoà Bình", "hoa binh"),
        ("Hòa Bình", "hoa binh"),
        ("kinh tế - xã hội", "kinh te xa hoi"),
        ("  a_b  ", "a b"),
        ("100 m²", "100 m2"),
        ("", ""),
    ],
)
def test_folding_keeps_letters_and_digits_only(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(VIETNAMESE | st.text())
def test_folding_is_final_and_blind_to_normal_form(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(VIETNAMESE | st.text())
def test_every_place_in_the_levelled_text_is_the_same_place_in_the_text(text: str) -> None:
    kept = nfc(text)
    assert len(plain(kept)) == len(fold_keep(kept)) == len(kept)
    assert fold_keep(plain(kept)) == fold_keep(kept)


def test_every_character_there_is_folds_to_exactly_one() -> None:
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))
    folded = fold_keep(every)
    assert len(folded) == len(every)
    assert fold_keep(folded) == folded


def test_plain_keeps_case_and_marks() -> None:
    assert plain("QÐ–UBND\u00a0“Hoà”") == 'QĐ-UBND "Hoà"'


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("hoà", "hòa"), ("HOÀ", "HÒA"), ("toả", "tỏa"), ("xoá", "xóa"), ("khoẻ", "khỏe"), ("thuý", "thúy"),
        ("uỷ", "ủy"), ("Uỷ", "Ủy"), ("luỹ", "lũy"), ("hoạ", "họa"),
        ("quý", "quý"), ("Quỳ", "Quỳ"), ("QUỲ", "QUỲ"),  # the u of qu carries no tone
        ("ngoài", "ngoài"), ("hoàn", "hoàn"), ("khuỷu", "khuỷu"), ("toán", "toán"), ("thuế", "thuế"),  # closed: one way
        ("hòa", "hòa"), ("mùa", "mùa"),
    ],
)  # fmt: skip
def test_only_open_oa_oe_uy_have_two_placements(written: str, same: str) -> None:
    assert same_tone(written) == same


@given(VIETNAMESE)
def test_the_tone_placement_keeps_places_and_is_final(text: str) -> None:
    kept = nfc(text)
    assert len(same_tone(kept)) == len(kept)
    assert same_tone(same_tone(kept)) == same_tone(kept)
    assert fold(same_tone(kept)) == fold(kept)
