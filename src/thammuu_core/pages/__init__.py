"""Pages that are not Word: plain text, PDF and scans, read into the shape that `wordml` gives."""

from __future__ import annotations

from thammuu_core.pages.plain import read_text

__all__ = ["read_text"]
