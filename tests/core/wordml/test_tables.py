"""Tables are rows of real cells on a grid."""

from __future__ import annotations

import pytest

from support.docx import paper
from thammuu_core.papers import Table

LINES = "tblBorders(top{val=single}, left{val=single}, bottom{val=single}, right{val=single}, insideH{val=single}, insideV{val=single})"


def table(content: str, **parts: str) -> Table:
    """The only block of a body that holds this table."""
    (found,) = paper(f"tbl({content})", **parts).body.blocks
    assert isinstance(found, Table)
    return found


def grid(found: Table) -> list[list[tuple[str, int, int, int]]]:
    """Text, column, columns and rows of every cell."""
    return [[(cell.text, cell.column, cell.columns, cell.rows) for cell in row.cells] for row in found.rows]


def test_a_cell_over_two_columns_stands_once() -> None:
    assert grid(table('tr/tc(tcPr/gridSpan{val=2}, p/r/t"Nội dung"), tr(tc/p/r/t"a", tc/p/r/t"b")')) == [
        [("Nội dung", 0, 2, 1)],
        [("a", 0, 1, 1), ("b", 1, 1, 1)],
    ]


def test_a_cell_over_three_rows_stands_once_at_its_top() -> None:
    below = 'tr(tc(tcPr/vMerge, p), tc/p/r/t"{}")'
    content = 'tr(tc(tcPr/vMerge{val=restart}, p/r/t"I"), tc/p/r/t"1"),' + ",".join(
        below.format(n) for n in (2, 3)
    )
    assert grid(table(content)) == [[("I", 0, 1, 3), ("1", 1, 1, 1)], [("2", 1, 1, 1)], [("3", 1, 1, 1)]]


def test_words_in_a_merged_away_cell_are_not_lost() -> None:
    content = 'tr/tc(tcPr/vMerge{val=restart}, p/r/t"trên"), tr/tc(tcPr/vMerge, p/r/t"dưới")'
    assert grid(table(content))[0] == [("trên\ndưới", 0, 1, 2)]


def test_a_row_may_begin_to_the_right() -> None:
    assert grid(table('tr(trPr/gridBefore{val=1}, tc/p/r/t"b")')) == [[("b", 1, 1, 1)]]


def test_rows_and_cells_may_stand_in_content_controls() -> None:
    assert grid(table('sdt/sdtContent/tr/sdt/sdtContent/tc/p/r/t"ô"')) == [[("ô", 0, 1, 1)]]


def test_a_table_may_stand_in_a_cell() -> None:
    outer = table('tr/tc(p/r/t"ngoài", tbl/tr/tc/p/r/t"trong", p)')
    assert outer.rows[0].cells[0].text == "ngoài\ntrong\n"
    assert isinstance(outer.rows[0].cells[0].blocks[1], Table)


def test_a_repeated_header_row_is_marked() -> None:
    found = table('tr(trPr/tblHeader, tc/p/r/t"TT"), tr/tc/p/r/t"1"')
    assert [row.header for row in found.rows] == [True, False]


@pytest.mark.parametrize(
    ("content", "bordered"),
    [
        (f'tblPr/{LINES}, tr(tc/p/r/t"a", tc/p/r/t"b")', True),
        ('tr(tc/p/r/t"UBND TỈNH", tc/p/r/t"CỘNG HÒA")', False),
        ('tblPr/tblBorders(top{val=none}, insideV{val=nil}), tr/tc/p/r/t"a"', False),
        # A line under the name of the agency does not make the header block a ruled table.
        ('tr(tc(tcPr/tcBorders/bottom{val=single}, p/r/t"UBND"), tc/p/r/t"CỘNG HÒA")', False),
        ('tr(tc(tcPr/tcBorders(top{val=single}, bottom{val=single}), p), tc(tcPr/tcBorders(top{val=single}, left{val=single}), p))', True),
        (f'tblPr/{LINES}, tr/tc(tcPr/tcBorders(top{{val=nil}}, left{{val=nil}}, bottom{{val=nil}}, right{{val=nil}}), p)', False),
        ('tblPr/tblStyle{val=Grid}, tr(tc/p, tc/p)', True),
    ],
)  # fmt: skip
def test_a_table_is_bordered_when_its_cells_are_ruled(content: str, bordered: bool) -> None:
    assert table(content, styles=f"style{{type=table,styleId=Grid}}/tblPr/{LINES}").bordered is bordered


@pytest.mark.parametrize(
    "content",
    [
        "",
        "tr",
        "tr/tc",
        "tr/tc(tcPr/gridSpan{val=x}, p)",
        "tr/tc(tcPr/gridSpan{val=999999999}, p)",
        "tr/tc(tcPr/vMerge, p)",
    ],
)
def test_a_malformed_table_is_still_a_table(content: str) -> None:
    assert isinstance(table(content), Table)
