"""Words to times, by the conventions officers read them with; each row is a case in our own words."""

from __future__ import annotations

from datetime import date

import pytest

from thammuu_core.plans.model import When, WhenKind
from thammuu_core.plans.times.finding import TimeContext, find_times, read_time

PLAN = TimeContext(year=2025, issued=date(2025, 11, 20))


def only(words: str, context: TimeContext = PLAN) -> When:
    """The first time of a cell."""
    return read_time(words, context)[0].when


@pytest.mark.parametrize(
    ("words", "end", "strict"),
    [
        ("Trước 15/6/2021", "2021-06-15", True),
        ("Trước ngày 05/8/2021", "2021-08-05", True),
        ("trước 17 giờ 00 ngày 05/12/2025", "2025-12-05", True),
        ("TRƯỚC NGÀY 30 THÁNG 6 NĂM 2026", "2026-06-30", True),
        ("truoc ngay 30.6.2026", "2026-06-30", True),
        ("trước ngày 30/ 06/2026", "2026-06-30", True),
        ("Trước ngày 20/12", "2025-12-20", True),  # the plan's year
        ("trước tháng 6/2026", "2026-06-01", True),  # its first day is the day left out
        ("Chậm nhất ngày 15/12/2025", "2025-12-15", False),
        ("chậm nhất là ngày 15 tháng 12 năm 2025", "2025-12-15", False),
        ("Đến hết ngày 31/3/2026", "2026-03-31", False),
        ("đến hết tháng 2/2028", "2028-02-29", False),
        ("Hoàn thành trong năm 2025", "2025-12-31", False),
        ("xong trong tháng 12/2025", "2025-12-31", False),
        ("Hoàn thành Quý II/2026", "2026-06-30", False),
        ("không quá ngày 10/1/2026", "2026-01-10", False),
        ("Hạn cuối: 05/5/2026", "2026-05-05", False),
    ],
)
def test_a_deadline_keeps_its_last_day(words: str, end: str, strict: bool) -> None:
    when = only(words)
    assert (when.kind, when.start, when.end, when.strict) == (
        WhenKind.DEADLINE,
        None,
        date.fromisoformat(end),
        strict,
    )


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Tháng 4-5/2021", "2021-04-01", "2021-05-31"),
        ("Tháng 12 năm 2025", "2025-12-01", "2025-12-31"),
        ("Tháng 6", "2025-06-01", "2025-06-30"),
        ("tháng 10, 11 và 12/2025", "2025-10-01", "2025-12-31"),
        ("tháng 11 - 3/2026", "2025-11-01", "2026-03-31"),  # the year is that of its end
        ("Quí IV-2025", "2025-10-01", "2025-12-31"),
        ("Quý III, IV", "2025-07-01", "2025-12-31"),
        ("Quý 1 năm 2026", "2026-01-01", "2026-03-31"),
        ("Quý IV/2025 - Quý I/2026", "2025-10-01", "2026-03-31"),
        ("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
        ("Năm 2022-2025", "2022-01-01", "2025-12-31"),
        ("Giai đoạn 2021 – 2025", "2021-01-01", "2025-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("Từ tháng 3 đến tháng 5/2026", "2026-03-01", "2026-05-31"),
        ("Từ năm 2027 đến năm 2030", "2027-01-01", "2030-12-31"),
        ("từ ngày 01 đến ngày 15/6/2026", "2026-06-01", "2026-06-15"),
        ("Từ tháng 11/2025 đến hết tháng 2/2026", "2025-11-01", "2026-02-28"),
        ("Từ nay đến hết năm 2025", "2025-11-20", "2025-12-31"),
        ("12/2025", "2025-12-01", "2025-12-31"),
    ],
)
def test_a_period_has_both_ends(words: str, start: str, end: str) -> None:
    when = only(words)
    assert (when.kind, when.start, when.end) == (
        WhenKind.PERIOD,
        date.fromisoformat(start),
        date.fromisoformat(end),
    )


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("Từ 01/7/2025", "2025-07-01"),
        ("Năm 2025 và các năm tiếp theo", "2025-01-01"),
        ("Từ năm 2026 trở đi", "2026-01-01"),
        ("Từ ngày ban hành Kế hoạch đến khi bế mạc hội thi", "2025-11-20"),
        ("Từ tháng 10/2025 đến khi tổ chức xong đại hội", "2025-10-01"),
    ],
)
def test_a_period_may_have_an_open_end(words: str, start: str) -> None:
    when = only(words)
    assert (when.kind, when.start, when.end, when.open_end) == (
        WhenKind.PERIOD,
        date.fromisoformat(start),
        None,
        True,
    )


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Hằng năm", "FREQ=YEARLY"),
        ("hàng quý", "FREQ=MONTHLY;INTERVAL=3"),
        ("Định kỳ 06 tháng", "FREQ=MONTHLY;INTERVAL=6"),
        ("02 lần/năm", "FREQ=MONTHLY;INTERVAL=6"),
        ("3 tháng/lần", None),
        ("Trước ngày 15 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("trước ngày 15 tháng 11 hằng năm", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"),
        ("Hằng năm (trước ngày 20/12)", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20"),
        ("Tháng 10 hằng năm", "FREQ=YEARLY;BYMONTH=10"),
        ("Thường xuyên, hằng năm", "FREQ=YEARLY"),
    ],
)
def test_what_recurs_has_a_rule_and_no_date(words: str, rule: str | None) -> None:
    when = only(words)
    assert when.kind is WhenKind.RECURRING
    assert rule is None or when.recurrence == rule
    assert when.start is None
    assert when.end is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Thường xuyên", WhenKind.ONGOING),
        ("Thực hiện thường xuyên .", WhenKind.ONGOING),
        ("Thường xuyên, theo yêu cầu nhiệm vụ", WhenKind.ONGOING),
        ("Sau khi có hướng dẫn của Bộ", WhenKind.CONDITIONAL),
        ("Theo lộ trình của từng dự án", WhenKind.CONDITIONAL),
        ("15/8/2026", WhenKind.POINT),
    ],
)
def test_the_rest_of_what_cells_say(words: str, kind: WhenKind) -> None:
    assert only(words).kind is kind


def test_a_single_day_under_a_head_on_completion_is_a_deadline() -> None:
    assert only("15/8/2026", TimeContext(2026, completion=True)).kind is WhenKind.DEADLINE


def test_a_blank_cell_states_no_time() -> None:
    assert read_time(" - ", PLAN) == ()


@pytest.mark.parametrize(
    "words",
    [
        "phấn đấu đến năm 2030 có 80% hồ sơ được xử lý trực tuyến",
        "Đến hết năm 2026: 60% hợp tác xã dùng phần mềm kế toán",
        "chương trình phát triển đô thị giai đoạn 2021-2030, tầm nhìn 2050",
        "Quyết định này có hiệu lực từ ngày 01/7/2025",
        "bố trí trong dự toán ngân sách hằng năm của đơn vị",
        "kinh phí chi thường xuyên của các cơ quan",
        "tăng bình quân hằng năm 5%",
        "số liệu tính đến ngày 30/6/2025",
        "trong tháng 10/2025 đã xảy ra 03 trận lũ lớn",
        "thực hiện kịp thời, theo quy định",
        "định kỳ kiểm tra thiết bị",
        "người thường xuyên quan hệ với đối tượng",
        "nâng cấp 12 trạm bơm với tỷ lệ 24/30",
        "Tổng hợp kết quả thực hiện Chương trình Khuyến nông (2021 - 2025).",
        "xây dựng phương án phân bổ vốn trung hạn, hằng năm từ ngân sách",
        "thành lập các đội ứng cứu theo Chiến lược y tế đến năm 2030",
        "Đã trình UBND tỉnh phê duyệt danh mục trong tháng 10/2025",
        "Trên địa bàn xảy ra mưa lớn từ ngày 01/11 đến ngày 05/11/2025 gây ngập",
        "Hội nghị tổng kết năm 2025 và trao thưởng",
        "Thời gian báo cáo định kỳ hằng năm tính từ ngày 15 tháng 12 năm trước đến ngày 14 tháng 12",
        "dữ liệu phải được quản lý chặt chẽ, cập nhật thường xuyên",
    ],
)
def test_prose_without_a_time_of_a_duty(words: str) -> None:
    assert find_times(words, PLAN) == ()


@pytest.mark.parametrize(
    ("words", "kind", "written"),
    [
        ("Tháng 4-5/2026: Khảo sát hiện trạng", WhenKind.PERIOD, "Tháng 4-5/2026"),
        ("gửi dự thảo về Sở trước ngày 10/6/2026 để tổng hợp", WhenKind.DEADLINE, "trước ngày 10/6/2026"),
        ("hoàn thành việc rà soát trong tháng 3/2026", WhenKind.DEADLINE, "trong tháng 3/2026"),
        ("hoàn thiện hồ sơ (khi có yêu cầu) để trình ký", WhenKind.CONDITIONAL, "khi có yêu cầu"),
        (
            "báo cáo kết quả về Văn phòng trước ngày 25 hằng tháng",
            WhenKind.RECURRING,
            "trước ngày 25 hằng tháng",
        ),
        ("Thường xuyên kiểm tra, đôn đốc các xã", WhenKind.ONGOING, "Thường xuyên"),
        ("Thường xuyên nêu gương người tốt trên loa xã", WhenKind.ONGOING, "Thường xuyên"),
        ("Cập nhật danh sách hộ dân thường xuyên lên phần mềm", WhenKind.ONGOING, "thường xuyên"),
        (
            "mở lớp tập huấn (khi Bộ Y tế có văn bản triển khai)",
            WhenKind.CONDITIONAL,
            "khi Bộ Y tế có văn bản triển khai",
        ),
        (
            "niêm yết biểu giá ngay sau khi nhận bàn giao bến xe",
            WhenKind.CONDITIONAL,
            "ngay sau khi nhận bàn giao bến xe",
        ),
        ("Nâng cấp phần mềm một cửa của huyện (2026 - 2027).", WhenKind.PERIOD, "2026 - 2027"),
        ("Mở rộng tuyến thu gom rác (2027 trở đi).", WhenKind.PERIOD, "2027 trở đi"),
        ("báo cáo giữa kỳ (năm 2028) gửi Sở Nội vụ", WhenKind.PERIOD, "năm 2028"),
        ("sơ kết vào năm 2028", WhenKind.PERIOD, "vào năm 2028"),
        ("thành lập khu bảo tồn sếu đến năm 2030.", WhenKind.DEADLINE, "đến năm 2030"),
        ("xác định chỉ tiêu tuyển quân hằng năm của xã", WhenKind.RECURRING, "hằng năm"),
        ("trình UBND tỉnh ban hành Quý II/2026.", WhenKind.DEADLINE, "Quý II/2026"),
        (
            "trả lời trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản",
            WhenKind.CONDITIONAL,
            "trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản",
        ),
    ],
)
def test_prose_with_a_time_of_a_duty(words: str, kind: WhenKind, written: str) -> None:
    found = find_times(words, PLAN)[0]
    assert (found.when.kind, found.when.as_written) == (kind, written)
    assert words[found.start : found.end] == written


def test_a_frequency_yields_to_the_dates_of_its_duty() -> None:
    found = find_times("lấy mẫu 2 lần/tháng, từ tháng 3 đến tháng 10 năm 2026", PLAN)
    assert [time.when.kind for time in found] == [WhenKind.PERIOD, WhenKind.RECURRING]


def test_two_days_of_a_year_are_two_times() -> None:
    found = find_times("định kỳ trước ngày 01/6 và 15/11 hằng năm báo cáo kết quả", PLAN)
    assert [time.when.recurrence for time in found] == [
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15",
    ]


def test_a_day_that_does_not_exist_is_no_time() -> None:
    assert find_times("nộp trước ngày 31/6/2026", PLAN) == ()


def test_a_review_at_the_end_of_the_year_recurs() -> None:
    found = find_times("tham mưu đánh giá, xếp loại cuối năm đối với tập thể", PLAN)[0]
    assert (found.when.as_written, found.when.recurrence) == ("cuối năm", "FREQ=YEARLY")


def test_hours_from_an_undated_beginning_are_a_period_without_days() -> None:
    when = find_times("Giai đoạn 24-48 giờ: Tổ chức bếp ăn tập thể", PLAN)[0].when
    assert (when.kind, when.start, when.end) == (WhenKind.PERIOD, None, None)


def test_a_day_before_the_plan_tells_what_happened() -> None:
    assert find_times("Ngày 01/3/2025, Sở có văn bản gửi các đơn vị", PLAN) == ()


def test_the_hour_of_a_meeting_does_not_hide_its_day() -> None:
    (found,) = find_times("Tổ chức tập huấn vào lúc 07 giờ 30 phút ngày 03/9/2026", TimeContext(2026, None))
    assert (found.when.kind, found.when.start, found.when.end) == (
        WhenKind.POINT,
        date(2026, 9, 3),
        date(2026, 9, 3),
    )
