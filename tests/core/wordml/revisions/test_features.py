"""Each kind of thing that a returned copy may hold, one small file a kind: both texts, who did what, every comment."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from support.docx import docx, packed, unpacked
from thammuu_core.papers import BODY
from thammuu_core.wordml import read_docx, read_revised
from thammuu_core.wordml.revisions import Revised, RevisedStory


@dataclass(frozen=True)
class Case:
    """A body in the notation of `support.docx` and what is to be read."""

    body: str
    accepted: str
    original: str
    changes: str = ""
    """`A+words B-words`, a space written as "_", a paragraph mark as "¶", a break as "↵"; `>name` after a move."""
    comments: tuple[str, ...] = ()
    """`A: words [original words | accepted words]`; `@story` where it is not the body, `^id` for an answer, `✓` resolved."""
    story: str = BODY
    parts: dict[str, str] = field(default_factory=dict)


def table(*rows: str) -> str:
    """A table of these rows."""
    return f"tbl({', '.join(rows)})"


NUMBERED = "pPr/numPr(ilvl{val=0}, numId{val=1})"
COUNTING = {
    "numbering": "abstractNum{abstractNumId=0}/lvl{ilvl=0}(start{val=1}, numFmt{val=decimal}, lvlText{val=Điều %1.}),"
    "num{numId=1}/abstractNumId{val=0}"
}
NOTE = 'comment{id=1,author=A}/p/r/t"rõ hơn"'

CASES = {
    "a run put in": Case('p(r/t"một ", ins{author=A}/r/t"hai ", r/t"ba")', "một hai ba", "một ba", "A+hai_"),
    "a run taken out": Case(
        'p(r/t"một ", del{author=A}/r/delText"hai ", r/t"ba")', "một ba", "một hai ba", "A-hai_"
    ),
    "what one puts in another takes out": Case(
        'p(r/t"a", ins{author=A}(r/t"b", del{author=B}/r/delText"c"), r/t"d")', "abd", "ad", "A+b A+B-c"
    ),
    "words moved within a paragraph": Case(
        'p(moveFromRangeStart{id=1,name=m}, moveFrom{author=A}/r/t"một ", moveFromRangeEnd{id=1}, r/t"hai ",'
        'moveToRangeStart{id=2,name=m}, moveTo{author=A}/r/t"một ", moveToRangeEnd{id=2}, r/t"ba")',
        "hai một ba",
        "một hai ba",
        "A-một_>m A+một_>m",
    ),
    "a paragraph moved": Case(
        'moveFromRangeStart{id=1,name=m}, p(pPr/rPr/moveFrom{author=A}, moveFrom{author=A}/r/t"một"), moveFromRangeEnd{id=1},'
        'p/r/t"hai",'
        'p(pPr/rPr/moveTo{author=A}, moveToRangeStart{id=2,name=m}, moveTo{author=A}/r/t"một", moveToRangeEnd{id=2}), p/r/t"ba"',
        "hai\nmột\nba",
        "một\nhai\nba",
        "A-một>m A-¶>m A+một>m A+¶>m",
    ),
    "the look of a run changed": Case('p/r(rPr(b, rPrChange{author=A}/rPr), t"đậm")', "đậm", "đậm"),
    "the look of a paragraph changed": Case(
        'p(pPr(jc{val=center}, pPrChange{author=A}/pPr), r/t"giữa")', "giữa", "giữa"
    ),
    "a paragraph split": Case('p(pPr/rPr/ins{author=A}, r/t"một"), p/r/t"hai"', "một\nhai", "mộthai", "A+¶"),
    "two paragraphs joined": Case(
        'p(pPr/rPr/del{author=A}, r/t"một"), p/r/t"hai"', "mộthai", "một\nhai", "A-¶"
    ),
    "a paragraph in an old font joined to an empty one": Case(
        'p(pPr/rPr/del{author=A}, r(rPr/rFonts{ascii=.VnTime}, t"®iÒu")), p', "điều", "điều\n", "A-¶"
    ),
    "a whole paragraph put in": Case(
        'p/r/t"một", p(pPr/rPr/ins{author=A}, ins{author=A}/r/t"hai"), p/r/t"ba"',
        "một\nhai\nba",
        "một\nba",
        "A+hai A+¶",
    ),
    "a whole paragraph taken out": Case(
        'p/r/t"một", p(pPr/rPr/del{author=A}, del{author=A}/r/delText"hai"), p/r/t"ba"',
        "một\nba",
        "một\nhai\nba",
        "A-hai A-¶",
    ),
    "a row put in": Case(
        table('tr/tc/p/r/t"một"', 'tr(trPr/ins{author=A}, tc/p/ins{author=A}/r/t"hai")', 'tr/tc/p/r/t"ba"'),
        "một\nhai\nba",
        "một\nba",
        "A+hai A+¶",
    ),
    "a row taken out": Case(
        table(
            'tr/tc/p/r/t"một"',
            'tr(trPr/del{author=A}, tc/p(pPr/rPr/del{author=A}, del{author=A}/r/delText"hai"))',
            'tr/tc/p/r/t"ba"',
        ),
        "một\nba",
        "một\nhai\nba",
        "A-hai A-¶",
    ),
    "a row taken out that only its own mark shows": Case(
        table('tr/tc/p/r/t"một"', 'tr(trPr/del{author=A}, tc/p/r/t"hai", tc/p/r/t"II")', 'tr/tc/p/r/t"ba"'),
        "một\nba",
        "một\nhai\nII\nba",
        "A-hai A-¶ A-II A-¶",
    ),
    "a cell put in": Case(
        table('tr(tc/p/r/t"một", tc(tcPr/cellIns{author=A}, p/r/t"hai"), tc/p/r/t"ba")'),
        "một\nhai\nba",
        "một\nba",
        "A+hai A+¶",
    ),
    "a cell taken out": Case(
        table('tr(tc/p/r/t"một", tc(tcPr/cellDel{author=A}, p/r/t"hai"), tc/p/r/t"ba")'),
        "một\nba",
        "một\nhai\nba",
        "A-hai A-¶",
    ),
    "a footnote changed": Case(
        'p(r/t"thân", r/footnoteReference{id=1})',
        "chú mới",
        "chú cũ",
        "A-cũ A+mới",
        story="footnote:1",
        parts={
            "footnotes": 'footnote{type=separator,id=0}/p, footnote{id=1}/p(r/t"chú ", del{author=A}/r/delText"cũ", ins{author=A}/r/t"mới")'
        },
    ),
    "an endnote changed": Case(
        'p/r/t"thân"',
        "cuối trang",
        "cuối",
        "A+_trang",
        story="endnote:2",
        parts={"endnotes": 'endnote{id=2}/p(r/t"cuối", ins{author=A}/r/t" trang")'},
    ),
    "a field": Case(
        'p(r/t"theo ", r/fldChar{fldCharType=begin}, r/instrText" REF d5 ", r/fldChar{fldCharType=separate}, r/t"Điều 5",'
        'r/fldChar{fldCharType=end}, r/t".")',
        "theo Điều 5.",
        "theo Điều 5.",
    ),
    "a field taken out": Case(
        'p(r/t"theo ", del{author=A}(r/fldChar{fldCharType=begin}, r/delInstrText" REF d5 ", r/fldChar{fldCharType=separate},'
        'r/delText"Điều 5", r/fldChar{fldCharType=end}), r/t".")',
        "theo .",
        "theo Điều 5.",
        "A-Điều_5",
    ),
    "a field in one element": Case(
        'p(r/t"theo ", fldSimple{instr=REF d5}/r/t"Điều 5")', "theo Điều 5", "theo Điều 5"
    ),
    "a link with changes in it": Case(
        'p/hyperlink(r/t"một", ins{author=A}/r/t" hai", del{author=B}/r/delText" ba")',
        "một hai",
        "một ba",
        "A+_hai B-_ba",
    ),
    "a smart tag": Case('p(smartTag/r/t"Hà Nội", r/t".")', "Hà Nội.", "Hà Nội."),
    "a content control in a line": Case(
        'p(sdt(sdtPr, sdtContent(r/t"một", ins{author=A}/r/t" hai")))', "một hai", "một", "A+_hai"
    ),
    "a content control round paragraphs": Case(
        'sdt/sdtContent(p/r/t"một", p(pPr/rPr/ins{author=A}, ins{author=A}/r/t"hai")), p/r/t"ba"',
        "một\nhai\nba",
        "một\nba",
        "A+hai A+¶",
    ),
    "content controls round rows and cells": Case(
        table(
            'sdt/sdtContent/tr(sdt/sdtContent/tc/p/r/t"một")',
            'sdt/sdtContent/tr(trPr/ins{author=A}, tc/p/r/t"hai")',
        ),
        "một\nhai",
        "một",
        "A+¶ A+hai",
    ),
    "custom XML in a line": Case('p(customXml{element=x}/r/t"một", r/t" hai")', "một hai", "một hai"),
    "another direction of writing": Case(
        'p(bdo{val=ltr}/r/t"một", dir{val=ltr}/ins{author=A}/r/t" hai")', "một hai", "một", "A+_hai"
    ),
    "an embedded document": Case('p/r/t"một", altChunk{r:id=x}', "một", "một"),
    "a text box": Case(
        'p(r/t"thân", r/mc:AlternateContent(mc:Choice/drawing/wps:txbx/txbxContent/p(r/t"hộp", ins{author=A}/r/t" mới"),'
        'mc:Fallback/pict/v:textbox/txbxContent/p(r/t"hộp", ins{author=A}/r/t" mới")))',
        "hộp mới",
        "hộp",
        "A+_mới",
        story="textbox:1",
    ),
    "a header changed": Case(
        'p/r/t"thân", sectPr/headerReference{r:id=header1}',
        "dự thảo 2",
        "dự thảo 1",
        "A-1 A+2",
        story="header:1",
        parts={"header1": 'p(r/t"dự thảo ", del{author=A}/r/delText"1", ins{author=A}/r/t"2")'},
    ),
    "a footer changed": Case(
        'p/r/t"thân", sectPr/footerReference{r:id=footer1}',
        "chân",
        "chân giấy",
        "A-_giấy",
        story="footer:1",
        parts={"footer1": 'p(r/t"chân", del{author=A}/r/delText" giấy")'},
    ),
    "mathematics": Case(
        'p(r/t"y = ", m:oMath(m:r/m:t"x", ins{author=A}/m:r/m:t"+1"))', "y = x+1", "y = x", "A++1"
    ),
    "a tab, a break, a hyphen, a symbol": Case(
        'p(r(t"a", tab, t"b", br, t"c", noBreakHyphen, t"d", softHyphen, sym{font=Wingdings,char=F0E0}))',
        "a\tb\nc-d→",
        "a\tb\nc-d→",
    ),
    "a line break put in": Case('p(r/t"a", ins{author=A}/r/br, r/t"b")', "a\nb", "ab", "A+↵"),
    "ruby": Case('p/r/ruby(rt/r/t"han", rubyBase/r/t"漢")', "漢", "漢"),
    "a nested table": Case(
        table('tr/tc(tbl/tr/tc/p(r/t"trong", ins{author=A}/r/t" mới"), p/r/t"ngoài")'),
        "trong mới\nngoài",
        "trong\nngoài",
        "A+_mới",
    ),
    "a comment on words": Case(
        'p(r/t"một ", commentRangeStart{id=1}, r/t"hai", commentRangeEnd{id=1}, r/commentReference{id=1}, r/t" ba")',
        "một hai ba",
        "một hai ba",
        comments=("A: rõ hơn [hai | hai]",),
        parts={"comments": NOTE},
    ),
    "a comment on several paragraphs": Case(
        'p(r/t"một ", commentRangeStart{id=1}, r/t"hai"), p/r/t"ba", p(r/t"bốn", commentRangeEnd{id=1}, r/commentReference{id=1}, r/t" năm")',
        "một hai\nba\nbốn năm",
        "một hai\nba\nbốn năm",
        comments=("A: rõ hơn [hai¶ba¶bốn | hai¶ba¶bốn]",),
        parts={"comments": NOTE},
    ),
    "a comment round cells": Case(
        'p/r/t"đầu", '
        + table('tr(tc/p/r/t"một", commentRangeStart{id=1}, tc/p/r/t"hai")', 'tr/tc/p/r/t"ba"')
        + ', commentRangeEnd{id=1}, p(r/commentReference{id=1}, r/t"cuối")',
        "đầu\nmột\nhai\nba\ncuối",
        "đầu\nmột\nhai\nba\ncuối",
        comments=("A: rõ hơn [hai¶ba¶ | hai¶ba¶]",),
        parts={"comments": NOTE},
    ),
    "a comment on words taken out": Case(
        'p(r/t"một", commentRangeStart{id=1}, del{author=A}/r/delText" hai", commentRangeEnd{id=1}, r/commentReference{id=1}, r/t" ba")',
        "một ba",
        "một hai ba",
        "A-_hai",
        comments=("A: rõ hơn [_hai | ]",),
        parts={"comments": NOTE},
    ),
    "a comment on words put in": Case(
        'p(r/t"một", commentRangeStart{id=1}, ins{author=A}/r/t" hai", commentRangeEnd{id=1}, ins{author=A}/r/commentReference{id=1}, r/t" ba")',
        "một hai ba",
        "một ba",
        "A+_hai",
        comments=("A: rõ hơn [ | _hai]",),
        parts={"comments": NOTE},
    ),
    "an answer to a resolved comment": Case(
        'p(commentRangeStart{id=1}, commentRangeStart{id=2}, r/t"hai", commentRangeEnd{id=1}, r/commentReference{id=1},'
        "commentRangeEnd{id=2}, r/commentReference{id=2})",
        "hai",
        "hai",
        comments=("A: dòng đầu¶dòng cuối [hai | hai] ✓", "B: đã sửa [hai | hai] ^1 ✓"),
        parts={
            "comments": 'comment{id=1,author=A}(p{w14:paraId=11}/r/t"dòng đầu", p{w14:paraId=12}/r/t"dòng cuối"),'
            'comment{id=2,author=B}/p{w14:paraId=21}/r/t"đã sửa"',
            "commentsExtended": "w15:commentEx{w15:paraId=12,w15:done=1}, w15:commentEx{w15:paraId=21,w15:paraIdParent=12,w15:done=1}",
        },
    ),
    "a comment on a point": Case(
        'p(r/t"một", r/commentReference{id=1}, r/t" hai")',
        "một hai",
        "một hai",
        comments=("A: rõ hơn [ | ]",),
        parts={"comments": NOTE},
    ),
    "a comment that belongs nowhere": Case(
        'p/r/t"một"', "một", "một", comments=("A: rõ hơn @?",), parts={"comments": NOTE}
    ),
    "a comment in a footnote": Case(
        'p/r/t"một"',
        "một",
        "một",
        comments=("A: rõ hơn @footnote:1 [chú | chú]",),
        parts={
            "comments": NOTE,
            "footnotes": 'footnote{id=1}/p(commentRangeStart{id=1}, r/t"chú", commentRangeEnd{id=1}, r/commentReference{id=1})',
        },
    ),
}


def spelt(text: str) -> str:
    """Marks and spaces made visible."""
    return text.replace("\n", "¶").replace(" ", "_")


def changes(story: RevisedStory) -> str:
    """The tokens that either text lacks, as in `Case.changes`."""
    found = []
    for token in story.tokens:
        if token.inserted or token.deleted:
            hands = "".join(
                f"{hand.author}{sign}" for sign, hand in (("+", token.inserted), ("-", token.deleted)) if hand
            )
            words = "↵" if token.kind == "break" else spelt(token.text)
            found.append(f"{hands}{words}{f'>{token.moved}' if token.moved else ''}")
    return " ".join(found)


def comments(revised: Revised) -> tuple[str, ...]:
    """The comments as in `Case.comments`."""
    stories = {story.name: story for story in revised.stories}
    found = []
    for remark in revised.remarks:
        said = f"{remark.hand.author}: {remark.text}".replace("\n", "¶")
        if remark.story is None:
            found.append(f"{said} @?")
            continue
        story = stories[remark.story]
        assert remark.original is not None
        assert remark.accepted is not None
        old = spelt(story.original.text[slice(*remark.original)])
        new = spelt(story.accepted.text[slice(*remark.accepted)])
        where = "" if remark.story == BODY else f" @{remark.story}"
        thread = f" ^{remark.parent}" if remark.parent else ""
        found.append(f"{said}{where} [{old} | {new}]{thread}{' ✓' if remark.resolved else ''}")
    return tuple(found)


def holds(data: bytes, case: Case) -> None:
    """Everything that the case says, and what holds for every file."""
    revised = read_revised(data)
    story = next(story for story in revised.stories if story.name == case.story)
    assert (story.accepted.text, story.original.text) == (case.accepted, case.original)
    assert (changes(story), comments(revised)) == (case.changes, case.comments)
    assert revised.ledger.balanced
    assert {story.name: story.accepted.text for story in revised.stories} == {
        story.name: story.text for story in read_docx(data).stories
    }


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_both_texts_hands_and_comments_are_read(case: Case) -> None:
    holds(docx(case.body, **case.parts), case)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_file_in_strict_open_xml_reads_the_same(case: Case) -> None:
    parts = unpacked(docx(case.body, **case.parts))
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    spelling = (
        (usual + b"wordprocessingml/2006/main", strict + b"wordprocessingml/main"),
        (usual + b"officeDocument/2006/math", strict + b"officeDocument/math"),
        (usual + b"officeDocument/2006/relationships", strict + b"officeDocument/relationships"),
    )
    for name, content in parts.items():
        for plain, other in spelling:
            content = content.replace(plain, other)
        parts[name] = content
    assert strict in parts["word/document.xml"]
    holds(packed(parts), case)


def test_numbers_are_counted_for_each_text_by_itself() -> None:
    body = f'p({NUMBERED}, r/t"một"), p(pPr(numPr(ilvl{{val=0}}, numId{{val=1}}), rPr/ins{{author=A}}), ins{{author=A}}/r/t"mới"), p({NUMBERED}, r/t"hai")'
    story = read_revised(docx(body, **COUNTING)).body
    assert [line.paragraph.label for line in story.original.lines()] == ["Điều 1.", "Điều 2."]
    assert [line.paragraph.label for line in story.accepted.lines()] == ["Điều 1.", "Điều 2.", "Điều 3."]


def test_changes_of_formatting_are_counted_by_author() -> None:
    revised = read_revised(
        docx(
            'p(pPr/pPrChange{author=A}/pPr, r(rPr/rPrChange{author=A}/rPr, t"a")),'
            'tbl(tblPr/tblPrChange{author=B}, tr(trPr/trPrChange{author=B}, tc(tcPr(cellMerge{author=C}, tcPrChange{author=B}), p/r/t"ô"))),'
            "sectPr/sectPrChange{author=A}/sectPr"
        )
    )
    assert revised.formatting == {"A": 3, "B": 3, "C": 1}


def test_the_result_of_a_field_is_known_to_be_computed() -> None:
    computed = (
        'fldSimple{instr=REF}/r/t"Điều 5"',
        (
            'r/fldChar{fldCharType=begin}, r/instrText"REF", r/fldChar{fldCharType=separate}, r/t"Điều 5", r/fldChar{fldCharType=end}'
        ),
    )
    for field_of in computed:
        tokens = read_revised(docx(f'p(r/t"theo ", {field_of}, r/t" này")')).body.tokens
        assert [(token.text, token.computed) for token in tokens] == [
            ("theo ", False),
            ("Điều 5", True),
            (" này", False),
        ]


def test_a_field_that_never_ends_computes_nothing() -> None:
    tokens = read_revised(
        docx('p(r/fldChar{fldCharType=begin}, r/fldChar{fldCharType=separate}, r/t"một"), p/r/t"hai"')
    ).body.tokens
    assert not any(token.computed for token in tokens)


def test_a_list_of_contents_is_computed_up_to_its_end() -> None:
    tokens = read_revised(
        docx(
            'p(r/fldChar{fldCharType=begin}, r/instrText"TOC", r/fldChar{fldCharType=separate}, r/t"Chương I"), p/r/t"Chương II",'
            'p(r/t"Chương III", r/fldChar{fldCharType=end}, r/t"thân")'
        )
    ).body.tokens
    assert [token.text for token in tokens if not token.computed] == ["thân"]


def test_what_cannot_be_read_is_told() -> None:
    problems = read_revised(
        docx('p(r/t"một", subDoc{r:id=x}, r/object, r/drawing/c:chart), altChunk{r:id=y}')
    ).problems
    assert [problem.code for problem in problems] == [
        "wordml.objects",
        "wordml.diagrams",
        "wordml.embedded_part",
    ]
    assert "2 phần" in problems[2].message
