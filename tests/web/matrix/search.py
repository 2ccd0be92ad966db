"""Tìm kiếm."""

from __future__ import annotations

from web.matrix.row import Row, everyone

ROWS = (Row("search:find", "GET", everyone(200)),)
