"""Việc của tôi."""

from __future__ import annotations

from web.matrix.row import Row, everyone

ROWS = (Row("work:mine", "GET", everyone(200)),)
