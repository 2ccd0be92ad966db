"""Steps from paragraphs: labelled lines, timed sentences, owners from above."""

from __future__ import annotations

from datetime import date

from support.papers import paper_of
from thammuu_core.plans import read
from thammuu_core.plans.model import ActivityKind, Reading, Step, WhenKind

HEAD = """
| SỞ XÂY DỰNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| Số: 12/KH-SXD | Hà Nam, ngày 10 tháng 3 năm 2025 |
KẾ HOẠCH
Tham mưu ban hành Quy chế quản lý cây xanh
"""


def plan(body: str) -> Reading:
    """A plan of 10 March 2025 with this body."""
    return read(paper_of(HEAD.strip() + "\n" + "\n".join(line.strip() for line in body.strip().splitlines())))


def steps(body: str) -> tuple[Step, ...]:
    return plan(body).steps


def test_labelled_lines_speak_of_the_duty_above() -> None:
    (step,) = steps("""
        I. NHIỆM VỤ
        1. Tuyên truyền
        - Tổ chức lớp tập huấn cho cán bộ cấp xã.
        Đơn vị chủ trì: Văn phòng Sở.
        Đơn vị phối hợp: Phòng Hạ tầng kỹ thuật; các cơ quan, đơn vị liên quan.
        Thời gian thực hiện: Quý II/2025.
        Sản phẩm: Báo cáo kết quả.
    """)
    assert step.where == "I.1"
    assert step.lead == ("Văn phòng Sở",)
    assert step.coordinating == ("Phòng Hạ tầng kỹ thuật", "các cơ quan, đơn vị liên quan")
    assert (step.when.kind, step.when.end) == (WhenKind.PERIOD, date(2025, 6, 30))
    assert step.products == ("Báo cáo kết quả",)


def test_a_time_line_below_several_dashes_serves_them_all() -> None:
    first, second = steps("""
        I. NHIỆM VỤ
        1. Rà soát
        - Rà soát số lượng cây xanh trên các tuyến đường.
        - Lập bản đồ cây xanh.
        Đơn vị thực hiện: Phòng Hạ tầng kỹ thuật.
        Thời gian: Thường xuyên.
        - Đánh số cây cổ thụ.
        Đơn vị thực hiện: Trung tâm Cây xanh.
        Thời gian: Tháng 5/2025.
    """)
    assert "Lập bản đồ" in first.text
    assert first.when.kind is WhenKind.ONGOING
    assert second.lead == ("Trung tâm Cây xanh",)


def test_a_content_label_is_passed_over_in_the_place() -> None:
    (step,) = steps("""
        I. NHIỆM VỤ
        1. Về dữ liệu
        a) Nhiệm vụ: Xây dựng cơ sở dữ liệu cây xanh.
        b) Cơ quan thực hiện:
        - Đơn vị chủ trì: Phòng Hạ tầng kỹ thuật.
        c) Thời gian thực hiện: Hoàn thành trong năm 2025.
    """)
    assert step.where == "I.1"
    assert step.when.end == date(2025, 12, 31)


def test_sentences_of_one_item_are_steps_of_their_own() -> None:
    first, second = steps("""
        I. TỔ CHỨC THỰC HIỆN
        1. Các phòng, đơn vị xây dựng kế hoạch chi tiết xong trong tháng 4/2025. Định kỳ báo cáo Sở (qua Văn phòng Sở) trước ngày 20 hằng tháng.
        2. Văn phòng Sở theo dõi, đôn đốc việc thực hiện.
    """)[:2]
    assert (first.when.end, first.lead) == (date(2025, 4, 30), ("Các phòng, đơn vị",))
    assert second.when.recurrence == "FREQ=MONTHLY;BYMONTHDAY=20"
    assert second.inherited == ("lead",)


def test_a_duty_under_a_unit_belongs_to_that_unit() -> None:
    step = steps("""
        I. TỔ CHỨC THỰC HIỆN
        1. Phòng Hạ tầng kỹ thuật
        a) Chủ trì, phối hợp với Văn phòng Sở lập danh mục cây cần thay thế trước ngày 15/5/2025.
        2. Văn phòng Sở
        Bố trí kinh phí.
    """)[0]
    assert step.lead == ("Phòng Hạ tầng kỹ thuật",)
    assert step.coordinating == ("Văn phòng Sở",)
    assert "lead" in step.inherited


def test_one_assignment_for_the_whole_plan_gives_every_step_its_owner() -> None:
    reading = plan("""
        I. NỘI DUNG
        1. Tháng 4/2025: Nghiên cứu quy chế của các tỉnh.
        2. Trước ngày 15/5/2025: Xây dựng dự thảo Quy chế, Tờ trình.
        3. Trước ngày 10/6/2025: Lấy ý kiến góp ý của các sở, ngành; tiếp thu, chỉnh sửa (lần 1).
        4. Hoàn thiện dự thảo trình UBND tỉnh ban hành (khi có yêu cầu).
        II. TỔ CHỨC THỰC HIỆN
        Giao Phòng Hạ tầng kỹ thuật chủ trì, phối hợp với các phòng, đơn vị thực hiện Kế hoạch này.
    """)
    assert len(reading.steps) == 4
    assert {step.lead for step in reading.steps} == {("Phòng Hạ tầng kỹ thuật",)}
    assert reading.steps[0].inherited == ("lead", "coordinating")
    assert [step.after for step in reading.steps] == [(), ("s1",), ("s2",), ("s3",)]
    consultation = reading.steps[2].activities[0]
    assert (consultation.kind, consultation.audience, consultation.round) == (
        ActivityKind.CONSULTATION,
        ("các sở, ngành",),
        1,
    )
    assert reading.steps[1].products == ("Quy chế", "Tờ trình")
    assert reading.steps[3].condition == "khi có yêu cầu"


def test_one_sentence_may_hold_two_duties_with_times_of_their_own() -> None:
    first, second = steps("""
        I. TỔ CHỨC THỰC HIỆN
        1. Phòng Hạ tầng kỹ thuật lập danh mục cây cần cắt tỉa hằng năm và báo cáo Sở trước ngày 20/11.
    """)
    assert first.text.endswith("cắt tỉa hằng năm")
    assert second.text.startswith("báo cáo Sở")
    assert first.lead == second.lead == ("Phòng Hạ tầng kỹ thuật",)
    assert second.when.recurrence == "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20"


def test_the_closing_paragraph_may_hold_a_dated_duty() -> None:
    *_, last = steps("""
        I. NHIỆM VỤ
        1. Văn phòng Sở công khai Kế hoạch.
        Trên đây là Kế hoạch của Sở. Đề nghị các phòng, đơn vị nghiêm túc thực hiện. Định kỳ hằng năm (trước ngày 25 tháng 11) báo cáo kết quả về Văn phòng Sở.
    """)
    assert last.text.startswith("Định kỳ hằng năm")
    assert last.lead == ("các phòng, đơn vị",)


def test_a_duty_told_in_parts_keeps_its_condition() -> None:
    first, *_ = steps("""
        I. NHIỆM VỤ
        1. Công an tỉnh
        a) Triển khai các dự án do Bộ Công an chủ trì (khi Bộ Công an có hướng dẫn):
        - Dự án camera giao thông.
        - Dự án căn cước.
    """)
    assert first.condition == "khi Bộ Công an có hướng dẫn"
    assert first.lead == ("Công an tỉnh",)


def test_a_heading_that_begins_with_a_verb_is_no_aim() -> None:
    (step,) = steps("""
        I. NHIỆM VỤ
        1. Nâng cao hiệu quả chăm sóc cây xanh
        a) Thường xuyên kiểm tra cây lâu năm trên các tuyến phố.
        II. ĐÁNH GIÁ TÌNH HÌNH
        Từ ngày 15/01 đến ngày 20/3/2025 có nhiều cây gãy đổ.
    """)
    assert (step.where, step.when.kind) == ("I.1.a", WhenKind.ONGOING)


def test_who_helps_may_be_named_later_in_the_duty() -> None:
    (step,) = steps("""
        I. TỔ CHỨC THỰC HIỆN
        1. Văn phòng Sở
        - Rà soát hợp đồng chăm sóc; phối hợp với Phòng Hạ tầng kỹ thuật nghiệm thu trước ngày 30/11/2025.
    """)
    assert (step.lead, step.coordinating) == (("Văn phòng Sở",), ("Phòng Hạ tầng kỹ thuật",))


def test_who_helps_stays_when_the_last_clause_only_says_when() -> None:
    (step,) = steps("""
        I. TỔ CHỨC THỰC HIỆN
        1. Văn phòng Sở
        a) Phối hợp với Phòng Hạ tầng kỹ thuật rà soát cây cổ thụ; hoàn thành trong tháng 9 năm 2025.
    """)
    assert (step.lead, step.coordinating) == (("Văn phòng Sở",), ("Phòng Hạ tầng kỹ thuật",))


def test_years_before_a_colon_date_the_duty_after_it() -> None:
    first, second = steps("""
        I. NHIỆM VỤ
        1. Năm 2026: Đội Cây xanh lập danh mục cây sâu bệnh.
        2. Giai đoạn 2027 - 2029: Phòng Hạ tầng kỹ thuật chủ trì nhân rộng vườn ươm.
        3. Năm 2030: 90% tuyến phố có cây xanh.
    """)
    assert (first.lead, first.when.start, first.when.end) == (
        ("Đội Cây xanh",),
        date(2026, 1, 1),
        date(2026, 12, 31),
    )
    assert (second.lead, second.when.start, second.when.end) == (
        ("Phòng Hạ tầng kỹ thuật",),
        date(2027, 1, 1),
        date(2029, 12, 31),
    )


def test_what_was_done_and_units_of_measure_are_no_steps() -> None:
    assert (
        steps("""
        I. NHIỆM VỤ
        Sở Xây dựng đã hoàn thành việc đánh số cây cổ thụ.
        Đơn vị tính: triệu đồng.
        Trọng tâm:
    """)
        == ()
    )


def test_aims_targets_and_closing_words_are_no_steps() -> None:
    assert (
        steps("""
        I. MỤC ĐÍCH, YÊU CẦU
        1. Sở bảo đảm từ ngày 01/6/2025 mọi cây xanh được chăm sóc thường xuyên.
        II. MỤC TIÊU
        - Đến hết năm 2026 trồng mới 5.000 cây.
        III. PHẠM VI, THỜI GIAN
        1. Thời gian: từ nay đến năm 2030.
        Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Văn phòng Sở trước ngày 30/6/2025.
    """)
        == ()
    )


def test_a_heading_that_is_only_a_time_dates_what_stands_below() -> None:
    first, second = steps("""
        I. NỘI DUNG
        1. Quý III/2025:
        - Khảo sát các tuyến đường trung tâm.
        - Lập danh mục cây bảo tồn.
    """)
    assert first.when.end == second.when.end == date(2025, 9, 30)
    assert "when" in first.inherited


def test_dates_of_cited_documents_are_not_times_of_duties() -> None:
    found = steps("""
        I. NHIỆM VỤ
        1. Văn phòng Sở triển khai Quyết định số 45/QĐ-UBND ngày 02/01/2025 của UBND tỉnh.
        2. Văn phòng Sở báo cáo kết quả.
    """)
    assert all(step.when.kind is WhenKind.UNDATED for step in found)


def test_sources_quote_the_words_of_each_value() -> None:
    reading = plan("""
        I. NHIỆM VỤ
        1. Giao Văn phòng Sở chủ trì, phối hợp với Phòng Kế hoạch lập dự toán trước ngày 20/4/2025.
    """)
    texts = {node.id: node.text for node in reading.outline.walk()}
    sources = dict(reading.steps[0].sources)
    quoted = {name: texts[place.provision][place.start : place.end] for name, place in sources.items()}
    assert quoted["lead"] == "Văn phòng Sở"
    assert quoted["coordinating"] == "Phòng Kế hoạch"
    assert quoted["when"] == "trước ngày 20/4/2025"
    assert quoted["text"] == reading.steps[0].text


def test_a_report_names_whom_it_goes_to() -> None:
    (step,) = steps("""
        I. CHẾ ĐỘ BÁO CÁO
        Các phòng, đơn vị báo cáo UBND tỉnh (qua Sở Xây dựng) kết quả thực hiện trước ngày 15/12/2025.
    """)
    assert step.report_to == "UBND tỉnh (qua Sở Xây dựng)"


def test_an_assignment_may_stand_beside_a_word_to_all_units() -> None:
    found = steps("""
        I. NỘI DUNG
        1. Tháng 4/2025: Khảo sát hiện trạng.
        2. Trước ngày 15/5/2025: Xây dựng dự thảo Quy chế.
        II. TỔ CHỨC THỰC HIỆN
        1. Phòng Hạ tầng kỹ thuật chủ trì triển khai Kế hoạch này.
        2. Các phòng, đơn vị phối hợp thực hiện.
    """)
    assert [step.lead for step in found[:2]] == [("Phòng Hạ tầng kỹ thuật",)] * 2


def test_many_assignments_are_not_shared() -> None:
    found = steps("""
        I. NỘI DUNG
        1. Tháng 4/2025: Khảo sát hiện trạng.
        II. TỔ CHỨC THỰC HIỆN
        1. Phòng Hạ tầng kỹ thuật chủ trì triển khai Kế hoạch này.
        2. Văn phòng Sở bố trí kinh phí.
    """)
    assert found[0].lead == ()
