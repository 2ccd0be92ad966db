"""Real Word files: their elements are found, and rules speak only where the decree does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from thammuu_core.formats import Regime, State, check
from thammuu_core.formats.elements import find
from thammuu_core.papers import Paper
from thammuu_core.wordml import read_docx

pytestmark = pytest.mark.corpus
_MINUTES = "bien_ban"


def papers(corpus: Path) -> Iterator[tuple[str, Paper]]:
    """Every Word file of the corpus."""
    for path in sorted(corpus.glob("raw/*.docx")):
        yield path.name, read_docx(path.read_bytes(), forms=True)


def test_administrative_documents_are_told_from_others(corpus: Path) -> None:
    found = {name: check(paper).regime for name, paper in papers(corpus)}
    assert {name.split("__")[0] for name, regime in found.items() if regime is Regime.QPPL} == {"qppl"}
    others = {name.rsplit("__", 1)[0] for name, regime in found.items() if regime is Regime.NONE}
    assert others == {"docx_revisions__rev", "mau__nd30"}
    assert Counter(found.values())[Regime.ADMINISTRATIVE] == 28


def test_every_element_of_an_administrative_document_is_found(corpus: Path) -> None:
    for name, paper in papers(corpus):
        if check(paper).regime is not Regime.ADMINISTRATIVE or name.startswith(_MINUTES):
            continue
        found = find(paper)
        there = (found.nation, found.motto, found.issuer, found.number, found.date, found.recipients_label)
        assert all(there), name
        assert found.subject or found.letter_subject, name
        assert [one.name is not None for one in found.signatures] == [True], name
        assert found.recipients[-1].text.startswith(("- Lưu", "-Lưu")), name


def test_drafts_that_offices_sent_round_have_few_errors(corpus: Path) -> None:
    """Words that are plainly wrong, and a wrong size of paper; looks of a draft are warnings."""
    rules = {
        one.rule
        for name, paper in papers(corpus)
        if not name.startswith("cong_van__sct__CV-597")
        for one in check(paper, state=State.DRAFT).errors
    }
    assert rules <= {"TT-001", "TT-123", "TT-124"}
