"""What a plan is doubted for."""

from __future__ import annotations

from support.papers import paper_of
from thammuu_core.errors import Severity
from thammuu_core.plans import read
from thammuu_core.plans.model import Reading

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
    assert "chưa rõ đơn vị chủ trì" in found["no_owner"]
    assert found["no_owner"].startswith("I.1 “Khảo sát")


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
    assert "01/5/2025 là" in found["day_off"]


def test_too_few_working_days_between_steps() -> None:
    reading = plan("""
        I. NỘI DUNG
        1. Trước ngày 15/5/2025: Phòng Hạ tầng xây dựng dự thảo Quy chế.
        2. Trước ngày 26/5/2025: Phòng Hạ tầng lấy ý kiến của các sở, ngành.
        3. Trước ngày 30/5/2025: Phòng Hạ tầng trình UBND tỉnh.
    """)
    messages = [problem.message for problem in reading.problems if problem.code == "plans.too_few_days"]
    assert "chỉ có 6 ngày làm việc sau bước I.1 để gửi" in messages[0]
    assert "chỉ có 3 ngày làm việc sau bước I.2" in messages[1]


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


def test_two_places_that_name_different_audiences() -> None:
    reading = plan("""
        I. YÊU CẦU
        Việc lấy ý kiến góp ý vào dự thảo từ các cơ quan thuộc UBND tỉnh phải đúng quy định.
        II. NỘI DUNG
        1. Trước ngày 15/5/2025: Lấy ý kiến góp ý của các sở, ngành có liên quan.
    """)
    assert (
        "I nêu lấy ý kiến “các cơ quan thuộc UBND tỉnh”, còn II.1 nêu “các sở, ngành có liên quan”"
        in doubts(reading)["audience_differs"]
    )


def test_a_duty_told_twice_with_other_owners_and_times() -> None:
    reading = plan("""
        I. NHIỆM VỤ
        1. Phòng Hạ tầng lập bản đồ số cây xanh đô thị trên địa bàn thành phố trước ngày 30/10/2025.
        II. PHÂN CÔNG
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Lập bản đồ số cây xanh đô thị trên địa bàn thành phố | Văn phòng Sở | Trước 15/10/2025 |
    """)
    found = doubts(reading)
    assert "giao “Văn phòng Sở”, còn I.1 giao “Phòng Hạ tầng”" in found["owner_differs"]
    assert "ghi “Trước 15/10/2025”, còn I.1 ghi “trước ngày 30/10/2025”" in found["date_differs"]


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
