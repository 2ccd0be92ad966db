"""The figures the landing must reach, on the shared corpus of real documents."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from thammuu_core.citations import Citation, Citing, find, problems
from thammuu_core.kinds import normal_symbol, same_body

pytestmark = pytest.mark.corpus


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file without quoting."""
    with file.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def by_symbol(text: str) -> dict[str, Citation]:
    """The citations with a number, the last mention of each."""
    return {citation.symbol: citation for citation in find(text) if citation.symbol}


def test_labelled_lines(corpus: Path) -> None:
    lines: dict[str, list[dict[str, str]]] = {}
    for row in rows(corpus / "gold" / "citation_lines.tsv"):
        lines.setdefault(row["id"], []).append(row)
    wanted = given = hits = dated = dates = issued = issuers = 0
    for group in lines.values():
        found = by_symbol(group[0]["text"])
        gold = {normal_symbol(row["number"]): row for row in group}
        wanted, given, hits = wanted + len(gold), given + len(found), hits + len(gold.keys() & found.keys())
        for symbol in gold.keys() & found.keys():
            row, citation = gold[symbol], found[symbol]
            dated, dates = (
                dated + bool(row["date"]),
                dates + (bool(row["date"]) and row["date"] == str(citation.date)),
            )
            issued += bool(row["issuer"])
            issuers += (
                bool(row["issuer"]) and citation.issuer is not None and _alike(row["issuer"], citation.issuer)
            )
    assert 2 * hits / (wanted + given) >= 0.98
    assert dates / dated >= 0.98
    assert issuers / issued >= 0.9


def _alike(one: str, other: str) -> bool:
    return (
        same_body(one, other) or same_body(f"Bộ trưởng {one}", other) or same_body(one, f"Bộ trưởng {other}")
    )


def test_documents_read_by_hand(corpus: Path) -> None:
    for file in sorted((corpus / "gold").glob("dev*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = (corpus / "text" / f"{gold['file']}.txt").read_text(encoding="utf-8")
        found = {citation.symbol for line in text.split("\n") for citation in find(line)}
        for cited in gold["citations"]:
            if cited["number"] and cited.get("class") is None:
                assert {cited["number"], normal_symbol(cited.get("as_written") or "-")} & found, (
                    file.name,
                    cited,
                )


def test_doubts_about_real_documents_stay_rare(corpus: Path) -> None:
    """Each was read by eye when this was written: every one of them is a slip of the document itself."""
    doubts = [
        problem
        for file in sorted((corpus / "text").glob("*.txt"))
        for problem in problems(
            [
                (file.name, citation)
                for line in file.read_text(encoding="utf-8").split("\n")
                for citation in find(line)
            ],
            Citing(2026, 11, 24),
        )
    ]
    assert len(doubts) <= 12
    assert "citations.date_implausible" in {doubt.code for doubt in doubts if "seed" in (doubt.where or "")}
