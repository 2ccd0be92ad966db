"""What the demo shows of mandates and neighbours: the draft held against them, two provinces' plans beside our own."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from thammuu.apps.coverage import services
from thammuu.apps.coverage.commands import AddMandate, AddPlan, BeginComparison, ConfirmItem, OmitItem
from thammuu.apps.coverage.policy import neighbours, policy
from thammuu.apps.coverage.queries import matrix
from thammuu.apps.coverage.rows import DemandRow, Matrix
from thammuu.apps.dossiers.demo import Keys, Scene, Stage
from thammuu.apps.drafting.queries import drafts_of
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations.actors import Actor
from thammuu_core.rendering import to_docx

LAST = "answer 2"
"""The scene after which there is no other."""
_CONFIRMED = ("Tốc độ tăng năng suất lao động khoảng 7%", "Xây dựng cơ sở dữ liệu về thực hành tốt")
_NATIONAL = "Số tỉnh có kế hoạch nâng cao năng suất: 10-15"
_WHY = "Chỉ tiêu chung của cả nước, không giao cho từng tỉnh."
_OWN = "Bắc Giang (dự thảo)"


def mandates_answered(stage: Stage, drafter: Actor, keys: Keys) -> Iterator[Scene]:
    """The scenes after the draft is there: a mandate added, two demands confirmed, one left out; a comparison."""
    yield from _compared(stage, drafter, keys)
    yield Scene(stage.today, drafter, "mandate", lambda key: _add_mandate(stage, drafter, key))
    for number, words in enumerate((*_CONFIRMED, _NATIONAL)):
        yield _answered(stage, drafter, number, words)


def _answered(stage: Stage, drafter: Actor, number: int, words: str) -> Scene:
    def act(key: UUID) -> UUID:
        found = _matrix(stage, drafter)
        row = next(row for row in found.rows if row.item.words.startswith(words))
        return services.answer_item(drafter, _command(found, row), key=key)

    return Scene(stage.today, drafter, f"answer {number}", act)


def _command(found: Matrix, row: DemandRow) -> ConfirmItem | OmitItem:
    if row.clause is None or row.item.words.startswith(_NATIONAL):
        return OmitItem(found.version.uuid, row.item.uuid, row.number, _WHY)
    return ConfirmItem(found.version.uuid, row.item.uuid, row.number, row.clause.id)


def _add_mandate(stage: Stage, drafter: Actor, key: UUID) -> UUID:
    found = _matrix(stage, drafter)
    congress = next(one for one in found.addable if "XIII" in one.called)
    return services.add_mandate(drafter, AddMandate(found.draft.uuid, congress.uuid), key=key)


def _matrix(stage: Stage, drafter: Actor) -> Matrix:
    """Of the plan itself, whatever other papers are drafted beside it."""
    drafted = drafts_of(drafter, stage.view.uuid)
    return matrix(drafter, next(draft.uuid for draft in drafted if draft.kind == "Kế hoạch"))


def _compared(stage: Stage, drafter: Actor, keys: Keys) -> Iterator[Scene]:
    """One comparison: our draft, and two provinces that do not exist."""
    day = stage.yesterday
    begun = BeginComparison(
        "Kế hoạch năng suất, chất lượng 2021 - 2025 của các tỉnh trong vùng (tỉnh láng giềng không có thật)"
    )
    yield Scene(day, drafter, "comparison", lambda key: services.begin_comparison(drafter, begun, key=key))
    for number, (name, document) in enumerate(((_OWN, policy(day)), *neighbours())):
        file = Upload(f"ke-hoach-{number}.docx", to_docx(document))

        def act(key: UUID, name: str = name, file: Upload = file) -> UUID:
            comparison = services.begin_comparison(drafter, begun, key=keys.of("comparison"))
            return services.add_plan(drafter, AddPlan(comparison, name, file), key=key)

        yield Scene(day, drafter, f"plan {number}", act)
