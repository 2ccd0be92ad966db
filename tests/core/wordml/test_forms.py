"""How paragraphs and pages are measured when a reader asks for it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.docx import docx, packed, paper, unpacked
from thammuu_core.papers import Form, LineRule, PageField, Paper, Paragraph, SectionForm
from thammuu_core.wordml import read_docx

STYLES = """
docDefaults(rPrDefault/rPr/sz{val=28}, pPrDefault/pPr(spacing{after=160,line=259,lineRule=auto}, jc{val=both})),
style{type=paragraph,default=1,styleId=Normal}/name{val=Normal},
style{type=paragraph,styleId=Body}(name{val=Body}, basedOn{val=Normal}, pPr(ind{firstLine=720}, spacing{before=120,after=0})),
style{type=paragraph,styleId=Close}(name{val=Close}, basedOn{val=Body}, pPr(contextualSpacing, spacing{line=360})),
style{type=paragraph,styleId=Listed}(name{val=Listed}, basedOn{val=Body}, pPr/numPr/numId{val=1}),
style{type=table,styleId=Grid}(name{val=Grid}, pPr/spacing{after=0,line=240})
"""
NUMBERING = (
    "abstractNum{abstractNumId=0}/lvl{ilvl=0}(start{val=1}, numFmt{val=decimal}, lvlText{val=%1.}, "
    "pPr/ind{left=1134,hanging=567}), num{numId=1}/abstractNumId{val=0}"
)
LINE = "drawing/wp:anchor/a:graphic/a:graphicData/wps:wsp/wps:spPr(a:xfrm/a:ext{:cx=@,:cy=0}, a:prstGeom{:prst=line})"


def form(properties: str = "", inside: str = 'r/t"chữ"', *, table: str = "") -> Form:
    """The form of the only paragraph."""
    written = f"p(pPr({properties}), {inside})"
    body = f"tbl(tblPr/tblStyle{{val={table}}}, tr/tc/{written})" if table else written
    read = paper(body, forms=True, styles=STYLES, numbering=NUMBERING)
    (line,) = read.body.lines()
    assert line.paragraph.form is not None
    return line.paragraph.form


def forms(*paragraphs: str) -> list[Form]:
    """The forms of several paragraphs."""
    read = paper(", ".join(paragraphs), forms=True, styles=STYLES, numbering=NUMBERING)
    return [line.paragraph.form for line in read.body.lines() if line.paragraph.form is not None]


@pytest.mark.parametrize(
    ("properties", "measures"),
    [
        ("", {"first": 0.0, "before": 0.0, "after": 8.0, "line": 1.079}),
        ("pStyle{val=Body}", {"first": 12.7, "before": 6.0, "after": 0.0, "line": 1.079}),
        ("pStyle{val=Close}", {"first": 12.7, "before": 6.0, "line": 1.5}),
        ("pStyle{val=Body}, ind{firstLine=567}", {"first": 10.0, "left": 0.0}),
        ("pStyle{val=Body}, ind{start=284,hanging=284}", {"first": -5.01, "left": 5.01}),
        ("ind{firstLineChars=100}", {"first": 4.94}),
        ("ind{firstLineChars=100,firstLine=567}", {"first": 10.0}),
        ("ind{left=1cm,right=0.5in}", {"left": 10.0, "right": 12.7}),
        ("spacing{line=300,lineRule=exact}", {"line": 15.0, "line_rule": LineRule.EXACT}),
        ("spacing{line=360,lineRule=atLeast}", {"line": 18.0, "line_rule": LineRule.AT_LEAST}),
        ("spacing{beforeAutospacing=1,before=20}", {"before": 14.0}),
        ("spacing{beforeLines=50,before=20}", {"before": 6.0}),
        ("keepNext, keepLines{val=0}", {"keep_next": True, "keep_lines": False}),
        ("numPr(ilvl{val=0}, numId{val=1})", {"left": 20.0, "first": -10.0}),
        ("pStyle{val=Body}, numPr(ilvl{val=0}, numId{val=1})", {"left": 20.0, "first": -10.0, "before": 6.0}),
        ("numPr(ilvl{val=0}, numId{val=1}), ind{left=0,firstLine=720}", {"left": 0.0, "first": 12.7}),
        ("pStyle{val=Listed}", {"left": 20.0, "first": -10.0}),
        ("pStyle{val=Listed}, numPr/numId{val=0}", {"left": 0.0, "first": 12.7}),
    ],
)  # fmt: skip
def test_a_paragraph_is_measured_through_all_layers(properties: str, measures: dict[str, object]) -> None:
    found = form(properties)
    assert {name: getattr(found, name) for name in measures} == measures


def test_a_table_style_lies_between_defaults_and_paragraph_style() -> None:
    assert (form(table="Grid").after, form(table="Grid").line) == (0.0, 1.0)
    assert form("pStyle{val=Body}", table="Grid").before == 6.0


def test_neighbours_of_one_style_that_ask_for_no_space_have_none() -> None:
    close = 'p(pPr/pStyle{val=Close}, r/t"một")'
    spaced = 'p(pPr/pStyle{val=Body}, r/t"hai")'
    assert [one.before for one in forms(spaced, close, close, spaced)] == [6.0, 6.0, 0.0, 6.0]


def test_a_line_broken_by_hand_is_indented_once_and_spaced_around() -> None:
    one, other = forms('p(pPr/pStyle{val=Body}, r(t"một", br, t"hai"))')
    assert (one.first, one.before) == (12.7, 6.0)
    assert (other.first, other.before) == (0.0, 0.0)


def test_alignment_by_default_is_told() -> None:
    (line,) = paper('p/r/t"chữ"', forms=True, styles=STYLES).body.lines()
    assert line.paragraph.align == "both"


@pytest.mark.parametrize(
    ("inside", "length"),
    [
        (f"r/{LINE.replace('@', '720000')}", 20.0),
        (f"r/mc:AlternateContent(mc:Choice/{LINE.replace('@', '720000')}, mc:Fallback/{LINE.replace('@', '999999')})", 20.0),
        (f"del/r/{LINE.replace('@', '720000')}", None),
        (f"r/{LINE.replace('@', '36000')}", None),
        (f"r/{LINE.replace('@', '720000').replace(':cy=0', ':cy=720000')}", None),
        (f"r/{LINE.replace('@', 'x')}", None),
        ("r/pict/v:line{:from=0,1pt,:to=56.7pt,1.5pt}", 20.0),
        ("r/pict/v:shape{:type=#_x0000_t32,:style=position:absolute;width:56.7pt;height:0}", 20.0),
        ("r/pict/v:shape{:type=#_x0000_t75,:style=width:56.7pt;height:0}", None),
        ('r/t"____________"', 29.63),
        ('r/t"--------"', 13.17),
        ('r/t"--- hết ---"', None),
    ],
)  # fmt: skip
def test_a_level_line_is_as_long_as_it_is_drawn(inside: str, length: float | None) -> None:
    found = form("", inside)
    assert found.drawn_line == length


def test_a_border_below_reaches_from_indent_to_indent() -> None:
    section = "sectPr(pgSz{w=11906,h=16838}, pgMar{left=1701,right=1134})"
    bordered = 'p(pPr(pBdr/bottom{val=single}, ind{left=567,right=567}), r/t"x")'
    blank = 'p(pPr/pBdr/bottom{val=nil}, r/t"x")'
    read = paper(f"{bordered}, {blank}, {section}", forms=True)
    assert [line.paragraph.form.border_below for line in read.body.lines() if line.paragraph.form] == [
        140.0,
        None,
    ]
    cell = f"tbl/tr/tc(tcPr/tcW{{w=4000,type=dxa}}, {bordered})"
    (line,) = paper(cell, forms=True).body.lines()
    assert line.paragraph.form == Form(left=10.0, right=10.0, border_below=46.8)


PORTRAIT = "pgSz{w=11906,h=16838}, pgMar{top=1134,bottom=1134,left=1701,right=1134,header=567,gutter=0}"
NUMBERED = (
    'p(pPr/jc{val=center}, r/fldChar{fldCharType=begin}, r/instrText" PAGE  ", r/fldChar{fldCharType=separate}, '
    'r(rPr/sz{val=26}, t"2"), r/fldChar{fldCharType=end})'
)


def sections(body: str, **parts: str) -> tuple[SectionForm, ...]:
    """The sections of a body."""
    return paper(body, forms=True, styles=STYLES, **parts).sections


def test_sections_begin_where_the_one_before_ends_and_keep_its_header() -> None:
    portrait = f"sectPr(headerReference{{r:id=header1,type=default}}, {PORTRAIT}, titlePg)"
    landscape = "sectPr(pgSz{w=16838,h=11906,orient=landscape}, pgNumType{start=1,fmt=lowerRoman})"
    first, second = sections(
        f'p/r/t"một", p(pPr/{portrait}, r(t"hai", br, t"ba")), p/r/t"bốn", {landscape}',
        header1=NUMBERED + ', p/r/t"chữ"',
    )
    assert (first.first_block, second.first_block) == (0, 3)
    assert (first.width, first.height, first.top, first.left, first.header) == (
        210.01,
        297.0,
        20.0,
        30.0,
        10.0,
    )
    assert (first.landscape, second.landscape, second.number_form) == (False, True, "lowerRoman")
    assert (first.first_page, second.first_page) == (None, 1)
    assert first.headers == second.headers == {"default": "header:1"}
    assert first.page_fields == (PageField("header", "default", "center", 13.0),)


@pytest.mark.parametrize(
    ("written", "align"),
    [
        (NUMBERED, "center"),
        ('p(pPr/jc{val=right}, fldSimple{instr=PAGE \\* MERGEFORMAT}/r/t"2")', "right"),
        ("p(pPr/framePr{wrap=around,xAlign=center}, r/pgNum)", "center"),
        (f"sdt(sdtPr/docPartObj, sdtContent/{NUMBERED})", "center"),
        ("p(pPr/tabs(tab{val=center,pos=4680}, tab{val=right,pos=9360}), r/tab, r/pgNum)", "center"),
        ("p(pPr/tabs(tab{val=center,pos=4680}, tab{val=right,pos=9360}), r(tab, tab), r/pgNum)", "right"),
        ("p/r/drawing/wp:anchor(wp:positionH/wp:align\"center\", wps:txbx/txbxContent/p/r/pgNum)", "center"),
    ],
)  # fmt: skip
def test_the_number_of_the_page_is_found_where_it_stands(written: str, align: str) -> None:
    (section,) = sections("p, sectPr/headerReference{r:id=header1}", header1=written)
    assert [number.align for number in section.page_fields] == [align]


def test_a_number_that_is_not_shown_is_not_told() -> None:
    reference = "headerReference{r:id=header1,type=first}"
    assert not sections(f"p, sectPr/{reference}", header1=NUMBERED)[0].page_fields
    assert sections(f"p, sectPr({reference}, titlePg)", header1=NUMBERED)[0].page_fields
    even = "p, sectPr/footerReference{r:id=footer1,type=even}"
    assert not sections(even, footer1=NUMBERED)[0].page_fields
    assert sections(even, footer1=NUMBERED, settings="evenAndOddHeaders")[0].page_fields
    pages = 'p/fldSimple{instr=NUMPAGES}/r/t"9"'
    assert not sections("p, sectPr/headerReference{r:id=header1}", header1=pages)[0].page_fields


WHOLE = unpacked(
    docx(
        "p(pPr(pStyle{val=Close}, numPr(ilvl{val=0}, numId{val=1}), ind{left=1,firstLine=2,hangingChars=3}, jc{val=both},"
        'spacing{before=1,afterLines=2,line=3,lineRule=exact}, contextualSpacing{val=1}, pBdr/bottom{val=single}), r/t"____"),'
        f"p(r/{LINE.replace('@', '720000')}, r/pict(v:line{{:from=1,:to=2}}, v:shape{{:type=_x0000_t32,:style=width:9pt}})),"
        'tbl(tblPr/tblStyle{val=Grid}, tr/tc(tcPr/tcW{w=9,type=dxa}, p(pPr/pBdr/bottom{val=single}, r/t"x"))),'
        f"p/pPr/sectPr({PORTRAIT}, headerReference{{r:id=header1,type=default}}, titlePg, pgNumType{{start=1,fmt=x}}),"
        "sectPr/pgSz{w=1,h=2}",
        styles=STYLES,
        numbering=NUMBERING,
        header1=NUMBERED + ", p(pPr/tabs/tab{val=center,pos=3}, r/tab, fldSimple{instr=PAGE}/r)",
        settings="evenAndOddHeaders{val=1}",
    )
)
ODD = st.sampled_from(
    ("", "-1", "0", "1", "9", "999999999999999999", "1e9", "NaN", "-.5in", "50%", "A", "default", "²")
)
VALUE = re.compile(r'(?<=\w=")[^"]*(?=")')  # of any attribute


@given(
    part=st.sampled_from(("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml")),
    data=st.data(),
)
def test_odd_values_are_read_as_something(part: str, data: st.DataObject) -> None:
    text = WHOLE[part].decode()
    spots = [match for match in VALUE.finditer(text) if "://" not in match.group()]
    for match in sorted(data.draw(st.sets(st.sampled_from(spots), min_size=1)), key=lambda one: -one.start()):
        text = text[: match.start()] + data.draw(ODD) + text[match.end() :]
    read = read_docx(packed(WHOLE | {part: text}), forms=True)
    assert all(line.paragraph.form is not None for line in read.body.lines())
    assert bare(read) == read_docx(packed(WHOLE | {part: text})).body.text


def bare(read: Paper) -> str:
    """Its words, which measuring must not change."""
    return read.body.text


def test_nothing_is_measured_unasked() -> None:
    read = read_docx(packed(WHOLE))
    assert read.sections == ()
    assert all(
        isinstance(line.paragraph, Paragraph) and line.paragraph.form is None for line in read.body.lines()
    )
