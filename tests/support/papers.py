"""Papers in one line: what Word or a text file says, without a file."""

from __future__ import annotations

from textwrap import dedent

from hypothesis import strategies as st

from thammuu_core.papers import BODY, Block, Cell, Paper, Paragraph, Row, Run, Story, Table


def paper_of(text: str) -> Paper:
    """A paper whose paragraphs are the lines of `text`; lines such as "| a / b | c |" make tables, " / " parts a cell.

    "**words**" is a bold paragraph; "1. ~words" a paragraph with the automatic label "1.".
    """
    blocks: list[Block] = []
    rows: list[Row] = []
    for line in dedent(text).strip("\n").split("\n"):
        if line.startswith("|"):
            rows.append(_row(line))
            continue
        if rows:
            blocks.append(Table(tuple(rows)))
            rows = []
        blocks.append(paragraph_of(line))
    if rows:
        blocks.append(Table(tuple(rows)))
    return Paper("text", (Story(BODY, tuple(blocks)),))


def paragraph_of(line: str) -> Paragraph:
    """One paragraph in the notation of `paper_of`."""
    label, automatic, text = line.partition(" ~")
    if automatic:
        return Paragraph(text, label=label)
    if line.startswith("**") and line.endswith("**") and len(line) > 4:
        return Paragraph(line[2:-2], runs=(Run(0, len(line) - 4, bold=True),))
    return Paragraph(line)


def _row(line: str) -> Row:
    cells = line.strip().strip("|").split("|")
    return Row(
        tuple(
            Cell(tuple(Paragraph(part.strip()) for part in cell.split(" / ")), column)
            for column, cell in enumerate(cells)
        )
    )


LABELS = (
    "",
    "I. ",
    "II. ",
    "1. ",
    "2. ",
    "a) ",
    "đ) ",
    "- ",
    "+ ",
    "1.1. ",
    "(1) ",
    "Điều 1. ",
    "Chương I ",
    "A. ",
)
WORDS = (
    "", "KẾ HOẠCH", "QUYẾT ĐỊNH", "PHỤ LỤC I", "(Kèm theo Kế hoạch số 5)", "Nơi nhận:", "KT. GIÁM ĐỐC", "Lê Văn An",
    "Kính gửi: Sở Y tế", "Số: /KH-SYT", "Lào Cai, ngày 5 tháng 6 năm 2026", "Rà soát văn bản", "“Khoản mới", "hết.”",
    "[1] Ghi chú", "MỤC ĐÍCH", "dòng một\ndòng hai", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
)  # fmt: skip


def lines() -> st.SearchStrategy[str]:
    known = st.builds(str.__add__, st.sampled_from(LABELS), st.sampled_from(WORDS))
    return known | st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


def paragraphs() -> st.SearchStrategy[Paragraph]:
    return st.builds(
        Paragraph,
        lines(),
        label=st.sampled_from(("", "", "", "1.", "a)", "I.", "-", "\uf0b7", "Chương 1")),
        depth=st.sampled_from((None, 0, 1, 2)),
        heading=st.sampled_from((None, None, 1)),
        align=st.sampled_from((None, "center")),
    )


def blocks() -> st.SearchStrategy[list[Block]]:
    """Papers' blocks of any make-up: labels, formal words, quotations, tables, tables in cells."""
    cells = st.builds(Cell, st.lists(paragraphs(), max_size=2).map(tuple))
    rows = st.builds(Row, st.lists(cells, max_size=3).map(tuple))
    tables = st.builds(Table, st.lists(rows, max_size=3).map(tuple))
    nested = st.builds(
        Table,
        st.builds(Row, st.builds(Cell, tables.map(lambda t: (t,))).map(lambda c: (c,))).map(lambda r: (r,)),
    )
    return st.lists(paragraphs() | tables | nested, max_size=25)
