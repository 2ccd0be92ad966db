"""The templates themselves, a text file each, and `common.txt`: what every document needs to have filled in."""

from __future__ import annotations
