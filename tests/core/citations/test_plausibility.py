"""Doubts about citations: each follows from what the citing document itself says, and nothing else is doubted."""

from __future__ import annotations

from datetime import date

import pytest

from thammuu_core.citations import Citing, find, problems
from thammuu_core.errors import Severity

APRIL = Citing(2021, 4)


def codes(text: str, citing: Citing = APRIL) -> list[str]:
    """The codes of the doubts about the citations of one paragraph."""
    return [problem.code for problem in problems([("p1", citation) for citation in find(text)], citing)]


def test_the_founding_plans_legal_basis_has_the_wrong_year() -> None:
    text = (
        "Thực hiện Quyết định số 1199/QĐ-UBND ngày 24/12/2010 của UBND tỉnh Bắc Giang về việc ban hành Chương trình "
        "công tác của UBND tỉnh năm 2021; Sở Khoa học và Công nghệ xây dựng Kế hoạch tham mưu"
    )
    (problem,) = problems([("p2", citation) for citation in find(text)], Citing(2021, 4, symbol="/KH-KHCN"))
    assert problem.code == "citations.date_implausible"
    assert problem.severity is Severity.WARNING
    assert problem.where == "p2"
    assert "24/12/2010" in problem.message
    assert "năm 2021" in problem.message
    assert problem.basis


@pytest.mark.parametrize(
    "said",
    [
        "ngày 24/12/2010 về việc ban hành Chương trình công tác năm 2021",
        "ngày 05/3/2012 về việc giao dự toán ngân sách năm 2020",
        "ngày 05/3/2012 về việc phê duyệt Kế hoạch phát triển giai đoạn 2021-2025",
        "ngày 05/3/2019 về việc ban hành Kế hoạch tuyên truyền năm 2015",
        "ngày 05/3/2011 về việc tổ chức kỳ thi năm 2019",
    ],
)
def test_a_date_that_the_subject_contradicts_is_doubted(said: str) -> None:
    assert codes(f"Quyết định số 22/QĐ-UBND {said}") == ["citations.date_implausible"]


@pytest.mark.parametrize(
    "said",
    [
        "ngày 24/12/2020 về việc ban hành Chương trình công tác năm 2021",
        "ngày 05/3/2019 về việc phê duyệt Chiến lược phát triển giai đoạn 2021-2030, tầm nhìn đến năm 2050",
        "ngày 05/3/2012 về việc phê duyệt Quy hoạch đến năm 2030",
        "ngày 09/11/2011 về chế độ với người làm nhiệm vụ quốc tế sau ngày 30/4/1975",
        "ngày 06/10/2017 về chính sách đối với thanh niên xung phong giai đoạn 1965 - 1975",
        "ngày 05/3/2020 về việc phê duyệt quyết toán ngân sách năm 2015",
        "ngày 05/3/2020 về việc sửa đổi Quyết định số 11/QĐ-UBND ngày 01/02/2008",
        "ngày 20/6/2012 về xử lý vi phạm hành chính, sửa đổi, bổ sung năm 2020",
        "ngày 05/3/2020 quy định chi tiết Luật Đất đai năm 2013",
        "ngày 05/3/2020 về công tác văn thư",
    ],
)
def test_years_that_name_aims_or_the_past_bind_nothing(said: str) -> None:
    assert codes(f"Quyết định số 22/QĐ-UBND {said}") == []


def test_a_document_cannot_be_younger_than_the_one_that_cites_it() -> None:
    text = "Quyết định số 22/QĐ-UBND ngày 05/5/2021 của UBND tỉnh"
    assert codes(text, Citing(2021, 4)) == ["citations.date_after_citing"]
    assert codes(text, Citing(2021, 5)) == []
    assert codes(text, Citing(2021)) == []
    assert codes(text, Citing()) == []


def test_a_draft_may_cite_its_own_number() -> None:
    assert codes("Kế hoạch số 145/KH-UBND ngày 05/5/2021", Citing(2021, 4, 30, "145/KH-UBND")) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chỉ thị số 05/CT-TTg ngày 31/02/2020", "citations.no_such_date"),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2019 của Chính phủ", "citations.year_mismatch"),
        ("Thông tư số 03/2020/NĐ-CP của Chính phủ", "citations.kind_mismatch"),
        ("Nghị quyết số 27/NQ-TW của Ban Chấp hành Trung ương", "citations.symbol_form"),
        ("Thông tư số 55/TT-BCT ngày 28/11/2020", "citations.symbol_form"),
        ("Luật Quy hoạch số 21/2017/QH12", "citations.symbol_form"),
    ],
)
def test_every_doubt_has_its_code(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 28/CP ngày 29/4/1995",
        "Thông tư số 89-TC/TCT ngày 09/11/1993 của Bộ Tài chính",
        "Quyết định số 118/TTg ngày 27/02/1996",
        "Pháp lệnh số 02/2020/UBTVQH14 ngày 09/12/2020",
        "Quy định số 37-QĐ/TW ngày 25/10/2020 của Ban Chấp hành Trung ương",
        "Văn bản số 31/TTr-STP ngày 05/3/2020",
        "Báo cáo số 03/TT-PT ngày 05/3/2020 của Công ty TNHH Phú Thành",
        "Nghị quyết số 1211/2016/UBTVQH13 ngày 25/5/2016",
    ],
)
def test_proper_symbols_of_every_regime_and_time_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_one_document_has_one_date() -> None:
    text = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; Nghị định số 30/2020/NĐ-CP ngày 15/3/2020 của Chính phủ"
    assert codes(text) == ["citations.two_dates"]


def test_numbers_begin_again_every_year() -> None:
    text = "Quyết định số 22/QĐ-UBND ngày 05/3/2019 về khen thưởng; Quyết định số 22/QĐ-UBND ngày 07/01/2020 về thành lập tổ"
    assert codes(text) == []


def test_two_bodies_may_use_one_symbol() -> None:
    text = (
        "Quyết định số 22/QĐ-UBND ngày 05/3/2020 của UBND tỉnh Lào Cai; "
        "Quyết định số 22/QĐ-UBND ngày 06/3/2020 của UBND tỉnh Phú Thọ"
    )
    assert codes(text) == []


def test_a_doubt_says_what_is_there_and_what_to_do() -> None:
    for text in (
        "Chỉ thị số 05/CT-TTg ngày 31/02/2020",
        "Nghị quyết số 27/NQ-TW",
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2019",
    ):
        (problem,) = problems([(None, citation) for citation in find(text)], Citing(2021, 4))
        assert any(word in problem.message for word in ("sửa", "kiểm tra", "viết lại", "tra lại"))
        assert problem.basis


def test_the_latest_day_of_a_partly_dated_document() -> None:
    assert Citing(2021, 2).latest == date(2021, 2, 28)
    assert Citing(2021).latest == date(2021, 12, 31)
    assert Citing().latest is None
