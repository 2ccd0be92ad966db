"""Sheet > Row > Cell: a grid without gaps, every cell with the place a person would look it up by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thammuu_core.errors import Problem


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the grid; a merged cell stands in every place that it covers, `spanned` in all but its first."""

    text: str
    """What a reader sees in it, blanks closed up, lines kept apart."""
    address: str
    """"C7" in a workbook, "dòng 7, cột 3" in a Word table."""
    day: date | None = None
    """Where the file itself says that the cell is a date."""
    month_only: bool = False
    """The date is shown without its day: "6/2021" typed into Excel."""
    without_year: bool = False
    """The date is shown without its year: "20/6" typed into Excel, which adds the year of typing."""
    number: float | None = None
    formula: bool = False
    spanned: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` counts from 1 as the file's own program does."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    @property
    def filled(self) -> tuple[Cell, ...]:
        """Its own cells that hold words."""
        return tuple(cell for cell in self.cells if cell.text and not cell.spanned)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or one table of a document with the paragraphs over it."""

    name: str
    """"Trang CTCT" or "Bảng 2": how a message names it."""
    rows: tuple[Row, ...]
    hidden: bool = False
    above: tuple[str, ...] = ()
    """Paragraphs between the table before and this one."""
    problems: tuple[Problem, ...] = ()

    def place(self, cell: Cell) -> str:
        """Where a person finds the cell: "Trang CTCT, ô C7"."""
        inside = cell.address if " " in cell.address else f"ô {cell.address}"
        return f"{self.name}, {inside}"

    def place_of(self, row: Row) -> str:
        """Where a person finds the row."""
        return f"{self.name}, dòng {row.number}"
