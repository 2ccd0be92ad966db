"""Tables as rows of cells, whether they came from Excel or from Word: what imports of lists begin with."""

from __future__ import annotations

from thammuu_core.sheets.model import Cell, Row, Sheet
from thammuu_core.sheets.separated import read_separated
from thammuu_core.sheets.tables import sheets_of
from thammuu_core.sheets.workbooks import DamagedWorkbook, read_heads, read_xlsx

__all__ = [
    "Cell",
    "DamagedWorkbook",
    "Row",
    "Sheet",
    "read_heads",
    "read_separated",
    "read_xlsx",
    "sheets_of",
]
