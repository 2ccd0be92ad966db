"""Background work on the django-tasks API: attempts, heartbeat, reaper, slots."""

from __future__ import annotations
