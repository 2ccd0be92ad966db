"""Target and amender are never taken for one another."""

from __future__ import annotations

import pytest

from thammuu_core.citations import Change, amendments, find

TOLD = (
    ("Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15", [("64/2025/QH15", "87/2025/QH15")]),
    ("Nghị định số 78/2025/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 187/2025/NĐ-CP); Nghị định số 30/2020/NĐ-CP", [("78/2025/NĐ-CP", "187/2025/NĐ-CP")]),
    ("Luật Xây dựng số 50/2014/QH13 đã được sửa đổi, bổ sung một số điều tại Luật số 03/2016/QH14, Luật số 62/2020/QH14", [("50/2014/QH13", "03/2016/QH14"), ("50/2014/QH13", "62/2020/QH14")]),
    ("Luật Giá số 16/2023/QH15 được sửa đổi bởi điểm b khoản 3 Điều 5 Luật số 56/2024/QH15", [("16/2023/QH15", "56/2024/QH15")]),
    ("Thông tư số 01/2025/TT-BTC sửa đổi Thông tư số 02/2020/TT-BTC", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), TOLD)
def test_only_what_is_told_in_the_passive_is_an_amendment(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(told.target.symbol, told.by.symbol) for told in amendments(text)] == pairs


@pytest.mark.parametrize(
    ("verb", "change"),
    [
        ("được thay thế bởi", Change.REPLACED),
        ("bị bãi bỏ bởi", Change.REPEALED),
        ("được hợp nhất tại", Change.CONSOLIDATED),
    ],
)
def test_the_verb_tells_the_change(verb: str, change: Change) -> None:
    (told,) = amendments(f"Nghị định số 34/2016/NĐ-CP {verb} Nghị định số 78/2025/NĐ-CP")
    assert told.change is change


def test_the_amenders_date_is_not_the_targets() -> None:
    target, amender = find(
        "Nghị định số 37/2015/NĐ-CP của Chính phủ về hợp đồng được sửa đổi tại Nghị định số 50/2021/NĐ-CP ngày 01/4/2021"
    )
    assert target.date is None
    assert str(amender.date) == "2021-04-01"
