"""Plans annotated by hand: their duties are found, with their times and owners, and little else is claimed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from thammuu_core.pages import read_text
from thammuu_core.plans import read
from thammuu_core.plans.model import Step, WhenKind
from thammuu_core.text import fold

Task = dict[str, Any]


def _answers(step: Step, task: Task) -> bool:
    return fold(task["text_start"]) in fold(step.text)


def _agrees(step: Step, task: Task) -> bool:
    said = (day.isoformat() if day else None for day in (step.when.start, step.when.end))
    return tuple(said) == (task.get("start"), task.get("end")) and step.when.kind.value == task["date_kind"]


def _paired(tasks: list[Task], steps: tuple[Step, ...]) -> list[tuple[Task, Step]]:
    """Each duty with the step that says it; steps whose time agrees first."""
    left, pairs = list(steps), []
    for task in tasks:
        fitting = [step for step in left if _answers(step, task)]
        if fitting:
            best = max(fitting, key=lambda step: _agrees(step, task))
            left.remove(best)
            pairs.append((task, best))
    return pairs


@pytest.mark.corpus
def test_the_duties_of_annotated_plans_are_read(corpus: Path) -> None:
    asked = found = right = claimed = 0
    for file in sorted((corpus / "gold").glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        steps = read(read_text((corpus / "text" / f"{gold['file']}.txt").read_bytes())).steps
        pairs = _paired(gold["tasks"], steps)
        asked += len(gold["tasks"])
        found += len(pairs)
        right += sum(_agrees(step, task) for task, step in pairs)
        claimed += sum(step.when.kind is not WhenKind.UNDATED for step in steps)
    assert found >= 0.92 * asked
    assert right >= 0.92 * found
    assert found >= 0.88 * claimed
