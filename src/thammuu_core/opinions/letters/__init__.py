"""A reply letter as opinions: header, form, body, tables."""

from __future__ import annotations

from thammuu_core.opinions.letters.model import Letter
from thammuu_core.opinions.letters.reading import read_letter

__all__ = ["Letter", "read_letter"]
