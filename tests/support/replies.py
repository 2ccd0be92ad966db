"""Files that agencies return on the draft of `merges`: a tracked copy, a silent one, letters, a table, a workbook."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import openpyxl

from support.docx import docx
from support.merges import TEXT, base
from thammuu_core.redlines import Edit
from thammuu_core.redlines.writing import Note, Proposal, write

LETTER = """
SỞ NỘI VỤ
Số: 812/SNV-TCCC
Bắc Giang, ngày 12 tháng 3 năm 2026
Kính gửi: Sở Khoa học và Công nghệ
Phúc đáp Công văn số 312/SKHCN-TĐC, Sở Nội vụ cơ bản nhất trí với dự thảo Kế hoạch, tuy nhiên có ý kiến như sau:
1. Tại khoản 2 mục I, đề nghị sửa “30/6/2026” thành “31/12/2026”.
2. Khoản 3 mục II: đề nghị bỏ cụm từ “ngân sách tỉnh” vì chưa cân đối được nguồn.
3. Đề nghị rà soát lại thể thức.
Trên đây là ý kiến của Sở Nội vụ./.
Nơi nhận:
- Như trên;
- Lưu: VT.
""".strip()


def paragraphs(text: str) -> str:
    """In the notation of `support.docx`."""
    return "".join(f'p(r/t"{line}")' for line in text.split("\n"))


def edit(old: str, new: str) -> Edit:
    """Words of the draft that become others."""
    start = TEXT.index(old)
    return Edit(start, start + len(old), old, new)


@cache
def files() -> dict[str, bytes]:
    """Each by its name."""
    changes = (
        Proposal(edit("30/6/2026", "30/9/2026"), "Sở Tài chính", "2026-03-02T08:00:00Z"),
        Proposal(edit("2. Sở Tài chính bố trí kinh phí.\n", ""), "Sở Tài chính"),
        Proposal(edit("đo lường", "đo đạc"), "Sở Y tế"),
    )
    at = TEXT.index("20 doanh nghiệp")
    note = Note(
        at, at + 15, "Sở Tài chính", text="Nêu căn cứ.", answers=(("Lê An", "", "Đã nêu."),), resolved=True
    )
    silent = TEXT.replace("30/6/2026", "30/9/2026").replace("hằng năm", "hằng năm và đột xuất")
    rows = "".join(
        f"tr({''.join(f'tc({paragraphs(cell)})' for cell in row)})"
        for row in (
            ("STT", "Nội dung dự thảo", "Ý kiến góp ý", "Lý do"),
            ("1", "II.3", "Sửa “ngân sách tỉnh” thành “ngân sách”.", "Cho gọn."),
        )
    )
    return {
        "So-Tai-chinh.docx": write(base(), changes, (note,)).data,
        "So-Y-te.docx": docx(paragraphs(silent)),
        "So-Xay-dung.docx": base(),
        "So-Noi-vu.docx": docx(paragraphs(LETTER)),
        "So-Tu-phap.docx": docx(paragraphs("SỞ TƯ PHÁP\nBẢNG GÓP Ý") + f"tbl({rows})" + paragraphs("Hết.")),
        "So-Noi-vu.txt": LETTER.encode(),
        "tong-hop.xlsx": _workbook(),
    }


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("STT", "Cơ quan góp ý", "Nội dung dự thảo", "Nội dung góp ý", "Lý do"),
        (1, "Sở Công Thương", "Khoản 2 mục II", "Đề nghị sửa “20 doanh nghiệp” thành “30 doanh nghiệp”.", ""),
        (2, "Sở Y tế", "Khoản 1 mục III", "Đề nghị làm rõ.", "Chưa rõ."),
    ):
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()
