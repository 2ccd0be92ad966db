"""Automatic numbers are computed as Word shows them."""

from __future__ import annotations

import pytest

from support.docx import paper
from thammuu_core.wordml.numerals import numeral


def level(at: int, form: str, text: str, more: str = "start{val=1}") -> str:
    """One level of a list definition."""
    return f"lvl{{ilvl={at}}}({more}, numFmt{{val={form}}}, lvlText{{val={text}}})"


def item(number: int, at: int = 0, text: str = "x") -> str:
    """A paragraph of a list."""
    return f'p(pPr/numPr(ilvl{{val={at}}}, numId{{val={number}}}), r/t"{text}")'


PLAN = (
    f"abstractNum{{abstractNumId=0}}({level(0, 'upperRoman', '%1.')}, {level(1, 'decimal', '%2.')},"
    f"{level(2, 'lowerLetter', '%3)')}, {level(3, 'bullet', '-')}),"
    f"abstractNum{{abstractNumId=1}}({level(0, 'decimal', 'Điều %1.')}, {level(1, 'decimal', '%1.%2.')}),"
    "num{numId=1}/abstractNumId{val=0}, num{numId=2}/abstractNumId{val=1},"
    "num{numId=3}/abstractNumId{val=0},"
    "num{numId=4}(abstractNumId{val=0}, lvlOverride{ilvl=0}/startOverride{val=1})"
)


def labels(*items: str, numbering: str = PLAN, **parts: str) -> list[str]:
    """The labels of these paragraphs."""
    return [block.label for block in paper(", ".join(items), numbering=numbering, **parts).body.blocks]


def test_levels_count_on_and_restart_below() -> None:
    items = [item(1), item(1, 1), item(1, 1), item(1, 2), item(1, 3), item(1), item(1, 1), item(1, 2)]
    assert labels(*items) == ["I.", "1.", "2.", "a)", "-", "II.", "1.", "a)"]


def test_a_label_may_name_the_levels_above_it() -> None:
    assert labels(item(2), item(2, 1), item(2, 1), item(2), item(2, 1)) == [
        "Điều 1.",
        "1.1.",
        "1.2.",
        "Điều 2.",
        "2.1.",
    ]


def test_lists_of_one_definition_share_their_counters() -> None:
    assert labels(item(1), item(3), item(1)) == ["I.", "II.", "III."]


def test_a_start_override_restarts_at_first_use_only() -> None:
    assert labels(item(1), item(1), item(4), item(4)) == ["I.", "II.", "I.", "II."]


def test_a_level_left_out_counts_as_used() -> None:
    assert labels(item(2, 1), item(2), item(2, 1)) == ["1.1.", "Điều 2.", "2.1."]


def test_a_list_may_start_at_any_number() -> None:
    started = f"abstractNum{{abstractNumId=0}}({level(0, 'decimal', '%1.', 'start{val=5}')}), num{{numId=1}}/abstractNumId{{val=0}}"
    assert labels(item(1), item(1), numbering=started) == ["5.", "6."]


def test_an_override_may_replace_the_whole_level() -> None:
    other = (
        PLAN
        + f", num{{numId=9}}(abstractNumId{{val=0}}, lvlOverride{{ilvl=0}}/{level(0, 'upperLetter', '%1)')})"
    )
    assert labels(item(9), item(9), numbering=other) == ["A)", "B)"]


def test_a_level_may_never_restart() -> None:
    steady = (
        f"abstractNum{{abstractNumId=0}}({level(0, 'upperRoman', '%1.')},"
        f"{level(1, 'decimal', '%2.', 'start{val=1}, lvlRestart{val=0}')}), num{{numId=1}}/abstractNumId{{val=0}}"
    )
    assert labels(item(1), item(1, 1), item(1), item(1, 1), numbering=steady) == ["I.", "1.", "II.", "2."]


def test_legal_numbering_shows_every_number_as_decimal() -> None:
    legal = (
        f"abstractNum{{abstractNumId=0}}({level(0, 'upperRoman', '%1.')},"
        f"{level(1, 'decimal', '%1.%2.', 'start{val=1}, isLgl')}), num{{numId=1}}/abstractNumId{{val=0}}"
    )
    assert labels(item(1), item(1, 1), numbering=legal) == ["I.", "1.1."]


def test_a_style_may_carry_the_number() -> None:
    styles = (
        "style{type=paragraph,styleId=Article}(name{val=Điều}, pPr/numPr/numId{val=2}),"
        "style{type=paragraph,styleId=Clause}(name{val=Khoản}, basedOn{val=Article})"
    )
    tied = (
        "abstractNum{abstractNumId=1}(lvl{ilvl=0}(start{val=1}, pStyle{val=Article}, lvlText{val=Điều %1.}),"
        "lvl{ilvl=1}(start{val=1}, pStyle{val=Clause}, lvlText{val=%2.})), num{numId=2}/abstractNumId{val=1}"
    )
    styled = [
        f'p(pPr/pStyle{{val={name}}}, r/t"x")'
        for name in ("Article", "Clause", "Clause", "Article", "Clause")
    ]
    assert labels(*styled, numbering=tied, styles=styles) == ["Điều 1.", "1.", "2.", "Điều 2.", "1."]


def test_number_zero_takes_the_number_of_the_style_away() -> None:
    styles = "style{type=paragraph,styleId=Article}(name{val=Điều}, pPr/numPr/numId{val=2})"
    off = 'p(pPr(pStyle{val=Article}, numPr/numId{val=0}), r/t"x")'
    on = 'p(pPr/pStyle{val=Article}, r/t"x")'
    assert labels(on, off, on, styles=styles) == ["Điều 1.", "", "Điều 2."]


def test_a_list_may_borrow_its_definition_from_a_style() -> None:
    linked = (
        "abstractNum{abstractNumId=5}/numStyleLink{val=Legal},"
        f"abstractNum{{abstractNumId=6}}(styleLink{{val=Legal}}, {level(0, 'decimal', '%1/')}),"
        "num{numId=1}/abstractNumId{val=5}"
    )
    assert labels(item(1), item(1), numbering=linked) == ["1/", "2/"]


def test_numbers_run_on_through_tables() -> None:
    cells = f"tbl/tr(tc/{item(1)}, tc/{item(1)})"
    blocks = paper(f"{item(1)}, {cells}, {item(1)}", numbering=PLAN).body
    assert [line.paragraph.label for line in blocks.lines()] == ["I.", "II.", "III.", "IV."]


def test_a_deleted_paragraph_takes_no_number() -> None:
    gone = 'p(pPr(numPr(ilvl{val=0}, numId{val=1}), rPr/del), del/r/delText"x")'
    assert labels(item(1), gone, item(1)) == ["I.", "II."]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [("-", "Times New Roman", "-"), ("–", "Arial", "-"), ("+", "Arial", "+"), ("\uf0b7", "Symbol", "•"),
     ("\uf0d8", "Wingdings", "•"), ("o", "Courier New", "•"), ("\uf02d", "Symbol", "-"), ("•", "Arial", "•")],
)  # fmt: skip
def test_a_bullet_is_a_dash_a_plus_or_a_dot(text: str, font: str, shown: str) -> None:
    bullets = (
        f"abstractNum{{abstractNumId=0}}/lvl{{ilvl=0}}(numFmt{{val=bullet}}, lvlText{{val={text}}},"
        f"rPr/rFonts{{ascii={font}}}), num{{numId=1}}/abstractNumId{{val=0}}"
    )
    assert labels(item(1), numbering=bullets) == [shown]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [(4, "upperRoman", "IV"), (9, "lowerRoman", "ix"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"),
     (3, "decimalZero", "03"), (15, "vietnameseCounting", "Mười lăm"), (21, "vietnameseCounting", "Hai mươi mốt"),
     (0, "upperRoman", "0"), (5, "unheardOf", "5"), (5, "none", "")],
)  # fmt: skip
def test_numbers_have_many_forms(number: int, form: str, shown: str) -> None:
    assert numeral(number, form) == shown


@pytest.mark.parametrize(
    "broken", ["num{numId=1}/abstractNumId{val=7}", "abstractNum/lvl{ilvl=x}", "num{numId=1}", ""]
)
def test_a_broken_list_has_no_labels_and_loses_no_words(broken: str) -> None:
    (paragraph,) = paper(item(1, 0, "còn"), numbering=broken).body.blocks
    assert (paragraph.text, paragraph.label, paragraph.depth) == ("còn", "", None)
