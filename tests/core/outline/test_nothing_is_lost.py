"""Whatever the paper, its outline has its text, and every provision an id of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from support.papers import blocks
from thammuu_core.outline import outline, where
from thammuu_core.pages import read_text
from thammuu_core.papers import BODY, Block, Paper, Story
from thammuu_core.provisions import Level
from thammuu_core.wordml import read_docx


@given(blocks(), blocks())
def test_the_outline_has_the_text_of_the_paper(body: list[Block], note: list[Block]) -> None:
    paper = Paper("docx", (Story(BODY, tuple(body)), Story("footnote:1", tuple(note))))
    read = outline(paper)
    told = [story.text for story in paper.stories if any(True for _ in story.lines())]
    assert read.text == "\n".join(told)


@given(blocks())
def test_every_provision_has_an_id_of_its_own_and_a_place(body: list[Block]) -> None:
    read = outline(Paper("docx", (Story(BODY, tuple(body)),)))
    ids = [node.id for node in read.walk()]
    assert len(ids) == len(set(ids))
    assert set(where(read)) == set(ids)
    assert [ident for ident in ids if ident[0] == "p"] == [
        f"p{n}" for n in range(1, sum(i[0] == "p" for i in ids) + 1)
    ]


@given(blocks())
def test_words_begin_inside_the_text_after_the_label(body: list[Block]) -> None:
    for node in outline(Paper("docx", (Story(BODY, tuple(body)),))).walk():
        assert 0 <= node.words <= len(node.text)
        assert node.level not in (Level.TEXT, Level.TABLE) or not node.label


@pytest.mark.corpus
def test_no_real_document_loses_a_word(corpus: Path) -> None:
    for file in sorted((corpus / "text").glob("*.txt")):
        paper = read_text(file.read_bytes())
        assert outline(paper).text == paper.body.text, file.name


@pytest.mark.corpus
def test_no_real_word_file_loses_a_word(corpus: Path) -> None:
    for file in sorted((corpus / "raw").glob("*.docx")):
        paper = read_docx(file.read_bytes())
        others = [story for story in paper.stories if story.name != BODY]
        told = [story.text for story in (paper.body, *others) if any(True for _ in story.lines())]
        assert outline(paper).text == "\n".join(told), file.name
