"""The plan that the demo drafts: words from `example/policy.txt`, every number from two tables, sums reckoned. Pure.

A target stands in the body as a sentence and in Phụ lục I as a row; both come from one row of `targets.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from thammuu_core.compositions.model import Facts, Value
from thammuu_core.compositions.supplied import compose, own_template
from thammuu_core.formats.model import State
from thammuu_core.indicators import Kind, Target, read_yearly, to_rows
from thammuu_core.rendering import Align, Annex, Column, Document, Row, Section, Table
from thammuu_core.text.tables import rows

_EXAMPLE = "thammuu.apps.coverage.example"
YEARS = ("2021", "2022", "2023", "2024", "2025")
_HEADS = "Chỉ tiêu và giá trị theo năm"
_WIDTHS = {
    "TT": 10,
    "Chỉ tiêu": 62,
    "Loại chỉ tiêu": 27,
    "Đơn vị tính": 27,
    "Mốc so sánh": 32,
    "Văn bản giao": 30,
}
_YEAR_WIDTH = 27


def title() -> str:
    """Its subject."""
    return policy(date(2021, 7, 1)).subject


@cache
def targets() -> tuple[Target, ...]:
    """Its targets."""
    return tuple(
        Target(
            row["measure"],
            Kind(row["kind"]),
            row["unit"],
            row["baseline"],
            read_yearly(row["values"]),
            row["mandate"],
        )
        for row in rows(_EXAMPLE, "targets.tsv")
    )


def policy(day: date, state: State = State.DRAFT, number: str = "") -> Document:
    """The plan as a document of the province, not yet numbered unless a number is given."""
    made = compose(own_template("policy", text("policy.txt")), _facts(day, number), state).document
    return replace(made, annexes=(_annex_of_targets(), *made.annexes))


def text(name: str) -> str:
    """A file of the example."""
    return files(_EXAMPLE).joinpath(name).read_text(encoding="utf-8")


def _facts(day: date, number: str) -> Facts:
    tasks = rows(_EXAMPLE, "tasks.tsv")
    return {
        "cơ quan": "Ủy ban nhân dân tỉnh Bắc Giang",
        "chữ tắt cơ quan": "UBND",
        "chữ tắt đơn vị soạn": "KHCN",
        "địa danh": "Bắc Giang",
        "ngày": day,
        "số": number,
        "người ký": {
            "họ tên": "Lê Minh Quang",
            "chức vụ": "Phó Chủ tịch",
            "thay mặt": "Ủy ban nhân dân",
            "ký thay": "Chủ tịch",
        },
        "nơi nhận": [
            "Bộ Khoa học và Công nghệ (báo cáo)",
            "Thường trực Tỉnh ủy, Hội đồng nhân dân tỉnh (báo cáo)",
            "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh",
            "Các sở, ban, ngành thuộc tỉnh",
            "Ủy ban nhân dân các huyện, thành phố",
        ],
        "lưu": "VT, KGVX",
        "chỉ tiêu": [
            {"đến 2025": row["sentence"], "định hướng": row["later"]} for row in rows(_EXAMPLE, "targets.tsv")
        ],
        "nhiệm vụ": [_task(row) for row in tasks],
        "kinh phí nhóm": list(_by_group(tasks)),
    }


def _task(row: dict[str, str]) -> dict[str, Value]:
    whole, province = _total(row), Decimal(row["province"])
    return {
        "nhóm": row["group"],
        "tên": row["name"],
        "chủ trì": row["lead"],
        "phối hợp": row["coordinating"],
        "thời gian": row["time"],
        "sản phẩm": row["product"],
        "kinh phí": whole,
        "ngân sách tỉnh": province,
        "nguồn khác": whole - province,
    }


def _by_group(tasks: tuple[dict[str, str], ...]) -> Iterator[dict[str, Value]]:
    for group in dict.fromkeys(row["group"] for row in tasks):
        own = [row for row in tasks if row["group"] == group]
        years: dict[str, Value] = {f"năm {year}": sum(Decimal(row[year]) for row in own) for year in YEARS}
        yield {"nhóm": group, "tổng": sum(map(_total, own)), **years}


def _total(row: dict[str, str]) -> Decimal:
    return sum((Decimal(row[year]) for year in YEARS), Decimal())


def _annex_of_targets() -> Annex:
    head, *body = to_rows(targets())
    columns = tuple(
        Column(
            cell,
            _WIDTHS.get(cell, _YEAR_WIDTH),
            Align.LEFT if cell in _WIDTHS and cell != "TT" else Align.CENTER,
        )
        for cell in head
    )
    table = Table(columns, tuple(Row(cells) for cells in body))
    return Annex(_HEADS, (Section((table,), landscape=True),))


def neighbours() -> tuple[tuple[str, Document], ...]:
    """Plans of two provinces that do not exist, each with its province."""
    return tuple(
        (province, compose(own_template(name, text(f"{name}.txt")), _neighbour(province, own)).document)
        for name, province, own in (
            ("neighbour_song_luc", "Sông Lục", {}),
            ("neighbour_tam_ngan", "Tam Ngàn", {"chỉ tiêu": _TABLE}),
        )
    )


_TABLE: list[Value] = [
    {"tên": "Tốc độ tăng năng suất lao động", "đơn vị": "%/năm", "2023": "≈ 6,5", "2025": "> 7,2"},
    {"tên": "Đóng góp của TFP vào tăng trưởng GRDP", "đơn vị": "%", "2023": "≈ 40", "2025": "≈ 46"},
    {"tên": "Doanh nghiệp nhỏ và vừa áp dụng công cụ cải tiến năng suất", "đơn vị": "doanh nghiệp nhỏ và vừa",
     "2023": "≥ 20", "2025": "≥ 45"},
    {"tên": "Trường đại học, cao đẳng có câu lạc bộ năng suất", "đơn vị": "trường", "2025": "2–3"},
]  # fmt: skip


def _neighbour(province: str, own: Facts) -> Facts:
    return {
        "cơ quan": f"Ủy ban nhân dân tỉnh {province}",
        "chữ tắt cơ quan": "UBND",
        "chữ tắt đơn vị soạn": "KHCN",
        "địa danh": province,
        "ngày": date(2021, 4, 20),
        "người ký": {
            "họ tên": "Hoàng Minh Sơn",
            "chức vụ": "Phó Chủ tịch",
            "thay mặt": "Ủy ban nhân dân",
            "ký thay": "Chủ tịch",
        },
        "nơi nhận": ["Bộ Khoa học và Công nghệ (báo cáo)", "Các sở, ban, ngành"],
        **own,
    }
