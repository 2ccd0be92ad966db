"""Where labelled paragraphs stand."""

from __future__ import annotations

import pytest

from support.papers import paper_of
from thammuu_core.outline import outline, where
from thammuu_core.provisions import Provision


def shape(text: str) -> list[str]:
    """The labels of the body, a dot before each for every level it stands under a label."""

    def walk(node: Provision, depth: int) -> list[str]:
        own = ["." * depth + node.label] if node.label else []
        return own + [line for child in node.children for line in walk(child, depth + bool(node.label))]

    return [line for top in outline(paper_of(text)).body for line in walk(top, 0)]


CASES = {
    "numbers restart under each parent": (
        "I. MỘT\n1. A\na) B\nb) C\n2. D\na) E\nII. HAI\n1. F",
        ["I", ".1", "..a", "..b", ".2", "..a", "II", ".1"],
    ),
    "letters over Roman numbers": (
        "A. X\nI. Y\n1. Z\nII. Y\nB. X\nI. Y",
        ["A", ".I", "..1", ".II", "B", ".I"],
    ),
    "letters under Roman numbers": ("I. X\nA. Y\nB. Y\nII. X\nA. Y", ["I", ".A", ".B", "II", ".A"]),
    "numbers inside points": ("1. X\na) Y\n1) Z\n2) Z\nb) Y\n2. X", ["1", ".a", "..1", "..2", ".b", "2"]),
    "decimals": (
        "I. X\n1. Y\n1.1. Z\n1.2. Z\n1.2.1. W\n2. Y\n2.1. Z",
        ["I", ".1", "..1.1", "..1.2", "...1.2.1", ".2", "..2.1"],
    ),
    "decimals under a Roman number": (
        "II. X\n2.1. Y\n2.2. Y\nIII. X\n3.1. Y",
        ["II", ".2.1", ".2.2", "III", ".3.1"],
    ),
    "dashes and pluses": ("1. X\n- A\n+ B\n+ C\n- D\n2. Y", ["1", ".-", "..+", "..+", ".-", "2"]),
    "articles count through chapters": (
        "Chương I\nCHUNG\nĐiều 1. X\n1. A\na) B\nChương II\nRIÊNG\nĐiều 2. Y",
        ["I", ".1", "..1", "...a", "II", ".2"],
    ),
    "a number repeated": ("III. X\n1. A\nIII. Y\nIV. Z", ["III", ".1", "III", "IV"]),
    "a number missing": ("I. X\n1. A\n3. B\nII. Y", ["I", ".1", ".3", "II"]),
    "parts by letters, C and D among them": (
        "Phần A\nMỤC TIÊU\n1. X\nPhần B. VIỆC\nI. Y\nPhần C\nKINH PHÍ\nPhần D\nKẾT LUẬN",
        ["A", ".1", "B", ".I", "C", "D"],
    ),
    "numbers under points": (
        "1. X\na) Y\na.1) Z\na.2) Z\nb) Y\nb.1. Z\n2. X",
        ["1", ".a", "..a.1", "..a.2", ".b", "..b.1", "2"],
    ),
    "what an amendment put between": (
        "Điều 5. X\n1. A\na) B\na1) C\nb) D\n2. E\n2a. F\n2b. G\n3. H\nĐiều 5a. Y\nĐiều 6. Z",
        ["5", ".1", "..a", "..a1", "..b", ".2", ".2a", ".2b", ".3", "5a", "6"],
    ),
    "Roman numbers without their marks": (
        "IL.MỤC ĐÍCH, YÊU CẦU\n1. A\nIIL NHIỆM VỤ CHUNG\n1. B\nIII TỔ CHỨC THỰC HIỆN",
        ["I", ".1", "II", ".1", "III"],
    ),
    "a spoilt Roman number": ("I. X\n1. A\nIL. Y\nIII. Z", ["I", ".1", "II", "III"]),
    "steps inside an item": ("1. X\nBước 1: A\nBước 2: B\n2. Y", ["1", ".Bước 1", ".Bước 2", "2"]),
    "i after h is a point": (
        "1. X\na) A\nb) A\nc) A\nd) A\nđ) A\ne) A\ng) A\nh) A\ni) A",
        ["1", *(f".{x}" for x in "abcdđeghi")],
    ),
    "a name with an initial is no label": ("I. X\nC. Mác sinh năm 1818\nII. Y", ["I", "II"]),
    "a dash inside a broken sentence": ("1. Giai đoạn 2026\n- 2030 phấn đấu đạt\n2. X", ["1", "2"]),
    "small letters after dashes in a list": (
        "1. Thành phần\n- các sở\n- các xã\n2. X",
        ["1", ".-", ".-", "2"],
    ),
    "automatic labels": ("I. ~X\n1. ~A\n2. ~B\nII. ~Y\n1. ~C", ["I", ".1", ".2", "II", ".1"]),
    "a quotation keeps its numbers to itself": (
        "Điều 1. Sửa đổi\n1. Khoản 2 như sau:\n“2. Nội dung mới.\na) Điểm mới.”\n2. Bãi bỏ khoản 5.",
        ["1", ".1", ".2"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_labels_nest_as_their_sequences_say(text: str, expected: list[str]) -> None:
    assert shape(text) == expected


def test_text_without_a_label_hangs_from_the_item_above() -> None:
    top = outline(paper_of("I. X\n1. Rà soát\nĐơn vị chủ trì: Sở Tư pháp.\n2. Báo cáo")).body[0]
    assert [child.text for child in top.children[0].children] == ["Đơn vị chủ trì: Sở Tư pháp."]


PLACES = """
Mở đầu
II. NHIỆM VỤ
3. Tập huấn
a) Cho cán bộ
- Mỗi năm một lớp
4. Dữ liệu
4.1. Chuẩn hóa
| TT | Việc |
| 12 | Rà soát |
Điều 2. Hiệu lực
1. Từ ngày ký
Nơi nhận:
- Lưu: VT.
PHỤ LỤC I
DANH MỤC
| 1 | Rà soát |
"""


def test_where_is_the_path_of_labels_that_a_reader_says() -> None:
    read = outline(paper_of(PLACES))
    said = where(read)
    by_text = {node.text: said[node.id] for node in read.walk()}
    assert by_text["Mở đầu"] == ""
    assert by_text["3. Tập huấn"] == "II.3"
    assert by_text["- Mỗi năm một lớp"] == "II.3.a"
    assert by_text["4.1. Chuẩn hóa"] == "II.4.1"
    assert by_text["12\nRà soát"] == "II.4.1, dòng 12"
    assert by_text["1. Từ ngày ký"] == "Điều 2.1"
    assert by_text["1\nRà soát"] == "Phụ lục I, dòng 1"


def test_a_place_says_its_part_apart_from_the_numbers_inside_it() -> None:
    read = outline(paper_of("Phần thứ hai\nVIỆC\nI. X\n1. Y\nĐiều 3. Z\n1. W"))
    assert set(where(read).values()) == {
        "Phần thứ hai", "Phần thứ hai, I", "Phần thứ hai, I.1", "Điều 3", "Điều 3.1",
    }  # fmt: skip
