"""Text from outside gets one form, and only that which the eye does not see is changed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.text import damaged_words, nfc, normalise


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Quye\u0302\u0301t đi\u0323nh", "Quyết định"),  # NFD
        ("Quye\u0301\u0302t", "Quyết"),  # the tone typed before the hat never composes by itself
        ("ngày\u00a030/6", "ngày 30/6"),
        ("ban\u00ad hành", "ban hành"),
        ("Q\u00d0-TTg và \u00f0iểm", "QĐ-TTg và điểm"),
        ("QĐ\u2011UBND", "QĐ-UBND"),
        ("kinh tế – xã hội", "kinh tế – xã hội"),  # an en dash is the author's typography
        ("Uỷ ban “Hoà”", "Uỷ ban “Hoà”"),
        ("B\u0410\u0421 GIANG", "BAC GIANG"),  # Cyrillic А and С among Latin letters
        ("12/\u041a\u041d-UBND", "12/KH-UBND"),  # Cyrillic К and Н beside Latin letters of the same symbol
        ("Москва-Paris", "Москва-Paris"),
        ("СССР", "СССР"),  # a word that is wholly Cyrillic is Cyrillic
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("\ufeffKế hoạch\u200b", "Kế hoạch"),
    ],
)
def test_what_is_only_encoding_is_levelled_and_what_is_typography_stays(written: str, kept: str) -> None:
    assert normalise(written) == kept


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(alphabet="aăâeêoôơuưyđdĐ \u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323-–"))
def test_both_normal_forms_of_one_text_are_read_the_same(text: str) -> None:
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert normalise(composed) == normalise(apart)
    assert nfc(composed) == nfc(apart)


def test_a_capital_word_with_one_small_accented_letter_is_told_not_guessed() -> None:
    assert damaged_words("CỘNG HÒA XàHỘI CHỦ NGHĨA, Điều 5, QyĐ, TTr") == ("XàHỘI",)
