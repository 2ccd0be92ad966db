"""What comes out of a merge of opinions: the table of Bản tổng hợp, tiếp thu, giải trình, a workbook, a redline.

Whatever the shape, each opinion stands in it once with all who made it, and nothing of a reply is left out.
"""

from __future__ import annotations

from thammuu_core.compositions.consolidated.redlines import Redline, redline
from thammuu_core.compositions.consolidated.sheets import consolidated_workbook
from thammuu_core.compositions.consolidated.tables import (
    TEMPLATES,
    By,
    consolidated_facts,
    consolidated_table,
)

__all__ = [
    "TEMPLATES",
    "By",
    "Redline",
    "consolidated_facts",
    "consolidated_table",
    "consolidated_workbook",
    "redline",
]
