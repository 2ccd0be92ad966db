"""Keeping an installation alive: backup, restore, health, upgrade."""

from __future__ import annotations
