"""Who gets which answer at every address: the table that the matrix test walks, cell by cell.

One module a screen, found by itself; one row a method. To add a page, add its rows there. A URL or a method without a row fails
`test_matrix.py`; so does a cell that differs. `own` is asked with an object of the person's own agency, `foreign` with
one of another agency, which for everyone looks as if it did not exist. An address that changes something by POST has
a GET row as well, even where GET is refused.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from web.matrix.row import Row

ROWS: tuple[Row, ...] = tuple(
    row
    for module in sorted(found.name for found in iter_modules(__path__) if found.name != "row")
    for row in import_module(f"{__name__}.{module}").ROWS
)
