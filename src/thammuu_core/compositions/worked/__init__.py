"""Worked facts of each template, a file each: `thammuu render FILE` makes the document of it."""

from __future__ import annotations
