"""What a returned file is taken for: by what it holds of the versions sent, with the reason told."""

from __future__ import annotations

import pytest

from support.docx import docx
from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.opinions.deciding import Shape, decide
from thammuu_core.opinions.merging import merge
from thammuu_core.opinions.reading import read_reply
from thammuu_core.opinions.sending import read_version

LINES = [
    f"{number}. Các cơ quan thực hiện nhiệm vụ {word} theo đúng quy định và báo cáo kết quả."
    for number, word in enumerate(
        ("rà soát", "thống kê", "kiểm tra", "tổng kết", "tập huấn", "lưu trữ", "số hóa", "công khai", "đánh giá", "khen thưởng"),
        start=1,
    )
]  # fmt: skip
SENT = Version.of("1" * 64, paper_of("\n".join(LINES)))
EARLIER = Version.of("2" * 64, paper_of("\n".join(line.replace("báo cáo", "thông báo") for line in LINES)))
LETTER = "Sở Nội vụ nhất trí với nội dung dự thảo.\nĐề nghị bỏ khoản 2 vì trùng với khoản 5 của dự thảo này."


def text(*, kept: int, other: str = "Nội dung hoàn toàn khác không có trong bản đã gửi đi") -> str:
    """So many lines of the version, the rest in other words."""
    return "\n".join(LINES[:kept] + [f"{other} {n} lần thứ {n} trong năm {n}" for n in range(10 - kept)])


@pytest.mark.parametrize(
    ("kept", "shape", "asks"),
    [(10, Shape.COPY, False), (7, Shape.COPY, False), (5, Shape.COPY, True), (3, Shape.LETTER, True), (1, Shape.LETTER, False)],
)  # fmt: skip
def test_the_share_of_the_version_decides_and_a_person_is_asked_in_between(
    kept: int, shape: Shape, asks: bool
) -> None:
    decision = decide([SENT], [text(kept=kept)])
    assert decision.shape is shape
    assert bool(decision.problems) is asks
    assert f"{decision.share:.0%}".replace("%", " %") in decision.evidence


def test_a_short_draft_with_a_word_changed_in_every_paragraph_is_still_a_copy() -> None:
    changed = "\n".join(line.replace("đúng", "sát") for line in LINES)
    assert decide([SENT], [changed]).shape is Shape.COPY


def test_typing_does_not_count() -> None:
    typed = "\n".join(LINES).replace("số hóa", "số hoá").replace(" ", "\u00a0")
    assert decide([SENT], [typed]).share == 1


def test_the_view_before_tracked_changes_counts_as_well() -> None:
    assert decide([SENT], ["\n".join(LINES), "tất cả đã bị xóa"]).shape is Shape.COPY


def test_the_best_of_all_versions_sent_is_taken_the_one_under_consultation_first() -> None:
    assert decide([SENT, EARLIER], [EARLIER.text]).version is EARLIER
    assert decide([SENT, EARLIER], ["\n".join(LINES)]).version is SENT
    assert decide([SENT, EARLIER], [LETTER]).version is SENT
    assert "bản gửi trước" in decide([SENT, EARLIER], [EARLIER.text]).evidence


def test_opinions_on_an_earlier_version_are_carried_to_the_one_under_consultation() -> None:
    def file(*lines: str) -> bytes:
        return docx(", ".join(f'p/r/t"{line}"' for line in lines))

    earlier = read_version("lan-1.docx", file(*LINES))
    sent = read_version("lan-2.docx", file("Mở đầu mới của dự thảo lần hai.", *LINES))
    copy = file(*(line.replace("thống kê", "thống kê, phân loại") for line in LINES))
    reply = read_reply([sent, earlier], "So-Y-te.docx", copy)
    assert reply.base_version == earlier.sha256
    merged = merge(sent, [reply], [earlier])
    (carried,) = merged.replies
    (opinion,) = carried.opinions
    assert opinion.new == ", phân loại"
    assert sent.text[: opinion.target.start].endswith("thống kê")
    assert (carried.base_version, carried.carried_from) == (sent.sha256, earlier.sha256)
    assert "opinions.earlier_version" in {problem.code for problem in carried.problems}
