"""The contract `thammuu/reading/1`: its keys, and that it survives JSON."""

from __future__ import annotations

import json
from typing import Any

from support.papers import paper_of
from thammuu_core.exchange import reading_to_dict
from thammuu_core.plans import read

PLAN = """
| SỞ XÂY DỰNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| Số: /KH-SXD | Hà Nam, ngày tháng 3 năm 2025 |
KẾ HOẠCH
Tham mưu UBND tỉnh ban hành Quy chế quản lý cây xanh
Thực hiện Quyết định số 45/QĐ-UBND ngày 02/01/2025 của UBND tỉnh Hà Nam;
I. NỘI DUNG
1. Trước ngày 15/4/2025: Văn phòng Sở lấy ý kiến của các sở, ngành (lần 1).
2. Hằng năm, Văn phòng Sở báo cáo kết quả.
3. Từ ngày 01/7/2025 Thanh tra Sở kiểm tra việc thực hiện.
"""


def told() -> dict[str, Any]:
    """The plan as a program gets it."""
    answer: dict[str, Any] = json.loads(json.dumps(reading_to_dict(read(paper_of(PLAN))), ensure_ascii=False))
    return answer


def test_the_top_has_the_keys_of_the_contract() -> None:
    assert {
        "schema", "kind", "issuer", "number", "date", "title", "outline", "attachments", "citations", "outcome",
        "steps", "recipients", "signer", "problems",
    } <= told().keys()  # fmt: skip
    assert told()["schema"] == "thammuu/reading/1"


def test_a_blank_number_and_day_stay_blank() -> None:
    assert told()["number"]["value"] is None
    assert (told()["date"]["month"], told()["date"]["day"], told()["date"]["iso"]) == (3, None, None)


def test_a_step_has_the_keys_of_the_contract() -> None:
    step = told()["steps"][0]
    assert list(step) == [
        "id", "after", "where", "text", "when", "also", "lead", "coordinating", "inherited", "condition", "products",
        "report_to", "restates", "activities", "sources",
    ]  # fmt: skip
    assert step["when"] == {
        "as_written": "Trước ngày 15/4/2025", "kind": "deadline", "start": None, "end": "2025-04-15", "strict": True,
    }  # fmt: skip
    assert step["activities"] == [{"kind": "consultation", "audience": ["các sở, ngành"], "round": 1}]


def test_recurrence_and_an_open_end_are_said_only_where_they_are() -> None:
    _, yearly, onwards = (step["when"] for step in told()["steps"])
    assert yearly["recurrence"] == "FREQ=YEARLY"
    assert onwards["open_end"] is True
    assert "recurrence" not in onwards


def test_the_outline_holds_labelled_nodes_only() -> None:
    (part,) = told()["outline"]
    assert (part["label"], part["heading"]) == ("I", "NỘI DUNG")
    assert [child["label"] for child in part["children"]] == ["1", "2", "3"]


def test_a_citation_tells_its_place_and_role() -> None:
    citation = told()["citations"][0]
    assert (citation["symbol"], citation["date"], citation["role"]) == ("45/QĐ-UBND", "2025-01-02", "mandate")
    assert citation["source"].keys() == {"provision", "start", "end"}


def test_a_problem_tells_its_place_as_a_reader_says_it() -> None:
    places = {problem["where"]: problem["place"] for problem in told()["problems"]}
    assert places
    assert set(places.values()) <= {"", "I", "I.1", "I.2", "I.3"}
    assert set(places.values()) & {"I.1", "I.2", "I.3"}
