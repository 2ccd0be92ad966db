"""Mend the form of a Word file and no word of it: `repair` is the door.

The rule that finds a breach says what would mend it (`formats.mends`); here that is done to the file's own XML, so that
drawn lines, comments, tracked changes, fields and pictures stay as they are. Inside: `places` (from a spot to the runs
that show it), then one module a kind of mend: `letters`, `paragraphs`, `pages`, `faces`; `repairing` applies them and
proves that no word changed and nothing got worse. `wordml.archive` holds the parts of the file, `wordml.order` knows
where Word wants a property.
"""

from __future__ import annotations

from thammuu_core.formats.repair.repairing import Change, Repaired, repair

__all__ = ["Change", "Repaired", "repair"]
