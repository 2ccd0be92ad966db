"""The words by which a place in a draft is called, and how deep each stands.

Legal source: Nghị định 78/2025/NĐ-CP, Điều 68, 69 (phần, chương, mục, tiểu mục, điều, khoản, điểm); the others are
usage of plans, annexes and tables.
"""

from __future__ import annotations

BEGUN = {"doan": "doan bat dau bang", "cau": "cau bat dau bang"}
"""Places that bear first words instead of a label, by the noun before them."""

RANKS = {
    "doan bat dau bang": -1, "cau bat dau bang": -1,
    "cau": 0, "doan": 0, "y": 0, "dau cong": 0, "gach dau dong": 1, "dau gach ngang": 1, "dau gach": 1, "gach ngang": 1,
    "tiet": 2, "diem": 3, "khoan": 4, "dieu": 5, "stt": 5, "so thu tu": 5, "thu tu": 5, "tt": 5, "dong": 5, "dong so": 5,
    "hang": 5, "nhiem vu so": 5, "nhiem vu": 5, "noi dung so": 5, "tieu muc": 6, "muc": 7, "chuong": 8, "phan": 9, "bieu": 10,
    "bang": 10, "mau": 10, "bieu mau": 10, "phu bieu": 10, "mau so": 10, "bieu so": 10, "phu luc": 11, "phu luc so": 11,
}  # fmt: skip
"""Folded noun to depth, the innermost the least."""

MARKED = {
    "doan bat dau bang": "đoạn bắt đầu bằng", "cau bat dau bang": "câu bắt đầu bằng",
    "cau": "câu", "doan": "đoạn", "y": "ý", "dau cong": "dấu cộng", "gach dau dong": "gạch đầu dòng", "dau gach": "dấu gạch",
    "dau gach ngang": "dấu gạch ngang", "gach ngang": "gạch ngang", "tiet": "tiết", "diem": "điểm", "khoan": "khoản", "dieu": "điều",
    "so thu tu": "số thứ tự", "thu tu": "thứ tự", "dong": "dòng", "dong so": "dòng số", "hang": "hàng",
    "nhiem vu so": "nhiệm vụ số", "nhiem vu": "nhiệm vụ", "noi dung so": "nội dung số", "tieu muc": "tiểu mục", "muc": "mục",
    "chuong": "chương", "phan": "phần", "bieu": "biểu", "bang": "bảng", "mau": "mẫu", "bieu mau": "biểu mẫu", "phu bieu": "phụ biểu",
    "mau so": "mẫu số", "bieu so": "biểu số", "phu luc": "phụ lục", "phu luc so": "phụ lục số",
}  # fmt: skip
"""The same as written: "mức 05 %" is no "mục 05", "bằng 02 bản" no table."""

ORDINALS = {
    "nhat": "1", "mot": "1", "hai": "2", "nhi": "2", "ba": "3", "tu": "4", "bon": "4", "nam": "5", "sau": "6", "bay": "7", "tam": "8",
    "chin": "9", "muoi": "10", "muoi mot": "11", "muoi hai": "12", "muoi ba": "13", "muoi bon": "14", "muoi tu": "14",
    "muoi lam": "15", "muoi sau": "16", "muoi bay": "17", "muoi tam": "18", "muoi chin": "19", "dau tien": "1", "dau": "1", "cuoi cung": "-1", "cuoi": "-1",
}  # fmt: skip
"""Words that count; -1 is the last."""
