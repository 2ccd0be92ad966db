"""The data files shipped inside the packages: tab-separated, a header row, `#` lines are remarks."""

from __future__ import annotations

from datetime import date
from importlib.resources import files


def rows(package: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of a package's data file, each by column name; a cell that is not written is empty."""
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    header, *body = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    return tuple(dict(zip(header, row + [""] * (len(header) - len(row)), strict=True)) for row in body)


def day(cell: str) -> date | None:
    """An ISO date in a cell; None when the cell is empty."""
    return date.fromisoformat(cell) if cell else None


def words(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds a list parted by semicolons."""
    return tuple(item.strip() for item in cell.split(";") if item.strip())
