"""A reply letter as opinions: header, context, sentences, tables, stance."""

from __future__ import annotations

from thammuu_core.opinions.letters.model import Letter
from thammuu_core.opinions.letters.pages import Pages
from thammuu_core.opinions.letters.reading import prose, read_letter

__all__ = ["Letter", "Pages", "prose", "read_letter"]
