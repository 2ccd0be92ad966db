"""A document as a Word file: named styles, automatic numbers, fields, as people who go on writing in Word expect."""

from __future__ import annotations

from thammuu_core.rendering.word.writing import to_docx

__all__ = ["to_docx"]
