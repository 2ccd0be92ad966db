"""One text in two containers is told from two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.text.likeness import bands, likeness, runs

TEXT = """Căn cứ Quyết định của Thủ tướng Chính phủ, Sở xây dựng kế hoạch nâng cao năng suất chất lượng
Nghiên cứu văn bản có liên quan và xây dựng đề cương trình lãnh đạo Sở xem xét cho ý kiến trước khi soạn thảo
Lấy ý kiến góp ý của các đơn vị thuộc Sở và các sở ngành có liên quan rồi tổng hợp tiếp thu chỉnh sửa dự thảo""".splitlines()


def test_page_numbers_labels_and_line_breaks_change_nothing() -> None:
    printed = [f"{number}. {line}" for number, line in enumerate(" ".join(TEXT).split(" và "), 1)]
    printed = " và ".join(printed).replace("1. ", "").split()
    assert likeness(runs(TEXT), runs(printed)) == 1
    assert bands(runs(TEXT)) == bands(runs(printed))


def test_another_text_is_not_like_it() -> None:
    other = ["Mua sắm trang thiết bị phòng thí nghiệm phục vụ công tác kiểm định phương tiện đo của tỉnh"]
    assert likeness(runs(TEXT), runs(other)) == 0
    assert not set(bands(runs(TEXT))) & set(bands(runs(other)))


def test_a_text_without_words_has_no_name_and_is_like_nothing() -> None:
    assert bands(runs(["12/2021", ""])) == ()
    assert likeness(runs([]), runs([])) == 0


@given(st.lists(st.text(max_size=60), max_size=6))
def test_a_text_is_like_itself(texts: list[str]) -> None:
    said = runs(texts)
    assert likeness(said, said) == (1 if said else 0)
    assert bands(said) == bands(said)
