"""A part of the draft sent back alone is compared with what it covers; what was not sent back is not deleted."""

from __future__ import annotations

import pytest

from support.docx import docx
from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.opinions.deciding import Shape, decide
from thammuu_core.opinions.excerpts import is_excerpt
from thammuu_core.opinions.model import Reply
from thammuu_core.opinions.reading import read_reply
from thammuu_core.opinions.sending import read_version

DUTIES = (
    "rà soát hồ sơ", "thống kê số liệu", "kiểm tra đột xuất", "tổng kết đợt thi đua", "tập huấn nghiệp vụ", "lưu trữ tài liệu",
    "số hóa kết quả", "công khai danh mục", "đánh giá chất lượng", "khen thưởng cá nhân",
)  # fmt: skip
LINES = [
    line
    for number, duty in enumerate(DUTIES, start=1)
    for line in (
        f"Điều {number}. Về việc {duty}",
        f"1. Các phòng chuyên môn {duty} trong quý {number} theo đúng quy định hiện hành và gửi về Văn phòng.",
        f"2. Văn phòng tổng hợp việc {duty}, trình lãnh đạo trước ngày {number + 10} của tháng cuối quý.",
        f"3. Kinh phí {duty} lấy từ nguồn chi thường xuyên được giao đầu năm {2020 + number} của đơn vị.",
    )
]
PART = LINES[8:16]
"""Articles 3 and 4."""


def word(lines: list[str]) -> bytes:
    return docx(", ".join(f'p/r/t"{line}"' for line in lines))


SENT = read_version("du-thao.docx", word(LINES))


def changed(lines: list[str]) -> list[str]:
    """One word of each article other, one clause of the first taken out."""
    return [
        line.replace("Văn phòng tổng hợp", "Văn phòng chủ trì tổng hợp")
        for line in lines
        if "Kinh phí kiểm" not in line
    ]


def proposed(reply: Reply) -> list[tuple[str, str, str]]:
    return [(one.target.where, one.old.strip(), one.new.strip()) for one in reply.opinions]


@pytest.mark.parametrize("name", ["So-Y-te.docx", "So-Y-te.txt"])
def test_only_what_was_changed_in_the_part_is_an_opinion(name: str) -> None:
    lines = changed(PART)
    data = word(lines) if name.endswith("docx") else "\n".join(lines).encode()
    reply = read_reply([SENT], name, data)
    assert proposed(reply) == [
        ("Điều 3.2", "", "chủ trì"),
        ("Điều 3.3", LINES[11], ""),
        ("Điều 4.2", "", "chủ trì"),
    ]
    assert "opinions.part_of_draft" in {problem.code for problem in reply.problems}
    assert [check.message for check in reply.checks if not check.held] == []
    assert all(
        one.old == SENT.text[one.target.start : one.target.end] for one in reply.opinions if one.target.start
    )


def test_a_comment_in_the_part_stands_on_the_same_words_of_the_draft() -> None:
    first, *rest = PART
    body = f'p(commentRangeStart{{id=1}}, r/t"{first}", commentRangeEnd{{id=1}}, r/commentReference{{id=1}})'
    data = docx(
        ", ".join([body, *(f'p/r/t"{line}"' for line in rest)]),
        comments='comment{id=1,author=An}/p/r/t"nêu rõ"',
    )
    (opinion,) = read_reply([SENT], "So-Y-te.docx", data).opinions
    assert (opinion.text, opinion.target.quote) == ("nêu rõ", first)


def test_parts_from_here_and_there_are_left_to_a_person_whole() -> None:
    lines = [*PART[:4], *LINES[36:]]
    reply = read_reply([SENT], "So-Y-te.docx", word(lines))
    assert reply.opinions == ()
    assert [one.words for one in reply.unplaced] == lines
    assert "opinions.parts_of_draft" in {problem.code for problem in reply.problems}


@pytest.mark.parametrize(
    "said",
    ["Kính gửi: Văn phòng Sở.", "Đề nghị bỏ khoản 3 Điều 4.", "Sở Y tế nhất trí với dự thảo Quy chế này."],
)
def test_a_file_in_which_somebody_speaks_is_a_letter_however_much_it_quotes(said: str) -> None:
    assert is_excerpt(SENT, "\n".join(PART))
    assert not is_excerpt(SENT, "\n".join([said, *PART]))
    assert decide([SENT], ["\n".join([said, *PART])]).shape is not Shape.PART


def test_a_few_words_of_the_draft_are_no_part_of_it() -> None:
    assert decide([SENT], [PART[1]]).shape is Shape.LETTER


def test_a_version_in_other_words_has_no_such_part() -> None:
    other = Version.of(
        "3" * 64, paper_of("\n".join(f"{n}. Nội dung khác thứ {n} của văn bản khác." for n in range(20)))
    )
    assert decide([other], ["\n".join(PART)]).shape is Shape.LETTER
