"""Reading whole documents: it never raises, and what it claims stands in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.papers import paper_of
from thammuu_core.pages import read_text
from thammuu_core.papers import BODY, Cell, Paper, Paragraph, Row, Story, Table
from thammuu_core.plans import read
from thammuu_core.plans.model import Reading
from thammuu_core.text import nfc

_LINES = st.sampled_from(
    [
        "KẾ HOẠCH",
        "I. NHIỆM VỤ",
        "1. Sở Y tế",
        "1. Sở Y tế chủ trì, phối hợp với các sở, ngành báo cáo trước ngày 15/6/2025; gửi lại trong tháng 7/2025.",
        "a) Nhiệm vụ:",
        "- Tổ chức tập huấn",
        "Đơn vị chủ trì:",
        "Đơn vị chủ trì: Sở Y tế; Đơn vị phối hợp: nt",
        "- Thời gian thực hiện: Quý II",
        "| TT | Nhiệm vụ | Chủ trì | Thời gian |",
        "| 1 | Rà soát | nt | như trên |",
        "| II. Sở Nội vụ |",
        "Giao các sở: Tài chính, Y tế (Chi cục",
        "PHỤ LỤC I",
        "",
    ]
)


def claims_stand(reading: Reading) -> None:
    """Every source lies inside its provision; ids are unique and refer to steps that are there."""
    texts = {node.id: node.text for node in reading.outline.walk()}
    ids = [step.id for step in reading.steps]
    assert len(ids) == len(set(ids))
    for step in reading.steps:
        assert set(step.after) <= set(ids)
        assert step.restates is None or step.restates in ids
        for _, place in step.sources:
            assert 0 <= place.start <= place.end <= len(texts[place.provision])
        if (
            (place := dict(step.sources).get("when"))
            and step.when.as_written
            and not step.when.as_written.count(" - ")
        ):
            assert step.when.as_written in texts[place.provision]
    for placed in reading.citations:
        assert texts[placed.place.provision][placed.place.start : placed.place.end] == placed.quote


@given(st.lists(_LINES | st.text(max_size=60).map(nfc), max_size=14))
def test_lines_in_any_order_are_read(lines: list[str]) -> None:
    claims_stand(read(paper_of("\n".join(line.replace("\n", " ") for line in lines))))


@given(st.lists(st.lists(st.text(max_size=12).map(nfc), max_size=6), max_size=6))
def test_ragged_tables_are_read(rows: list[list[str]]) -> None:
    heads = ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]
    table = Table(
        tuple(
            Row(tuple(Cell((Paragraph(cell),), column=at) for at, cell in enumerate(row)))
            for row in [heads, *rows]
        )
    )
    claims_stand(read(Paper("docx", (Story(BODY, (table,)),))))


def test_an_empty_paper_is_read() -> None:
    assert read(Paper("text", ())).steps == ()


@pytest.mark.corpus
def test_every_document_of_the_corpus_is_read(corpus: Path) -> None:
    for file in sorted((corpus / "text").glob("*.txt")):
        claims_stand(read(read_text(file.read_bytes())))
