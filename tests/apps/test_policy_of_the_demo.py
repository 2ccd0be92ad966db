"""The plan that the demo drafts is a real plan: clean in form, the same when read back, its numbers right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from thammuu.apps.coverage.policy import neighbours, policy, targets
from thammuu_core import intake
from thammuu_core.errors import Severity
from thammuu_core.formats import State, check
from thammuu_core.indicators import Reading, compare, read, yearly_words
from thammuu_core.indicators.model import Stated
from thammuu_core.papers import Paper
from thammuu_core.rendering import Document, normalised, to_docx
from thammuu_core.rendering import read as read_ours

DAY = date(2021, 7, 5)


def _paper(document: Document) -> Paper:
    return intake.read_paper(to_docx(document), "ke-hoach.docx", forms=True)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(_paper(policy(DAY)))


@pytest.mark.parametrize(
    ("state", "number"), [(State.DRAFT, ""), (State.SUBMITTED, ""), (State.ISSUED, "408")]
)
def test_its_form_is_right_in_every_state(state: State, number: str) -> None:
    report = check(_paper(policy(DAY, state, number)), state=state, today=DAY)
    assert [one.message for one in report.findings if one.severity is not Severity.NOTE] == []


def test_it_reads_back_as_it_was_written() -> None:
    assert read_ours(to_docx(policy(DAY))) == normalised(policy(DAY))


def test_its_annex_gives_back_its_targets(reading: Reading) -> None:
    assert tuple(one.target for one in reading.targets) == targets()


def test_every_target_of_the_annex_is_said_in_the_body_with_the_same_values(reading: Reading) -> None:
    told = [one for one in reading.stated if one.where.startswith("II.")]
    for target in targets():
        said = [one for one in told if one.target.measure == target.measure]
        assert yearly_words(value for one in said for value in one.target.values) == yearly_words(
            target.values
        )
        assert {one.target.kind for one in said} == {target.kind}


def test_its_money_adds_up_and_a_total_changed_by_hand_is_told(reading: Reading) -> None:
    assert not reading.problems
    made = policy(DAY)
    tasks, section = made.annexes[1], made.annexes[1].sections[0]
    (table,) = section.blocks
    *rows, total = table.rows  # type: ignore[union-attr]
    wrong = replace(
        table, rows=(*rows, replace(total, cells=(*total.cells[:-3], "17.300", *total.cells[-2:])))
    )
    broken = replace(made, annexes=(replace(tasks, sections=(replace(section, blocks=(wrong,)),)),))
    assert "cộng các dòng được 17.299,5" in read(_paper(broken)).problems[0].message


def test_the_plans_of_its_neighbours_are_clean_and_stand_beside_it(reading: Reading) -> None:
    papers = [_paper(document) for _, document in neighbours()]
    for paper in papers:
        assert not check(paper, state=State.DRAFT, today=DAY).errors
    productivity = compare([reading, *map(read, papers)]).measures[0]
    assert [_first(cell) for cell in productivity.cells] == [Decimal(7), Decimal("6.8"), Decimal("6.5")]


def _first(cell: tuple[Stated, ...]) -> Decimal:
    return cell[0].target.values[0].least
