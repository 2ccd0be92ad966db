"""What the words of a paragraph are."""

from __future__ import annotations

import pytest

from support.docx import paper, texts


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ('p(r/t"Kế ", r/t"hoạch")', "Kế hoạch"),
        ("p", ""),
        ('p/r(t"a", tab, t"b")', "a\tb"),
        ('p/r(t"35", noBreakHyphen, t"NQ/TU")', "35-NQ/TU"),
        ('p/r(t"bổ", softHyphen, t" sung")', "bổ sung"),
        ('p/r(sym{font=Wingdings,char=F0FE}, t" có")', "☑ có"),
        ('p/r(rPr/rFonts{ascii=Symbol}, t"\uf0b7 ý")', "• ý"),
        ('p/r(rPr/rFonts{ascii=Symbol}, t"Kế hoạch")', "Kế hoạch"),
        ('p/r/t"Kê\u0301 hoa\u0323ch"', "Kế hoạch"),
        ('p(r/t"ngâ", r/t"\u0300y")', "ngầy"),
        ('p/hyperlink/r/t"trang"', "trang"),
        ('p/smartTag/smartTag/r/t"Hà Nội"', "Hà Nội"),
        ('p/sdt(sdtPr/tag{val=x}, sdtContent/r/t"ô")', "ô"),
        ('p/fldSimple{instr=REF}/r/t"Điều 5"', "Điều 5"),
        ('p/m:oMath/m:r/m:t"x=1"', "x=1"),
        ('p/unheardOf/r/t"giữ lại"', "giữ lại"),
        ('p/r/ruby(rt/r/t"đọc", rubyBase/r/t"chữ")', "chữ"),
        ('p(r/t"a", r(lastRenderedPageBreak, t"b"))', "ab"),
        ('p(r/t"chú", r/footnoteReference{id=2}, r/t" thích")', "chú thích"),
    ],
)
def test_a_paragraph_says_what_a_reader_sees(body: str, read: str) -> None:
    assert texts(body) == [read]


def test_blanks_at_the_ends_count_only_where_the_file_keeps_them() -> None:
    body = paper('p/r/t"a "')  # the notation keeps blanks
    assert body.body.text == "a "
    assert texts('p(r/t{x=1}/unheardOf, r/t"b")') == ["b"]


def test_a_line_break_begins_a_new_paragraph_without_a_label() -> None:
    first, second = paper(
        'p(pPr(jc{val=center}, numPr(numId{val=1})), r(rPr/b, t"KT. GIÁM ĐỐC", br, t"PHÓ GIÁM ĐỐC"))',
        numbering="abstractNum{abstractNumId=0}/lvl{ilvl=0}(start{val=1}, numFmt{val=decimal}, lvlText{val=%1.}),"
        "num{numId=1}/abstractNumId{val=0}",
    ).body.blocks
    assert (first.text, first.label) == ("KT. GIÁM ĐỐC", "1.")
    assert (second.text, second.label, second.align, second.bold) == ("PHÓ GIÁM ĐỐC", "", "center", True)


def test_a_page_break_divides_only_where_there_are_words_before_it() -> None:
    assert texts('p(r/br{type=page}, r/t"PHỤ LỤC")') == ["PHỤ LỤC"]
    assert texts('p(r/t"Hết", r/br{type=page}, r/t"PHỤ LỤC")') == ["Hết", "PHỤ LỤC"]


def test_hidden_text_is_left_out_and_told() -> None:
    read = paper('p(r/t"thấy", r(rPr/vanish, t" ẩn"), r(rPr/vanish{val=0}, t" rõ"))')
    assert read.body.text == "thấy rõ"
    assert [problem.code for problem in read.problems] == ["wordml.hidden_text"]


def test_no_line_feed_stands_inside_a_paragraph() -> None:
    assert texts('p/r/t"một\nhai\u2028ba"') == ["một hai ba"]
