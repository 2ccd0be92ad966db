"""Targets read from sentences and tables, written back, and where mandates differ."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.papers import paper_of
from thammuu_core.indicators import Kind, Target, clashes, read_rows, read_yearly, to_rows, yearly_words
from thammuu_core.indicators.phrases import baseline, kind_of, measure, numbers
from thammuu_core.indicators.reading import read_outline
from thammuu_core.indicators.yearly import SIGNS, Amount, NotByYear, Yearly, read_amount
from thammuu_core.outline import outline
from thammuu_core.text import nfc
from thammuu_core.text.figures import figure, read_figure

SENTENCES = (
    ("Tốc độ tăng năng suất lao động bình quân đạt khoảng 7%/năm", "≈ 7", "%/năm", Kind.YEARLY_GROWTH, ""),
    ("Tỷ trọng đóng góp của TFP vào tăng trưởng đạt khoảng 45%", "≈ 45", "%", Kind.LEVEL, ""),
    ("Số doanh nghiệp được hỗ trợ tăng hằng năm từ 10 - 15%", "10–15", "%", Kind.YEARLY_GROWTH, ""),
    (
        "Số chứng chỉ ISO 9001 tăng tối thiểu 10% so với giai đoạn 2011-2020",
        "≥ 10",
        "%",
        Kind.PERIOD_GROWTH,
        "giai đoạn 2011-2020",
    ),
    ("Ít nhất 100 doanh nghiệp áp dụng đồng bộ các giải pháp", "≥ 100", "doanh nghiệp", Kind.CUMULATIVE, ""),
    ("Mỗi năm có 1 - 2 doanh nghiệp dự Giải thưởng", "1–2", "doanh nghiệp", Kind.EACH_YEAR, ""),
    ("Đào tạo trên 1.500 lượt người", "> 1.500", "lượt người", Kind.CUMULATIVE, ""),
    ("Có từ 20 chuyên gia trở lên được cấp chứng chỉ", "≥ 20", "chuyên gia", Kind.CUMULATIVE, ""),
    ("Tỷ lệ phản ánh không quá 2,5%", "≤ 2,5", "%", Kind.LEVEL, ""),
)


@pytest.mark.parametrize(("sentence", "amount", "unit", "kind", "against"), SENTENCES)
def test_a_number_of_a_sentence_has_its_sign_unit_kind_and_baseline(sentence, amount, unit, kind, against):
    (found,) = numbers(sentence)
    assert (found.amount.words, found.unit) == (amount, unit)
    assert kind_of(sentence, unit, each_year=found.each_year) is kind
    assert baseline(sentence) == against


def test_numbers_of_documents_days_and_years_are_no_values():
    assert not list(numbers("Thực hiện Quyết định số 1322/QĐ-TTg ngày 31/8/2020 và Điều 8 Thông tư 15/2022"))


def test_what_is_measured_is_the_sentence_without_value_and_years():
    said = "Phấn đấu hỗ trợ ít nhất 150 doanh nghiệp áp dụng hệ thống quản lý trong giai đoạn 2021 - 2025"
    assert measure(said, list(numbers(said))) == "Hỗ trợ doanh nghiệp áp dụng hệ thống quản lý"


PLAN = """KẾ HOẠCH
Nâng cao năng suất giai đoạn 2021 - 2025

I. MỤC TIÊU
1. Mục tiêu chung
Tăng năng suất khoảng 99% cho vui.
2. Mục tiêu cụ thể
a) Tốc độ tăng năng suất lao động đạt trên 6,5%/năm.
b) Hỗ trợ ít nhất 60 doanh nghiệp áp dụng công cụ cải tiến vào năm 2025; có 5 mô hình điểm.
c) Tỷ trọng hài hòa khoảng 65% (giai đoạn 2021-2025), 70-75% (giai đoạn 2026-2030).
d) Năng lực thử nghiệm của tỉnh được củng cố.
II. NHIỆM VỤ
1. Tổ chức 10 lớp tập huấn.
"""


def test_only_what_stands_under_targets_is_a_target_and_years_come_from_title_or_sentence():
    found = {one.target.measure: one for one in read_outline(outline(paper_of(PLAN))).targets}
    assert {name: yearly_words(one.target.values) for name, one in found.items()} == {
        "Tốc độ tăng năng suất lao động": "2021–2025: > 6,5",
        "Hỗ trợ doanh nghiệp áp dụng công cụ cải tiến": "2025: ≥ 60",
        "Mô hình điểm": "2021–2025: 5",
        "Tỷ trọng hài hòa": "2021–2025: ≈ 65; 2026–2030: 70–75",
        "Năng lực thử nghiệm của tỉnh được củng cố": "",
    }
    assert found["Tốc độ tăng năng suất lao động"].where == "I.2.a"


_WORDS = st.text(
    st.characters(categories=("L", "N", "Z"), include_characters="%/,.–(≥", max_codepoint=0x1EFF), max_size=30
).map(lambda text: " ".join(nfc(text).split()))
_FIGURES = st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False)


@st.composite
def _values(draw: st.DrawFn) -> tuple[Yearly, ...]:
    spans = draw(st.sets(st.tuples(st.integers(2011, 2040), st.integers(0, 9)), max_size=4))
    made = []
    for first, more in spans:
        least = draw(_FIGURES)
        most = draw(st.none() | _FIGURES.map(lambda above, least=least: least + above))
        made.append(Yearly(first, first + more, draw(st.sampled_from(SIGNS)), least, most))
    return tuple(sorted(made, key=lambda value: value.span))


_TARGETS = st.builds(Target, _WORDS.filter(bool), st.sampled_from(Kind), _WORDS, _WORDS, _values(), _WORDS)


@given(st.lists(_TARGETS, max_size=6))
def test_targets_are_read_from_the_table_they_were_written_to(targets):
    assert list(read_rows(to_rows(targets))) == targets


@given(_values())
def test_values_are_read_from_the_words_they_were_written_as(values):
    assert read_yearly(yearly_words(values)) == values


@given(_FIGURES)
def test_figures_are_read_as_they_were_written(value):
    assert read_figure(figure(value)) == value


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=5))
def test_any_table_is_read(rows):
    read_rows(rows)


@given(st.text(max_size=200))
def test_any_sentence_is_read(sentence):
    for found in numbers(sentence):
        assert sentence[found.start : found.end].strip()
        measure(sentence, [found])


@pytest.mark.parametrize("written", ["2025", "2025 ≈ 7", "2025: bảy", "2030-2025: 7", "2025: 9-7"])
def test_what_is_no_value_by_year_is_refused(written):
    with pytest.raises(NotByYear):
        read_yearly(written)


def test_an_amount_may_be_typed_in_several_ways():
    assert read_amount(">= 1.000") == Amount("≥", Decimal(1000))
    assert read_amount("10 – 15") == Amount("=", Decimal(10), Decimal(15))
    assert read_amount("khoảng bảy") is None


def _productivity(mandate: str, values: str) -> Target:
    return Target(
        "Tốc độ tăng năng suất lao động", Kind.YEARLY_GROWTH, "%/năm", "", read_yearly(values), mandate
    )


def test_three_mandates_that_ask_for_three_growths_of_productivity_clash():
    targets = (
        _productivity("Nghị quyết Đại hội XIII", "2021-2025: > 6,5"),
        _productivity("36/QĐ-TTg", "2021-2025: ≈ 7"),
        _productivity("36/QĐ-TTg", "2026-2030: > 7,5"),
        _productivity("1305/QĐ-TTg", "2023-2030: > 6,5"),
        Target(
            "Chuyên gia được đào tạo",
            Kind.CUMULATIVE,
            "người",
            values=read_yearly("2025: ≈ 600"),
            mandate="1322/QĐ-TTg",
        ),
    )
    (clash,) = clashes(targets)
    assert clash.places == (0, 1, 2, 3)


def test_one_mandate_with_other_values_for_other_years_does_not_clash():
    assert not clashes((_productivity("36/QĐ-TTg", "2021-2025: ≈ 7"), _productivity("A", "2026-2030: > 7,5")))
