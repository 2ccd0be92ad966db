"""Why a search cannot be kept."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Refusal


class FilterUnnamed(Refusal):
    """A kept search is called by its name."""

    code: ClassVar[str] = "search.filter_unnamed"

    def __init__(self) -> None:
        super().__init__("Hãy đặt tên cho bộ lọc để lần sau chọn lại.")


class TooManyFilters(Refusal):
    """Nobody finds one among hundreds."""

    code: ClassVar[str] = "search.too_many_filters"

    def __init__(self, most: int) -> None:
        super().__init__(f"Đã lưu đủ {most} bộ lọc. Hãy xóa bớt bộ lọc không dùng rồi lưu lại.")
