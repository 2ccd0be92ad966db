"""Facts and operations. Inside an app: `models`, `services` (change), `queries` (read), `policies` (who may)."""

from __future__ import annotations
