"""Places named by their first words, or counted, in drafts that number nothing."""

from __future__ import annotations

import pytest

from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.opinions.model import Confidence, Operation
from thammuu_core.opinions.sentences import Proposal, propose

DRAFT = Version.of(
    "0" * 64,
    paper_of("""
    KẾ HOẠCH
    Phát triển đọc sách trong nhà trường
    Phong trào đọc sách được phát động trong toàn tỉnh. Mỗi trường có một tủ sách.
    I. NHIỆM VỤ
    1. Xây dựng tủ sách
    - Rà soát số sách hiện có;
    - Mua thêm sách mới.
    Trường tự bảo đảm kinh phí mua sách.
    2. Bồi dưỡng người phụ trách
    a) Nội dung:
    - Kỹ năng lưu trữ sách;
    b) Hình thức:
    - Tập trung;
    - Trực tuyến;
    - Tự học có hướng dẫn.
    II. TỔ CHỨC THỰC HIỆN
    Các trường báo cáo kết quả trước ngày 30 tháng 6 "theo mẫu" kèm theo.
    Các trường báo cáo đột xuất khi có yêu cầu.
    50.000 đồng một người áp dụng với các lớp sau đây.
    """),
)
REPORTS = 'Các trường báo cáo kết quả trước ngày 30 tháng 6 "theo mẫu" kèm theo.'
MOVEMENT = "Phong trào đọc sách được phát động trong toàn tỉnh. Mỗi trường có một tủ sách."


def _line(one: Proposal) -> str:
    """The lines of the draft that the target touches."""
    assert one.target is not None
    assert one.target.start is not None
    assert one.target.end is not None
    start = DRAFT.text.rfind("\n", 0, one.target.start) + 1
    end = DRAFT.text.find("\n", max(start, one.target.end))
    return DRAFT.text[start:end]


@pytest.mark.parametrize(
    "said",
    [
        "Đoạn bắt đầu bằng “Phong trào đọc sách”: đề nghị thay cụm từ “toàn tỉnh” bằng “cả tỉnh”.",
        "Tại đoạn mở đầu bằng cụm từ «Phong trào đọc sách được phát», đề nghị sửa cụm từ «toàn tỉnh» thành «cả tỉnh».",
        "Đề nghị thay ‘toàn tỉnh’ bằng ‘cả tỉnh’ tại đoạn bắt đầu bằng ‘Phong trào đọc sách được phát động’.",
        "Đề nghị điều chỉnh nội dung “toàn tỉnh” (đoạn bắt đầu bằng “Phong trào”) thành “cả tỉnh”.",
        'Đoạn văn bắt đầu từ "Phong trào đọc": cụm từ "toàn tỉnh" cần được thể hiện thành "cả tỉnh".',
        "Đoạn “Phong trào đọc sách…” đề nghị sửa “toàn tỉnh” thành “cả tỉnh”.",
        "Ở câu bắt đầu với chữ “Phong trào”, sửa “toàn tỉnh” thành “cả tỉnh”.",
        "Đoạn có nội dung “được phát động trong…” đề nghị sửa “toàn tỉnh” thành “cả tỉnh”.",
        "De nghi thay “toàn tỉnh” bang “cả tỉnh” tai doan bat dau bang “Phong trào đọc sách”.",
        "Đoạn bắt đầu bằng “phong trào,  đọc sách” dự thảo quy định “toàn tỉnh”; đề nghị sửa thành “cả tỉnh”.",
    ],
)
def test_first_words_are_the_place_and_neither_old_nor_new(said: str) -> None:
    (one,) = propose(said, (), DRAFT)
    assert (one.operation, one.old, one.new) == (Operation.REPLACE, "toàn tỉnh", "cả tỉnh")
    assert one.target is not None
    assert one.target.quote == "toàn tỉnh"
    assert one.target.confidence is Confidence.EXACT


@pytest.mark.parametrize(
    ("said", "operation", "line"),
    [
        ("Đề nghị bỏ đoạn bắt đầu bằng “Phong trào đọc”.", Operation.DELETE, MOVEMENT),
        ("Thống nhất với nội dung tại đoạn bắt đầu bằng «Phong trào».", Operation.AGREE, MOVEMENT),
        ("Đoạn bắt đầu bằng “Rà soát số sách”: đề nghị xem xét lại tính khả thi.", Operation.REVIEW, "- Rà soát số sách hiện có;"),
        ("Đề nghị làm rõ đoạn bắt đầu bằng “Các trường báo cáo kết quả trước ngày 30 tháng 6 \"theo”.", Operation.QUESTION, REPORTS),
        ("Đề nghị rà soát đoạn bắt đầu bằng “Các trường báo cáo” tại mục II.", Operation.REVIEW, REPORTS),
        ("Sau đoạn bắt đầu bằng “Trường tự bảo đảm”, đề nghị bổ sung một đoạn: “Sở cấp sách mẫu.”", Operation.INSERT, "Trường tự bảo đảm kinh phí mua sách."),
    ],
)  # fmt: skip
def test_what_is_done_to_a_paragraph_is_done_to_the_line(said: str, operation: Operation, line: str) -> None:
    (one,) = propose(said, (), DRAFT)
    assert (one.operation, _line(one)) == (operation, line)


def test_of_paragraphs_that_begin_alike_the_one_with_the_words_is_meant() -> None:
    (one,) = propose("Đoạn bắt đầu bằng “Các trường báo cáo”: bỏ cụm từ “đột xuất”.", (), DRAFT)
    assert one.target is not None
    assert (one.target.quote, one.target.confidence) == ("đột xuất", Confidence.EXACT)


def test_paragraphs_that_begin_alike_are_left_for_a_person_to_tell_apart() -> None:
    (one,) = propose("Đề nghị bỏ đoạn bắt đầu bằng “Các trường báo cáo”.", (), DRAFT)
    assert one.target is not None
    assert one.target.confidence is Confidence.CHECK


def test_a_sentence_named_by_its_first_words_ends_with_itself() -> None:
    (one,) = propose("Đề nghị bỏ câu bắt đầu bằng “Mỗi trường”.", (), DRAFT)
    assert one.target is not None
    assert DRAFT.text[one.target.start : one.target.end] == "Mỗi trường có một tủ sách."


def test_first_words_that_the_draft_lacks_are_no_place_of_it() -> None:
    (one,) = propose("Đề nghị bỏ đoạn bắt đầu bằng “Ngân sách trung ương hỗ trợ”.", (), DRAFT)
    assert one.target is None
    assert "Ngân sách trung ương" in one.reason


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("gạch đầu dòng thứ nhất mục I.1", "- Rà soát số sách hiện có;"),
        ("gạch đầu dòng thứ 2 mục I.1", "- Mua thêm sách mới."),
        ("gạch đầu dòng cuối cùng mục I.1", "- Mua thêm sách mới."),
        ("gạch đầu dòng thứ hai điểm b mục I.2", "- Trực tuyến;"),
        ("mục I.2, điểm b, gạch đầu dòng thứ ba", "- Tự học có hướng dẫn."),
        ("gạch đầu dòng thứ ba mục I.2", "- Tự học có hướng dẫn."),
        ("khoản 50.000 mục II", "50.000 đồng một người áp dụng với các lớp sau đây."),
    ],
)
def test_dashes_are_counted_as_they_stand(said: str, line: str) -> None:
    first = propose(f"Đề nghị bỏ {said}.", (), DRAFT)[0]
    assert first.target is not None
    assert DRAFT.text[first.target.start : first.target.end] == line


def test_what_is_put_in_after_a_dash_stands_before_the_paragraph_that_follows_it() -> None:
    (one,) = propose(
        "Sau gạch đầu dòng thứ hai mục I.1, đề nghị bổ sung một đoạn: “- Nhận sách tặng.”", (), DRAFT
    )
    assert one.target is not None
    assert one.target.end is not None
    assert DRAFT.text[: one.target.end].endswith("- Mua thêm sách mới.")


@pytest.mark.parametrize(
    "said",
    [
        "Đề nghị bỏ đoạn 2 gạch đầu dòng thứ hai khoản 9 mục II.",
        "Đề nghị bỏ đoạn thứ nhất gạch đầu dòng thứ tám mục II.",
        "Đề nghị bỏ đoạn bắt đầu bằng “”.",
        "Đề nghị bỏ đoạn bắt đầu bằng “…”.",
        "Đề nghị bỏ đoạn bắt đầu bằng “Phong trào",
        "Đề nghị bỏ câu thứ hai đoạn bắt đầu bằng “KẾ HOẠCH”.",
    ],
)
def test_places_that_are_half_said_still_give_a_proposal(said: str) -> None:
    for context in ((), ("Đoạn bắt đầu bằng “KẾ HOẠCH”:",), ("Mục II:", "Gạch đầu dòng thứ nhất:")):
        assert propose(said, context, DRAFT)
