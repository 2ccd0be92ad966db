"""Who gets which answer at every address: the table that the matrix test walks, cell by cell.

One module a screen, one row a method; to add a page, add its rows there. A URL or a method without a row fails
`test_matrix.py`; so does a cell that differs. `own` is asked with an object of the person's own agency, `foreign` with
one of another agency, which for everyone looks as if it did not exist. An address that changes something by POST has
a GET row as well, even where GET is refused.
"""

from __future__ import annotations

from web.matrix import accounts, dossiers, opening, progress

ROWS = (*progress.ROWS, *dossiers.ROWS, *opening.ROWS, *accounts.ROWS)
