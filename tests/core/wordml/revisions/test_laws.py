"""Whatever a file holds: both texts are exact, the tokens spell them, and no character is passed over."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from support.docx import docx, packed, unpacked
from support.revised import PARTS, SAMPLE, lawful
from support.shaking import shaken
from thammuu_core.errors import Told
from thammuu_core.papers import Story
from thammuu_core.wordml import read_docx, read_revised
from thammuu_core.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, T, w

OTHER_WAY = {
    INS: DEL, DEL: INS, MOVE_FROM: MOVE_TO, MOVE_TO: MOVE_FROM, w("cellIns"): w("cellDel"), w("cellDel"): w("cellIns"),
    w("delText"): T, w("delInstrText"): w("instrText"),
}  # fmt: skip
"""A file with all of its changes the other way round: accepted, it reads as the file itself does when all are rejected."""

words = st.text("ab e\u0301\u00ad", min_size=1, max_size=5)
author = st.sampled_from("AB")
text = st.builds('r/t"{}"'.format, words)
inside = st.one_of(
    text,
    st.sampled_from(
        (
            "r/tab", "r/br", "r/br{type=page}", 'fldSimple{instr=REF}/r/t"5"',
            'r/fldChar{fldCharType=begin}, r/instrText"REF"', "r/fldChar{fldCharType=separate}", "r/fldChar{fldCharType=end}",
            'hyperlink/r/t"x"', 'sdt/sdtContent/r/t"y"', "commentRangeStart{id=1}", "commentRangeEnd{id=1}", "r/commentReference{id=1}",
            'r/drawing/wps:txbx/txbxContent/p/r/t"h"', 'r(rPr/vanish, t"z")', 'r(rPr/rFonts{ascii=VNI-Times}, t"aù")',
        )
    ),
)  # fmt: skip
gone = st.one_of(st.builds('r/delText"{}"'.format, words), inside)
came = st.builds(
    "ins{{author={}}}({})".format, author, st.lists(inside, min_size=1, max_size=2).map(", ".join)
)
left = st.builds("del{{author={}}}({})".format, author, st.lists(gone, min_size=1, max_size=2).map(", ".join))
both = st.builds("ins{{author={}}}({}, {})".format, author, left, inside)
moved = st.builds(
    "{0}RangeStart{{id=9,name=m}}, {0}{{author={1}}}/{2}, {0}RangeEnd{{id=9}}".format,
    st.sampled_from(("moveFrom", "moveTo")),
    author,
    text,
)
mark = st.sampled_from(
    ("", "pPr/rPr/ins{author=A}, ", "pPr/rPr/del{author=B}, ", "pPr/rPr(ins{author=A}, del{author=B}), ",
     "pPr/rPr/moveFrom{author=A}, ", "pPr/rPr/moveTo{author=A}, ", "pPr/numPr(ilvl{val=0}, numId{val=1}), ")
)  # fmt: skip
paragraph = st.builds(
    "p({}{})".format, mark, st.lists(st.one_of(inside, came, left, both, moved), max_size=4).map(", ".join)
).map(lambda made: made.replace(", )", ")").replace("p()", "p"))
cell_settings = st.sampled_from(
    (
        "",
        "",
        "tcPr/cellIns{author=A}, ",
        "tcPr/cellDel{author=B}, ",
        "tcPr/vMerge{val=restart}, ",
        "tcPr/vMerge, ",
    )
)
cell = st.builds("tc({}{})".format, cell_settings, st.lists(paragraph, min_size=1, max_size=2).map(", ".join))
row = st.builds(
    "tr({}{})".format,
    st.sampled_from(("", "", "trPr/ins{author=A}, ", "trPr/del{author=B}, ")),
    st.lists(cell, min_size=1, max_size=3).map(", ".join),
)
table = st.lists(row, min_size=1, max_size=3).map(lambda rows: f"tbl({', '.join(rows)})")
wrapped = st.builds(
    "{}({})".format,
    st.sampled_from(("ins{author=A}", "del{author=B}", "customXml", "sdt/sdtContent")),
    paragraph,
)
bodies = st.lists(st.one_of(paragraph, paragraph, paragraph, table, wrapped), max_size=5).map(", ".join)
WORDED = sorted(name for name in SAMPLE if name.startswith("word/") and name.endswith(".xml"))


def other_way(data: bytes) -> bytes:
    """The same file, every insertion a removal and the reverse."""
    parts = unpacked(data)
    for name in parts:
        if name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(parts[name])
            for element in root.iter(*OTHER_WAY):
                element.tag = OTHER_WAY[element.tag]
            parts[name] = etree.tostring(root)
    return packed(parts)


def worded(stories: tuple[Story, ...]) -> list[str]:
    """Texts of stories with words; a text box may have another number when a change took one before it out."""
    return [story.text for story in stories if story.name == "body" or story.text.strip()]


@given(bodies)
@settings(max_examples=200, deadline=None)
def test_any_changes_read_as_accepted_and_the_other_way_round_as_rejected(body: str) -> None:
    data = docx(body, **PARTS)
    revised = lawful(data)
    assert revised.ledger.balanced
    rejected = read_docx(other_way(data))
    assert revised.body.original.text == rejected.body.text
    assert [line.paragraph.label for line in revised.body.original.lines()] == [
        line.paragraph.label for line in rejected.body.lines()
    ]


@pytest.mark.long
@given(bodies)
@settings(max_examples=5_000, deadline=None)
def test_very_many_changes_read_as_accepted_and_the_other_way_round_as_rejected(body: str) -> None:
    data = docx(body, **PARTS)
    assert lawful(data).ledger.balanced
    assert read_revised(data).body.original.text == read_docx(other_way(data)).body.text


def survives(name: str, content: bytes) -> None:
    """Read lawfully, or refused."""
    data = packed(SAMPLE | {name: content})
    try:
        read_docx(data)
    except Told:
        with pytest.raises(Told):
            read_revised(data)
    else:
        lawful(data)


def test_the_unharmed_sample_is_read_whole() -> None:
    assert lawful(packed(SAMPLE)).ledger.balanced


@given(st.sampled_from(WORDED), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_damaged_markup_is_read_as_far_as_the_plain_reader_reads_it(name: str, chance: random.Random) -> None:
    survives(name, shaken(SAMPLE[name], chance))


@given(st.sampled_from(sorted(SAMPLE)), st.binary(max_size=100), st.integers(0, 2000), st.integers(0, 20))
@settings(max_examples=100, deadline=None)
def test_a_part_with_other_bytes_inside_is_read_or_refused(
    name: str, inside_of: bytes, at: int, over: int
) -> None:
    survives(name, SAMPLE[name][:at] + inside_of + SAMPLE[name][at + over :])


@pytest.mark.long
@given(st.sampled_from(WORDED), st.randoms(use_true_random=False))
@settings(max_examples=2_000, deadline=None)
def test_much_damaged_markup_is_read_as_far_as_the_plain_reader_reads_it(
    name: str, chance: random.Random
) -> None:
    survives(name, shaken(shaken(SAMPLE[name], chance), chance))


@pytest.mark.corpus
def test_every_real_document_is_read_whole_and_both_ways(corpus: Path) -> None:
    for path in sorted(corpus.glob("raw/*.docx")):
        data = path.read_bytes()
        revised = lawful(data)
        assert revised.ledger.balanced, path.name
        originals = worded(tuple(story.original for story in revised.stories))
        assert originals == worded(read_docx(other_way(data)).stories), path.name
