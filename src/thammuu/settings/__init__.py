"""Django settings: `base`, and what differs in `dev`, `test` and `production`."""

from __future__ import annotations
