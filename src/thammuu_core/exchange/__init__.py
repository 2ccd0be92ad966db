"""Core values as the plain data of the contracts: `thammuu/reading/1`, `thammuu/timetable/1`."""

from __future__ import annotations

from thammuu_core.exchange.findings import finding_to_dict
from thammuu_core.exchange.reading import SCHEMA, citation_to_dict, problem_to_dict, reading_to_dict
from thammuu_core.exchange.timetable import timetable_to_dict

__all__ = [
    "SCHEMA",
    "citation_to_dict",
    "finding_to_dict",
    "problem_to_dict",
    "reading_to_dict",
    "timetable_to_dict",
]
