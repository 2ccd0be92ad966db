"""How text looks once styles, defaults and direct settings are put together."""

from __future__ import annotations

from support.docx import paper
from thammuu_core.papers import Run

STYLES = """
docDefaults/rPrDefault/rPr(rFonts{asciiTheme=minorHAnsi}, sz{val=22}),
style{type=paragraph,default=1,styleId=Normal}(name{val=Normal}, rPr(sz{val=28})),
style{type=paragraph,styleId=Base}(name{val=Base}, basedOn{val=Normal}, pPr(jc{val=center}, outlineLvl{val=1}), rPr/b),
style{type=paragraph,styleId=Title}(name{val=Tên loại}, basedOn{val=Base}, rPr/caps),
style{type=character,styleId=Strong}(name{val=Strong}, rPr(b, color{val=ff0000})),
style{type=table,styleId=Grid}(name{val=Grid}, rPr/i),
style{type=paragraph,styleId=Loop}(name{val=Loop}, basedOn{val=Loop}, rPr/u{val=single})
"""
THEME = "a:themeElements/a:fontScheme/a:minorFont/a:latin{a:typeface=x}"


def run(properties: str = "", style: str = "", **parts: str) -> Run:
    """The only run of a paragraph with these properties."""
    written = f'p(pPr{f"/pStyle{{val={style}}}" if style else ""}, r(rPr({properties}), t"chữ"))'
    (paragraph,) = paper(written, styles=STYLES, **parts).body.blocks
    (found,) = paragraph.runs
    return found


def test_defaults_give_way_to_the_default_style() -> None:
    assert run().size == 14


def test_a_style_inherits_from_the_style_it_is_based_on() -> None:
    found = run(style="Title")
    assert (found.bold, found.caps, found.size) == (True, True, 14)


def test_a_toggle_set_by_two_styles_cancels_out() -> None:
    assert run("rStyle{val=Strong}").bold
    assert not run("rStyle{val=Strong}", style="Title").bold


def test_direct_formatting_has_the_last_word() -> None:
    assert not run("b{val=0}", style="Title").bold
    assert run("rStyle{val=Strong}, b", style="Title").bold
    assert run("sz{val=26}").size == 13


def test_colour_and_underline_and_font() -> None:
    found = run("color{val=00b0f0}, u{val=single}, rFonts{ascii=Times New Roman}")
    assert (found.colour, found.underline, found.font) == ("00B0F0", True, "Times New Roman")
    assert run("color{val=auto}").colour is None
    assert not run("u{val=none}").underline


def test_words_may_be_struck_through_by_one_line_or_two() -> None:
    assert run("strike").strike
    assert run("dstrike").strike
    assert not run("strike{val=0}").strike


def test_a_table_style_lies_under_the_others() -> None:
    (table,) = paper('tbl(tblPr/tblStyle{val=Grid}, tr/tc/p/r/t"ô")', styles=STYLES).body.blocks
    (found,) = table.rows[0].cells[0].blocks[0].runs
    assert found.italic


def test_paragraph_style_gives_name_alignment_and_outline_level() -> None:
    (paragraph,) = paper('p(pPr/pStyle{val=Title}, r/t"KẾ HOẠCH")', styles=STYLES).body.blocks
    assert (paragraph.style, paragraph.align, paragraph.heading) == ("Tên loại", "center", 2)


def test_direct_paragraph_properties_win() -> None:
    (paragraph,) = paper(
        'p(pPr(pStyle{val=Title}, jc{val=start}, outlineLvl{val=9}), r/t"x")', styles=STYLES
    ).body.blocks
    assert (paragraph.align, paragraph.heading) == ("left", None)


def test_a_style_based_on_itself_is_still_a_style() -> None:
    assert run(style="Loop").underline


def test_neighbours_that_look_alike_are_one_run() -> None:
    (paragraph,) = paper('p(r/t"a", r/t"b", r(rPr/b, t"c"), r(rPr/b, t"d"))').body.blocks
    assert [(found.start, found.end, found.bold) for found in paragraph.runs] == [(0, 2, False), (2, 4, True)]


def test_runs_cover_the_text_in_order_after_normalising() -> None:
    (paragraph,) = paper('p(r/t"Kê", r(rPr/b, t"\u0301 ho\u0061\u0323ch"), r/t"\u00ad x\u200b")').body.blocks
    assert paragraph.text == "Kế hoạch x"
    assert "".join(paragraph.text[found.start : found.end] for found in paragraph.runs) == paragraph.text


def test_without_styles_everything_is_plain() -> None:
    (paragraph,) = paper('p(pPr/pStyle{val=Lost}, r(rPr/rStyle{val=Lost}, t"x"))').body.blocks
    assert (paragraph.style, paragraph.runs[0].bold) == (None, False)
