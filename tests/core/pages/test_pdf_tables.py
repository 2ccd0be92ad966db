"""Tables of a PDF: ruled ones by their lines, layout by the white between columns."""

from __future__ import annotations

from support.pdfs import Pdf
from thammuu_core.pages import read_pdf
from thammuu_core.papers import Table

XS, YS = (80, 130, 330, 520), (100, 130, 160, 190)


def tables(pdf: Pdf) -> list[Table]:
    """The tables of the body."""
    return [block for block in read_pdf(pdf.bytes()).body.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    """Its words, a list a row."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def filled(pdf: Pdf, rows: list[tuple[str, str, str]], *, top: float = 100) -> Pdf:
    """A ruled table of three columns with rows 30 points high."""
    pdf.grid(XS, [top + 30 * at for at in range(len(rows) + 1)])
    for at, row in enumerate(rows):
        for x, words in zip(XS, row, strict=False):
            pdf.text(x + 6, top + 30 * at + 18, words)
    return pdf


def test_lines_make_rows_and_cells() -> None:
    (table,) = tables(
        filled(Pdf().page(), [("No", "Duty", "Unit"), ("1", "Draw up", "Works"), ("2", "", "Law")])
    )
    assert table.bordered
    assert cells(table) == [["No", "Duty", "Unit"], ["1", "Draw up", "Works"], ["2", "", "Law"]]


def test_text_around_a_table_keeps_its_place() -> None:
    pdf = filled(Pdf().page().text(80, 80, "Before."), [("1", "a", "b"), ("2", "c", "d")]).text(
        80, 200, "After."
    )
    assert read_pdf(pdf.bytes()).body.text.split("\n") == ["Before.", *"1ab2cd", "After."]


def test_a_cell_over_several_columns_and_rows_stands_once() -> None:
    pdf = Pdf().page()
    pdf.rule(80, 100, 520, 100).rule(80, 130, 520, 130).rule(130, 160, 520, 160).rule(80, 190, 520, 190)
    pdf.rule(80, 100, 80, 190).rule(520, 100, 520, 190).rule(130, 130, 130, 190).rule(330, 130, 330, 190)
    pdf.text(86, 118, "Head").text(86, 150, "I").text(136, 150, "x").text(336, 150, "y").text(136, 180, "z")
    (table,) = tables(pdf)
    assert cells(table) == [["Head"], ["I", "x", "y"], ["z", ""]]
    assert table.rows[0].cells[0].columns == 3
    assert table.rows[1].cells[0].rows == 2


def test_a_table_that_runs_over_the_page_is_one_table_and_its_head_stands_once() -> None:
    head = ("No", "Duty", "Unit")
    pdf = filled(Pdf().page(), [head, ("1", "Draw up", "Works")], top=740)
    filled(pdf.page(), [head, ("2", "Send out", "Law")], top=60)
    (table,) = tables(pdf)
    assert cells(table) == [list(head), ["1", "Draw up", "Works"], ["2", "Send out", "Law"]]
    assert [row.header for row in table.rows] == [True, False, False]


def test_a_row_cut_by_the_page_is_put_together() -> None:
    pdf = filled(Pdf().page(), [("1", "Draw up the plan and", "Works")], top=770)
    filled(pdf.page(), [("", "send it out", ""), ("2", "Rest", "Law")], top=60)
    (table,) = tables(pdf)
    assert cells(table) == [["1", "Draw up the plan and send it out", "Works"], ["2", "Rest", "Law"]]


def test_a_frame_with_one_cell_is_no_table() -> None:
    pdf = Pdf().page().grid((80, 520), (100, 200)).text(90, 130, "Words in a frame.")
    assert not tables(pdf)


def test_a_number_cut_by_a_narrow_column_is_one_number() -> None:
    pdf = Pdf().page().grid((80, 115, 200), (100, 140, 180))
    pdf.text(84, 115, "10.05").text(84, 128, "2.700").text(120, 115, "x").text(84, 160, "1").text(
        120, 160, "y"
    )
    (table,) = tables(pdf)
    assert table.rows[0].cells[0].text == "10.052.700"


def test_header_block_is_read_column_by_column_and_number_beside_date() -> None:
    pdf = Pdf().page()
    pdf.text(120, 60, "PROVINCE X").text(320, 60, "REPUBLIC OF ALL ITS PEOPLE", bold=True)
    pdf.text(105, 75, "BOARD OF WORKS", bold=True).text(360, 75, "Freedom - Happiness", bold=True)
    pdf.text(115, 95, "No: 12/KH-X").text(370, 95, "X, 5 April 2021")
    pdf.text(280, 130, "PLAN", bold=True)
    header = tables(pdf)[0]
    assert not header.bordered
    assert [word for row in cells(header) for cell in row for word in cell.split("\n")][:4] == [
        "PROVINCE X",
        "BOARD OF WORKS",
        "No: 12/KH-X",
        "REPUBLIC OF ALL ITS PEOPLE",
    ]
    assert read_pdf(pdf.bytes()).body.text.endswith("PLAN")


def test_recipients_and_signature_stand_side_by_side() -> None:
    pdf = Pdf().page().lines(85, 600, ["Recipients:", "- Province X;", "- Units;", "- File."], leading=14)
    pdf.text(392, 600, "FOR THE HEAD", bold=True).text(395, 616, "DEPUTY HEAD", bold=True)
    pdf.text(397, 700, "Nguyen V. B.", bold=True)
    (block,) = tables(pdf)
    assert cells(block) == [
        ["Recipients:\n- Province X;\n- Units;\n- File.", "FOR THE HEAD\nDEPUTY HEAD\nNguyen V. B."]
    ]
