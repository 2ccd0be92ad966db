"""Steps from tables: any order and wording of columns, sections, ditto marks, merged cells."""

from __future__ import annotations

from datetime import date

from support.papers import paper_of
from thammuu_core.papers import BODY, Cell, Paper, Paragraph, Row, Story, Table
from thammuu_core.plans import read
from thammuu_core.plans.model import Step, WhenKind

FRONT = "KẾ HOẠCH\nTrồng rừng\nI. NHIỆM VỤ\nNhiệm vụ cụ thể theo bảng sau:\n"


def steps(table: str) -> tuple[Step, ...]:
    return read(paper_of(FRONT + "\n".join(line.strip() for line in table.strip().splitlines()))).steps


def test_columns_are_told_by_their_heads() -> None:
    (step,) = steps("""
        | STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |
        | 1 | Xây dựng Đề án trồng rừng | Chi cục Kiểm lâm | Sở Tài chính; UBND các xã | Quý II/2026 | Đề án |
    """)
    assert step.text == "Xây dựng Đề án trồng rừng"
    assert (step.lead, step.coordinating) == (("Chi cục Kiểm lâm",), ("Sở Tài chính", "UBND các xã"))
    assert (step.when.start, step.when.end) == (date(2026, 4, 1), date(2026, 6, 30))
    assert step.products == ("Đề án",)
    assert step.where.endswith("dòng 1")


def test_the_order_of_columns_does_not_matter() -> None:
    (step,) = steps("""
        | Tiến độ | Phân công thực hiện | Nhiệm vụ, giải pháp |
        | Trước 30/9/2026 | Chi cục Kiểm lâm | Nghiệm thu diện tích trồng mới |
    """)
    assert step.when.end == date(2026, 9, 30)
    assert step.lead == ("Chi cục Kiểm lâm",)


def test_section_rows_are_no_steps_and_lend_their_unit() -> None:
    first, second = steps("""
        | TT | Nhiệm vụ | Thời gian |
        | I. Sở Tài chính |
        | 1 | Bố trí vốn | Tháng 3/2026 |
        | II | Giống cây |
        | 2 | Gieo ươm cây giống | Hằng năm |
    """)
    assert first.lead == ("Sở Tài chính",)
    assert "lead" in first.inherited
    assert second.lead == ()
    assert second.when.kind is WhenKind.RECURRING


def test_ditto_marks_repeat_the_cell_above() -> None:
    _, second = steps("""
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Thiết kế lô trồng | Chi cục Kiểm lâm | Quý I/2026 |
        | 2 | Phê duyệt thiết kế | nt | nt |
    """)
    assert second.lead == ("Chi cục Kiểm lâm",)
    assert second.when.end == date(2026, 3, 31)
    assert set(second.inherited) == {"lead", "when"}


def test_the_year_may_stand_in_the_head() -> None:
    (step,) = steps("""
        | TT | Nhiệm vụ | Chủ trì | Thời gian thực hiện năm 2027 |
        | 1 | Trồng dặm | UBND xã | Tháng 8 |
    """)
    assert step.when.end == date(2027, 8, 31)


def test_a_second_row_of_heads_says_more_of_the_first() -> None:
    (step,) = steps("""
        | TT | Nhiệm vụ | Cơ quan thực hiện | Thời gian |
        | Chủ trì | Phối hợp |
        | 1 | Trồng dặm | UBND xã | Hạt Kiểm lâm | Tháng 8/2026 |
    """)
    assert (step.lead, step.coordinating) == (("UBND xã",), ("Hạt Kiểm lâm",))


def test_a_row_below_a_merged_duty_is_told_by_its_cells() -> None:
    first, second = steps("""
        | TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian | Sản phẩm |
        | 1 | Mua máy chủ cho trung tâm dữ liệu của tỉnh | Sở Tài chính | Sở Nội vụ | Quý IV/2026 | Máy chủ |
        | Sao lưu dữ liệu và diễn tập phục hồi sau sự cố | Sở Tư pháp |
        | Tổng cộng | 2 |
    """)
    assert second.lead == ("Sở Tư pháp",)
    assert second.when == first.when


def test_start_and_end_may_have_columns_of_their_own() -> None:
    (step,) = steps("""
        | TT | Công việc | Thực hiện | Bắt đầu | Kết thúc |
        | 1 | Phát dọn thực bì | UBND xã | 01/3/2026 | 15/4/2026 |
    """)
    assert (step.when.kind, step.when.start, step.when.end) == (
        WhenKind.PERIOD,
        date(2026, 3, 1),
        date(2026, 4, 15),
    )


def test_tables_of_targets_and_money_hold_no_steps() -> None:
    assert (
        steps("""
        | TT | Chỉ tiêu | Chủ trì |
        | 1 | Độ che phủ đạt 52% | Chi cục Kiểm lâm |
    """)
        == ()
    )
    assert (
        steps("""
        | TT | Nội dung chi | Kinh phí năm 2026 |
        | 1 | Cây giống | 120 triệu đồng |
    """)
        == ()
    )


def test_cells_merged_downwards_speak_for_the_rows_below() -> None:
    def cell(text: str, column: int, rows: int = 1) -> Cell:
        return Cell((Paragraph(text),), column=column, rows=rows)

    heads = Row(tuple(cell(head, at) for at, head in enumerate(("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"))))
    first = Row((cell("1", 0), cell("Đo đạc", 1), cell("Hạt Kiểm lâm", 2, rows=2), cell("Tháng 3/2026", 3)))
    second = Row((cell("2", 0), cell("Cắm mốc", 1), cell("Tháng 4/2026", 3)))
    paragraphs = tuple(Paragraph(line) for line in FRONT.strip().split("\n"))
    paper = Paper("docx", (Story(BODY, (*paragraphs, Table((heads, first, second)))),))
    steps = read(paper).steps
    assert [step.lead for step in steps] == [("Hạt Kiểm lâm",)] * 2
    assert [step.when.end for step in steps] == [date(2026, 3, 31), date(2026, 4, 30)]


def test_a_duty_told_again_in_a_table_is_linked() -> None:
    told, again = read(
        paper_of(
            "KẾ HOẠCH\nTrồng rừng\nI. NHIỆM VỤ\n"
            "1. Chi cục Kiểm lâm xây dựng phương án phòng cháy chữa cháy rừng mùa khô trước ngày 30/10/2026.\n"
            "II. PHÂN CÔNG\n"
            "| TT | Nhiệm vụ | Chủ trì | Thời gian |\n"
            "| 1 | Xây dựng phương án phòng cháy chữa cháy rừng mùa khô | Chi cục Kiểm lâm | Trước 15/10/2026 |"
        )
    ).steps
    assert told.restates is None
    assert again.restates == told.id


def test_crosses_under_months_say_when() -> None:
    first, second = steps("""
        | TT | Nội dung công việc | Tháng 3/2026 | Tháng 4/2026 | Tháng 5/2026 |
        | 1 | Làm đất | x |  |  |
        | 2 | Trồng cây |  | x | X |
    """)
    assert first.when.end == date(2026, 3, 31)
    assert (second.when.start, second.when.end) == (date(2026, 4, 1), date(2026, 5, 31))


def test_hours_are_of_the_day_over_the_table() -> None:
    (step,) = steps("""
        Ngày 24/8/2026
        | Thời gian | Nội dung | Phụ trách |
        | 7h00 - 7h30 | Khai mạc | Ban Tổ chức |
    """)
    assert (step.when.kind, step.when.end) == (WhenKind.POINT, date(2026, 8, 24))


def test_heads_repeated_on_the_next_page_are_no_duty() -> None:
    first, second = steps("""
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Đo đạc | UBND xã | Quý I/2026 |
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 2 | Cắm mốc | UBND xã | Quý II/2026 |
    """)
    assert (first.text, second.text) == ("Đo đạc", "Cắm mốc")


def test_an_annex_may_name_the_year_of_its_table() -> None:
    text = (
        "| UBND XÃ LA SƠN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "| Số: 3/KH-UBND | La Sơn, ngày 20 tháng 12 năm 2025 |\n"
        "KẾ HOẠCH\nTrồng rừng\nI. NHIỆM VỤ\n1. UBND xã giao các thôn trồng rừng.\n"
        "| Nơi nhận: / - Như trên; / - Lưu: VT. | CHỦ TỊCH / Trần Văn Bình |\n"
        "PHỤ LỤC\nDANH MỤC NHIỆM VỤ NĂM 2026\n"
        "| TT | Nhiệm vụ | Chủ trì | Thời gian |\n| 1 | Gieo ươm | Thôn Đông | Tháng 2 |"
    )
    assert read(paper_of(text)).steps[-1].when.end == date(2026, 2, 28)
