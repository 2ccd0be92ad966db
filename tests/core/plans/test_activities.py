"""What is done in a step, from its words."""

from __future__ import annotations

import pytest

from thammuu_core.plans.model import ActivityKind, Step, When, WhenKind
from thammuu_core.plans.steps.activities import audience, described


def kinds(text: str) -> list[str]:
    step = Step("s1", "I.1", text, When("", WhenKind.UNDATED))
    return [activity.kind.value for activity in described(step).activities]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Nghiên cứu tài liệu; tham quan học tập kinh nghiệm tỉnh bạn", ["research", "study_visit"]),
        ("Xây dựng dự thảo Đề án, Tờ trình", ["drafting"]),
        ("Tham quan tỉnh bạn để xây dựng dự thảo Đề án", ["study_visit"]),
        ("Khảo sát phục vụ cho việc soạn thảo Quy chế", ["research"]),
        ("Hoàn thiện hồ sơ để trình UBND tỉnh", ["finalising", "submission"]),
        ("Lấy ý kiến của các sở, ngành; tổng hợp, tiếp thu", ["consultation", "finalising"]),
        ("Trình xin ý kiến PCT UBND tỉnh và thẩm tra của Văn phòng", ["opinion_of_leader", "verification"]),
        ("Hoàn thiện hồ sơ trình UBND tỉnh", ["finalising", "submission"]),
        ("Tổ chức hội nghị sơ kết", ["organisation"]),
        ("Báo cáo kết quả thực hiện", ["reporting"]),
        ("Chăm sóc cây xanh", ["other"]),
    ],
)
def test_words_say_what_is_done(text: str, done: list[str]) -> None:
    assert kinds(text) == done


def test_what_a_step_serves_is_not_its_product() -> None:
    step = Step("s1", "I.1", "Tham quan tỉnh bạn để xây dựng Kế hoạch, Tờ trình", When("", WhenKind.UNDATED))
    assert described(step).products == ()


def test_a_consultation_knows_its_round_and_its_audience() -> None:
    step = Step("s1", "I.1", "Lấy ý kiến của Lãnh đạo sở, các phòng (lần 2)", When("", WhenKind.UNDATED))
    activity = described(step).activities[0]
    assert (activity.kind, activity.round) == (ActivityKind.CONSULTATION, 2)
    assert activity.audience == ("Lãnh đạo sở", "các phòng")


def test_an_audience_ends_where_the_sentence_goes_on() -> None:
    assert audience("xin ý kiến góp ý vào dự thảo từ các cơ quan thuộc UBND tỉnh trước khi trình") == (
        "các cơ quan thuộc UBND tỉnh",
    )


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("báo cáo UBND tỉnh (qua Sở Tư pháp) kết quả thực hiện", "UBND tỉnh (qua Sở Tư pháp)"),
        ("báo cáo kết quả về Sở Y tế để tổng hợp", "Sở Y tế"),
        ("tổng hợp, báo cáo Bộ Y tế, UBND tỉnh trước ngày 15/12", "Bộ Y tế, UBND tỉnh"),
        ("nghiên cứu báo cáo của chuyên gia", None),
    ],
)
def test_a_report_goes_to_somebody(text: str, to: str | None) -> None:
    assert described(Step("s1", "", text, When("", WhenKind.UNDATED))).report_to == to
