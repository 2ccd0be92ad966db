"""A Kế hoạch in the prescribed form as a Word file, so that a test can spoil one thing of it and see what is said."""

from __future__ import annotations

from support.docx import paper
from thammuu_core.formats import Finding, State, check
from thammuu_core.papers import Paper

LONG = (
    "Tuyên truyền, phổ biến các công cụ cải tiến năng suất đến doanh nghiệp, hợp tác xã và người lao động; "
    "hướng dẫn xây dựng, áp dụng các hệ thống quản lý tiên tiến"
)
"""More than one line of text, without a stop."""
PORTRAIT = "pgSz{w=11906,h=16838}, pgMar{top=1134,bottom=1134,left=1701,right=1134,header=567}"
NUMBER = (
    'p(pPr/jc{val=center}, r/fldChar{fldCharType=begin}, r/instrText"PAGE", r/fldChar{fldCharType=separate}, '
    'r(rPr/sz{val=26}, t"2"), r/fldChar{fldCharType=end})'
)
HEADED = f"sectPr(headerReference{{r:id=header1,type=default}}, {PORTRAIT}, titlePg)"
STYLES = "docDefaults/rPrDefault/rPr(rFonts{ascii=Times New Roman}, sz{val=28})"


def line(
    text: str,
    *,
    align: str = "both",
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    first: int = 720,
    extra: str = "",
    look: str = "",
) -> str:
    """One paragraph in the notation of `support.docx`; `extra` among its settings, `look` among those of its run."""
    toggles = "".join(f"{name}, " for name, on in (("b", bold), ("i", italic)) if on)
    settings = f"jc{{val={align}}}, {extra or f'spacing{{before=120}}, ind{{firstLine={first}}}'}"
    return f'p(pPr({settings}), r(rPr({toggles}{look or f"sz{{val={size * 2:g}}}"}), t"{text}"))'


def centred(text: str, size: float = 14, *, bold: bool = True, italic: bool = False) -> str:
    """A line in the middle."""
    return line(text, align="center", size=size, bold=bold, italic=italic, first=0)


HEAD = (
    "tbl/tr(tc("
    + ", ".join(
        (centred("UBND TỈNH BẮC NINH", 13, bold=False), centred("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 13), centred("Số: 12/KH-SKHCN", 13, bold=False))
    )
    + "), tc("
    + ", ".join(
        (
            centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13),
            centred("Độc lập - Tự do - Hạnh phúc"),
            centred("Bắc Ninh, ngày 09 tháng 11 năm 2026", bold=False, italic=True),
        )
    )
    + f")), {centred('KẾ HOẠCH')}, {centred('Nâng cao năng suất năm 2027')}"
)  # fmt: skip
BACK = (
    f"tbl/tr(tc({line('Nơi nhận:', size=12, bold=True, italic=True)}, {line('- Lưu: VT, TĐC.', size=11)}), "
    f"tc({centred('GIÁM ĐỐC')}, {centred('Nguyễn Văn An')}))"
)
BODY = ", ".join(
    (
        line("I. MỤC ĐÍCH", bold=True),
        line(f"1. {LONG}."),
        line(f"2. {LONG}:"),
        line("a) Rà soát, thống kê nhu cầu;"),
        line("b) Tổng hợp, báo cáo."),
        line("II. TỔ CHỨC THỰC HIỆN", bold=True),
        line(f"{LONG}./."),
    )
)


def plan(
    body: str = BODY, *, after: str = "", section: str = HEADED, head: str = HEAD, **parts: str
) -> Paper:
    """The plan with this text, what follows its signature, and its last section, read with its forms."""
    contents = ", ".join(filter(None, (head, body, BACK, after, section)))
    return paper(contents, forms=True, **({"styles": STYLES, "header1": NUMBER} | parts))


def findings(rule: str, read: Paper, state: State = State.ISSUED) -> list[Finding]:
    """What one rule says of a paper."""
    return [finding for finding in check(read, state=state).findings if finding.rule == rule]
