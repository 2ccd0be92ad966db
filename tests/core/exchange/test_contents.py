"""The outline of a reading, as a table of contents says it."""

from __future__ import annotations

from support.papers import paper_of
from thammuu_core.exchange.reading import reading_to_dict
from thammuu_core.plans.reading import read

DECISION = """
QUYẾT ĐỊNH
Ban hành Kế hoạch trồng rừng
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.
Điều 2. Hiệu lực thi hành
1. Quyết định này có hiệu lực kể từ ngày ký. Bãi bỏ Quyết định cũ.
| Nơi nhận: / - Như Điều 3. | CHỦ TỊCH / Lê Văn An |
KẾ HOẠCH
TRỒNG RỪNG
(Kèm theo Quyết định số 5/QĐ-UBND)
I. MỤC ĐÍCH
1. Phủ xanh đất trống.
"""


def test_an_article_without_a_title_is_known_by_its_words_and_a_clause_has_none() -> None:
    told = reading_to_dict(read(paper_of(DECISION)))
    first, second = told["outline"]
    assert (first["label"], first["heading"]) == (
        "Điều 1",
        "Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.",
    )
    assert (second["label"], second["heading"]) == ("Điều 2", "Hiệu lực thi hành")
    assert [(node["label"], node["heading"]) for node in second["children"]] == [("1", None)]


def test_the_plan_that_a_decision_issues_has_contents_of_its_own() -> None:
    (plan,) = reading_to_dict(read(paper_of(DECISION)))["attachments"]
    assert (plan["label"], plan["title"]) == ("Kế hoạch", "TRỒNG RỪNG")
    assert [(node["label"], node["heading"]) for node in plan["outline"]] == [("I", "MỤC ĐÍCH")]
