"""The reader reaches its figures on annotated plans, typed as plain text and as Word would have them."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from support.rendition import render
from thammuu_core import exchange, intake, plans

FLOORS = {
    "header": 0.97,
    "citations": 0.97,
    "cited_dates": 0.97,
    "outline": 0.97,
    "steps": 0.92,
    "dates": 0.92,
    "kinds": 0.90,
    "precision": 0.88,
    "lead": 0.88,
    "coordinating": 0.80,
    "recipients": 0.95,
    "signer": 0.97,
}

pytestmark = pytest.mark.corpus


def _scorer(corpus: Path) -> ModuleType:
    path = corpus.parent / "tools" / "score_reading.py"
    if not path.exists():
        pytest.skip("the scorer is not beside the corpus")
    spec = importlib.util.spec_from_file_location("score_reading", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_reading"] = module
    spec.loader.exec_module(module)
    return module


def _as_text(text: str) -> dict[str, Any]:
    return exchange.reading_to_dict(plans.read(intake.read_paper(text.encode(), "plan.txt")))


def _as_word(text: str) -> dict[str, Any]:
    return exchange.reading_to_dict(plans.read(intake.read_paper(render(text), "plan.docx")))


@pytest.mark.parametrize("form", [_as_text, _as_word], ids=["text", "word"])
def test_annotated_plans_are_read_as_people_read_them(
    corpus: Path, form: Callable[[str], dict[str, Any]]
) -> None:
    scorer, figures = _scorer(corpus), {}
    for file in sorted((corpus / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = (corpus / "text" / f"{gold['file']}.txt").read_text(encoding="utf-8")
        for figure, value in scorer.score(gold, form(text)).items():
            figures.setdefault(figure, []).append(value)
    means = {figure: sum(values) / len(values) for figure, values in figures.items()}
    short = {figure: round(mean, 3) for figure, mean in means.items() if mean < FLOORS[figure]}
    assert not short
