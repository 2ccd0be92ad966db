"""The names of styles, by what they are for; a style's id is its name without spaces."""

from __future__ import annotations

from thammuu_core.rendering.model import Align, Level, Urgency

FONT, LANGUAGE = "Times New Roman", "vi-VN"
RULE, BREAK, GAP = "Đường kẻ", "Ngắt", "Khoảng cách"
CELL = {Align.LEFT: "Ô bảng", Align.CENTER: "Ô bảng giữa", Align.RIGHT: "Ô bảng phải"}
LINE = {
    None: "Body Text",
    Align.LEFT: "Lời văn trái",
    Align.CENTER: "Lời văn giữa",
    Align.RIGHT: "Lời văn phải",
}
PROVISION = {
    Level.ARTICLE: "Điều",
    Level.CLAUSE: "Khoản",
    Level.POINT: "Điểm",
    Level.DASH: "Gạch đầu dòng",
    Level.PLUS: "Dấu cộng",
}
"""Of provisions that are no titles; those of titles are the headings of Word."""
URGENCY = {
    Urgency.URGENT: ("Dấu khẩn", "urgent_width"),
    Urgency.VERY_URGENT: ("Dấu thượng khẩn", "very_urgent_width"),
    Urgency.EXPRESS: ("Dấu hỏa tốc", "express_width"),
}
"""With the measure of the stamp's width."""
HEAD_TABLE, END_TABLE, LINED_TABLE = "Phần đầu", "Phần cuối", "Table Grid"


def style_id(name: str) -> str:
    """The id under which a paragraph names its style."""
    return name.replace(" ", "")


def heading(place: int) -> str:
    """The built-in style of a title, 1 the outermost."""
    return f"Heading {place}"
