"""Core values as the plain data of the contracts: `thammuu/reading/1`."""

from __future__ import annotations

from thammuu_core.exchange.reading import SCHEMA, reading_to_dict

__all__ = ["SCHEMA", "reading_to_dict"]
