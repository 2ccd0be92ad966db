"""Text typed in the fonts of old encodings is read as what those fonts draw."""

from __future__ import annotations

import pytest

from support.docx import texts


@pytest.mark.parametrize(
    ("font", "typed", "read"),
    [
        (".VnTime", "§iÒu 1. Ph¹m vi", "Điều 1. Phạm vi"),
        (".VnTime", "kÕ ho¹ch n¨m 2021; ­u tiªn", "kế hoạch năm 2021; ưu tiên"),
        (".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"),
        ("VNI-Times", "Ñoäc laäp - Töï do", "Độc lập - Tự do"),
        ("Times New Roman", "Độc lập", "Độc lập"),
        (".VnTime", "Gõ được Unicode trên phông cũ", "Gõ được Unicode trên phông cũ"),
    ],
)
def test_the_font_tells_how_to_read(font: str, typed: str, read: str) -> None:
    assert texts(f'p/r(rPr/rFonts{{ascii={font},hAnsi={font}}}, t"{typed}")') == [read]


def test_the_font_may_come_from_a_style() -> None:
    styles = "style{type=paragraph,default=1,styleId=N}(name{val=N}, rPr/rFonts{ascii=.VnTime})"
    assert texts('p/r/t"Së Tµi chÝnh"', styles=styles) == ["Sở Tài chính"]


def test_a_syllable_cut_into_runs_is_read_whole() -> None:
    old = "rPr/rFonts{ascii=.VnTime}"
    assert texts(f'p(r({old}, t"§i"), r({old}, t"Òu 5"))') == ["Điều 5"]
