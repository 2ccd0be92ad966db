"""A returned copy that has everything, and what holds for the reading of any file."""

from __future__ import annotations

from support.docx import docx, unpacked
from thammuu_core.wordml import read_docx, read_revised
from thammuu_core.wordml.revisions import Revised

PARTS = {
    "numbering": "abstractNum{abstractNumId=0}/lvl{ilvl=0}(start{val=1}, numFmt{val=decimal}, lvlText{val=%1.}), num{numId=1}/abstractNumId{val=0}",
    "comments": 'comment{id=1,author=A}/p/r/t"rõ hơn"',
}
SAMPLE = unpacked(
    docx(
        'p(pPr/numPr(ilvl{val=0}, numId{val=1}), r/t"một ", ins{author=A}(r/t"hai ", del{author=B}/r/delText"ba")),'
        'p(pPr/rPr/del{author=B}, moveFromRangeStart{id=9,name=m}, moveFrom{author=A}/r/t"bốn", moveFromRangeEnd{id=9}),'
        'p(pPr/rPr/ins{author=A}, commentRangeStart{id=1}, moveTo{author=A}/r/t"năm", commentRangeEnd{id=1}, r/commentReference{id=1}),'
        'p(r/fldChar{fldCharType=begin}, r/instrText"REF", r/fldChar{fldCharType=separate}, r/t"6", r/fldChar{fldCharType=end}),'
        'tbl(tr(trPr/ins{author=A}, tc(tcPr/vMerge{val=restart}, p/r/t"ô"), tc/p), tr(tc(tcPr/vMerge, p), tc(tcPr/cellDel{author=B}, tbl/tr/tc/p/r/t"trong", p))),'
        'sdt/sdtContent/p/r(rPr(rStyle{val=S}, rFonts{ascii=.VnTime}), t"®iÒu"),'
        'p/r/mc:AlternateContent(mc:Choice/drawing/wps:txbx/txbxContent/p/r/t"hộp", mc:Fallback/pict/v:textbox/txbxContent/p/r/t"hộp"),'
        'p(m:oMath/m:r/m:t"x", r/ruby(rt/r/t"a", rubyBase/r/t"b")), sectPr/headerReference{r:id=header1}',
        header1='p(r/t"đầu ", ins{author=A}/r/t"trang")',
        footnotes='footnote{id=1}/p/del{author=B}/r/delText"chú"',
        commentsExtended="w15:commentEx{w15:paraId=1,w15:done=1}",
        styles="style{type=character,styleId=S}(name{val=S}, rPr/vanish)",
        **PARTS,
    )
)


def lawful(data: bytes) -> Revised:
    """Read, and hold to everything that is so for any file whatever."""
    revised = read_revised(data)
    plain = read_docx(data)
    read = {story.name: story for story in revised.stories}
    for story in plain.stories:
        assert [(line.paragraph.label, line.paragraph.text, line.table) for line in story.lines()] == [
            (line.paragraph.label, line.paragraph.text, line.table)
            for line in read[story.name].accepted.lines()
        ]
    for story in revised.stories:
        assert "".join(token.text for token in story.tokens if not token.inserted) == story.original.text
        assert "".join(token.text for token in story.tokens if not token.deleted) == story.accepted.text
        assert all(token.text for token in story.tokens)
    for remark in revised.remarks:
        if remark.story is not None and remark.story in read:
            story = read[remark.story]
            for span, whole in ((remark.original, story.original), (remark.accepted, story.accepted)):
                assert span is not None
                assert 0 <= span[0] <= span[1] <= len(whole.text)
    return revised
