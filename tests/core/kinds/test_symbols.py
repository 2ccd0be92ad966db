"""A number and symbol is read into its parts, whichever of the five forms it has."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.kinds import Form, Symbol, normal_symbol, parse_symbol, symbol_problems


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("64/2025/QH15", Symbol(Form.ASSEMBLY, "64", 2025, None, ("QH",), None, 15)),
        ("351/2017/UBTVQH14", Symbol(Form.ASSEMBLY, "351", 2017, None, ("UBTVQH",), None, 14)),
        ("10/1999/PL-UBTVQH10", Symbol(Form.QPPL, "10", 1999, "PL", ("UBTVQH",), None, 10)),
        ("60/LCT-HĐNN8", Symbol(Form.ADMINISTRATIVE, "60", None, "LCT", ("HĐNN",), None, 8)),
        ("30/2020/NĐ-CP", Symbol(Form.QPPL, "30", 2020, "NĐ", ("CP",))),
        ("66.18/2026/NQ-CP", Symbol(Form.QPPL, "66.18", 2026, "NQ", ("CP",))),
        ("12a/2026/QĐ-UBND", Symbol(Form.QPPL, "12a", 2026, "QĐ", ("UBND",))),
        ("01/2011/TTLT-VPCP-BNV", Symbol(Form.QPPL, "01", 2011, "TTLT", ("VPCP", "BNV"))),
        ("1322/QĐ-TTg", Symbol(Form.ADMINISTRATIVE, "1322", None, "QĐ", ("TTg",))),
        ("515/KH-BCA-BNN&MT", Symbol(Form.ADMINISTRATIVE, "515", None, "KH", ("BCA", "BNN&MT"))),
        ("QĐ-BNN-KHCN", Symbol(Form.ADMINISTRATIVE, None, None, "QĐ", ("BNN",), "KHCN")),
        ("/KH-KHCN", Symbol(Form.ADMINISTRATIVE, None, None, "KH", ("KHCN",))),
        ("01/QĐ", Symbol(Form.ADMINISTRATIVE, "01", None, "QĐ", ())),
        ("7569/UBND-KT", Symbol(Form.LETTER, "7569", None, None, ("UBND",), "KT")),
        ("12729/VPCP-KGVX", Symbol(Form.LETTER, "12729", None, None, ("VPCP",), "KGVX")),
        ("12-NQ/TW", Symbol(Form.PARTY, "12", None, "NQ", ("TW",))),
        ("42-KH/ĐU", Symbol(Form.PARTY, "42", None, "KH", ("ĐU",))),
    ],
)
def test_each_form_is_read_into_its_parts(written: str, parts: Symbol) -> None:
    assert parse_symbol(written) == parts


@pytest.mark.parametrize(
    "written", ["", "15/6/2021", "1/2", "QCVN 01:2019/BCT", "TCVN", "kinh tế", "12", "/"]
)
def test_what_is_no_symbol_is_not_read(written: str) -> None:
    assert parse_symbol(written) is None


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("1199 / QĐ - UBND", "1199/QĐ-UBND"),
        ("06 /2021/TT-BKHCN", "06/2021/TT-BKHCN"),
        ("1199/QĐ–UBND", "1199/QĐ-UBND"),
        ("36/QÐ-TTG", "36/QĐ-TTg"),
        ("36/QĐ-Ttg.", "36/QĐ-TTg"),
        ("30/2020/NĐCP", "30/2020/NĐ-CP"),
        ("12/KHCN", "12/KHCN"),  # an issuer of its own, not KH run together with CN
        ("515/KH-BCA-BNN & MT", "515/KH-BCA-BNN&MT"),
    ],
)
def test_spacing_dashes_eth_and_case_have_one_normal_form(written: str, normal: str) -> None:
    assert normal_symbol(written) == normal


@given(st.text(alphabet="0123456789/-– QĐÐNTgCPHUBK&.", max_size=25))
def test_the_normal_form_is_final_and_parts_do_not_depend_on_spacing(written: str) -> None:
    assert normal_symbol(normal_symbol(written)) == normal_symbol(written)
    assert parse_symbol(written) == parse_symbol(normal_symbol(written))


def test_the_word_before_the_number_wins_over_the_letters() -> None:
    assert parse_symbol("123/CT-TTHT").form is Form.LETTER  # type: ignore[union-attr]
    assert parse_symbol("123/CT-TTHT", "Chỉ thị").kind == "CT"  # type: ignore[union-attr]
    assert parse_symbol("03/CT-TTg").kind == "CT"  # type: ignore[union-attr]
    assert parse_symbol("03/CT-TTg", "Công văn").form is Form.LETTER  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("written", "word", "on", "code"),
    [
        ("38/2018/TT-BCT", "Thông tư", date(2028, 10, 30), "kinds.symbol_year"),
        ("21/2017/QH12", "Luật", None, "kinds.symbol_term"),
        ("27/TT-BYT", "Thông tư", date(2024, 11, 1), "kinds.symbol_form"),
        ("78/NĐ-CP", "Nghị định", None, "kinds.symbol_form"),
        ("12/2021/KH-UBND", "Kế hoạch", None, "kinds.symbol_form"),
        ("30/2020/NĐ-TTg", "Nghị định", None, "kinds.symbol_issuer"),
        ("12/2021/QĐ-SKHCN", "Quyết định", None, "kinds.symbol_issuer"),
        ("03/2025/NĐ-CP", "Thông tư", None, "kinds.symbol_word"),
        ("64/2025/QH15", "Quyết định", None, "kinds.symbol_word"),
        ("2304/QĐ-BTNMT", "Quyết định", date(2025, 6, 23), "kinds.issuer_then"),
        ("02/2021/TT-BNNMT", "Thông tư", None, "kinds.issuer_then"),
    ],
)
def test_a_symbol_that_cannot_be_is_told(written: str, word: str, on: date | None, code: str) -> None:
    assert code in [problem.code for problem in symbol_problems(written, word, on)]


@pytest.mark.parametrize(
    ("written", "word", "on"),
    [
        ("1322/QĐ-TTg", "Quyết định", date(2020, 8, 31)),
        ("30/2020/NĐ-CP", "Nghị định", date(2020, 3, 5)),
        ("64/2025/QH15", "Luật", date(2025, 2, 19)),
        ("202/2025/QH15", "Nghị quyết", date(2025, 6, 12)),
        ("37-QĐ/TW", "Quy định", date(2021, 10, 25)),  # the Party writes QĐ for Quy định
        ("191/2005/TTLT-BQP-BLĐTBXH-BTC", "Thông tư", None),
        ("60/CP", "Nghị định", date(1994, 7, 5)),  # years entered the numbers in 1997
        ("72/NĐ-CP", "Nghị định", date(1995, 1, 9)),
        ("13/2012/L-CTN", "Luật", None),
        ("144/2025/CV-ABC", "Công văn", None),  # a company numbers as it pleases
        ("123/CT-TTHT", "Công văn", None),
        ("02/2021/TT-BKHCN", "Thông tư", date(2021, 5, 12)),
        ("không phải số", "Quyết định", None),
    ],
)
def test_a_symbol_that_can_be_raises_no_doubt(written: str, word: str, on: date | None) -> None:
    assert symbol_problems(written, word, on) == ()
