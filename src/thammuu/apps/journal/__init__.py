"""The hash-chained record of every act, and the receipts that make a repeated POST harmless."""

from __future__ import annotations
