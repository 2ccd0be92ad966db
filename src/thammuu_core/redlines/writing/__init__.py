"""A Word file with the proposals of many agencies in it: tracked changes where Word can show them, comments where not.

`write` is the door; `redline` shows one version against the next by it. The file is the version that was sent; all parts that say nothing of changes keep their bytes.
Inside, in this order: `accepting` (open changes of the version), `reading` and `layout` (its text over its XML),
`possible` (what Word has marks for), `choosing` (who comes first), `settling` (in which shape), `changing` (runs, marks, rows),
`noting` and `comments`; `looks`, `elements` and `wording` are what these are made of.
"""

from __future__ import annotations

from thammuu_core.redlines.writing.model import Answered, Note, Proposal, Written
from thammuu_core.redlines.writing.versions import redline
from thammuu_core.redlines.writing.writing import write

__all__ = ["Answered", "Note", "Proposal", "Written", "redline", "write"]
