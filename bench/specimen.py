"""A .docx of 30 pages like those that offices write: header table, numbered parts, long paragraphs, tables."""

from __future__ import annotations

import io
import random

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

_WORDS = [
    "cơ",
    "quan",
    "chủ",
    "trì",
    "phối",
    "hợp",
    "tham",
    "mưu",
    "Ủy",
    "ban",
    "nhân",
    "dân",
    "tỉnh",
    "ban",
    "hành",
    "kế",
    "hoạch",
    "thực",
    "hiện",
    "nhiệm",
    "vụ",
    "nâng",
    "cao",
    "năng",
    "suất",
    "chất",
    "lượng",
    "sản",
    "phẩm",
    "hàng",
    "hóa",
    "trên",
    "địa",
    "bàn",
    "giai",
    "đoạn",
    "các",
    "sở",
    "ngành",
    "có",
    "liên",
    "quan",
    "tổ",
    "chức",
    "lấy",
    "ý",
    "kiến",
    "góp",
    "ý",
    "tổng",
    "hợp",
    "hoàn",
    "thiện",
    "dự",
    "thảo",
    "trình",
    "cấp",
    "có",
    "thẩm",
    "quyền",
    "phê",
    "duyệt",
    "theo",
    "quy",
    "định",
    "của",
    "pháp",
    "luật",
    "bảo",
    "đảm",
    "tiến",
    "độ",
    "và",
    "hiệu",
    "quả",
]
_TIMES = ("trước ngày 15/6/2021", "Quý III/2021", "trong tháng 5 năm 2021", "hằng năm")
_UNITS = (
    "Sở Tài chính",
    "Chi cục Tiêu chuẩn Đo lường Chất lượng",
    "Văn phòng Sở",
    "Ủy ban nhân dân các huyện, thành phố",
)


def specimen(seed: int = 30) -> bytes:
    """The bytes of the document; another one for each seed."""
    chance = random.Random(seed)
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    _header(document)
    for part in range(6):
        document.add_heading(
            f"{('I', 'II', 'III', 'IV', 'V', 'VI')[part]}. {_sentence(chance, 6).upper()}", level=1
        )
        for _ in range(9):
            _item(document, chance)
        if part % 2:
            _timetable(document, chance)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _header(document: Document) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text = "UBND TỈNH BẮC GIANG\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố:      /KH-SKHCN"
    right.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBắc Giang, ngày     tháng 4 năm 2021"
    for line in ("KẾ HOẠCH", "Nâng cao năng suất và chất lượng giai đoạn 2021-2025"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True
    document.add_paragraph("Căn cứ Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ;")


def _item(document: Document, chance: random.Random) -> None:
    document.add_paragraph(_sentence(chance, 10), style="List Number")
    for _ in range(2):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        for size in (12, 20, 15):
            paragraph.add_run(_sentence(chance, size) + " ").italic = chance.random() < 0.3
        paragraph.add_run(
            f"Giao {chance.choice(_UNITS)} chủ trì, hoàn thành {chance.choice(_TIMES)}."
        ).bold = True
    for _ in range(2):
        document.add_paragraph(_sentence(chance, 25) + ";", style="List Bullet")


def _timetable(document: Document, chance: random.Random) -> None:
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    for cell, name in zip(
        table.rows[0].cells, ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"), strict=True
    ):
        cell.text = name
    for number in range(1, 13):
        cells = table.add_row().cells
        words = (str(number), _sentence(chance, 15), chance.choice(_UNITS), chance.choice(_TIMES))
        for cell, text in zip(cells, words, strict=True):
            cell.text = text


def _sentence(chance: random.Random, size: int) -> str:
    words = " ".join(chance.choice(_WORDS) for _ in range(size))
    return words[:1].upper() + words[1:]
