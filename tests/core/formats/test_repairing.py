"""A file is mended in its form and in no word: proved on clean papers damaged at random, and on real ones."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from support.formal import head, plan
from thammuu_core import intake
from thammuu_core.errors import Told
from thammuu_core.formats import State, repair
from thammuu_core.formats.repair.refusals import Damaged, OnlyWord
from thammuu_core.rendering import to_docx
from thammuu_core.rendering.measures import MOTTO, NATION
from thammuu_core.wordml.names import PPR
from thammuu_core.wordml.order import put

CLEAN = to_docx(plan(1, head=head("KH", number="05", open_day=False)))


def _margins(file: docx.document.Document, size: float) -> None:
    for section in file.sections:
        section.left_margin = section.right_margin = Mm(size)


def _sizes(file: docx.document.Document, size: float) -> None:
    for cell in file.tables[0]._cells:
        for paragraph in cell.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(size)


def _weights(file: docx.document.Document, size: float) -> None:
    for cell in file.tables[0]._cells:
        for paragraph in cell.paragraphs:
            for run in paragraph.runs:
                run.bold, run.italic = size < 13, size > 13


def _letters(file: docx.document.Document, size: float) -> None:
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            run.font.name, run.font.size, run.font.color.rgb = "Arial", Pt(size), RGBColor(255, 0, 0)


def _lines(file: docx.document.Document, size: float) -> None:
    for paragraph in file.paragraphs:
        if len(paragraph.text) > 90:
            form = paragraph.paragraph_format
            form.space_before = form.space_after = Pt(1)
            form.line_spacing, form.first_line_indent = 2.5, Mm(size)
            form.alignment = WD_ALIGN_PARAGRAPH.LEFT


DAMAGES = (_margins, _sizes, _weights, _letters, _lines)
Damage = Callable[[docx.document.Document, float], None]


def damaged(damages: tuple[Damage, ...], size: float) -> bytes:
    """The clean paper with its form spoiled."""
    file = docx.Document(BytesIO(CLEAN))
    for damage in damages:
        damage(file, size)
    buffer = BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def words(data: bytes) -> list[tuple[str, str]]:
    return [(story.name, story.text) for story in intake.read_paper(data).stories]


def test_a_clean_paper_comes_back_byte_for_byte() -> None:
    assert repair(CLEAN, state=State.ISSUED).data is CLEAN


@settings(max_examples=12)
@given(
    st.sets(st.sampled_from(DAMAGES), min_size=1).map(tuple),
    st.sampled_from((9.0, 10.5, 12.0, 16.0, 22.0)),
)
def test_what_was_spoiled_in_form_is_mended_and_no_word_changes(
    damages: tuple[Damage, ...], size: float
) -> None:
    spoiled = damaged(damages, size)
    mended = repair(spoiled, state=State.ISSUED)
    assert words(mended.data) == words(spoiled) == words(CLEAN)
    assert not [one for one in mended.after.findings if one.repairable]
    assert repair(mended.data, state=State.ISSUED).data == mended.data


def test_what_changed_is_told_by_rule() -> None:
    mended = repair(damaged((_margins,), 10.0), state=State.ISSUED)
    assert {change.rule for change in mended.changes} == {"TT-005", "TT-006"}
    assert all(change.before and not change.after for change in mended.changes)


def test_only_the_letters_meant_are_cut_out_of_their_run() -> None:
    file = docx.Document()
    for text in (
        "UBND TỈNH A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc",
        "Số: 05/KH-SNV\tThành phố A, ngày 05 tháng 01 năm 2026",
        "KẾ HOẠCH",
        "Về việc cải cách hành chính",
        "Nơi nhận:",
        "- Lưu: VT.",
    ):
        file.add_paragraph(text)
    buffer = BytesIO()
    file.save(buffer)
    mended = docx.Document(BytesIO(repair(buffer.getvalue()).data))
    runs = {run.text.strip(): run for paragraph in mended.paragraphs[:3] for run in paragraph.runs}
    assert runs["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"].bold is True
    assert runs["UBND TỈNH A"].bold is not True
    assert runs["SỞ NỘI VỤ"].bold is True
    assert runs["Thành phố A, ngày 05 tháng 01 năm 2026"].italic is True


def test_a_run_over_several_lines_is_cut_at_their_ends() -> None:
    """The two lines of the nation typed into one run by Shift+Enter, all in one size."""
    file = docx.Document()
    left, right = file.add_table(1, 2).rows[0].cells
    left.text = "UBND TỈNH A\nSỞ NỘI VỤ\nSố: 05/KH-SNV"
    right.text = f"{NATION}\n{MOTTO}\nThành phố A, ngày 05 tháng 01 năm 2026"
    for text in ("KẾ HOẠCH", "Về việc cải cách hành chính", "Nơi nhận:", "- Lưu: VT."):
        file.add_paragraph(text)
    buffer = BytesIO()
    file.save(buffer)
    mended = repair(buffer.getvalue())
    assert words(mended.data) == words(buffer.getvalue())
    cells = docx.Document(BytesIO(mended.data)).tables[0]._cells
    looks = {
        run.text.strip(): (run.bold, run.italic)
        for cell in cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    }
    assert looks["UBND TỈNH A"] != looks["SỞ NỘI VỤ"] == (True, False)
    assert looks[NATION] == looks[MOTTO] == (True, False)
    assert looks["Thành phố A, ngày 05 tháng 01 năm 2026"] == (False, True)


@pytest.mark.parametrize(
    ("name", "data", "refusal"),
    [
        ("a.pdf", b"%PDF-1.7\n", OnlyWord),
        ("a.txt", "Chỉ là chữ".encode(), OnlyWord),
        ("a.docx", b"PK\x03\x04 hong", Told),
        ("a.docx", b"", Told),
    ],
)
def test_what_is_no_word_file_is_refused(name: str, data: bytes, refusal: type[Told]) -> None:
    with pytest.raises(refusal):
        repair(data, name)


def test_a_file_that_is_read_in_part_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in _members(CLEAN).items():
            archive.writestr(name, part[: len(part) // 2] if name == "word/document.xml" else part)
    with pytest.raises(Damaged):
        repair(buffer.getvalue())


@given(
    st.lists(st.sampled_from(["jc", "ind", "spacing", "keepNext", "pStyle", "contextualSpacing"]), max_size=8)
)
def test_properties_stand_in_the_order_of_the_schema(names: list[str]) -> None:
    properties = etree.Element(PPR)
    for name in names:
        put(properties, name, "1")
    order = [etree.QName(child).localname for child in properties]
    wanted = ["pStyle", "keepNext", "spacing", "ind", "contextualSpacing", "jc"]
    assert order == [name for name in wanted if name in names]


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.corpus
def test_real_files_lose_no_word_and_get_no_worse(corpus: Path) -> None:
    mendable = 0
    for path in sorted((corpus / "raw").glob("*.docx")):
        before = path.read_bytes()
        mended = repair(before, path.name, state=State.ISSUED)
        assert words(mended.data) == words(before), path.name
        had, has = (Counter(one.rule for one in report.findings) for report in (mended.before, mended.after))
        assert not has - had, path.name
        assert repair(mended.data, path.name, state=State.ISSUED).data == mended.data, path.name
        parts, were = _members(mended.data), _members(before)
        assert parts.keys() == were.keys()
        touched = {name for name in were if parts[name] != were[name]}
        assert all(
            re.search(r"/(document|styles|header|footer|footnotes|endnotes)[^/]*\.xml$", name)
            for name in touched
        )
        mendable += bool(touched)
    assert mendable > 10
