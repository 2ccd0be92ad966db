"""Who does a duty: bodies and units in prose and in lists."""

from __future__ import annotations
