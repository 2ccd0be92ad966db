"""Whatever the paper, its header is read and stands to reason."""

from __future__ import annotations

from hypothesis import given

from support.papers import blocks
from thammuu_core.outline import outline
from thammuu_core.papers import BODY, Block, Paper, Story
from thammuu_core.plans.header.elements import read_header


@given(blocks())
def test_a_header_is_read_from_any_paper(body: list[Block]) -> None:
    read = read_header(outline(Paper("docx", (Story(BODY, tuple(body)),))))
    assert all(name == name.strip() and name for name in (*read.recipients, *read.addressees))
    assert read.number is None or read.number.symbol
    assert read.signer is None or read.signer.title or read.signer.authority


@given(blocks())
def test_reading_does_not_change_what_is_read(body: list[Block]) -> None:
    read = outline(Paper("docx", (Story(BODY, tuple(body)),)))
    assert read_header(read) == read_header(read)
