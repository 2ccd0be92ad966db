"""Duties of a plan as steps, from prose and from tables."""

from __future__ import annotations
