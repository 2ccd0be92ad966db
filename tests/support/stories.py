"""Stories written short, and strategies for pairs of them: one text, and another that people made of it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import strategies as st

from thammuu_core.papers import BODY, Block, Cell, Paragraph, Row, Story, Table

WORDS = ("kế", "hoạch", "hoà", "Uỷ", "ban", "của", "Sở", "30/6/2021", "“số”", "–", ";", "1.", "a)", "Điều")
PARAGRAPH = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
LONG = st.lists(st.sampled_from(WORDS), min_size=14, max_size=24).map(" ".join)
ROWS = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(PARAGRAPH, min_size=width, max_size=width), min_size=1, max_size=4)
)
BLOCK = st.one_of(PARAGRAPH, LONG, ROWS)


def story(*blocks: str | tuple[str, str] | list[list[str]]) -> Story:
    """A paragraph is its text, or its automatic label and its text; a table its rows; "/" ends a line in a cell."""
    return Story(BODY, tuple(_block(block) for block in blocks))


def _block(block: str | tuple[str, str] | list[list[str]]) -> Block:
    if isinstance(block, str):
        return Paragraph(block)
    if isinstance(block, tuple):
        return Paragraph(block[1], label=block[0])
    return Table(tuple(Row(tuple(Cell(_lines(text), n) for n, text in enumerate(row))) for row in block))


def _lines(text: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line) for line in text.split(" / "))


NUMBERED = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(("", "", "1.", "2.", "3.", "a)", "b)", "-", "I.", "Điều 1.")),
            st.lists(st.sampled_from(("kế", "hoạch", "Sở", "1", "2.", "a)", "b)", "-", ";")), max_size=5).map(
                " ".join
            ),
        ),
        ROWS,
    ),
    max_size=6,
)
"""Blocks with automatic labels among typed ones."""


def respelt(of: Story) -> Story:
    """The same words as another machine would store them."""
    return Story(of.name, tuple(map(_respelt, of.blocks)))


def _respelt(block: Block) -> Block:
    if isinstance(block, Paragraph):
        text = unicodedata.normalize("NFD", block.text.replace("hoà", "hòa").replace("Uỷ", "Ủy"))
        for written, other in ((" ", "\u00a0 "), ("“", '"'), ("–", "-")):
            text = text.replace(written, other)
        return replace(block, text=f" {text}")
    cells = [
        [replace(cell, blocks=tuple(map(_respelt, cell.blocks))) for cell in row.cells] for row in block.rows
    ]
    return replace(
        block, rows=tuple(replace(row, cells=tuple(of)) for row, of in zip(block.rows, cells, strict=True))
    )


@st.composite
def versions(draw: st.DrawFn, count: int = 2) -> tuple[Story, ...]:
    """Versions of one story: blocks changed, put in, taken out, moved about."""
    blocks = draw(st.lists(BLOCK, max_size=8))
    made = [story(*blocks)]
    for _ in range(count - 1):
        blocks = _changed(draw, list(blocks))
        made.append(story(*blocks))
    return tuple(made)


def _changed(draw: st.DrawFn, blocks: list[str | list[list[str]]]) -> list[str | list[list[str]]]:
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(blocks)))
        act = draw(st.sampled_from(("put in", "take out", "move", "word", "split", "join")))
        if act == "put in" or place == len(blocks):
            blocks.insert(place, draw(BLOCK))
        elif act == "take out":
            blocks.pop(place)
        elif act == "move":
            blocks.insert(draw(st.integers(0, len(blocks) - 1)), blocks.pop(place))
        else:
            _change_inside(draw, blocks, place, act)
    return blocks


def _change_inside(draw: st.DrawFn, blocks: list[str | list[list[str]]], place: int, act: str) -> None:
    block = blocks[place]
    if isinstance(block, list):
        row = draw(st.integers(0, len(block) - 1))
        changed = [*block[row]]
        changed[draw(st.integers(0, len(changed) - 1))] = draw(PARAGRAPH)
        rows = {"word": [changed], "split": [block[row], changed], "join": []}[act]
        blocks[place] = [*block[:row], *rows, *block[row + 1 :]] or [changed]
        return
    words = block.split(" ")
    cut = draw(st.integers(0, len(words)))
    if act == "word":
        blocks[place] = " ".join(
            [*words[:cut], *draw(st.lists(st.sampled_from(WORDS), max_size=3)), *words[cut + 1 :]]
        )
    elif act == "split":
        blocks[place : place + 1] = [" ".join(words[:cut]), " ".join(words[cut:])]
    elif place + 1 < len(blocks) and isinstance(following := blocks[place + 1], str):
        blocks[place : place + 2] = [f"{block} {following}"]
