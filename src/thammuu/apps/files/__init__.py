"""Files as received: content-addressed, written once, never changed."""

from __future__ import annotations
