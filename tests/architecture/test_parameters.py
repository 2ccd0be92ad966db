"""What an agency may set is read by something; what only a later screen will read is not asked for yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from thammuu.apps.organisations.parameters import parameters
from thammuu_core.text.tables import rows

SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "src").rglob("*.py")
)
TABLE = rows("thammuu.apps.organisations", "parameters.tsv")


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["key"])
def test_every_parameter_is_read_or_says_which_screen_will_read_it(row: dict[str, str]) -> None:
    read = f'"{row["key"]}"' in SOURCES
    assert read != bool(row["later"]), "offered though nothing reads it, or kept back though something does"
    assert (row["key"] in parameters()) == read
