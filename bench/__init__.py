"""Speed as ratios against what a user would pick instead; `python -m bench` runs all of it."""

from __future__ import annotations
