"""Plans of several provinces side by side, each read when it is added."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from support.cast import Cast
from support.drafts import word_file
from thammuu.apps.coverage import services
from thammuu.apps.coverage.commands import AddKeptPlan, AddPlan, BeginComparison, TakePlanOut
from thammuu.apps.coverage.policy import neighbours
from thammuu.apps.coverage.queries import comparison, comparisons, file_to_serve
from thammuu.apps.coverage.refusals import NothingRead, TooManyPlans
from thammuu.apps.coverage.sheets import comparison_workbook
from thammuu.apps.documents.services import receive_document
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible
from thammuu_core.rendering import to_docx


@pytest.fixture
def begun(cast: Cast) -> UUID:
    return services.begin_comparison(cast.drafter, BeginComparison("Kế hoạch các tỉnh"), key=uuid4())


def _files() -> list[tuple[str, Upload]]:
    return [
        (name, Upload(f"{number}.docx", to_docx(made))) for number, (name, made) in enumerate(neighbours())
    ]


def test_plans_brought_and_plans_kept_stand_side_by_side(cast: Cast, begun: UUID) -> None:
    (first, brought), (second, kept) = _files()
    services.add_plan(cast.drafter, AddPlan(begun, first, brought), key=uuid4())
    document = receive_document(cast.drafter, kept, key=uuid4())
    services.add_kept_plan(cast.drafter, AddKeptPlan(begun, second, document), key=uuid4())
    view = comparison(cast.leader, begun)
    assert [plan.name for plan in view.plans] == ["Sông Lục", "Tam Ngàn"]
    row = view.side_by_side.measures[0]
    assert row.measure == "Tốc độ tăng năng suất lao động"
    assert [cell[0].target.values[-1].amount for cell in row.cells] == ["≈ 6,8", "> 7,2"]
    assert file_to_serve(cast.leader, view.plans[0].file_uuid).name == "0.docx"
    assert comparison_workbook(cast.leader, begun).startswith(b"PK")


def test_a_plan_taken_out_is_no_longer_compared(cast: Cast, begun: UUID) -> None:
    (name, file), _ = _files()
    services.add_plan(cast.drafter, AddPlan(begun, name, file), key=uuid4())
    (plan,) = comparison(cast.drafter, begun).plans
    services.take_plan_out(cast.drafter, TakePlanOut(plan.uuid), key=uuid4())
    assert comparison(cast.drafter, begun).plans == ()
    with pytest.raises(NotVisible):
        services.take_plan_out(cast.drafter, TakePlanOut(plan.uuid), key=uuid4())


def test_a_file_without_parts_and_targets_is_refused(cast: Cast, begun: UUID) -> None:
    with pytest.raises(NothingRead):
        services.add_plan(cast.drafter, AddPlan(begun, "A", word_file("Xin chào.")), key=uuid4())


def test_there_are_no_more_plans_than_a_page_can_show(
    cast: Cast, begun: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "MOST_PLANS", 1)
    (name, file), (_, other) = _files()
    services.add_plan(cast.drafter, AddPlan(begun, name, file), key=uuid4())
    with pytest.raises(TooManyPlans):
        services.add_plan(cast.drafter, AddPlan(begun, name, other), key=uuid4())


def test_a_comparison_is_its_agencys_alone(cast: Cast, begun: UUID) -> None:
    assert [one.title for one in comparisons(cast.leader).rows] == ["Kế hoạch các tỉnh"]
    for stranger in (cast.outsider, cast.administrator):
        assert comparisons(stranger).rows == ()
        with pytest.raises(NotVisible):
            comparison(stranger, begun)
    (name, file), _ = _files()
    with pytest.raises(NotAllowed):
        services.add_plan(cast.leader, AddPlan(begun, name, file), key=uuid4())
