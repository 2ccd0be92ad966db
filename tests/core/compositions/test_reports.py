"""Reports: the page on a dossier stays one page, the weekly report says the figures it is given."""

from __future__ import annotations

import io
from datetime import date, timedelta

import docx
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thammuu_core.compositions import (
    Listed,
    OpenStep,
    State,
    UnitCount,
    Week,
    Work,
    state_report,
    weekly_report,
)
from thammuu_core.rendering import Head, Table, to_docx, to_pdf

DAY = date(2021, 7, 6)
HEAD = Head("Sở Khoa học và Công nghệ", DAY, "UBND tỉnh Bắc Giang", symbol="BC-SKHCN", place="Bắc Giang")
LONG = "Lấy ý kiến góp ý của Lãnh đạo sở, các phòng, đơn vị thuộc sở; tổng hợp, tiếp thu, chỉnh sửa dự thảo Kế hoạch"


def steps(count: int, words: str = LONG) -> tuple[OpenStep, ...]:
    return tuple(
        OpenStep(
            where=f"II.{number}",
            text=f"{words} {number}",
            holder="Chi cục Tiêu chuẩn Đo lường Chất lượng",
            due_on=DAY + timedelta(days=number - 3),
            days_left=number - 3,
            late=number < 3,
            running=number == 3,
            reason=f"Quá hạn {number} ngày làm việc, hạn cuối 01/07/2021; chờ Văn phòng UBND tỉnh",
        )
        for number in range(1, count + 1)
    )


def state(count: int, words: str = LONG, **said: object) -> State:
    whole = {
        "head": HEAD,
        "title": "Kế hoạch nâng cao năng suất và chất lượng sản phẩm, hàng hóa trên địa bàn tỉnh",
        "day": DAY,
        "finished": 3,
        "total": 3 + count,
        "steps": steps(count, words),
        "requests": ("Phòng Kế hoạch - Tài chính: số liệu kinh phí, hạn 12/07/2021",) * 5,
        "author": "Nguyễn Thị Lan",
    }
    return State(**(whole | said))  # type: ignore[arg-type]


def pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as file:
        return len(file)


def text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as file:
        return " ".join("".join(page.get_textpage().get_text_range() for page in file).split())


@pytest.mark.parametrize("count", [0, 1, 2, 5, 8, 12, 16, 20, 21, 60])
def test_the_state_of_a_dossier_is_one_page_however_many_steps_there_are(count: int) -> None:
    assert pages(to_pdf(state_report(state(count)))) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, 40),
    st.text(st.sampled_from("WmạệỮữ i"), max_size=400),
    st.text(st.sampled_from("Ww "), max_size=400),
)
def test_nor_do_wide_letters_or_long_titles_make_it_two(count: int, words: str, title: str) -> None:
    assert pages(to_pdf(state_report(state(count, words, title=title, author=title[:60])))) == 1


def test_it_says_how_far_it_is_and_who_it_waits_for() -> None:
    found = text(to_pdf(state_report(state(5))))
    assert "đã xong 3/8 bước; 2 bước quá hạn" in found
    assert "Đang vướng: bước II.1, đang ở Chi cục Tiêu chuẩn Đo lường Chất lượng" in found
    assert "và 2 đề nghị khác" in found


def test_what_is_late_stands_first_and_what_is_cut_is_counted() -> None:
    table = next(block for block in state_report(state(25)).sections[0].blocks if isinstance(block, Table))
    assert [row.cells[0] for row in table.rows[:2]] == ["II.1", "II.2"]
    left = 25 - (len(table.rows) - 1)
    assert table.rows[-1].cells == (f"… và {left} bước khác có hạn muộn hơn hoặc không ghi hạn",)


def test_twenty_steps_of_usual_length_are_all_shown() -> None:
    table = next(block for block in state_report(state(20)).sections[0].blocks if isinstance(block, Table))
    assert len(table.rows) == 20


def test_a_finished_dossier_says_so() -> None:
    assert "không còn bước nào phải làm" in text(to_pdf(state_report(state(0, requests=()))))


def test_a_request_that_is_cut_short_ends_in_its_own_dots() -> None:
    asked = "Phòng Tài chính: " + "số liệu kinh phí " * 9
    told = "".join(text(to_pdf(state_report(state(1, "Việc", requests=(asked,))))).split())
    assert "…" in told
    assert "…." not in told


def work(unit: str, number: int, **said: str) -> Work:
    return Work(unit, f"Hồ sơ {number}", f"II.{number}", LONG, DAY, **said)


def week(**said: object) -> Week:
    units = (UnitCount("Chi cục Tiêu chuẩn", 3, 2, 1, 1), UnitCount("Phòng Quản lý khoa học", 2, 0, 4, 0))
    whole = {
        "head": HEAD,
        "first": date(2021, 7, 5),
        "last": date(2021, 7, 11),
        "units": units,
        "finished": Listed((work("Chi cục Tiêu chuẩn", 1), work("Chi cục Tiêu chuẩn", 2)), 2),
        "due": Listed((work("Chi cục Tiêu chuẩn", 3), work("Phòng Quản lý khoa học", 4)), 5),
        "late": Listed(
            (work("Chi cục Tiêu chuẩn", 5, holder="Văn phòng UBND tỉnh", reason="chờ thẩm tra"),), 1
        ),
        "signature": ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        "addressee": "UBND tỉnh Bắc Giang",
    }
    return Week(**(whole | said))  # type: ignore[arg-type]


def test_the_weekly_report_says_its_figures_and_reasons() -> None:
    found = text(to_pdf(weekly_report(week())))
    assert (
        "Đang thực hiện 5 hồ sơ. Trong tuần xong 2 bước; tuần sau đến hạn 5 bước; đang quá hạn 1 bước."
        in found
    )
    assert "Văn phòng UBND tỉnh; chờ thẩm tra" in found
    assert "Còn 3 bước khác không in ở đây" in found
    assert "Kính gửi: UBND tỉnh Bắc Giang" in found


def test_each_unit_has_its_own_numbers() -> None:
    due = [block for block in weekly_report(week()).sections[0].blocks if isinstance(block, Table)][2]
    assert [row.cells[0] for row in due.rows] == ["Chi cục Tiêu chuẩn", "1", "Phòng Quản lý khoa học", "1"]


def test_an_agency_without_work_has_a_report_too() -> None:
    nothing = Listed((), 0)
    empty = week(units=(), finished=nothing, due=nothing, late=nothing)
    assert "Không có việc quá hạn." in text(to_pdf(weekly_report(empty)))


def test_both_reports_are_word_files_with_the_same_words() -> None:
    for document in (state_report(state(5)), weekly_report(week())):
        file = docx.Document(io.BytesIO(to_docx(document)))
        assert "BÁO CÁO" in [line.text for line in file.paragraphs]
