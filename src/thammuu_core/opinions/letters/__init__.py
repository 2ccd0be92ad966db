"""A reply letter as opinions: header, form, body, tables."""

from __future__ import annotations

from thammuu_core.opinions.letters.marked import PEN_MARKS, MarkedPage, marked_pages
from thammuu_core.opinions.letters.model import Letter
from thammuu_core.opinions.letters.reading import read_letter

__all__ = ["PEN_MARKS", "Letter", "MarkedPage", "marked_pages", "read_letter"]
