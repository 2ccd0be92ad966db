"""Dates of cited documents in both styles, complete or not, real or not."""

from __future__ import annotations

from datetime import date

import pytest

from thammuu_core.citations import find


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" ngày 24 tháng 12 năm 2020", date(2020, 12, 24)),
        (" ngày 24/12/2020", date(2020, 12, 24)),
        (", ngày 24/12/2020", date(2020, 12, 24)),
        (" (ngày 24/12/2020)", date(2020, 12, 24)),
        (" ngày 30/ 06/2017", date(2017, 6, 30)),
        (" ngày 05-3-2020", date(2020, 3, 5)),
        (" 05/3/2020", date(2020, 3, 5)),
        (" ngày ngày 08 tháng 6 năm 2010", date(2010, 6, 8)),
        (" NGÀY 13 THÁNG 8 NĂM 2009", date(2009, 8, 13)),
        (" Ngày 16 tháng 01 năm 2026 của Chính phủ", date(2026, 1, 16)),
        (" của UBND tỉnh ngày 05/3/2020", date(2020, 3, 5)),
        (" do UBND tỉnh cấp ngày 05/3/2020", date(2020, 3, 5)),
        (" cùng ngày 05/3/2020", date(2020, 3, 5)),
        (" ngày 3l/8/2020", date(2020, 8, 31)),
        ("\nngày 05/3/2020", date(2020, 3, 5)),
        (" đề ngày 05/3/2020", date(2020, 3, 5)),
        (" ngày 27 năm 12 năm 2019", date(2019, 12, 27)),
        (" ngày 15 tháng 9 tháng 2022", date(2022, 9, 15)),
        (" ngày    tháng 4 năm 2020", None),
        (" ngày 31/02/2020", None),
        (" ngày 17/6", None),
        (" ngày 21/9/025", None),
        (" có hiệu lực từ ngày 01/7/2020", None),
        (" Ngày 28 tháng 11 năm 2025, tại trụ sở Sở", None),
    ],
)
def test_the_date_said_with_a_number_is_read(written: str, expected: date | None) -> None:
    (citation,) = find(f"Quyết định số 22/QĐ-UBND{written}")
    assert citation.date == expected


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Quyết định ngày 11/01/2021 số 36/QĐ-UBND", None),
        ("Quyết định ngày 11/01/2021 của UBND tỉnh Sơn La số 36/QĐ-UBND", "UBND tỉnh Sơn La"),
        ("Quyết định của UBND tỉnh Sơn La ngày 11/01/2021 số 36/QĐ-UBND", "UBND tỉnh Sơn La"),
    ],
)
def test_a_date_may_stand_before_the_number(text: str, issuer: str | None) -> None:
    (citation,) = find(text)
    assert (citation.date, citation.issuer, citation.subject) == (date(2021, 1, 11), issuer, None)


def test_a_day_that_does_not_exist_is_kept_as_written() -> None:
    (citation,) = find("Chỉ thị số 05/CT-TTg ngày 31/02/2023 của Thủ tướng Chính phủ")
    assert citation.date is None
    assert citation.date_as_written == "ngày 31/02/2023"
    assert citation.issuer == "Thủ tướng Chính phủ"


def test_a_garbled_date_does_not_hide_the_issuer() -> None:
    (citation,) = find("Nghị quyết số 66/NQ-CP ngày 21/9/20255 của Chính phủ")
    assert citation.date is None
    assert citation.issuer == "Chính phủ"
