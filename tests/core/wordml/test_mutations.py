"""Whatever happens to the bytes of a file, the reader reads or refuses; it never falls over."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.docx import docx, packed, unpacked
from support.shaking import shaken
from thammuu_core.errors import Told
from thammuu_core.papers import Paper
from thammuu_core.wordml import read_docx

LIST = "lvl{ilvl=0}(start{val=1}, numFmt{val=decimal}, lvlText{val=%1.}, pStyle{val=A}, rPr/rFonts{ascii=Symbol})"
WHOLE = docx(
    "sdt(sdtPr/tag{val=p1}, sdtContent/p{w14:paraId=1A}(pPr(pStyle{val=A}, jc{val=both}), r(rPr(b, sz{val=28}), "
    't"Điều", tab, br, sym{font=Symbol,char=F0B7}))),'
    'p(pPr(numPr(ilvl{val=0}, numId{val=1}), rPr/del), ins/r/t"a", del/r/delText"b", bookmarkStart{name=x}),'
    'p(r/fldChar{fldCharType=begin}, r/instrText"REF", r/fldChar{fldCharType=separate}, r/t"5", r/fldChar{fldCharType=end}),'
    'tbl(tblPr(tblStyle{val=T}, tblBorders/top{val=single}), tr(trPr(tblHeader, gridBefore{val=1}),'
    'tc(tcPr(gridSpan{val=2}, vMerge{val=restart}, tcBorders/left{val=nil}), p/r(rPr/rFonts{ascii=.VnTime}, t"§iÒu"))),'
    'tr/tc(tcPr/vMerge, tbl/tr/tc/p, p)),'
    'p/r/mc:AlternateContent(mc:Choice/drawing/wps:txbx/txbxContent/p/r/t"hộp", mc:Fallback/pict),'
    "sectPr(headerReference{r:id=header1}, footerReference{r:id=footer1})",
    styles="docDefaults/rPrDefault/rPr/sz{val=22}, style{type=paragraph,default=1,styleId=A}(name{val=A}, basedOn{val=B},"
    "pPr(outlineLvl{val=0}, numPr/numId{val=1}), rPr(b, caps, u{val=single}, color{val=FF0000})),"
    "style{type=table,styleId=T}(tblPr/tblBorders/insideH{val=single})",
    numbering=f"abstractNum{{abstractNumId=0}}/{LIST}, num{{numId=1}}(abstractNumId{{val=0}}, lvlOverride{{ilvl=0}}/startOverride{{val=3}})",
    theme="a:themeElements/a:fontScheme/a:minorFont/a:latin{a:typeface=x}",
    footnotes='footnote{id=1}/p/r/t"chú"',
    comments="comment{id=1}/p",
    header1='p/r/t"đầu trang"',
    footer1='p/r/t"chân trang"',
)  # fmt: skip
PARTS = unpacked(WHOLE)


def survives(data: bytes) -> Paper | None:
    """Read; a refusal is an answer too."""
    try:
        read = read_docx(data)
    except Told:
        return None
    for story in read.stories:
        for line in story.lines():
            paragraph = line.paragraph
            assert "\n" not in paragraph.text
            assert all(0 <= run.start < run.end <= len(paragraph.text) for run in paragraph.runs)
    return read


def test_the_unchanged_file_reads_without_a_complaint_of_damage() -> None:
    read = survives(WHOLE)
    assert read is not None
    assert not [problem for problem in read.problems if problem.code == "wordml.part_damaged"]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_changed_bytes_never_break_the_reader(data: st.DataObject) -> None:
    changed = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    survives(bytes(changed[: data.draw(st.one_of(st.just(len(changed)), st.integers(0, len(changed))))]))


@given(st.sampled_from(sorted(PARTS)), st.randoms(use_true_random=False))
@settings(max_examples=250, deadline=None)
def test_changed_markup_never_breaks_the_reader(name: str, chance: random.Random) -> None:
    survives(packed(PARTS | {name: shaken(PARTS[name], chance)}))


@given(st.sampled_from(sorted(PARTS)), st.binary(max_size=200), st.integers(0, 2000))
@settings(max_examples=100, deadline=None)
def test_a_part_with_other_bytes_inside_never_breaks_the_reader(name: str, inside: bytes, at: int) -> None:
    survives(packed(PARTS | {name: PARTS[name][:at] + inside + PARTS[name][at + len(inside) :]}))


@pytest.mark.long
@given(st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=20_000, deadline=None)
def test_much_changed_markup_never_breaks_the_reader(names: list[str], chance: random.Random) -> None:
    survives(packed(PARTS | {name: shaken(PARTS[name], chance) for name in names}))
