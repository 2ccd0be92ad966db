"""Bodies and provinces have days on which they begin and end; names are compared by their words."""

from __future__ import annotations

from datetime import date

import pytest

from thammuu_core.kinds import (
    BodyKind,
    bodies_by_code,
    body_by_code,
    body_by_name,
    expand_body_name,
    province_by_name,
    provinces,
    same_body,
    successor,
)


def test_a_code_means_what_it_meant_that_day() -> None:
    assert body_by_code("BTTTT", date(2021, 4, 1)).name == "Bộ Thông tin và Truyền thông"  # type: ignore[union-attr]
    assert body_by_code("BTTTT", date(2025, 3, 1)) is None
    assert bodies_by_code("BTTTT")[0].into == "BKHCN"


@pytest.mark.parametrize("code", ["BKHCN", "BKH&CN", "SKHCN", "KHCN", "QH15", "UBTVQH14", "BNN&MT", "UBND"])
def test_codes_are_known_with_ampersand_or_term(code: str) -> None:
    assert bodies_by_code(code)


def test_every_successor_is_itself_a_body_of_the_table() -> None:
    for code in ("BTTTT", "BKHĐT", "BTNMT", "BNNPTNT", "BGTVT", "BLĐTBXH", "UBDT", "STTTT", "SKHĐT"):
        body = bodies_by_code(code)[0]
        assert body.until is not None
        assert body.into is not None
        assert bodies_by_code(body.into)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("UBND tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("HĐND TP.Hà Nội", "Hội đồng nhân dân thành phố Hà Nội"),
        ("UBND TP HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
        ("Bộ TTTT", "Bộ Thông tin và Truyền thông"),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Sở Tài chính", "Sở Tài chính"),
        ("Công ty CP Xây dựng", "Công ty CP Xây dựng"),
        ("", ""),
    ],
)
def test_abbreviations_are_written_out(written: str, words: str) -> None:
    assert expand_body_name(written) == words


def test_one_body_under_two_spellings_is_one() -> None:
    assert same_body("UBND tỉnh Bắc Giang", "Uỷ ban Nhân dân tỉnh Bắc Giang")
    assert same_body("Bộ KH&CN", "Bộ Khoa học và Công nghệ")
    assert not same_body("Sở Tài chính", "Sở Tư pháp")
    assert body_by_name("bộ kế hoạch và đầu tư").kind is BodyKind.MINISTRY  # type: ignore[union-attr]


def test_there_are_63_provinces_then_34() -> None:
    assert sum(row.exists(date(2021, 4, 1)) for row in provinces()) == 63
    assert sum(row.exists(date(2025, 7, 1)) for row in provinces()) == 34
    late = [row for row in provinces() if row.exists(date(2026, 11, 1))]
    assert sum(row.type == "thành phố" for row in late) == 9


def test_the_founding_province_went_into_its_neighbour_which_became_a_city() -> None:
    assert province_by_name("tỉnh Bắc Giang", date(2021, 4, 1)).full_name == "tỉnh Bắc Giang"  # type: ignore[union-attr]
    assert successor("Bắc Giang", date(2025, 7, 1)).full_name == "tỉnh Bắc Ninh"  # type: ignore[union-attr]
    assert successor("Bắc Giang", date(2026, 9, 20)).full_name == "thành phố Bắc Ninh"  # type: ignore[union-attr]
    assert successor("Thừa Thiên Huế", date(2025, 1, 1)).full_name == "thành phố Huế"  # type: ignore[union-attr]
    assert successor("Atlantis", date(2025, 1, 1)) is None
