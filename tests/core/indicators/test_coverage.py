"""Which provision answers which demand, and whether its number is enough."""

from __future__ import annotations

import pytest

from thammuu_core.indicators import Kind, Stated, Target, read_yearly
from thammuu_core.indicators.coverage import Clause, Demand, State, answer, propose, softer


def _demand(words: str, values: str, unit: str) -> Demand:
    return Demand("d", words, Target(words, Kind.LEVEL, unit, values=read_yearly(values)))


def _clause(words: str, values: str, unit: str, id: str = "c") -> Clause:
    target = Target(words, Kind.LEVEL, unit, values=read_yearly(values))
    return Clause(id, "II.2", words, (Stated(target, id, "II.2", words),) if values else ())


GROWTH = "Tốc độ tăng năng suất lao động"
ANSWERS = (
    ("2021-2025: ≈ 7", "2021-2025: ≈ 7", State.COVERED),
    ("2021-2025: ≈ 7", "2021-2025: > 7,2", State.COVERED),
    ("2021-2025: ≈ 7", "2021-2025: > 6,5", State.SOFTER),
    ("2026-2030: > 7,5", "2026-2030: ≈ 7,5", State.SOFTER),
    ("2026-2030: > 7,5", "2030: > 7,5", State.COVERED),
    ("2026-2030: > 7,5", "2025: > 7,5", State.SOFTER),
    ("2021-2030: 10-15", "2021-2025: 10-15", State.COVERED),
    ("2025: ≤ 5", "2025: ≤ 7", State.SOFTER),
    ("2025: ≤ 5", "2025: ≤ 3", State.COVERED),
)


@pytest.mark.parametrize(("asked", "own", "state"), ANSWERS)
def test_a_lower_number_or_a_weaker_sign_is_softer_than_the_mandate(asked, own, state):
    found, weaker = answer(_demand(GROWTH, asked, "%/năm"), _clause(GROWTH, own, "%/năm"))
    assert found is state
    assert bool(weaker) is (state is State.SOFTER)


def test_a_clause_without_the_number_is_softer_and_says_so():
    state, weaker = answer(_demand(GROWTH, "2025: ≈ 7", "%/năm"), _clause(GROWTH, "", ""))
    assert (state, weaker) == (State.SOFTER, "Điều khoản không nêu số cho chỉ tiêu này.")


@pytest.mark.parametrize(("own", "state"), [("2025: 20", State.UNLIKE), ("2025: 600", State.COVERED)])
def test_a_provinces_share_of_a_count_of_the_whole_country_is_for_a_person_to_weigh(own, state):
    asked = Target("Chuyên gia năng suất", Kind.CUMULATIVE, "chuyên gia", values=read_yearly("2025: 600"))
    demand = Demand("d", "Đào tạo chuyên gia năng suất", asked, whole_country=True)
    found, weaker = answer(demand, _clause("Đào tạo chuyên gia năng suất", own, "chuyên gia"))
    assert found is state
    assert ("cả nước" in weaker) is (state is State.UNLIKE)


def test_a_growth_of_the_whole_country_is_asked_of_a_province_too():
    asked = Target(GROWTH, Kind.YEARLY_GROWTH, "%/năm", values=read_yearly("2025: ≈ 7"))
    demand = Demand("d", GROWTH, asked, whole_country=True)
    assert answer(demand, _clause(GROWTH, "2025: 6", "%/năm"))[0] is State.SOFTER


def test_growth_from_another_baseline_is_not_compared():
    def target(baseline: str, value: str) -> Target:
        return Target("Số doanh nghiệp", Kind.PERIOD_GROWTH, "%", baseline, read_yearly(value))

    own = Stated(target("năm 2020", "2030: 10"), "c", "II.2", "Tăng 10 %")
    demand = Demand("d", "Số doanh nghiệp", target("giai đoạn 2016–2020", "2030: 15"))
    state, weaker = answer(demand, Clause("c", "II.2", "Tăng 10 %", (own,)))
    assert state is State.UNLIKE
    assert "năm 2020" in weaker


def test_a_number_of_another_unit_is_no_answer():
    assert (
        answer(_demand(GROWTH, "2025: ≈ 7", "%/năm"), _clause(GROWTH, "2025: ≈ 45", "%"))[0] is State.SOFTER
    )


def test_the_clause_that_says_the_same_is_proposed_first_and_nothing_for_what_nobody_says():
    demands = (
        Demand("train", "Đào tạo về năng suất, chất lượng"),
        Demand("abroad", "Hợp tác quốc tế về đo lường"),
    )
    clauses = (
        _clause("Tổ chức đào tạo, tập huấn về năng suất, chất lượng cho doanh nghiệp", "", "", "c1"),
        _clause("Thông tin, tuyên truyền trên báo, đài của tỉnh", "", "", "c2"),
        _clause("Bố trí kinh phí từ ngân sách tỉnh", "", "", "c3"),
    )
    found = propose(demands, clauses)
    assert [one.clause.id for one in found["train"]] == ["c1"]
    assert not found["abroad"]


def test_softer_is_never_true_of_the_same_value():
    for words in ("2025: ≈ 7", "2025: > 7", "2025: ≥ 7", "2025: < 7", "2025: ≤ 7", "2025: 5-7"):
        (value,) = read_yearly(words)
        assert not softer(value, value)
