"""The PDF that an office program prints of a document reads as the document itself."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from support.programs import printed
from support.rendition import render
from thammuu_core.pages import read_pdf
from thammuu_core.papers import Paper
from thammuu_core.papers.model import paragraphs
from thammuu_core.wordml import read_docx

TABLE = """
KẾ HOẠCH

Kiểm tra việc thực hiện nhiệm vụ của các đơn vị trong năm, kèm theo danh mục công việc dưới đây:

| TT | Nội dung công việc | Đơn vị chủ trì | Thời hạn |
| --- | --- | --- | --- |
"""
ROW = "| {} | Rà soát, tổng hợp số liệu của từng đơn vị và gửi báo cáo về Văn phòng | Phòng Kế hoạch | Tháng {}/2021 |\n"

pytestmark = pytest.mark.office


def lines(paper: Paper) -> list[str]:
    """Paragraphs as a reader sees them, automatic numbers and all."""
    found = (f"{part.label} {part.text}" for part in paragraphs(paper.body.blocks))
    return [" ".join(line.split()) for line in found if line.strip()]


def both(text: str, folder: Path) -> tuple[list[str], list[str]]:
    """The lines of the Word file and of its PDF."""
    document = render(text)
    return lines(read_docx(document)), lines(read_pdf(printed(document, folder)))


def words(found: list[str]) -> Counter[str]:
    return Counter(word for line in found for word in line.split())


def test_the_example_plan_reads_alike(tmp_path: Path) -> None:
    text = files("thammuu.cli").joinpath("example/plan.txt").read_text(encoding="utf-8")
    word, pdf = both(text, tmp_path)
    shared = (words(word) & words(pdf)).total()
    assert shared >= 0.98 * words(word).total()
    assert Counter(line[:20] for line in word) == Counter(line[:20] for line in pdf)


def test_a_table_over_several_pages_is_one(tmp_path: Path) -> None:
    text = TABLE + "".join(ROW.format(at, at % 12 + 1) for at in range(1, 61))
    word, pdf = both(text, tmp_path)
    assert Counter(word) == Counter(pdf)
