"""What the reading doubts is told beside the faults of form: of duties only where the paper gives duties."""

from __future__ import annotations

import pytest

from thammuu_core import formats, plans
from thammuu_core.intake import read_paper

DUTY = "1. Trước ngày 15/7/2021 tổng hợp, báo cáo kết quả."


def doubts(*lines: str) -> set[str]:
    paper = read_paper("\n".join(lines).encode(), "a.txt")
    report = formats.check(paper)
    return {one.code for one in formats.doubts_beside(plans.read(paper), report)}


@pytest.mark.parametrize(
    ("kind", "told"), [("KẾ HOẠCH", True), ("CHƯƠNG TRÌNH", True), ("BÁO CÁO", False), ("NGHỊ ĐỊNH", False)]
)
def test_a_duty_without_owner_is_doubted_of_plans_only(kind: str, told: bool) -> None:
    found = doubts(kind, "Nâng cao năng suất", "I. NHIỆM VỤ", DUTY)
    assert ("plans.no_owner" in found) is told
