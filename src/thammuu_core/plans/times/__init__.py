"""Time expressions of duties: words to `When`."""

from __future__ import annotations
