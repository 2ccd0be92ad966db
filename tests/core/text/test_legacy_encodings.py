"""Text typed before Unicode is recognised by its words and read; everything else is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.text import Encoding, convert, decode, detect, is_syllable, normalise

TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc"
VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc"
READ = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize(("written", "encoding"), [(TCVN3, "tcvn3"), (VNI, "vni"), (READ, "unicode")])
def test_the_words_tell_the_encoding(written: str, encoding: str) -> None:
    assert detect(written) == encoding
    assert decode(written) == READ


def test_every_letter_of_tcvn3_is_read() -> None:
    written = "®­êng l­u tr÷, quyÕt ®Þnh, thñy lîi, kü thuËt, ­u tiªn, nghÒ, b»ng, ¨n, c¸c, kh¼ng ®Þnh"
    assert decode(written) == (
        "đường lưu trữ, quyết định, thủy lợi, kỹ thuật, ưu tiên, nghề, bằng, ăn, các, khẳng định"
    )


def test_vni_keeps_single_letters_apart_from_marks() -> None:
    written = "Quyeát ñònh, ñöôøng loä, kyõ thuaät, thuûy lôïi, öu tieân, tæ leä, HÑND TÆNH, UÛY BAN"
    assert decode(written) == "Quyết định, đường lộ, kỹ thuật, thủy lợi, ưu tiên, tỉ lệ, HĐND TỈNH, ỦY BAN"


def test_a_font_settles_what_few_words_leave_open() -> None:
    assert detect("Sè") is Encoding.UNICODE
    assert decode("Sè", ".VnTime") == "Số"
    assert decode("Soá", "VNI-Times") == "Số"


def test_a_capital_font_of_tcvn3_is_read_in_capitals() -> None:
    assert decode("KÕ ho¹ch", ".VnTimeH") == "KẾ HOẠCH"


def test_unicode_typed_under_an_old_font_is_left_alone() -> None:
    assert decode("Kế hoạch được duyệt", ".VnTime") == "Kế hoạch được duyệt"


@pytest.mark.parametrize(
    "text", ["Là bà già ở nhà", "naïve café à la carte, déjà vu, señor", "±5 °C, 20 µm, §5, © 2021", ""]
)
def test_other_western_letters_are_not_taken_for_an_old_encoding(text: str) -> None:
    assert decode(text) == text


@given(st.text(max_size=60), st.sampled_from([None, ".VnTime", "VNI-Times", "Arial"]))
def test_decoding_takes_any_text(text: str, font: str | None) -> None:
    normalise(decode(text, font))


@pytest.mark.parametrize("encoding", list(Encoding))
def test_converting_plain_ascii_changes_nothing(encoding: Encoding) -> None:
    assert convert("So 12/KH-UBND ngay 3/4", encoding) == "So 12/KH-UBND ngay 3/4"


def test_syllables_are_told_from_other_strings() -> None:
    good = [
        "giêng",
        "quốc",
        "quý",
        "nghiêng",
        "khuya",
        "thuở",
        "uống",
        "rượu",
        "yêu",
        "oằn",
        "huỳnh",
        "gì",
        "Đắk",
    ]
    assert [word for word in good if not is_syllable(word)] == []
    assert not any(map(is_syllable, ["cat", "bìc", "wifi", "nghÞ", "strong", "đd", "áà", ""]))
