"""A Word file with the proposals of many agencies in it: tracked changes where Word can show them, comments where not.

`write` is the door. The file is the version that was sent; all parts that say nothing of changes keep their bytes.
"""

from __future__ import annotations

from thammuu_core.redlines.writing.model import Answered, Note, Proposal, Written

__all__ = ["Answered", "Note", "Proposal", "Written"]
