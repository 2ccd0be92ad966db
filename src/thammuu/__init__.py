"""Tham mưu, the application: what is kept, who may see and change it, and the screens (docs/architecture.md)."""

from __future__ import annotations
