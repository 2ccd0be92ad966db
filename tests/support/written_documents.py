"""Documents as a careful officer writes them, of which a test changes one thing."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as replace_in

from thammuu_core.formats import Report, State, check
from thammuu_core.papers import BODY, Block, Cell, Paper, Paragraph, Row, Run, Story, Table


def line(
    text: str, size: float = 14, *, bold: bool = False, italic: bool = False, align: str | None = "center"
) -> Paragraph:
    """A paragraph of one look."""
    runs = (Run(0, len(text), bold, italic, size=size, font="Times New Roman"),) if text else ()
    return Paragraph(text, align=align, runs=runs)


def words(text: str, *, italic: bool = False) -> Paragraph:
    """A paragraph of the body."""
    return line(text, italic=italic, align="both")


def article(label: str, text: str) -> Paragraph:
    """ "Điều 1." in bold, then its words."""
    bold, plain = line(label, bold=True).runs, line(text).runs
    after = tuple(replace_in(run, start=len(label), end=len(label) + len(text)) for run in plain)
    return Paragraph(label + text, align="both", runs=(*bold, *after))


def listed(*texts: str, size: float = 11) -> tuple[Paragraph, ...]:
    """Lines of the recipients."""
    return tuple(line(text, size, align="left") for text in texts)


@dataclass(frozen=True)
class Written:
    """The elements, each as paragraphs; empty when it is not there."""

    parent: tuple[Paragraph, ...] = (line("UBND TỈNH LÀO CAI", 13),)
    issuer: tuple[Paragraph, ...] = (line("SỞ CÔNG THƯƠNG", 13, bold=True),)
    number: tuple[Paragraph, ...] = (line("Số: 05/KH-SCT", 13),)
    about: tuple[Paragraph, ...] = ()
    marks: tuple[Paragraph, ...] = ()
    nation: tuple[Paragraph, ...] = (line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True),)
    motto: tuple[Paragraph, ...] = (line("Độc lập - Tự do - Hạnh phúc", bold=True),)
    date: tuple[Paragraph, ...] = (line("Lào Cai, ngày 05 tháng 01 năm 2026", italic=True),)
    kind: tuple[Paragraph, ...] = (line("KẾ HOẠCH", bold=True),)
    subject: tuple[Paragraph, ...] = (line("Nâng cao năng suất, chất lượng năm 2026", bold=True),)
    addressed: tuple[Paragraph, ...] = ()
    body: tuple[Paragraph, ...] = (
        words("Sở Công Thương ban hành Kế hoạch nâng cao năng suất, chất lượng năm 2026 như sau:"),
        words("Các phòng, đơn vị thuộc Sở triển khai thực hiện nghiêm túc các nhiệm vụ được giao./."),
    )
    label: tuple[Paragraph, ...] = (line("Nơi nhận:", 12, bold=True, italic=True, align="left"),)
    recipients: tuple[Paragraph, ...] = listed("- UBND tỉnh (b/c);", "- Ban Giám đốc;", "- Lưu: VT, CN.")
    office: tuple[Paragraph, ...] = (
        line("KT. GIÁM ĐỐC", bold=True),
        line("PHÓ GIÁM ĐỐC", bold=True),
    )
    name: tuple[Paragraph, ...] = (line("Nguyễn Văn An", bold=True),)

    def paper(self, format: str = "docx") -> Paper:
        """As one file: header and foot in invisible tables."""
        left = (*self.marks, *self.parent, *self.issuer, *self.number, *self.about)
        blocks: list[Block] = [
            _side_by_side(left, (*self.nation, *self.motto, *self.date)),
            *self.kind,
            *self.subject,
            *self.addressed,
            *self.body,
            _side_by_side((*self.label, *self.recipients), (*self.office, line(""), line(""), *self.name)),
        ]
        return Paper(format, (Story(BODY, tuple(blocks)),))

    def but(self, **changed: tuple[Paragraph, ...]) -> Written:
        """The same with some elements otherwise."""
        return replace_in(self, **changed)

    def checked(self, state: State = State.ISSUED) -> Report:
        """The report on it."""
        return check(self.paper(), state=state)


def _side_by_side(left: tuple[Paragraph, ...], right: tuple[Paragraph, ...]) -> Table:
    return Table((Row((Cell(left, 0), Cell(right, 1))),), bordered=False)


PLAN = Written()
LETTER = Written(
    number=(line("Số: 128/SCT-CN", 13),),
    about=(line("V/v tham gia ý kiến dự thảo Kế hoạch năng suất", 12),),
    kind=(),
    subject=(),
    addressed=(line("Kính gửi: Sở Tài chính"),),
    recipients=listed("- Như trên;", "- Lưu: VT, CN."),
)
DECISION = Written(
    parent=(),
    issuer=(line("ỦY BAN NHÂN DÂN", 13, bold=True), line("TỈNH LÀO CAI", 13, bold=True)),
    number=(line("Số: 1199/QĐ-UBND", 13),),
    kind=(line("QUYẾT ĐỊNH", bold=True),),
    subject=(line("Về việc ban hành Kế hoạch nâng cao năng suất", bold=True),),
    body=(
        line("ỦY BAN NHÂN DÂN TỈNH LÀO CAI", bold=True),
        words("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True),
        words(
            "Căn cứ Quyết định số 36/QĐ-TTg ngày 11 tháng 01 năm 2021 của Thủ tướng Chính phủ "
            "về việc phê duyệt Kế hoạch tổng thể nâng cao năng suất;",
            italic=True,
        ),
        words("Theo đề nghị của Giám đốc Sở Công Thương.", italic=True),
        line("QUYẾT ĐỊNH:", bold=True),
        article("Điều 1.", " Ban hành kèm theo Quyết định này Kế hoạch nâng cao năng suất."),
        article("Điều 2.", " Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./."),
    ),
    recipients=listed("- Như Điều 2;", "- Chủ tịch UBND tỉnh;", "- Lưu: VT, KT."),
    office=(
        line("TM. ỦY BAN NHÂN DÂN", bold=True),
        line("KT. CHỦ TỊCH", bold=True),
        line("PHÓ CHỦ TỊCH", bold=True),
    ),
)
SUBMISSION = Written(
    number=(line("Số: 15/TTr-SCT", 13),),
    kind=(line("TỜ TRÌNH", bold=True),),
    subject=(line("Về việc ban hành Kế hoạch nâng cao năng suất", bold=True),),
    addressed=(line("Kính gửi: Ủy ban nhân dân tỉnh Lào Cai"),),
    recipients=listed("- Như trên;", "- Lưu: VT, CN."),
)
