"""What holds for any paper: a check always answers; and for any document written with care: it finds no error."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from support.written_documents import DECISION, LETTER, PLAN, SUBMISSION, Written, line, listed
from thammuu_core.formats import State, check, rules
from thammuu_core.papers import BODY, Cell, Paper, Paragraph, Row, Run, Story, Table

_PIECES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "UBND TỈNH",
    "SỞ CÔNG THƯƠNG",
    "Số:",
    "Số: /KH-SCT",
    "12/QĐ-UBND",
    "/",
    "Lào Cai, ngày 31 tháng 2 năm 2026",
    "ngày tháng năm",
    "KẾ HOẠCH",
    "V/v",
    "Kính gửi:",
    "Căn cứ Luật Đất đai;",
    "Điều 1.",
    "I. MỤC ĐÍCH",
    "a)",
    "./.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "KT. GIÁM ĐỐC",
    "TM.",
    "TL. CHỦ TỊCH",
    "PHÓ GIÁM ĐỐC",
    "Q. PHÓ",
    "Nguyễn Văn An",
    "Phụ lục I",
    "(Kèm theo Kế hoạch số /KH)",
    "HỎA TỐC",
    "SAO Y",
    "\t",
    "     ",
    "(",
    "İ",
    "",
)
_REPAIRABLE = frozenset(rule.id for rule in rules() if rule.repairable)
_texts = st.lists(st.sampled_from(_PIECES), max_size=3).map(" ".join) | st.text(max_size=12)


@st.composite
def _paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(_texts).replace("\n", " ")
    size = draw(st.sampled_from((None, 8.5, 13.0, 14.0)))
    runs = (Run(0, len(text), draw(st.booleans()), draw(st.booleans()), size=size, caps=draw(st.booleans())),)
    return Paragraph(
        text,
        label=draw(st.sampled_from(("", "-", "1."))),
        align=draw(st.sampled_from((None, "center", "both"))),
        runs=runs if text else (),
    )


_cells = st.lists(_paragraphs(), max_size=4).map(lambda blocks: Cell(tuple(blocks)))
_rows = st.lists(_cells, max_size=3).map(lambda cells: Row(tuple(cells)))
_tables = st.lists(_rows, max_size=3).map(lambda rows: Table(tuple(rows), bordered=False))
_blocks = st.lists(_paragraphs() | _tables, max_size=14).map(tuple)


@given(_blocks, _blocks, st.sampled_from(("docx", "pdf", "text")), st.sampled_from(State))
def test_a_check_never_fails(
    body: tuple[Paragraph, ...], box: tuple[Paragraph, ...], format: str, state: State
) -> None:
    paper = Paper(format, (Story(BODY, body), Story("textbox:1", box), Story("footer:1", box)))
    for one in check(paper, state=state).findings:
        assert one.message.endswith((".", "”"))
        assert one.rule in _REPAIRABLE or not one.repairable
        if one.place:
            story = next(story for story in paper.stories if story.name == one.place.story)
            text = [found.paragraph.text for found in story.lines()][one.place.paragraph]
            assert 0 <= one.place.start <= one.place.end <= len(text)


_numbers = st.integers(1, 9999).map(lambda number: f"{number:02d}")
_days = st.tuples(st.integers(1, 28), st.integers(1, 12), st.integers(2021, 2030)).map(
    lambda day: f"Lào Cai, ngày {day[0]:02d} tháng {day[1] if day[1] > 2 else f'0{day[1]}'} năm {day[2]}"
)
_names = st.sampled_from(("Nguyễn Văn An", "Trần Thị Bích Hạnh", "H’Yim Kđoh", "Y Thông", "Lò Văn Ún"))
_subjects = st.sampled_from(("Nâng cao năng suất năm 2026", "Về việc kiểm tra", "Triển khai Đề án số 08"))
_bases = st.sampled_from((PLAN, LETTER, DECISION, SUBMISSION))


@given(_bases, _numbers, _days, _names, _subjects, st.sampled_from(State), st.integers(0, 4))
def test_a_document_written_with_care_has_no_error(
    base: Written, number: str, day: str, name: str, subject: str, state: State, others: int
) -> None:
    symbol = base.number[0].text.rpartition("/")[2]
    more = listed(*(f"- Sở thứ {place};" for place in range(others)))
    written = base.but(
        number=(line(f"Số: {number}/{symbol}", 13),),
        date=(line(day, 13, italic=True),),
        name=(line(name, bold=True),),
        subject=(line(subject, 13, bold=True),) if base.subject else (),
        recipients=(base.recipients[0], *more, *base.recipients[1:]),
    )
    assert written.checked(state).errors == ()
