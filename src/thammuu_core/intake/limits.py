"""How much one document may hold: far above any real one, far below what hurts."""

from __future__ import annotations

BYTES = 50_000_000
MEMBERS = 2_000
MEMBER_UNPACKED = 64_000_000
UNPACKED = 128_000_000
RATIO = 200
"""Of unpacked to packed bytes, above `RATIO_FROM`; text of a real document packs 10 to 40 times."""
RATIO_FROM = 1_000_000
ELEMENTS = 2_000_000
"""A document of 30 pages has some 20,000."""
DEPTH = 128
