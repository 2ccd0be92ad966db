"""What a plan is doubted for."""

from __future__ import annotations

import pytest

from support.papers import paper_of
from thammuu_core.calendars import official_calendar
from thammuu_core.errors import Severity
from thammuu_core.plans import read
from thammuu_core.plans.model import Reading
from thammuu_core.schedules import timetable

HEAD = """
| SỞ XÂY DỰNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| Số: {number}/KH-SXD | Hà Nam, ngày {day} tháng 3 năm 2025 |
KẾ HOẠCH
Tham mưu ban hành Quy chế quản lý cây xanh
"""


def plan(body: str, *, number: str = "12", day: str = "10", state: str = "draft") -> Reading:
    lines = "\n".join(line.strip() for line in body.strip().splitlines())
    return read(paper_of(HEAD.format(number=number, day=day).strip() + "\n" + lines), state=state)


def doubts(reading: Reading) -> dict[str, str]:
    """Messages by code."""
    return {problem.code.removeprefix("plans."): problem.message for problem in reading.problems}


def test_a_duty_with_a_time_and_no_owner() -> None:
    found = doubts(plan("I. NHIỆM VỤ\n1. Khảo sát các tuyến đường trước ngày 16/5/2025."))
    assert found["no_owner"].startswith("Chưa rõ đơn vị chủ trì")


def test_a_step_of_a_procedure_without_a_date() -> None:
    reading = plan("""
        I. NỘI DUNG
        1. Trước ngày 15/4/2025: Nghiên cứu tài liệu.
        2. Trước ngày 30/5/2025: Xây dựng dự thảo Quy chế.
        3. Trước ngày 16/7/2025: Trình UBND tỉnh.
        4. Hoàn thiện hồ sơ (khi có yêu cầu).
    """)
    assert "chỉ ghi “khi có yêu cầu”" in doubts(reading)["no_date"]


def test_duties_without_dates_are_counted_together() -> None:
    reading = plan("""
        I. TỔ CHỨC THỰC HIỆN
        1. Văn phòng Sở theo dõi, đôn đốc.
        2. Phòng Kế hoạch bố trí kinh phí.
    """)
    assert doubts(reading)["no_date"].startswith("2 nhiệm vụ không ghi thời hạn")


def test_dates_that_look_wrong() -> None:
    reading = plan("""
        I. TỔ CHỨC THỰC HIỆN
        1. Văn phòng Sở gửi báo cáo trước ngày 20/2/2025.
        2. Phòng Kế hoạch lập dự toán trước ngày 20/8/2052.
        3. Thanh tra Sở kiểm tra xong trước ngày 31/6/2025.
    """)
    found = doubts(reading)
    assert "đã qua" in found["date_past"]
    assert "quá xa" in found["date_far"]
    assert "không có trong lịch" in found["date_impossible"]


def test_a_deadline_on_a_day_off() -> None:
    found = doubts(plan("I. NHIỆM VỤ\n1. Văn phòng Sở nộp báo cáo chậm nhất ngày 01/5/2025."))
    assert found["day_off"].startswith("Hạn 01/5/2025 là")


def test_a_month_that_ends_on_a_day_off_is_no_doubt() -> None:
    found = doubts(plan("I. NHIỆM VỤ\n1. Văn phòng Sở hoàn thành việc rà soát trong tháng 8/2025."))
    assert "day_off" not in found


def test_years_gone_by_are_no_deadline() -> None:
    found = doubts(
        plan("I. NHIỆM VỤ\n1. Văn phòng Sở thăm hỏi người tham gia kháng chiến trước ngày 30/4/1975.")
    )
    assert not found.keys() & {"date_past", "before_day"}


def test_the_time_of_the_whole_plan_needs_no_owner() -> None:
    found = doubts(plan("I. NỘI DUNG\n1. Thời gian tổ chức: 03 ngày: 24, 25 và 26 tháng 8 năm 2025."))
    assert "no_owner" not in found


def test_too_few_working_days_between_steps() -> None:
    reading = plan("""
        I. NỘI DUNG
        1. Trước ngày 15/5/2025: Phòng Hạ tầng xây dựng dự thảo Quy chế.
        2. Trước ngày 26/5/2025: Phòng Hạ tầng lấy ý kiến của các sở, ngành.
        3. Trước ngày 30/5/2025: Phòng Hạ tầng trình UBND tỉnh.
    """)
    messages = [problem.message for problem in reading.problems if problem.code == "plans.too_few_days"]
    assert messages == [
        "Chỉ có 7 ngày làm việc (trừ ngày gửi còn 6) sau hạn của bước I.1 (14/5/2025), thường cần 13 (ký, gửi văn bản "
        "lấy ý kiến 1; chờ trả lời 7; tổng hợp, tiếp thu, giải trình 5); cân nhắc lùi thời hạn.",
    ]


def test_one_count_of_days_serves_doubts_and_timetable() -> None:
    reading = plan("""
        I. NỘI DUNG
        1. Trước ngày 15/5/2025: Phòng Hạ tầng xây dựng dự thảo Quy chế.
        2. Trước ngày 18/5/2025: Phòng Hạ tầng lấy ý kiến của các phòng, đơn vị thuộc Sở.
        3. Trước ngày 20/5/2025: Phòng Hạ tầng hoàn thiện dự thảo, trình UBND tỉnh.
    """)
    table = timetable(reading.steps, official_calendar())
    told = [one.message for one in reading.problems if one.code == "plans.too_few_days"]
    days = [row.available for row in table.rows if row.available is not None]
    assert len(told) == len(days) == 2
    assert all(message.startswith(f"Chỉ có {count} ngày") for message, count in zip(told, days, strict=True))


def test_an_easy_pace_is_no_doubt() -> None:
    reading = plan("""
        I. NỘI DUNG
        1. Trước ngày 15/4/2025: Phòng Hạ tầng xây dựng dự thảo Quy chế.
        2. Trước ngày 16/5/2025: Phòng Hạ tầng lấy ý kiến của các sở, ngành.
        3. Trước ngày 30/5/2025: Phòng Hạ tầng trình UBND tỉnh.
    """)
    assert not doubts(reading).keys() & {"too_few_days", "out_of_order", "day_off", "date_past", "no_owner"}


def test_one_step_due_after_the_next() -> None:
    reading = plan("""
        I. NỘI DUNG
        1. Trước ngày 15/4/2025: Nghiên cứu tài liệu.
        2. Trước ngày 15/5/2025: Xây dựng dự thảo.
        3. Trước ngày 30/8/2025: Lấy ý kiến của các sở, ngành.
        4. Trước ngày 15/7/2025: Hoàn thiện dự thảo.
        5. Trước ngày 30/9/2025: Trình UBND tỉnh.
    """)
    problem = next(problem for problem in reading.problems if problem.code == "plans.out_of_order")
    assert problem.severity is Severity.ERROR
    assert "sau bước kế tiếp I.4" in problem.message


def test_two_ways_of_writing_before() -> None:
    reading = plan("""
        I. NỘI DUNG
        1. Trước 15/4/2025: Văn phòng Sở nghiên cứu tài liệu.
        2. Trước ngày 15/5/2025: Văn phòng Sở xây dựng dự thảo.
    """)
    assert "Có chỗ ghi “Trước 15/4/2025”, có chỗ ghi “Trước ngày 15/5/2025”" in doubts(reading)["before_day"]


@pytest.mark.parametrize(
    "demand",
    [
        "Việc lấy ý kiến góp ý vào dự thảo từ các cơ quan thuộc UBND tỉnh phải đúng quy định.",
        "Dự thảo phải được lấy ý kiến các cơ quan thuộc UBND tỉnh trước khi trình.",
        "Dự thảo được gửi đến các cơ quan thuộc UBND tỉnh để góp ý.",
        "Gửi xin ý kiến bằng văn bản các cơ quan thuộc UBND tỉnh.",
    ],
)
def test_two_places_that_name_different_audiences(demand: str) -> None:
    reading = plan(f"""
        I. YÊU CẦU
        1. {demand}
        II. NỘI DUNG
        1. Trước ngày 15/5/2025: Lấy ý kiến góp ý của các sở, ngành có liên quan.
    """)
    (problem,) = [one for one in reading.problems if one.code == "plans.audience_differs"]
    assert problem.message.startswith(
        "Nêu lấy ý kiến “các cơ quan thuộc UBND tỉnh”, còn II.1 nêu “các sở, ngành có liên quan”"
    )


def test_the_same_audience_in_two_places_is_no_doubt() -> None:
    reading = plan("""
        I. YÊU CẦU
        1. Dự thảo phải được lấy ý kiến các sở, ngành có liên quan trước khi trình.
        II. NỘI DUNG
        1. Trước ngày 15/5/2025: Lấy ý kiến góp ý của các sở, ngành có liên quan.
    """)
    assert "audience_differs" not in doubts(reading)


def test_a_duty_told_twice_with_other_owners_and_times() -> None:
    reading = plan("""
        I. NHIỆM VỤ
        1. Phòng Hạ tầng lập bản đồ số cây xanh đô thị trên địa bàn thành phố trước ngày 30/10/2025.
        II. PHÂN CÔNG
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Lập bản đồ số cây xanh đô thị trên địa bàn thành phố | Văn phòng Sở | Trước 15/10/2025 |
    """)
    found = doubts(reading)
    assert found["owner_differs"].startswith("Giao “Văn phòng Sở”, còn I.1 giao “Phòng Hạ tầng”")
    assert found["date_differs"].startswith("Ghi “Trước 15/10/2025”, còn I.1 ghi “trước ngày 30/10/2025”")


def test_blanks_matter_once_the_document_is_issued() -> None:
    body = "I. NHIỆM VỤ\n1. Văn phòng Sở báo cáo."
    draft = doubts(plan(body, number="", day="   "))
    issued = doubts(plan(body, number="", day="   ", state="issued"))
    assert not draft.keys() & {"number_blank", "day_blank"}
    assert {"number_blank", "day_blank"} <= issued.keys()


def test_an_implausible_citation_is_among_the_problems() -> None:
    reading = plan("""
        Thực hiện Quyết định số 99/QĐ-UBND ngày 24/12/2010 của UBND tỉnh về việc ban hành Chương trình công tác năm 2025;
        I. NHIỆM VỤ
        1. Văn phòng Sở báo cáo.
    """)
    assert "citations.date_implausible" in {problem.code for problem in reading.problems}
