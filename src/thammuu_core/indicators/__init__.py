"""Indicators and targets: read from plans, written for their annex, held against mandates and against other plans.

`reading.read` gives what a plan promises; `tables` writes and reads the annex; `money` checks totals; `clashes` tells where
mandates differ; `coverage` which provision answers which demand; `comparing` sets plans side by side.
"""

from __future__ import annotations

from thammuu_core.indicators.clashes import Clash, clashes
from thammuu_core.indicators.comparing import Comparison, compare
from thammuu_core.indicators.model import KIND_WORDS, Kind, Stated, Target
from thammuu_core.indicators.money import MoneyTable, in_dong, read_money
from thammuu_core.indicators.reading import Reading, read
from thammuu_core.indicators.tables import read_rows, to_rows
from thammuu_core.indicators.yearly import NotByYear, Yearly, read_yearly, yearly_words

__all__ = [
    "KIND_WORDS",
    "Clash",
    "Comparison",
    "Kind",
    "MoneyTable",
    "NotByYear",
    "Reading",
    "Stated",
    "Target",
    "Yearly",
    "clashes",
    "compare",
    "in_dong",
    "read",
    "read_money",
    "read_rows",
    "read_yearly",
    "to_rows",
    "yearly_words",
]
