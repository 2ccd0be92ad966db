"""Theo dõi tiến độ."""

from __future__ import annotations

from web.matrix.row import Row, everyone

ROWS = (
    Row("home", "GET", everyone(302)),
    Row("progress:list", "GET", everyone(200)),
)
