"""Documents of every kind in the prescribed form, made up for tests: whole ones, and any that Hypothesis can think of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from hypothesis import strategies as st

from thammuu_core.formats import State
from thammuu_core.rendering import (
    Align,
    Annex,
    Basis,
    Block,
    Column,
    Document,
    Enacting,
    Head,
    Level,
    Paragraph,
    Provision,
    Row,
    Run,
    Section,
    Signature,
    Table,
    Urgency,
    plain,
    provision,
)

DAY = date(2026, 11, 9)
DUTY = "Tổ chức tuyên truyền, phổ biến nội dung Kế hoạch đến các doanh nghiệp, hợp tác xã trên địa bàn tỉnh; "
OFFICE = "Sở Khoa học và Công nghệ"


def head(kind: str, **said: Any) -> Head:
    """The head of a paper of a department, with the abbreviation of its kind."""
    whole = {"agency": OFFICE, "day": DAY, "parent": "UBND tỉnh Bắc Ninh", "place": "Bắc Ninh"}
    return Head(**(whole | {"symbol": f"{kind}-SKHCN"} | said))


def table(rows: int) -> Table:
    """Duties with who leads and what it costs."""
    columns = (
        Column("STT", 12, Align.CENTER),
        Column("Nhiệm vụ", 75),
        Column("Cơ quan chủ trì", 40),
        Column("Kinh phí (triệu đồng)", 30, Align.RIGHT),
    )
    duties = (
        Row((str(number), DUTY.rstrip("; "), "Sở Tài chính", "1.250,5")) for number in range(1, rows + 1)
    )
    return Table(
        columns, (Row(("A. Nhiệm vụ chung",), band=True), *duties, Row(("", "Cộng", "", "9.999"), bold=True))
    )


def plan(length: int = 3, **said: Any) -> Document:
    """A Kế hoạch whose tasks are told `length` times over, with two annexes, the first of them landscape."""
    tasks = [
        block
        for number in range(length)
        for block in (
            provision(Level.CLAUSE, f"Nhiệm vụ thứ {number + 1}", title=True, id=f"n{number}"),
            *(provision(Level.POINT, DUTY * 2, id=f"n{number}-{point}") for point in range(7)),
            provision(Level.DASH, DUTY),
            provision(Level.PLUS, DUTY),
        )
    ]
    blocks = (
        plain(
            "Thực hiện Quyết định số 36/QĐ-TTg ngày 11 tháng 01 năm 2021, Sở ban hành Kế hoạch (có các Phụ lục kèm theo) như sau:"
        ),
        provision(Level.ROMAN, "Mục đích, yêu cầu", id="aims"),
        provision(Level.CLAUSE, DUTY),
        provision(Level.CLAUSE, DUTY * 2),
        provision(Level.ROMAN, "Nhiệm vụ và giải pháp"),
        *tasks,
        table(4),
        provision(Level.ROMAN, "Tổ chức thực hiện"),
        provision(Level.CLAUSE, DUTY * 3),
        provision(
            Level.CLAUSE, "Trong quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh về Sở để xem xét."
        ),
    )
    whole: dict[str, Any] = {
        "head": head("KH"),
        "kind": "Kế hoạch",
        "subject": "Nâng cao năng suất và chất lượng sản phẩm, hàng hóa\ntrên địa bàn tỉnh giai đoạn 2026-2030",
        "sections": (Section(blocks),),
        "signature": Signature(("KT. Giám đốc", "Phó Giám đốc"), "Nguyễn Văn An"),
        "recipients": ("UBND tỉnh (báo cáo)", "Các sở, ban, ngành", "Lưu: VT, TĐC"),
        "annexes": (
            Annex("Phân công nhiệm vụ", (Section((table(25),), landscape=True),)),
            Annex("Nội dung báo cáo", (Section((provision(Level.CLAUSE, "Kết quả"),)),), ends=True),
        ),
    }
    return Document(**(whole | said))


def decision() -> Document:
    """A Quyết định that issues a Kế hoạch."""
    committee = "Ủy ban nhân dân tỉnh Bắc Ninh"
    blocks = (
        Enacting("Chủ tịch Ủy ban nhân dân tỉnh"),
        Basis("Căn cứ Luật Tổ chức chính quyền địa phương"),
        Basis("Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ"),
        Enacting("Quyết định:"),
        provision(
            Level.ARTICLE, "Ban hành kèm theo Quyết định này Kế hoạch nâng cao năng suất và chất lượng."
        ),
        provision(Level.ARTICLE, "Quyết định này có hiệu lực kể từ ngày ký."),
        provision(Level.ARTICLE, "Chánh Văn phòng và các cơ quan liên quan chịu trách nhiệm thi hành."),
    )
    issued = plan(
        head=Head(committee, None, numbered=False), signature=Signature(), recipients=(), annexes=()
    )
    return Document(
        head=Head(committee, DAY, symbol="QĐ-UBND", place="Bắc Ninh", number="7", open_day=False),
        kind="Quyết định",
        subject="Ban hành Kế hoạch nâng cao năng suất và chất lượng",
        sections=(Section(blocks),),
        signature=Signature(("KT. Chủ tịch", "Phó Chủ tịch"), "Trần Thị Bình"),
        recipients=("Như Điều 3", "Lưu: VT, KT"),
        attached=issued,
        state=State.ISSUED,
    )


def letter() -> Document:
    """A công văn to several, urgent."""
    return Document(
        head=head("", symbol="SKHCN-TĐC", urgency=Urgency.VERY_URGENT),
        kind="",
        subject="xin ý kiến góp ý dự thảo Kế hoạch nâng cao năng suất",
        sections=(Section((plain(DUTY * 3), plain(DUTY * 2))),),
        signature=Signature(("Giám đốc",), "Trần Thị Bình"),
        addressees=("Các sở, ban, ngành", "UBND các xã, phường"),
        recipients=("Như trên", "Lưu: VT, TĐC"),
    )


def minutes() -> Document:
    """A Biên bản: no day in its head, two who sign."""
    return Document(
        head=head("BB", day=None),
        kind="Biên bản",
        subject="Họp góp ý dự thảo Kế hoạch",
        sections=(Section((plain("Thời gian bắt đầu: 8 giờ 00, ngày 09 tháng 11 năm 2026."), plain(DUTY))),),
        signature=Signature(("Chủ tọa",), "Trần Thị Bình"),
        second=Signature(("Thư ký",), "Lê Văn Cường"),
        recipients=("Lưu: VT, Hồ sơ",),
    )


def regulation() -> Document:
    """A Quy chế in parts, chapters and sections, its articles counted through; then a part in the other scheme."""
    chapters = [
        block
        for number in range(2)
        for block in (
            provision(Level.CHAPTER, f"Quy định thứ {number + 1}"),
            provision(Level.SECTION, "Quy định chung"),
            provision(Level.ARTICLE, "Phạm vi", title=True),
            provision(Level.CLAUSE, DUTY),
            *(provision(Level.POINT, "điểm") for _ in range(6)),
            provision(Level.SECTION, "Quan hệ công tác"),
            provision(Level.SUBSECTION, "Với các sở, ngành"),
            provision(Level.ARTICLE, "Đối tượng", title=True),
            provision(Level.POINT, "điểm ngay dưới điều"),
        )
    ]
    second = [
        block
        for _ in range(2)
        for block in (
            provision(Level.PART, "Tổ chức thực hiện"),
            provision(Level.ROMAN, "Một mục"),
            provision(Level.CLAUSE, "khoản"),
        )
    ]
    blocks = (provision(Level.PART, "Nguyên tắc làm việc"), *chapters, *second)
    return Document(head("QC"), "Quy chế", "Làm việc của Sở", (Section(blocks),))


def specimens() -> dict[str, Document]:
    """One of each."""
    return {
        "plan": plan(),
        "decision": decision(),
        "letter": letter(),
        "minutes": minutes(),
        "regulation": regulation(),
    }


LETTERS = "aăâđêôơưẠệỹ THỊ 019 .,;:/-–()\"'&<>#*_$@\\~`[]{}=+%|^“”…\n\t\u00a0"
WORDS = st.text(st.sampled_from(LETTERS), max_size=30)
LINES = st.text(st.sampled_from(LETTERS.replace("\n", "").replace("/", "")), max_size=20)
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), max_size=3).map(tuple)


def blocks() -> st.SearchStrategy[Any]:
    """Any block; ids are given afterwards, each once."""
    return st.one_of(
        st.builds(Paragraph, RUNS, st.sampled_from((None, *Align))),
        st.builds(Basis, WORDS),
        st.builds(Enacting, WORDS),
        st.builds(Provision, st.sampled_from(list(Level)), RUNS, st.just(""), st.booleans()),
        tables(),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Any table, bands and sums included."""
    columns = draw(
        st.lists(
            st.builds(Column, WORDS, st.floats(0, 100), st.sampled_from(list(Align))), min_size=1, max_size=5
        )
    )
    cells = st.lists(WORDS, min_size=len(columns), max_size=len(columns)).map(tuple)
    row = st.builds(Row, cells, bold=st.booleans()) | st.builds(lambda words: Row((words,), band=True), WORDS)
    return Table(tuple(columns), tuple(draw(st.lists(row, max_size=4))))


SECTIONS = st.lists(
    st.builds(Section, st.lists(blocks(), max_size=8).map(tuple), st.booleans()), max_size=3
).map(tuple)
SIGNATURES = st.builds(Signature, st.lists(LINES, max_size=3).map(tuple), LINES)
HEADS = st.builds(
    Head,
    agency=WORDS,
    day=st.none() | st.dates(date(1945, 1, 1), date(2100, 1, 1)),
    parent=WORDS,
    number=st.sampled_from(("", "5", "05", "123", "7a")),
    symbol=WORDS,
    place=WORDS,
    open_day=st.booleans(),
    undated=st.booleans(),
    numbered=st.booleans(),
    urgency=st.sampled_from((None, *Urgency)),
)


@st.composite
def documents(draw: st.DrawFn, *, issues: bool = True) -> Document:
    """Any document; about half of its provisions have ids, each its own."""
    sections, annexes = (
        draw(SECTIONS),
        draw(st.lists(st.builds(Annex, WORDS, SECTIONS, st.booleans()), max_size=2)),
    )
    ids = (f"{'d' if issues else 'a'}-{number}" for number in count())
    return Document(
        head=draw(HEADS),
        kind=draw(WORDS),
        subject=draw(WORDS),
        sections=_with_ids(sections, ids),
        signature=draw(SIGNATURES),
        addressees=draw(st.lists(WORDS, max_size=3).map(tuple)),
        recipients=draw(st.lists(WORDS, max_size=3).map(tuple)),
        small=draw(st.booleans()),
        second=draw(st.none() | SIGNATURES),
        annexes=tuple(replace(annex, sections=_with_ids(annex.sections, ids)) for annex in annexes),
        attached=draw(st.none() | documents(issues=False)) if issues else None,
        state=draw(st.sampled_from(list(State))),
        ends=draw(st.booleans()),
    )


def _with_ids(sections: tuple[Section, ...], ids: Iterator[str]) -> tuple[Section, ...]:
    def named(block: Block) -> Block:
        return replace(block, id=next(ids)) if isinstance(block, Provision) and len(block.runs) % 2 else block

    return tuple(replace(section, blocks=tuple(map(named, section.blocks))) for section in sections)
